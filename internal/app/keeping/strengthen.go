package keeping

import (
	"context"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// costEvery is how long after it was last looked at the cost of a guess is
// compared with this computer again. That takes a few seconds of its work.
const costEvery = 30 * 24 * time.Hour

// measuring gives what measures how much a new key slot should cost on this
// computer; nil where costs are given from outside.
func measuring(c *core.Config) func() seal.Params {
	switch {
	case c.Measure != nil:
		return c.Measure
	case c.Vault.Params != seal.Params{}:
		return nil
	}
	return func() seal.Params { return seal.Calibrate(platform.TotalMemory(), c.Now) }
}

// checkCost looks whether a guess at the passphrase could cost twice as much as
// it does: computers get faster, and the journal may come from a slow one. A
// journal is first looked at a month after it was first opened.
func (d *Desk) checkCost(ctx context.Context) {
	checked, now, measure := d.Settings().CostChecked, d.Now(), measuring(d.app.Config())
	if measure == nil || d.IsSample() || d.ReadOnly() || ctx.Err() != nil || !checked.IsZero() && now.Sub(checked) < costEvery {
		return
	}
	if !checked.IsZero() {
		if today := measure(); work(today) >= 2*work(d.Library().Vault().Cost()) {
			d.setDearer(today)
			d.Tell(core.Event{Kind: core.SettingsChanged})
			return // the next sitting offers it again
		}
	}
	_ = d.SetSettings(func(s *core.Settings) { s.CostChecked = now }) // else it is looked at again
}

// work is what a derivation costs, in blocks filled.
func work(p seal.Params) uint64 { return uint64(p.MemoryKiB) * uint64(p.Passes) }

func (d *Desk) setDearer(p seal.Params) { d.guard.note(func(is *guarded) { is.dearer = p }) }

// CanStrengthen tells whether a guess at the passphrase could cost at least
// twice as much on this computer as it does now.
func (d *Desk) CanStrengthen() bool { return d.guard.now().dearer != seal.Params{} }

// Strengthen makes a guess at the passphrase cost what this computer can bear.
// The passphrase stays; copies and backups made before keep the old cost. It
// gives fault.CannotUnlock for a wrong passphrase, and fault.Conflict where
// CanStrengthen is false.
func (d *Desk) Strengthen(passphrase string) error {
	dearer := d.guard.now().dearer
	if dearer == (seal.Params{}) {
		return fault.New(fault.Conflict, "strengthen passphrase")
	}
	if err := d.Library().Vault().Strengthen(seal.NewSecret(passphrase), dearer); err != nil {
		return fault.Wrap("strengthen passphrase", err)
	}
	d.setDearer(seal.Params{})
	return d.SetSettings(func(s *core.Settings) { s.CostChecked = d.Now() })
}
