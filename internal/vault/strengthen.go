package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// Strengthen makes a guess at the passphrase cost what p says. The passphrase and
// the vault's key stay; copies made before keep the old cost. It gives
// fault.CannotUnlock where pass is wrong, fault.Invalid for a cost outside the
// bounds, and the kinds of Update.
func (v *Vault) Strengthen(pass seal.Secret, p seal.Params) error {
	o := v.options
	o.Params = p
	return fault.Wrap("strengthen passphrase", v.changeSlots(func(d door) (slots, error) {
		if err := d.tryPassphrase(pass); err != nil {
			return slots{}, err
		}
		return d.withPassphrase(pass, o)
	}))
}
