package supervision

import (
	"cmp"
	"slices"
	"strings"
)

// Whose something is, is decided here alone. A session is with one person, and
// what it left undone waits for them. Once they are archived it waits for
// whoever comes after them, the next of the same kind who isn't archived; the
// sessions themselves stay with whom they were held.

// line gives the people whose sessions left what waits for one person: they
// themselves, and those who are archived and whom they come after.
func (b *Board) line(with ID) map[ID]bool {
	line := map[ID]bool{with: true}
	is := at[Relationship](b, with)
	if is.ID == 0 || is.Archived {
		return line
	}
	for r := range each[Relationship](b) {
		if r.Archived && r.Kind == is.Kind && b.after(r) == with {
			line[r.ID] = true
		}
	}
	return line
}

// after gives who comes after somebody archived: of those of the same kind who
// aren't, the first that began once the last session with the archived one had
// been held. Where all had begun before, it is the last of them; 0: there is none.
func (b *Board) after(gone Relationship) ID {
	next := slices.DeleteFunc(b.Relationships(), func(r Relationship) bool { return r.Archived || r.Kind != gone.Kind })
	if len(next) == 0 {
		return 0
	}
	slices.SortFunc(next, func(x, y Relationship) int {
		return cmp.Or(strings.Compare(string(b.began(x)), string(b.began(y))), byID(x, y))
	})
	over := b.began(gone)
	for _, s := range b.held(func(s Session) bool { return s.With == gone.ID }, 1) {
		over = max(over, dayOf(s.When()))
	}
	if i := slices.IndexFunc(next, func(r Relationship) bool { return b.began(r) >= over }); i >= 0 {
		return next[i].ID
	}
	return next[len(next)-1].ID
}

// After gives who comes after a relationship: what it left waits for them. It
// gives 0 while it isn't archived, and where there is nobody of its kind.
func (b *Board) After(id ID) ID {
	if r := at[Relationship](b, id); r.Archived {
		return b.after(r)
	}
	return 0
}

// with gives what tells whether a session is one with a person: every session
// is, with 0.
func (b *Board) with(person ID) func(Session) bool {
	return func(s Session) bool { return person == 0 || s.With == person }
}

// waitsFor gives what tells whether what a session left waits for a person: all
// of it does, with 0.
func (b *Board) waitsFor(with ID) func(session ID) bool {
	line := b.line(with)
	return func(session ID) bool { return with == 0 || line[at[Session](b, session).With] }
}

// open gives what tells whether an item still to be talked about may come up
// with a person: it is on no agenda with somebody else, isn't kept for somebody
// else, and wasn't carried over from them. What was carried over from a session
// with nobody in particular may come up with anybody.
func (b *Board) open(with ID) func(AgendaItem) bool {
	line, ours := b.line(with), b.waitsFor(with)
	return func(it AgendaItem) bool {
		switch {
		case with == 0:
			return true
		case it.Session != 0:
			return ours(it.Session)
		case it.Parked.With != 0:
			return line[it.Parked.With]
		case it.Carried == 0:
			return true
		}
		from := it.CarriedFrom[it.Carried-1]
		return ours(from) || at[Session](b, from).With == 0
	}
}
