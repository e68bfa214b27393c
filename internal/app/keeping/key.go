package keeping

import (
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// Key is what opens a journal: its passphrase or, where that is empty, its
// recovery words in any case and spacing.
type Key struct {
	Passphrase, Words string
	// Costly goes on where deriving the key takes far more than usual, which is
	// otherwise refused with a Cost.
	Costly bool
}

// Unlock gives the key as the vault takes it.
func (k Key) Unlock() vault.Unlock {
	return vault.Unlock{Passphrase: seal.NewSecret(k.Passphrase), Words: k.Words}
}

// Options gives how the journal's file is opened with the key: its backups are
// witnesses.
func (a *App) Options(k Key) vault.Options {
	o := a.toOpen(k)
	o.Witnesses = func() (paths []string) {
		all, _ := a.Backups() // a folder that can't be read testifies to nothing
		for _, b := range all {
			paths = append(paths, b.Path)
		}
		return paths
	}
	return o
}

// toOpen gives how any file is opened with the key.
func (a *App) toOpen(k Key) vault.Options {
	o := a.Config().Vault
	o.Deriving = a.deriving(k)
	return o
}
