package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// itemAdd makes an item that stands for no entry, on a session's agenda or in
// the basket.
func (c *call) itemAdd(ctx context.Context) error {
	return c.newItem(ctx, c.args[0], c.addItem)
}

// newItem makes an item of that title, with what the flags say of it, and prints
// its id.
func (c *call) newItem(ctx context.Context, title string, add func(*app.Desk, app.Item) (app.ID, error)) error {
	if err := c.need("words", c.flags.words); err != nil {
		return err
	}
	words, err := c.text(c.flags.words)
	if err != nil {
		return err
	}
	want, err := input.ReadWant(c.flags.want)
	if err != nil {
		return err
	}
	it := app.Item{Title: title, Words: words, Want: want, Minutes: c.flags.minutes}
	if it.Minutes == 0 {
		it.Minutes = app.UsualMinutes
	}
	return c.withDesk(ctx, func(d *app.Desk) error {
		id, err := add(d, it)
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

func (c *call) addItem(d *app.Desk, it app.Item) (app.ID, error) {
	if c.flags.session == "" {
		return d.SaveItem(it)
	}
	session, err := input.ReadID(c.flags.session)
	if err != nil {
		return 0, err
	}
	return d.AddNewItem(session, it)
}

// itemDiscuss says what came out of an item of the open session.
func (c *call) itemDiscuss(ctx context.Context) error {
	kind, err := input.ReadOutcome(c.flags.outcome)
	if err != nil {
		return usage{c.words.T("cli.usage.value", "outcome", c.flags.outcome)}
	}
	words, err := c.text(c.flags.words)
	if err != nil {
		return err
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error {
		return d.Discuss(id, app.Outcome{Kind: kind, Text: words, Decision: c.flags.decision, Rationale: c.flags.rationale})
	})
}

// itemList lists every item with what has become of it.
func (c *call) itemList(ctx context.Context) error {
	return c.withDesk(ctx, func(d *app.Desk) error {
		for _, it := range d.Items() {
			if err := c.listed(it); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) listed(it app.Item) error {
	if c.flags.json {
		return c.object(it)
	}
	_, err := fmt.Fprintf(c.out, "%s  %-15s  %s\n", it.ID, it.State, it.Title)
	return err
}

func (c *call) itemNext(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.NextTime(id) })
}

func (c *call) itemWithdraw(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Withdrawn) })
}

func (c *call) itemSolve(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.Settle(id, app.Solved) })
}

// itemPark keeps an item out of the way, for a person or for somewhere else.
func (c *call) itemPark(ctx context.Context) error {
	if err := c.need("for", c.flags.lot); err != nil {
		return err
	}
	lot, err := input.ReadLot(c.flags.lot)
	if err != nil {
		return usage{c.words.T("cli.usage.value", "for", c.flags.lot)}
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.Park(id, lot) })
}

func (c *call) itemUnpark(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.Unpark(id) })
}

// itemSplit makes a further item of what one stands for.
func (c *call) itemSplit(ctx context.Context) error {
	if err := c.need("title", c.flags.title); err != nil {
		return err
	}
	of, err := input.ReadID(c.args[0])
	if err != nil {
		return err
	}
	return c.newItem(ctx, c.flags.title, func(d *app.Desk, part app.Item) (app.ID, error) { return d.SplitItem(of, part) })
}

func (c *call) actionAdd(ctx context.Context) error {
	a := app.Action{Text: strings.Join(c.args, " ")}
	a.Owner, a.OwnerName = input.ReadOwner(c.flags.owner)
	if c.flags.item != "" {
		item, err := input.ReadID(c.flags.item)
		if err != nil {
			return err
		}
		a.Item = item
	}
	return c.withDesk(ctx, func(d *app.Desk) (err error) {
		if a.Due, err = d.ReadDue(c.flags.due); err != nil {
			return err
		}
		id, err := d.SaveAction(a)
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

func (c *call) actionDone(ctx context.Context) error {
	worked, err := input.ReadWorked(c.flags.worked)
	if err != nil {
		return usage{c.words.T("cli.usage.value", "worked", c.flags.worked)}
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.DoneAction(id, worked) })
}

func (c *call) actionDrop(ctx context.Context) error {
	if err := c.need("reason", c.flags.reason); err != nil {
		return err
	}
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.GiveUpAction(id, c.flags.reason) })
}

// actionList lists what is open, the most pressing first, then what was done
// lately and what was given up.
func (c *call) actionList(ctx context.Context) error {
	return c.withDesk(ctx, func(d *app.Desk) error {
		all := d.Deeds()
		for _, each := range slices.Concat(all.Overdue, all.ThisWeek, all.Waiting, all.Later, all.Done, all.Dropped) {
			if err := c.action(each.Action); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) action(a app.Action) error {
	if c.flags.json {
		return c.object(a)
	}
	_, err := fmt.Fprintf(c.out, "%s  %-10s  %-7s  %-10s  %s\n", a.ID, a.Due, a.State, first(a.OwnerName, string(a.Owner)), a.Text)
	return err
}

func (c *call) personAdd(ctx context.Context) error {
	kind, err := input.ReadRelationship(c.flags.kind)
	if err != nil {
		return usage{c.words.T("cli.usage.value", "kind", c.flags.kind)}
	}
	r := app.Relationship{Name: strings.Join(c.args, " "), Kind: kind, UsualMinutes: c.flags.minutes, CadenceDays: c.flags.every}
	return c.withDesk(ctx, func(d *app.Desk) error {
		id, err := d.SaveRelationship(r)
		if err != nil {
			return err
		}
		return c.print(id.String())
	})
}

func (c *call) personArchive(ctx context.Context) error {
	return c.withID(ctx, func(d *app.Desk, id app.ID) error { return d.ArchiveRelationship(id, true) })
}

func (c *call) personList(ctx context.Context) error {
	return c.withDesk(ctx, func(d *app.Desk) error {
		for _, s := range d.Network() {
			if err := c.person(s); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) person(s app.Support) error {
	if c.flags.json {
		return c.object(s.Relationship)
	}
	_, err := fmt.Fprintf(c.out, "%s  %-10s  %-22s  %s\n", s.ID, s.Cadence.LastHeld, s.Kind, s.Name)
	return err
}
