package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// door is what a secret is tried on: a vault's slots and the key behind them.
type door struct {
	slots  slots
	header header
	key    seal.Key
}

// door gives the present one, or fault.Locked.
func (v *Vault) door() (door, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.file == nil {
		return door{}, errLocked
	}
	return door{v.slots, v.header, v.keys.vault}, nil
}

// tryPassphrase gives nil where the passphrase opens the vault.
func (d door) tryPassphrase(pass seal.Secret) error {
	return d.leads(d.slots.passphrase.OpenPassphrase(pass, d.header.vaultID))
}

// tryWords gives nil where the recovery words, as typed, open the vault.
func (d door) tryWords(text string) error {
	words, err := seal.ParseWords(text)
	if err != nil {
		return fault.As(fault.CannotUnlock, "read recovery words", err)
	}
	return d.leads(d.slots.recovery.OpenRecovery(words, d.header.vaultID))
}

// leads gives nil where the key that a secret opened is the vault's.
func (d door) leads(key seal.Key, err error) error {
	if err == nil && !key.Equal(d.key) {
		return fault.New(fault.CannotUnlock, "compare keys")
	}
	return err
}

// withPassphrase gives the slots with another passphrase.
func (d door) withPassphrase(pass seal.Secret, o Options) (s slots, err error) {
	s = d.slots
	s.passphrase, err = seal.NewPassphraseSlot(d.key, d.header.vaultID, pass, o.paramsLike(s), o.random())
	return s, err
}

// paramsLike gives the cost for a new slot in place of one that is there.
func (o Options) paramsLike(s slots) seal.Params {
	if o.Params == (seal.Params{}) {
		return s.passphrase.Params
	}
	return o.Params
}

// ChangePassphrase wraps the same vault key for the new passphrase, at the cost
// of Options.Params or else of the present slot. Old copies and backups still
// open with the old one. It gives fault.CannotUnlock where old is wrong,
// fault.Invalid for an empty new one, and the kinds of Update.
func (v *Vault) ChangePassphrase(old, new seal.Secret) error {
	return fault.Wrap("change passphrase", v.changeSlots(func(d door) (slots, error) {
		if err := d.tryPassphrase(old); err != nil {
			return slots{}, err
		}
		return d.withPassphrase(new, v.options)
	}))
}

// ResetPassphrase is ChangePassphrase for somebody who has the recovery words
// instead of the old passphrase. Kinds: those of ChangePassphrase.
func (v *Vault) ResetPassphrase(words string, new seal.Secret) error {
	return fault.Wrap("reset passphrase", v.changeSlots(func(d door) (slots, error) {
		if err := d.tryWords(words); err != nil {
			return slots{}, err
		}
		return d.withPassphrase(new, v.options)
	}))
}

// NewRecoveryWords makes new recovery words and revokes the old ones in this
// file. It gives fault.CannotUnlock where the passphrase is wrong, and the kinds
// of Update.
func (v *Vault) NewRecoveryWords(pass seal.Secret) ([]string, error) {
	var words seal.Words
	err := v.changeSlots(func(d door) (s slots, err error) {
		if err := d.tryPassphrase(pass); err != nil {
			return s, err
		}
		if words, err = seal.NewWords(v.options.random()); err != nil {
			return s, err
		}
		s = d.slots
		s.recovery, err = seal.NewRecoverySlot(d.key, d.header.vaultID, words, v.options.random())
		return s, err
	})
	if err != nil {
		return nil, fault.Wrap("make recovery words", err)
	}
	return words.List(), nil
}

// CheckRecoveryWords reports whether the words, as typed, open this vault.
func (v *Vault) CheckRecoveryWords(words string) bool {
	d, err := v.door()
	return err == nil && d.tryWords(words) == nil
}

// CheckPassphrase gives nil where the passphrase opens this vault, and
// fault.CannotUnlock otherwise, so that a door out can ask again. It takes as
// long as unlocking.
func (v *Vault) CheckPassphrase(pass seal.Secret) error {
	d, err := v.door()
	if err == nil {
		err = d.tryPassphrase(pass)
	}
	return fault.Wrap("check passphrase", err)
}

// Cost gives what a guess at the present passphrase costs.
func (v *Vault) Cost() seal.Params {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.slots.passphrase.Params
}

// changeSlots commits the slots that change gives. The key is derived outside
// the lock for reading, so that the window goes on.
func (v *Vault) changeSlots(change func(door) (slots, error)) error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	d, err := v.door()
	if err != nil {
		return err
	}
	s, err := change(d)
	if err != nil {
		return err
	}
	return v.commit(nil, nil, &s)
}
