package keeping

import (
	"context"
	"sync/atomic"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
)

// Checkup is what was found when the open journal's file was last verified.
type Checkup struct {
	At time.Time // zero: not yet
	Condition
	Err error // the file could not be read to its end; nil: Condition says all
}

// Fault gives nil for a sound journal, and else what is wrong with it: Err, or the
// kinds of Condition.Fault.
func (c Checkup) Fault() error {
	if c.Err != nil {
		return c.Err
	}
	return c.Condition.Fault()
}

// Checkup gives what was last found; it is verified by itself after opening.
func (d *Desk) Checkup() Checkup { return d.guard.now().checkup }

// VerifyNow opens every record of the journal as it stands in the file. Saving
// goes on meanwhile. progress (may be nil) counts records up to Records. What is found is kept for Checkup, bad news too;
// the error is fault.Cancelled, Locked, or Damaged for a file that can't be read.
func (d *Desk) VerifyNow(ctx context.Context, progress *atomic.Int64) (Checkup, error) {
	found, err := d.Library().Vault().Verify(ctx, progress)
	c := Checkup{At: d.Now(), Condition: found, Err: err}
	if kind := fault.KindOf(err); err != nil && (kind == fault.Cancelled || kind == fault.Locked) {
		return d.Checkup(), err
	}
	d.guard.note(func(is *guarded) { is.checkup = c })
	d.Tell(core.Event{Kind: core.Verified})
	return c, err
}
