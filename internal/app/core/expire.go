package core

import "context"

// ExpireNotes takes the notes about others' cases away for good whose days are over,
// unless a hold lasts. It gives the kinds of Library.ExpireNotes.
func (d *Desk) ExpireNotes(ctx context.Context) error {
	if d.Held() {
		return nil
	}
	any, err := d.library.ExpireNotes(ctx, d.Today())
	if err != nil || !any {
		return err
	}
	_ = d.library.Vault().Compact() // they are gone and overwritten either way
	Core{d}.Tell(Event{Kind: SupervisionChanged})
	return nil
}
