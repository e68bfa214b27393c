package main

import (
	"context"
	"fmt"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// itemBring makes an item of entries and prints its id. It plans nothing: the
// item waits in the basket until a session takes it.
type itemBring struct {
	Entries []typedID `arg:"" name:"entry-id"`
	Words   string    `required:"" placeholder:"TEXT"`
	Want    string    `placeholder:"WANT" of:"want"`
	Minutes minutes   `placeholder:"N"`
}

func (i itemBring) run(ctx context.Context, c *call) error {
	b := app.Bringing{Entries: ids(i.Entries), Minutes: int(i.Minutes)}
	var err error
	if b.Words, err = c.text(i.Words); err != nil {
		return err
	}
	if b.Want, err = input.ReadWant(i.Want); err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		it, err := d.Bring(b)
		if err != nil {
			return c.told(d, 0, err)
		}
		return c.print(it.ID.String())
	})
}

// agendaShow shows what is next.
type agendaShow struct{ listing }

func (a agendaShow) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		next := shown.AgendaOf(d)
		if a.JSON {
			return c.object(next)
		}
		return c.agenda(next)
	})
}

func (c *call) agenda(next shown.Agenda) error {
	heading := c.words.T("cli.agenda.none")
	if next.Session != nil {
		heading = c.words.T("cli.agenda.session", next.Session.Start.Format("2006-01-02 15:04"), next.With)
	}
	fmt.Fprintln(c.out, heading)
	for _, it := range next.Items {
		c.item(it)
	}
	fmt.Fprintln(c.out, c.words.T("cli.agenda.basket"))
	for _, it := range next.Basket {
		c.item(it)
	}
	if n := len(next.Wanting); n > 0 {
		return c.print(c.words.N("cli.agenda.wanting", n))
	}
	return nil
}
