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
	return c.ChangeWith(ctx, name, func(d *app.Desk, with app.ID) error {
		id, err := to(d, with)
		return c.Made(id, c.Told(d, with, err))
	})
}

// listing is what a list of what one has with somebody, or with anybody, is asked for.
type listing struct {
	With string `placeholder:"NAME"`
	call.Listing
}

// goalAdd sets a goal with somebody, and prints its id.
type goalAdd struct {
	Goal []string `arg:""`
	With string   `required:"" placeholder:"NAME"`
	Sign string   `placeholder:"TEXT"`
	By   call.Day `placeholder:"DAY"`
}

// Run takes with --sign by what one will know that the goal is reached. It ends with
// call.ExitConflict for somebody who is put away.
func (g goalAdd) Run(ctx context.Context, c *call.Call) error {
	return change(ctx, c, g.With, func(d *app.Desk, with app.ID) (app.ID, error) {
		return d.SaveGoal(app.Goal{With: with, Text: strings.Join(g.Goal, " "), Sign: g.Sign, By: app.Day(g.By)})
	})
}

// goalList prints the goals with somebody, or all, those still aimed at first.
type goalList struct{ listing }

// Run sorts those aimed at by their day, those without one last.
func (l goalList) Run(ctx context.Context, c *call.Call) error {
	return c.LookWith(ctx, l.With, func(d *app.Desk, with app.ID) error {
		return call.ListOf(c, l.Listing, d.Goals(with), shown.GoalOf, func(g shown.Goal) string {
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

// Run sets the goal to be aimed at without --state, also one that was reached or let
// go. It ends with call.ExitConflict for a day before the last look, as after the clock
// went back.
func (l goalLook) Run(ctx context.Context, c *call.Call) error {
	return c.Write(ctx, l.Subject, l.Text, func(d *app.Desk, id app.ID, text string) error {
		return d.LookAtGoal(id, text, cmp.Or(app.GoalState(l.State), app.GoalAimed))
	})
}

// goalRemove takes a goal away.
type goalRemove struct{ call.Subject }

// Run takes the looks back at the goal away with it.
func (r goalRemove) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, r.Subject, func(d *app.Desk, id app.ID) error { return d.RemoveGoal(id) })
}
