package shown

import "aftershift/internal/app"

// Agenda is what agenda show prints: the next session with its items where one
// is planned, and what waits for supervision.
type Agenda struct {
	Session *Session `json:"session,omitempty"`
	With    string   `json:"with,omitempty"` // a name
	Items   []Item   `json:"items"`
	Basket  []Item   `json:"basket"`
	Wanting []app.ID `json:"wanting"` // flagged entries without words to share
}

// AgendaOf returns what is next. What was carried over from somebody else waits
// for them.
func AgendaOf(d *app.Desk) Agenda {
	shown := Agenda{Items: []Item{}, Basket: []Item{}, Wanting: []app.ID{}}
	var with app.ID
	if next, planned := d.NextAgenda(); planned {
		with = next.With.ID
		session := SessionOf(next.Session)
		shown.Session, shown.With = &session, next.With.Name
		for _, it := range next.Items {
			o, _ := it.OutcomeIn(next.Session.ID)
			shown.Items = append(shown.Items, AccountOf(app.Account{Item: it, Outcome: o}))
		}
	}
	for _, w := range d.BasketFor(with) {
		if w.Item.ID == 0 {
			shown.Wanting = append(shown.Wanting, w.Entry.ID)
			continue
		}
		shown.Basket = append(shown.Basket, ItemOf(w.Item))
	}
	return shown
}
