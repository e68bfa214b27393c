package call

import (
	"errors"
	"fmt"
	"strings"

	"aftershift/internal/app"
)

// ErrAside ends a command that did its work on a journal of which some records
// are set aside. What there is to say has been said.
var ErrAside = errors.New("records are set aside")

// tell warns of what is wrong with the journal's records. A command that did its
// work ends with ExitAside then; what else went wrong counts more.
func (c *Call) tell(found app.Findings, err error) error {
	if found.None() {
		return err
	}
	if n := len(found.Asides); n > 0 {
		fmt.Fprintln(c.Complain, "warning:", c.Words.N("cli.aside", n))
	}
	for _, l := range found.Losses {
		fmt.Fprintln(c.Complain, "warning:", c.Words.T("cli.loss", l.At.Format("2006-01-02"), l.Missing, strings.Join(l.Tables, ", ")))
	}
	if found.People {
		fmt.Fprintln(c.Complain, "warning:", c.Words.T("cli.aside.people"))
	}
	fmt.Fprintln(c.Complain, "hint:", c.Words.T("cli.aside.hint"))
	if err == nil {
		err = ErrAside
	}
	return err
}

// NameAsides prints a line for each record that doesn't fit: what it is, its day,
// its id, and why.
func (c *Call) NameAsides(found app.Findings) error {
	for _, a := range found.Asides {
		kind, why := c.App.SayAside(a)
		if a.When != "" {
			kind += ", " + string(a.When)
		}
		if _, err := fmt.Fprintf(c.Out, "%s (%s): %s\n", kind, a.ID, why); err != nil {
			return err
		}
	}
	return nil
}
