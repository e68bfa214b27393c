package supervision

import "slices"

// Account is what a session did with one item.
type Account struct {
	Item    AgendaItem
	Outcome Outcome // zero where nothing was noted
	Went    bool    // the item went on from this session to another or the basket
}

// Became is what a session made of an item, in one word: an OutcomeKind, an
// ItemState that settles it, WentNextTime or PutAside, or Discussed where no kind of
// outcome was said.
type Became string

// Where an item went from a session.
const (
	WentNextTime Became = "next_time"
	PutAside     Became = "parked"
)

// Became gives what the session made of the item; empty: it hasn't come up yet.
func (a Account) Became() Became {
	switch {
	case a.Went && a.Item.State == Parked:
		return PutAside
	case a.Went:
		return WentNextTime
	case a.Item.Settled():
		return Became(a.Item.State)
	case a.Item.State != Discussed:
		return ""
	case a.Outcome.Kind == "":
		return Became(Discussed)
	}
	return Became(a.Outcome.Kind)
}

// Left reports whether the item left the session without having been concluded:
// it went on, or was settled otherwise.
func (a Account) Left() bool { return a.Went || a.Item.Settled() }

// Account gives what a session did with each item: those it lists, in order,
// then those that went on from it, by id. It gives fault.NotFound.
func (b *Board) Account(session ID) ([]Account, error) {
	listed, err := b.Agenda(session)
	if err != nil {
		return nil, err
	}
	went := b.Items(func(it AgendaItem) bool { return slices.Contains(it.CarriedFrom, session) })
	account := make([]Account, 0, len(listed)+len(went))
	for i, it := range slices.Concat(listed, went) {
		o, _ := it.OutcomeIn(session)
		account = append(account, Account{it, o, i >= len(listed)})
	}
	return account, nil
}

// Agenda gives the items that a session lists, in order, without those that
// aren't there (Lost), or fault.NotFound.
func (b *Board) Agenda(session ID) ([]AgendaItem, error) {
	s, err := b.Session(session)
	ids := b.listed(s)
	items := make([]AgendaItem, len(ids))
	for i, id := range ids {
		items[i] = clone(at[AgendaItem](b, id))
	}
	return items, err
}
