package app

import (
	"context"
	"path/filepath"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault"

	"github.com/sethvargo/go-diceware/diceware"
	"github.com/trustelem/zxcvbn"
)

// Create makes a new journal at App.Journal and opens it. words are the
// recovery words, which are shown once and kept nowhere. It gives
// fault.Conflict when a file is already there, and fault.Invalid for a
// passphrase that CheckPassphrase refuses.
func (a *App) Create(ctx context.Context, passphrase string) (desk *Desk, words []string, err error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return nil, nil, err
	}
	path := a.Journal()
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return nil, nil, fault.Wrap("make journal folder", err)
	}
	v, words, err := vault.Create(path, seal.NewSecret(passphrase), a.config.Vault)
	if err != nil {
		return nil, nil, fault.Wrap("make journal", err)
	}
	desk, err = a.sit(ctx, v)
	return desk, words, err
}

// Unlock opens the journal with its passphrase. It gives fault.NotFound where
// there is none, CannotUnlock, InUse, Damaged, Tampered, NewerFormat or
// Permission.
func (a *App) Unlock(ctx context.Context, passphrase string) (*Desk, error) {
	return a.open(ctx, vault.Unlock{Passphrase: seal.NewSecret(passphrase)}, a.config.Vault)
}

// UnlockWithWords opens the journal with its recovery words, in any case and
// spacing. Kinds of error as for Unlock; fault.Invalid when they can't be
// recovery words at all.
func (a *App) UnlockWithWords(ctx context.Context, words string) (*Desk, error) {
	return a.open(ctx, vault.Unlock{Words: words}, a.config.Vault)
}

// UnlockRestored opens the journal although it is older than the one that was
// last open here: the user says that it was put back on purpose.
func (a *App) UnlockRestored(ctx context.Context, passphrase string) (*Desk, error) {
	o := a.config.Vault
	o.Restored = true
	return a.open(ctx, vault.Unlock{Passphrase: seal.NewSecret(passphrase)}, o)
}

// UnlockRestoredWithWords is UnlockRestored for somebody who has the recovery
// words instead of the passphrase.
func (a *App) UnlockRestoredWithWords(ctx context.Context, words string) (*Desk, error) {
	o := a.config.Vault
	o.Restored = true
	return a.open(ctx, vault.Unlock{Words: words}, o)
}

func (a *App) open(ctx context.Context, u vault.Unlock, o vault.Options) (*Desk, error) {
	v, err := vault.Open(a.Journal(), u, o)
	if err != nil {
		return nil, fault.Wrap("open journal", err)
	}
	return a.sit(ctx, v)
}

func (a *App) sit(ctx context.Context, v *vault.Vault) (*Desk, error) {
	l, err := library.Open(ctx, v)
	if err != nil {
		_ = v.Close() // err says what is wrong; the file is as it was
		return nil, fault.Wrap("open journal", err)
	}
	return newDesk(ctx, a, l)
}

// Strength is how well a passphrase would stand up to guessing.
type Strength struct {
	Score int // 0 to 4, by zxcvbn (Wheeler 2016)
	// Enough is a score of 3: "safely unguessable, moderate protection from
	// offline slow-hash scenario", which Argon2id makes slower still.
	Enough bool
}

// MeasurePassphrase judges a passphrase. It takes up to a few milliseconds; of
// a long one only the first 100 characters count.
func MeasurePassphrase(passphrase string) Strength {
	runes := []rune(passphrase)
	score := zxcvbn.PasswordStrength(string(runes[:min(len(runes), 100)]), []string{"aftershift", "journal"}).Score
	return Strength{Score: score, Enough: score >= 3}
}

// MinPassphrase is the fewest characters of a passphrase.
const MinPassphrase = 8

// CheckPassphrase gives fault.Invalid for a passphrase under MinPassphrase
// characters or over 1,000. A weak one is the user's choice, plainly told.
func CheckPassphrase(passphrase string) error {
	if n := len([]rune(strings.TrimSpace(passphrase))); n < MinPassphrase || n > 1000 {
		return fault.New(fault.Invalid, "choose passphrase")
	}
	return nil
}

// SuggestPassphrase gives six words drawn at random from the EFF's long list:
// 77 bits (https://www.eff.org/dice).
func SuggestPassphrase() (string, error) {
	words, err := diceware.Generate(6)
	if err != nil {
		return "", fault.As(fault.Internal, "suggest passphrase", err)
	}
	return strings.Join(words, " "), nil
}
