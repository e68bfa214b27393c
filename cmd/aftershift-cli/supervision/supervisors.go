package supervision

import (
	"context"
	"fmt"
	"strings"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// supervisorAdd adds somebody one has supervision with, and prints the id.
type supervisorAdd struct {
	Name    []string     `arg:""`
	Kind    string       `placeholder:"KIND" of:"kind"`
	Minutes call.Minutes `placeholder:"N"`
	Every   call.Days    `placeholder:"DAYS"`
}

// Run takes a clinical supervisor without --kind. Without --every no days between
// sessions are agreed.
func (s supervisorAdd) Run(ctx context.Context, c *call.Call) error {
	kind, err := input.ReadRelationship(s.Kind)
	if err != nil {
		return err
	}
	r := app.Relationship{Name: strings.Join(s.Name, " "), Kind: kind, UsualMinutes: int(s.Minutes), CadenceDays: int(s.Every)}
	return c.Change(ctx, func(d *app.Desk) error { return c.Made(d.SaveRelationship(r)) })
}

// supervisorArchive puts away somebody with whom there is no supervision any more.
type supervisorArchive struct{ call.Subject }

// Run keeps what was agreed with them. It ends with call.ExitConflict while a session
// with them is planned.
func (s supervisorArchive) Run(ctx context.Context, c *call.Call) error {
	return c.About(ctx, s.Subject, func(d *app.Desk, id app.ID) error { return d.ArchiveRelationship(id, true) })
}

// supervisorList lists who one has supervision with, and when it was last.
type supervisorList struct{ call.Listing }

// Run lists by name, those who were put away last.
func (s supervisorList) Run(ctx context.Context, c *call.Call) error {
	return c.Look(ctx, func(d *app.Desk) error {
		for _, each := range d.Network() {
			if err := printSupervisor(c, each, s.Listing); err != nil {
				return err
			}
		}
		return nil
	})
}

// printSupervisor prints id, the day of the last session, kind and name. JSON has all
// that is known of the person, but not that day.
func printSupervisor(c *call.Call, s app.Support, as call.Listing) error {
	if as.JSON {
		return c.Object(shown.SupervisorOf(s.Relationship))
	}
	_, err := fmt.Fprintf(c.Out, "%s  %-10s  %-22s  %s\n", s.ID, s.Cadence.LastHeld, s.Kind, s.Name)
	return err
}
