package sessions

import (
	"aftershift/internal/journal"
	"aftershift/internal/search"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
)

// Waiting is a line of the basket: an item, or a flagged entry that has no words
// to share yet and so can't be one.
type Waiting struct {
	Item     supervision.AgendaItem // ID 0: needs words
	Entry    journal.Overview       // the first of the item's entries; ID 0 for none
	Carrying journal.Level          // the highest of its entries
}

// NeedsWords tells whether there is a title and a sentence to write before it
// can go on an agenda.
func (w Waiting) NeedsWords() bool { return !w.Item.Ready() }

// Basket gives what waits for supervision with anybody: items by urgency, then by
// what is still carried, and then flagged entries that need words.
func (d *Desk) Basket() []Waiting { return d.BasketFor(0) }

// BasketFor is Basket for a session with somebody (0: with anybody): what was
// carried over from somebody else waits for them and is left out.
func (d *Desk) BasketFor(with journal.ID) []Waiting {
	var basket []Waiting
	covered := map[journal.ID]bool{}
	b := d.Library().Board()
	for _, it := range b.Basket(with, d.still) {
		basket = append(basket, d.waiting(it))
	}
	for _, it := range b.Items(nil) {
		for _, id := range it.Entries {
			covered[id] = true
		}
	}
	for _, o := range d.List(search.Filter{Flag: search.AnyFlag}) {
		if !covered[o.ID] {
			basket = append(basket, Waiting{Entry: o, Carrying: o.Carrying})
		}
	}
	return basket
}

func (d *Desk) still(id journal.ID) journal.Level {
	o, _ := d.Library().Overview(id)
	return o.Carrying
}

func (d *Desk) waiting(it supervision.AgendaItem) Waiting {
	w := Waiting{Item: it}
	for i, id := range it.Entries {
		o, ok := d.Library().Overview(id)
		if ok && i == 0 {
			w.Entry = o
		}
		if a, _ := o.Carrying.Value(); ok && a >= level(w.Carrying) {
			w.Carrying = o.Carrying
		}
	}
	return w
}

func level(l journal.Level) int { n, _ := l.Value(); return n }

// Agenda is a session with what is on it.
type Agenda struct {
	Session supervision.Session
	With    supervision.Relationship // ID 0: nobody named
	Items   []supervision.AgendaItem
	Budget  balance.Budget
}

// NextAgenda gives the next planned or open session, and whether there is one.
func (d *Desk) NextAgenda() (Agenda, bool) {
	s, found := d.Library().Board().NextSession(d.Now())
	if !found {
		return Agenda{}, false
	}
	a, err := d.Agenda(s.ID)
	return a, err == nil
}

// Agenda gives the session's agenda, or fault.NotFound.
func (d *Desk) Agenda(session journal.ID) (a Agenda, err error) {
	b := d.Library().Board()
	if a.Session, err = b.Session(session); err != nil {
		return
	}
	if a.Session.With != 0 {
		if a.With, err = b.Relationship(a.Session.With); err != nil {
			a.With.Name = d.App().Words().T("aside.someone")
		}
	}
	if a.Items, err = b.Agenda(session); err == nil {
		a.Budget = balance.BudgetOf(a.Items, a.Session.Minutes)
	}
	return a, err
}

// Relationships gives the people one has supervision with.
func (d *Desk) Relationships() []supervision.Relationship { return d.Library().Board().Relationships() }

// Past gives the sessions with somebody (0: with anybody) that are over, the
// latest first.
func (d *Desk) Past(with journal.ID) []supervision.Session { return d.Library().Board().Past(with) }

// Sessions gives every session, the latest first.
func (d *Desk) Sessions() []supervision.Session { return d.Library().Board().Sessions(nil) }
