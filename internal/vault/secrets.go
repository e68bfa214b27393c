package vault

import (
	"aftershift/internal/fault"
	"aftershift/internal/seal"
)

// ChangePassphrase wraps the same vault key for the new passphrase, at the cost
// of Options.Params or else of the present slot. Old copies and backups still
// open with the old one. It gives fault.CannotUnlock where old is wrong,
// fault.Invalid for an empty new one, and the kinds of Update.
func (v *Vault) ChangePassphrase(old, new seal.Secret) error {
	return fault.Wrap("change passphrase", v.changeSlots(func(s slots) (slots, error) {
		if err := v.proves(s.passphrase.OpenPassphrase(old, v.header.vaultID)); err != nil {
			return s, err
		}
		return v.withPassphrase(s, new)
	}))
}

// ResetPassphrase is ChangePassphrase for somebody who has the recovery words
// instead of the old passphrase.
func (v *Vault) ResetPassphrase(words string, new seal.Secret) error {
	return fault.Wrap("reset passphrase", v.changeSlots(func(s slots) (slots, error) {
		if err := v.provesWords(s, words); err != nil {
			return s, err
		}
		return v.withPassphrase(s, new)
	}))
}

// NewRecoveryWords makes new recovery words and revokes the old ones in this
// file. It gives fault.CannotUnlock where the passphrase is wrong, and the kinds
// of Update.
func (v *Vault) NewRecoveryWords(pass seal.Secret) ([]string, error) {
	var words seal.Words
	err := v.changeSlots(func(s slots) (slots, error) {
		if err := v.proves(s.passphrase.OpenPassphrase(pass, v.header.vaultID)); err != nil {
			return s, err
		}
		var err error
		if words, err = seal.NewWords(v.options.random()); err != nil {
			return s, err
		}
		s.recovery, err = seal.NewRecoverySlot(v.keys.vault, v.header.vaultID, words, v.options.random())
		return s, err
	})
	if err != nil {
		return nil, fault.Wrap("make recovery words", err)
	}
	return words.List(), nil
}

// CheckRecoveryWords reports whether the words, as typed, open this vault.
func (v *Vault) CheckRecoveryWords(words string) bool {
	v.mu.Lock()
	s := v.slots
	open := v.file != nil
	v.mu.Unlock()
	return open && v.provesWords(s, words) == nil
}

// CheckPassphrase gives nil where the passphrase opens this vault, and
// fault.CannotUnlock otherwise, so that a door out can ask again. It takes as
// long as unlocking.
func (v *Vault) CheckPassphrase(pass seal.Secret) error {
	v.mu.Lock()
	s, h, k, open := v.slots, v.header, v.keys.vault, v.file != nil
	v.mu.Unlock()
	if !open {
		return errLocked
	}
	key, err := s.passphrase.OpenPassphrase(pass, h.vaultID)
	if err == nil && !key.Equal(k) {
		err = errWrongSecret
	}
	return fault.Wrap("check passphrase", err)
}

// Cost gives the present passphrase slot's parameters.
func (v *Vault) Cost() seal.Params {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.slots.passphrase.Params
}

func (v *Vault) provesWords(s slots, words string) error {
	parsed, err := seal.ParseWords(words)
	if err != nil {
		return fault.As(fault.CannotUnlock, "read recovery words", err)
	}
	return v.proves(s.recovery.OpenRecovery(parsed, v.header.vaultID))
}

// proves gives nil where the key that a secret opened is the vault's.
func (v *Vault) proves(key seal.Key, err error) error {
	if err == nil && !key.Equal(v.keys.vault) {
		return errWrongSecret
	}
	return err
}

var errWrongSecret = fault.New(fault.CannotUnlock, "compare keys")

func (v *Vault) withPassphrase(s slots, pass seal.Secret) (slots, error) {
	params := v.options.Params
	if params == (seal.Params{}) {
		params = s.passphrase.Params
	}
	var err error
	s.passphrase, err = seal.NewPassphraseSlot(v.keys.vault, v.header.vaultID, pass, params, v.options.random())
	return s, err
}

// changeSlots commits the slots that change gives. The key is derived outside
// the lock for reading, so that the window goes on.
func (v *Vault) changeSlots(change func(slots) (slots, error)) error {
	v.writing.Lock()
	defer v.writing.Unlock()
	if err := v.writable(); err != nil {
		return err
	}
	s, err := change(v.slots)
	if err != nil {
		return err
	}
	return v.commit(nil, nil, &s)
}
