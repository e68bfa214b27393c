package supervision

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// actionAdd adds what somebody has taken on, and prints its id.
type actionAdd struct {
	Text  []string `arg:""`
	Owner string   `placeholder:"WHO"`
	Due   string   `placeholder:"DAY"`
	Item  call.ID  `placeholder:"ID"`
}

// Run takes for --owner "me", as without it, "supervisor", or a name. A day that can't
// be read is call.ExitUsage.
func (a actionAdd) Run(ctx context.Context, c *call.Call) error {
	made := app.Action{Text: strings.Join(a.Text, " "), Item: a.Item.ID()}
	made.Owner, made.OwnerName = input.ReadOwner(a.Owner)
	return c.Change(ctx, func(d *app.Desk) (err error) {
		if made.Due, err = d.ReadDue(a.Due); err != nil {
			return c.Usage("cli.usage.due", a.Due)
		}
		id, err := d.SaveAction(made)
		return c.Made(id, c.Told(d, made.Item, err))
	})
}

// actionDone marks an action as done today.
type actionDone struct {
	call.Subject
	Worked string `placeholder:"HOW" of:"worked"`
}

// Run ends with call.ExitConflict unless the action is open. Without --worked nothing
// is said of that.
func (a actionDone) Run(ctx context.Context, c *call.Call) error {
	worked, err := input.ReadWorked(a.Worked)
	if err != nil {
		return err
	}
	return c.About(ctx, a.Subject, func(d *app.Desk, id app.ID) error { return d.DoneAction(id, worked) })
}

// actionDrop gives an action up.
type actionDrop struct {
	call.Subject
	Reason string `required:"" placeholder:"TEXT"`
}

// Run ends with call.ExitConflict unless the action is open, and with call.ExitInvalid
// for an empty reason.
func (a actionDrop) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, a.Subject, func(d *app.Desk, id app.ID) error { return d.GiveUpAction(id, a.Reason) })
}

// actionList lists what is open, the most pressing first, then what was done
// lately and what was given up.
type actionList struct{ call.Listing }

func (a actionList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		of := func(each app.Deed) shown.Action { return shown.ActionOf(each.Action) }
		return call.ListOf(c, a.Listing, every(d.Deeds()), of, actionLine)
	})
}

// every returns all that was taken on, the most pressing first.
func every(all app.Deeds) []app.Deed {
	return slices.Concat(all.Overdue, all.ThisWeek, all.Waiting, all.Later, all.Done, all.Dropped)
}

// actionLine returns id, day, state, who has taken it on, by name where there is one,
// and the words.
func actionLine(a shown.Action) string {
	return fmt.Sprintf("%s  %-10s  %-7s  %-10s  %s", a.ID, a.Due, a.State, cmp.Or(a.OwnerName, a.Owner), a.Text)
}
