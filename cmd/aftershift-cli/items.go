package main

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// matter is what is said of a new item.
type matter struct {
	Words   string  `required:"" placeholder:"TEXT"`
	Want    string  `placeholder:"WANT" of:"want"`
	Minutes minutes `placeholder:"N"`
}

// item returns the item that m describes.
func (c *call) newItem(title string, m matter) (app.Item, error) {
	words, err := c.text(m.Words)
	if err != nil {
		return app.Item{}, err
	}
	want, err := input.ReadWant(m.Want)
	it := app.Item{Title: title, Words: words, Want: want, Minutes: int(m.Minutes)}
	if it.Minutes == 0 {
		it.Minutes = app.UsualMinutes
	}
	return it, err
}

// itemAdd makes an item that stands for no entry, on a session's agenda or in
// the basket, and prints its id.
type itemAdd struct {
	Title string `arg:""`
	matter
	Session typedID `placeholder:"ID"`
}

func (i itemAdd) run(ctx context.Context, c *call) error {
	it, err := c.newItem(i.Title, i.matter)
	if err != nil {
		return err
	}
	return c.change(ctx, func(d *app.Desk) error {
		save := d.SaveItem
		if i.Session != "" {
			save = func(it app.Item) (app.ID, error) { return d.AddNewItem(i.Session.id(), it) }
		}
		id, err := save(it)
		if err != nil {
			return c.told(d, i.Session.id(), err)
		}
		return c.print(id.String())
	})
}

// itemSplit makes a further item of what one stands for, and prints its id.
type itemSplit struct {
	subject
	Title string `required:"" placeholder:"TEXT"`
	matter
}

func (i itemSplit) run(ctx context.Context, c *call) error {
	part, err := c.newItem(i.Title, i.matter)
	if err != nil {
		return err
	}
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error {
		made, err := d.SplitItem(id, part)
		if err != nil {
			return err
		}
		return c.print(made.String())
	})
}

// itemList lists every item with what has become of it.
type itemList struct{ listing }

func (i itemList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		for _, it := range d.Items() {
			if err := c.listed(shown.ItemOf(it), i.listing); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) listed(it shown.Item, as listing) error {
	if as.JSON {
		return c.object(it)
	}
	_, err := fmt.Fprintf(c.out, "%s  %-15s  %s\n", it.ID, it.State, it.Title)
	return err
}

// itemDiscuss says what came out of an item of the open session.
type itemDiscuss struct {
	subject
	Outcome   string `required:"" placeholder:"KIND" of:"outcome"`
	Words     string `placeholder:"TEXT"`
	Decision  string `placeholder:"TEXT"`
	Rationale string `placeholder:"TEXT"`
}

func (i itemDiscuss) run(ctx context.Context, c *call) error {
	kind, err := input.ReadOutcome(i.Outcome)
	if err != nil {
		return err
	}
	words, err := c.text(i.Words)
	if err != nil {
		return err
	}
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error {
		return d.Discuss(id, app.Outcome{Kind: kind, Text: words, Decision: i.Decision, Rationale: i.Rationale})
	})
}

// itemDefer leaves an item of an agenda for next time.
type itemDefer struct{ subject }

func (i itemDefer) run(ctx context.Context, c *call) error {
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error { return d.NextTime(id) })
}

// itemWithdraw takes an item out of the way for good.
type itemWithdraw struct{ subject }

func (i itemWithdraw) run(ctx context.Context, c *call) error {
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Withdrawn) })
}

// itemSolve says that an item was solved elsewhere.
type itemSolve struct{ subject }

func (i itemSolve) run(ctx context.Context, c *call) error {
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Solved) })
}

// itemPark keeps an item out of the way, for a person or for somewhere else.
type itemPark struct {
	subject
	For string `required:"" placeholder:"WHERE" of:"elsewhere" or:"id"`
}

func (i itemPark) run(ctx context.Context, c *call) error {
	lot, err := input.ReadLot(i.For)
	if err != nil {
		return c.usage("cli.usage.lot", i.For, strings.Join(choices("elsewhere"), ", "))
	}
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error { return d.Park(id, lot) })
}

// itemUnpark lets an item that was kept wait for supervision again.
type itemUnpark struct{ subject }

func (i itemUnpark) run(ctx context.Context, c *call) error {
	return c.about(ctx, i.subject, func(d *app.Desk, id app.ID) error { return d.Unpark(id) })
}
