package supervision

import (
	"context"
	"fmt"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// itemBring makes an item of entries and prints its id. It plans nothing: the
// item waits in the basket until a session takes it.
type itemBring struct {
	Entries []call.ID    `arg:"" name:"entry-id"`
	Words   string       `required:"" placeholder:"TEXT"`
	Want    string       `placeholder:"WANT" of:"want"`
	Minutes call.Minutes `placeholder:"N"`
}

// Run flags the entries. It ends with call.ExitConflict for words that were talked
// about already, and for an entry that is part of several items, or of one with others.
func (i itemBring) Run(ctx context.Context, c *call.Call) error {
	b := app.Bringing{Entries: call.IDs(i.Entries), Minutes: int(i.Minutes)}
	var err error
	if b.Words, err = c.Text(i.Words); err != nil {
		return err
	}
	if b.Want, err = input.ReadWant(i.Want); err != nil {
		return err
	}
	return c.Change(ctx, func(d *app.Desk) error {
		it, err := d.Bring(b)
		return c.Made(it.ID, c.Told(d, 0, err))
	})
}

// agendaShow shows what is next.
type agendaShow struct{ call.Listing }

func (a agendaShow) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		next := shown.AgendaOf(d)
		return c.Show(a.Listing, next, func() error { return printAgenda(c, next) })
	})
}

// printAgenda prints the items of the next session, then the basket. Entries that have
// no words to share are counted only: JSON has their ids.
func printAgenda(c *call.Call, next shown.Agenda) error {
	heading := c.Words.T("cli.agenda.none")
	if next.Session != nil {
		heading = c.Words.T("cli.agenda.session", next.Session.Start.Format("2006-01-02 15:04"), next.With)
	}
	fmt.Fprintln(c.Out, heading)
	for _, it := range next.Items {
		printItem(c, it)
	}
	fmt.Fprintln(c.Out, c.Words.T("cli.agenda.basket"))
	for _, it := range next.Basket {
		printItem(c, it)
	}
	if n := len(next.Wanting); n > 0 {
		return c.Print(c.Words.N("cli.agenda.wanting", n))
	}
	return nil
}
