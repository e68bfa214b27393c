package main

import (
	"context"
	"fmt"
)

// verified is the object that verify --json prints.
type verified struct {
	Intact   int  `json:"intact"`
	Damaged  int  `json:"damaged"`
	Missing  int  `json:"missing"`
	Stale    int  `json:"stale"`    // whole, but not what its list entry vouches for
	Complete bool `json:"complete"` // exactly the records that were last saved
	Sound    bool `json:"sound"`
	Older    bool `json:"older"` // than the journal that was last open here, or apart from it
	Other    bool `json:"other"` // another journal was last open in its place

	Aside []aside `json:"aside"` // records that don't fit, as far as the file can be opened
}

// verify counts what of the journal is there. The counts are printed for a
// broken journal too, which ends with exitBroken.
func (c *call) verify(ctx context.Context) error {
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
	v := verified{is.Intact, is.Damaged, is.Missing, is.Stale, is.Complete, is.Sound() && !is.Older && !is.Other, is.Older, is.Other, asides(found)}
	if c.flags.json {
		err = c.object(v)
	} else {
		_, err = fmt.Fprintln(c.out, c.words.T("cli.verified", v.Intact, v.Damaged+v.Stale, v.Missing))
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
