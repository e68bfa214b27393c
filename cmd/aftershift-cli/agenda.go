package main

import (
	"context"
	"fmt"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// agendaAdd makes an item of entries and prints its id. It plans nothing: the
// item waits in the basket until a session takes it.
func (c *call) agendaAdd(ctx context.Context) error {
	b, err := c.bringing()
	if err != nil {
		return err
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		it, err := d.Bring(b)
		if err != nil {
			return err
		}
		return c.print(it.ID.String())
	})
}

func (c *call) bringing() (b app.Bringing, err error) {
	if b.Entries, err = ids(c.args); err != nil {
		return b, err
	}
	if c.flags.words == "" {
		return b, usage{c.words.T("cli.usage.needs", c.command.name, "words")}
	}
	if b.Words, err = c.text(c.flags.words); err != nil {
		return b, err
	}
	b.Minutes = c.flags.minutes
	b.Want, err = input.ReadWant(c.flags.want)
	return b, err
}

func ids(typed []string) ([]app.ID, error) {
	var all []app.ID
	for _, each := range typed {
		id, err := input.ReadID(each)
		if err != nil {
			return nil, err
		}
		all = append(all, id)
	}
	return all, nil
}

// agendaShown is the object that agenda show --json prints: the next session
// with its items where one is planned, and what waits for supervision.
type agendaShown struct {
	Session *sessionShown `json:"session,omitempty"`
	With    string        `json:"with,omitempty"`
	Items   []itemShown   `json:"items"`
	Basket  []app.Item    `json:"basket"`
	Wanting []app.ID      `json:"wanting"` // flagged entries without words to share
}

func (c *call) agendaShow(ctx context.Context) error {
	return c.withDesk(ctx, func(d *app.Desk) error {
		shown := look(d)
		if c.flags.json {
			return c.object(shown)
		}
		return c.agenda(shown)
	})
}

func look(d *app.Desk) agendaShown {
	shown := agendaShown{Items: []itemShown{}, Basket: []app.Item{}, Wanting: []app.ID{}}
	var with app.ID // what was carried over from somebody else waits for them
	if next, planned := d.NextAgenda(); planned {
		with = next.With.ID
		session := showSession(next.Session)
		shown.Session, shown.With = &session, next.With.Name
		for _, it := range next.Items {
			o, _ := it.OutcomeIn(next.Session.ID)
			shown.Items = append(shown.Items, showItem(app.Account{Item: it, Outcome: o}))
		}
	}
	for _, w := range d.BasketFor(with) {
		if w.Item.ID == 0 {
			shown.Wanting = append(shown.Wanting, w.Entry.ID)
			continue
		}
		shown.Basket = append(shown.Basket, w.Item)
	}
	return shown
}

func (c *call) agenda(shown agendaShown) error {
	if shown.Session != nil {
		fmt.Fprintln(c.out, c.words.T("cli.agenda.session", shown.Session.Start.Format("2006-01-02 15:04"), shown.With))
	} else {
		fmt.Fprintln(c.out, c.words.T("cli.agenda.none"))
	}
	for _, it := range shown.Items {
		c.item(it)
	}
	fmt.Fprintln(c.out, c.words.T("cli.agenda.basket"))
	for _, it := range shown.Basket {
		c.item(showItem(app.Account{Item: it}))
	}
	if n := len(shown.Wanting); n > 0 {
		fmt.Fprintln(c.out, c.words.N("cli.agenda.wanting", n))
	}
	return nil
}
