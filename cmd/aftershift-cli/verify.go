package main

import (
	"context"

	"aftershift/cmd/aftershift-cli/shown"
)

// verifyJournal counts what of the journal is there. The counts are printed for a
// broken journal too, which ends with exitBroken.
type verifyJournal struct{ listing }

func (v verifyJournal) run(ctx context.Context, c *call) error {
	key, err := c.key()
	if err != nil {
		return err
	}
	is, err := c.app.Verify(ctx, key)
	if err != nil {
		return err
	}
	found, err := c.app.Examine(ctx, key)
	if err != nil && is.Sound() && !is.Older && !is.Other {
		return err
	}
	if v.JSON {
		err = c.object(shown.ConditionOf(is, found))
	} else {
		err = c.print(c.words.T("cli.verified", is.Intact, is.Damaged+is.Stale, is.Missing))
		if err == nil {
			err = c.nameAsides(found)
		}
	}
	if err != nil {
		return err
	}
	if err = is.Fault(); err == nil && !found.None() {
		err = errAside
	}
	return err
}
