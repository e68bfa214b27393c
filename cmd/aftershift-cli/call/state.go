package call

import (
	"errors"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// Told returns err with what a caller needs who named the record by its id: for
// an id of another kind what it is the id of, and for what can't be done now how
// things stand and what to do first. Other trouble stays as it is.
func (c *Call) Told(d *app.Desk, id app.ID, err error) error {
	if err == nil || errors.As(err, new(Complaint)) {
		return err
	}
	kind, state := c.stateOf(d, id)
	switch {
	case fault.KindOf(err) == fault.NotFound && kind != "" && kind != c.subjectKind():
		return c.Refused(ExitNotFound, "cli.hint.not_found", "cli.state.other", c.Words.T("cli.state."+kind))
	case fault.KindOf(err) == fault.Conflict:
		what := c.Words.T("cli.state.conflict")
		if kind != "" {
			what = c.Words.T("cli.state.now", c.Words.T("cli.state."+kind), c.Words.T("cli.state."+kind+"."+state))
		}
		return Complaint{ExitConflict, what, c.nextStep()}
	}
	return err
}

// subjectKind returns the kind of record that the command is about, as
// Known says it.
func (c *Call) subjectKind() string {
	if kind, _, of := strings.Cut(c.Command, " "); of && kind != "export" {
		return kind
	}
	return "entry"
}

// nextStep returns what to do when the state of things forbids the command.
func (c *Call) nextStep() string {
	name := strings.ReplaceAll(c.Command, " ", "_")
	if key := "cli.first." + name; c.Words.Has(key) {
		return c.Words.T(key)
	}
	return c.Words.T("cli.hint.conflict")
}

// Known tells what the id names and how that stands, as words of the catalogue's
// keys; nothing for an id of nothing that it knows. Each subject has one.
type Known func(d *app.Desk, id app.ID) (kind, state string)

// stateOf asks each subject for what the id names.
func (c *Call) stateOf(d *app.Desk, id app.ID) (kind, state string) {
	for _, known := range c.Known {
		if kind, state = known(d, id); kind != "" {
			break
		}
	}
	return kind, state
}
