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

// LookAt is About for a command that changes nothing: it hands over the record, as read
// returns it.
func LookAt[R any](ctx context.Context, c *Call, s Subject, read func(*app.Desk, app.ID) (R, error), use func(*app.Desk, R) error) error {
	return c.Look(ctx, func(d *app.Desk) error {
		r, err := read(d, s.ID.ID())
		if err != nil {
			return c.Told(d, s.ID.ID(), err)
		}
		return use(d, r)
	})
}

// Write is About with a text that was typed, "-" for standard input.
func (c *Call) Write(ctx context.Context, s Subject, typed string, use func(d *app.Desk, id app.ID, text string) error) error {
	text, err := c.Text(typed)
	if err != nil {
		return err
	}
	return c.About(ctx, s, func(d *app.Desk, id app.ID) error { return use(d, id, text) })
}

// TakeIn is Change with what a file holds.
func (c *Call) TakeIn(ctx context.Context, path File, use func(d *app.Desk, raw []byte) error) error {
	raw, err := c.Contents(path)
	if err != nil {
		return err
	}
	return c.Change(ctx, func(d *app.Desk) error { return use(d, raw) })
}

// ChangeWith is Change with the id of somebody by name, as SupervisorNamed returns it.
func (c *Call) ChangeWith(ctx context.Context, name string, use func(d *app.Desk, with app.ID) error) error {
	return c.Change(ctx, c.with(name, use))
}

// LookWith is ChangeWith for a command that changes nothing.
func (c *Call) LookWith(ctx context.Context, name string, use func(d *app.Desk, with app.ID) error) error {
	return c.Look(ctx, c.with(name, use))
}

// with returns use with the id of the one of that name, looked up once the journal is
// open. It gives the complaint of SupervisorNamed.
func (c *Call) with(name string, use func(*app.Desk, app.ID) error) func(*app.Desk) error {
	return func(d *app.Desk) error {
		with, err := c.SupervisorNamed(d, name)
		if err != nil {
			return err
		}
		return use(d, with)
	}
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
