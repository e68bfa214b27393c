package main

import (
	"context"

	"aftershift/cmd/aftershift-cli/call"
	"aftershift/cmd/aftershift-cli/shown"
)

// verifyJournal counts what of the journal is there. The counts are printed for a
// broken journal too, which ends with call.ExitBroken.
type verifyJournal struct{ call.Listing }

// Run ends with call.ExitAside where records are set aside and nothing worse is found.
// Examine has to open the journal, so its error counts only where the counts, which
// need less, show nothing wrong.
func (v verifyJournal) Run(ctx context.Context, c *call.Call) error {
	key, err := c.Key()
	if err != nil {
		return err
	}
	is, err := c.App.Verify(ctx, key)
	if err != nil {
		return err
	}
	found, err := c.App.Examine(ctx, key)
	if err != nil && is.Sound() && !is.Older && !is.Other {
		return err
	}
	if v.JSON {
		err = c.Object(shown.ConditionOf(is, found))
	} else {
		err = c.Print(c.Words.T("cli.verified", is.Intact, is.Damaged+is.Stale, is.Missing))
		if err == nil {
			err = c.NameAsides(found)
		}
	}
	if err != nil {
		return err
	}
	if err = is.Fault(); err == nil && !found.None() {
		err = call.ErrAside
	}
	return err
}
