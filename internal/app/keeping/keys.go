package keeping

import (
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// ChangePassphrase makes next the passphrase. It gives fault.CannotUnlock when
// present is wrong. Copies and backups made before still open with the old one.
func (d *Desk) ChangePassphrase(present, next string) error {
	if err := CheckPassphrase(next); err != nil {
		return err
	}
	err := d.Library().Vault().ChangePassphrase(seal.NewSecret(present), seal.NewSecret(next))
	return fault.Wrap("change passphrase", err)
}

// NewRecoveryWords gives new recovery words; the old ones no longer open this
// file. It gives fault.CannotUnlock when the passphrase is wrong.
func (d *Desk) NewRecoveryWords(passphrase string) ([]string, error) {
	var words []string
	err := d.unconfirmed(func() (err error) {
		words, err = d.Library().Vault().NewRecoveryWords(seal.NewSecret(passphrase))
		return err
	})
	return words, fault.Wrap("make recovery words", err)
}

// unconfirmed runs what makes new recovery words. Before it runs the words count
// as not confirmed, so that a crash after it leaves nobody with words on paper
// that open nothing; where it fails, things are as before.
func (d *Desk) unconfirmed(make func() error) error {
	before := d.Settings()
	err := d.SetSettings(func(s *core.Settings) { s.RecoveryConfirmed, s.RecoveryMarks = false, nil })
	if err != nil {
		return err
	}
	if err = make(); err != nil {
		_ = d.SetSettings(func(s *core.Settings) { // asking once more than needed harms nobody
			s.RecoveryConfirmed, s.RecoveryMarks = before.RecoveryConfirmed, before.RecoveryMarks
		})
	}
	return err
}
