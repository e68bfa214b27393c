package people

import (
	"context"
	"maps"

	"aftershift/internal/app"
	"aftershift/internal/journal"
)

// atOnce is how many people are counted in one go, so that saving waits for no more.
const atOnce = 25

// counted says in how many entries people are named, and of which register that is.
type counted struct {
	people []app.Person
	in     map[journal.ID]int
	err    error
}

// count counts those of people who aren't in have.
func count(ctx context.Context, r register, people []app.Person, have map[journal.ID]int) counted {
	c := counted{people: people, in: maps.Clone(have)}
	if c.in == nil {
		c.in = map[journal.ID]int{}
	}
	for left, n := people, 0; len(left) > 0 && n < atOnce; left = left[1:] {
		if _, done := c.in[left[0].ID]; done {
			continue
		}
		in, err := r.EntriesNaming(ctx, left[0].Forms)
		if err != nil {
			c.err = err
			return c
		}
		c.in[left[0].ID] = in
		n++
	}
	return c
}

// counted takes counts in, and goes on where some are missing. A count that fails is
// left out: the page is whole without it, and what is wrong with the journal is said
// elsewhere.
func (p *presenter) counted(c counted) {
	if c.err != nil || len(c.people) != len(p.state.People) || len(c.people) > 0 && &c.people[0] != &p.state.People[0] {
		return // the page has read another register since, and counts that
	}
	next := p.state
	next.Found = c.in
	p.state = next
	p.show(next)
	if len(c.in) < len(c.people) {
		p.counting.Again()
	}
}

// shownAs is what stands in the place of somebody in copies, by style.
type shownAs struct {
	who    journal.ID
	styles []string
	err    error
}

// Choose says of whom it is told what copies show.
func (p *presenter) Choose(who journal.ID) {
	p.chosen = who
	p.shown.Again()
}

// showed passes on what copies show of somebody, unless another was chosen while it was
// read: then the next reading says it. An error is told whoever it is about.
func (p *presenter) showed(s shownAs) {
	switch {
	case s.err != nil:
		p.failed(s.err)
	case s.who == p.chosen:
		p.shownAs(s.who, s.styles)
	}
}

// sighted is how far a look for names has come.
type sighted struct {
	met  []app.Met
	read int // entries
	done bool
}

// Look looks through the journal for names that the register doesn't have, and tells
// how far it has come, until there is no more or tell is another.
func (p *presenter) Look(tell func(sighted)) {
	p.looked = tell
	search := p.register.LookForNames()
	p.lookOn(search)
}

// LookNoMore ends the look for names.
func (p *presenter) LookNoMore() { p.looked = nil }

// lookOn reads on for one go of the search and then asks for the next, so that saving
// gets its turn between two. It ends after LookNoMore, an error, or once the journal is
// closed.
func (p *presenter) lookOn(search *app.NameSearch) {
	more, now := false, sighted{}
	sent := p.register.Do(func() (err error) {
		more, err = search.More()
		now = sighted{met: search.Found(), read: search.Read(), done: !more}
		return err
	}, func(err error) {
		p.do(func() {
			tell := p.looked
			if tell == nil {
				return
			}
			if err != nil || now.done {
				p.looked = nil
			}
			if err != nil {
				p.failed(err)
				return
			}
			tell(now)
			if !now.done {
				p.lookOn(search)
			}
		})
	})
	if !sent {
		p.looked = nil
	}
}
