package call

import (
	"context"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
)

// The types of what flags and arguments hold beside text and words of a list (tag
// of: its name; tag or: what is taken beside them).
type (
	File    string // names a file: the system says what a name may hold
	ID      string // the id of a record
	Day     string // 2026-03-12
	Minutes int    // of an item or a session
	Days    int    // between sessions
	Count   int    // of results
)

// ID returns the id, which was read once already when the arguments were.
func (t ID) ID() app.ID {
	id, _ := input.ReadID(string(t))
	return id
}

// IDs returns the ids that were typed, in their order.
func IDs(typed []ID) (all []app.ID) {
	for _, each := range typed {
		all = append(all, each.ID())
	}
	return all
}

// Subject names the one record that a command is about.
type Subject struct {
	ID ID `arg:"" name:"id"`
}

// About opens the journal and hands over the record's id. What the state of the
// record forbids is told with that state.
func (c *Call) About(ctx context.Context, s Subject, use func(*app.Desk, app.ID) error) error {
	return c.Change(ctx, func(d *app.Desk) error { return c.Told(d, s.ID.ID(), use(d, s.ID.ID())) })
}

// SupervisorNamed returns the id of somebody by name; 0 for "", and a complaint
// for a name that nobody has.
func (c *Call) SupervisorNamed(d *app.Desk, name string) (app.ID, error) {
	for _, r := range d.Relationships() {
		if name != "" && strings.EqualFold(r.Name, strings.Join(strings.Fields(name), " ")) {
			return r.ID, nil
		}
	}
	if name == "" {
		return 0, nil
	}
	return 0, c.Refused(ExitNotFound, "cli.hint.supervisor", "cli.refused.supervisor")
}
