package supervision

import (
	"maps"
	"slices"
	"time"
)

// LastTime is what stands open when a session begins: item 1 of every form.
type LastTime struct {
	Session  ID           `json:"session,omitempty"`   // the session before, 0: none
	Mine     []Action     `json:"mine,omitempty"`      // open when it begins, taken on by the writer
	Promised []Action     `json:"promised,omitempty"`  // open when it begins, taken on by the supervisor or somebody else
	Done     []Action     `json:"done,omitempty"`      // done since the session before, not in this one
	Brought  []AgendaItem `json:"brought,omitempty"`   // on this agenda, carried over
	Left     []AgendaItem `json:"left,omitempty"`      // carried over from this person and still in the basket
	ToRecord []Unrecorded `json:"to_record,omitempty"` // decisions that still belong into the case record
}

// Unrecorded is a decision that still has to be written into the case record.
type Unrecorded struct {
	Item    ID `json:"item"`
	Session ID `json:"session"`
}

// LastTime gives what stands open when the session begins, or fault.NotFound.
// It looks at sessions with the same person, and at what is left of those with
// whoever came before (see line) and with whom they stand in for. What was done
// on the day of the session stays with those who took it on, ticked: it was said
// there.
func (b *Board) LastTime(session ID) (LastTime, error) {
	s, err := b.Session(session)
	if err != nil {
		return LastTime{}, err
	}
	from := b.line(s.With)
	if s.Instead != 0 {
		maps.Copy(from, b.line(s.Instead))
	}
	ours := func(id ID) bool { return id != 0 && id != session && from[at[Session](b, id).With] }
	last := LastTime{ToRecord: b.unrecorded(ours)}
	since := b.before(s, from)
	if since.With == s.With || since.With == s.Instead {
		last.Session = since.ID
	}
	b.sortActions(&last, dayOf(since.When()), ours, s)
	for _, id := range s.Agenda {
		if it := at[AgendaItem](b, id); it.Carried > 0 {
			last.Brought = append(last.Brought, clone(it))
		}
	}
	last.Left = b.Items(func(it AgendaItem) bool {
		return it.State == Waiting && it.Carried > 0 && ours(it.CarriedFrom[it.Carried-1])
	})
	return last, nil
}

// before gives the last closed session of the line that was before s, or the
// zero Session.
func (b *Board) before(s Session, line map[ID]bool) Session {
	held := b.held(func(t Session) bool {
		return t.ID != s.ID && line[t.With] && t.When().Before(s.When())
	}, 1)
	if len(held) == 0 {
		return Session{}
	}
	return held[0]
}

// sortActions puts the actions that come from the line, or that were taken on in
// no session about an item on the agenda of s, where they belong.
func (b *Board) sortActions(last *LastTime, since Date, ours func(ID) bool, s Session) {
	today := dayOf(s.When())
	for _, a := range b.Actions(nil) {
		if a.Session == s.ID || !ours(a.Session) && (a.Session != 0 || a.Item == 0 || !slices.Contains(s.Agenda, a.Item)) {
			continue
		}
		stands := a.State == ToDo || a.State == Done && a.DoneOn >= today && s.State != Planned
		switch {
		case stands && a.Owner == Me:
			last.Mine = append(last.Mine, a)
		case stands:
			last.Promised = append(last.Promised, a)
		case a.State == Done && a.DoneOn >= since:
			last.Done = append(last.Done, a)
		}
	}
}

// Unrecorded gives every decision that still belongs into the case record, by
// item, the oldest first.
func (b *Board) Unrecorded() []Unrecorded {
	return b.unrecorded(func(ID) bool { return true })
}

func (b *Board) unrecorded(of func(session ID) bool) []Unrecorded {
	var pending []Unrecorded
	waits := func(o Outcome) bool { return o.CaseRecord.Pending() }
	for _, it := range b.Items(func(it AgendaItem) bool {
		return it.Outcome != nil && waits(*it.Outcome) || slices.ContainsFunc(it.Earlier, waits)
	}) {
		for _, o := range it.Outcomes() {
			if waits(o) && of(o.Session) {
				pending = append(pending, Unrecorded{it.ID, o.Session})
			}
		}
	}
	return pending
}

// Past gives the sessions with somebody (0: with anybody) that are over, held or
// called off, the latest first.
func (b *Board) Past(with ID) []Session {
	theirs := b.with(with)
	return sorted(b, func(s Session) bool { return !s.Live() && theirs(s) }, latestFirst)
}

// NextSession gives the session that comes up: one that is open, else the first
// planned one that isn't on a day before now's. It gives false for none.
func (b *Board) NextSession(now time.Time) (Session, bool) {
	today := dayOf(now)
	next, found := Session{}, false
	for s := range each[Session](b) {
		if s.State == Open || s.State == Planned && dayOf(s.Start.In(now.Location())) >= today {
			if !found || sooner(s, next) {
				next, found = s, true
			}
		}
	}
	return clone(next), found
}

func sooner(a, b Session) bool {
	if (a.State == Open) != (b.State == Open) {
		return a.State == Open
	}
	return earliestFirst(a, b) < 0
}

// Missed gives the sessions still planned for a day before now's, the earliest
// first: to be written up, moved or cancelled.
func (b *Board) Missed(now time.Time) []Session {
	today := dayOf(now)
	return sorted(b, func(s Session) bool {
		return s.State == Planned && dayOf(s.Start.In(now.Location())) < today
	}, earliestFirst)
}

// Talked gives the items that were discussed in the last n closed sessions with a
// person (0: with anybody), as they ended there, the latest session first.
func (b *Board) Talked(with ID, n int) (items []AgendaItem) {
	for _, s := range b.held(b.with(with), n) {
		for _, id := range s.Agenda {
			if it := at[AgendaItem](b, id); it.State == Discussed {
				items = append(items, clone(it))
			}
		}
	}
	return items
}

// held gives the last n closed sessions that keep takes, the latest first; all
// for n below 0.
func (b *Board) held(keep func(Session) bool, n int) []Session {
	closed := func(s Session) bool { return s.State == Closed && keep(s) }
	all := sorted(b, closed, latestFirst)
	if n >= 0 && n < len(all) {
		return all[:n]
	}
	return all
}
