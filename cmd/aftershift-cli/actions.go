package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// actionAdd adds what somebody has taken on, and prints its id.
type actionAdd struct {
	Text  []string `arg:""`
	Owner string   `placeholder:"WHO"`
	Due   string   `placeholder:"DAY"`
	Item  typedID  `placeholder:"ID"`
}

func (a actionAdd) run(ctx context.Context, c *call) error {
	made := app.Action{Text: strings.Join(a.Text, " "), Item: a.Item.id()}
	made.Owner, made.OwnerName = input.ReadOwner(a.Owner)
	return c.change(ctx, func(d *app.Desk) (err error) {
		if made.Due, err = d.ReadDue(a.Due); err != nil {
			return c.usage("cli.usage.due", a.Due)
		}
		id, err := d.SaveAction(made)
		if err != nil {
			return c.told(d, made.Item, err)
		}
		return c.print(id.String())
	})
}

// actionDone marks an action as done today.
type actionDone struct {
	subject
	Worked string `placeholder:"HOW" of:"worked"`
}

func (a actionDone) run(ctx context.Context, c *call) error {
	worked, err := input.ReadWorked(a.Worked)
	if err != nil {
		return err
	}
	return c.about(ctx, a.subject, func(d *app.Desk, id app.ID) error { return d.DoneAction(id, worked) })
}

// actionDrop gives an action up.
type actionDrop struct {
	subject
	Reason string `required:"" placeholder:"TEXT"`
}

func (a actionDrop) run(ctx context.Context, c *call) error {
	return c.about(ctx, a.subject, func(d *app.Desk, id app.ID) error { return d.GiveUpAction(id, a.Reason) })
}

// actionList lists what is open, the most pressing first, then what was done
// lately and what was given up.
type actionList struct{ listing }

func (a actionList) run(ctx context.Context, c *call) error {
	return c.look(ctx, func(d *app.Desk) error {
		all := d.Deeds()
		for _, each := range slices.Concat(all.Overdue, all.ThisWeek, all.Waiting, all.Later, all.Done, all.Dropped) {
			if err := c.action(shown.ActionOf(each.Action), a.listing); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *call) action(a shown.Action, as listing) error {
	if as.JSON {
		return c.object(a)
	}
	_, err := fmt.Fprintf(c.out, "%s  %-10s  %-7s  %-10s  %s\n", a.ID, a.Due, a.State, first(a.OwnerName, a.Owner), a.Text)
	return err
}
