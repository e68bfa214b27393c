package alliance

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
)

// change lets to make a change with the one of that name, and prints the id of what
// came of it.
func change(ctx context.Context, c *call.Call, name string, to func(d *app.Desk, with app.ID) (app.ID, error)) error {
	return c.Change(ctx, func(d *app.Desk) error {
		with, err := c.SupervisorNamed(d, name)
		if err != nil {
			return err
		}
		id, err := to(d, with)
		if err != nil {
			return c.Told(d, with, err)
		}
		return c.Print(id.String())
	})
}

// goalAdd sets a goal with somebody, and prints its id.
type goalAdd struct {
	Goal []string `arg:""`
	With string   `required:"" placeholder:"NAME"`
	Sign string   `placeholder:"TEXT"`
	By   call.Day `placeholder:"DAY"`
}

func (g goalAdd) Run(ctx context.Context, c *call.Call) error {
	return change(ctx, c, g.With, func(d *app.Desk, with app.ID) (app.ID, error) {
		return d.SaveGoal(app.Goal{With: with, Text: strings.Join(g.Goal, " "), Sign: g.Sign, By: app.Day(g.By)})
	})
}

// goalList prints the goals with somebody, or all, those still aimed at first.
type goalList struct {
	With string `placeholder:"NAME"`
	call.Listing
}

func (l goalList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		with, err := c.SupervisorNamed(d, l.With)
		if err != nil {
			return err
		}
		var all []shown.Goal
		for _, g := range d.Goals(with) {
			all = append(all, shown.GoalOf(g))
		}
		return call.List(c, l.Listing, all, func(g shown.Goal) string {
			return fmt.Sprintf("%s  %-7s  %-10s  %s", g.ID, g.State, g.By, g.Text)
		})
	})
}

// goalLook adds today's look back at a goal.
type goalLook struct {
	call.Subject
	Text  string `placeholder:"TEXT"`
	State string `placeholder:"STATE" of:"goal"`
}

func (l goalLook) Run(ctx context.Context, c *call.Call) error {
	text, err := c.Text(l.Text)
	if err != nil {
		return err
	}
	return c.About(ctx, l.Subject, func(d *app.Desk, id app.ID) error {
		return d.LookAtGoal(id, text, cmp.Or(app.GoalState(l.State), app.GoalAimed))
	})
}

// goalRemove takes a goal away.
type goalRemove struct{ call.Subject }

func (r goalRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveGoal(id) })
}
