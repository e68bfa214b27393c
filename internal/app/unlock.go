package app

import (
	"context"
	"errors"
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
	a.tidy()
	path := a.Journal()
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return nil, nil, fault.Wrap("make journal folder", err)
	}
	v, words, err := vault.Create(path, seal.NewSecret(passphrase), a.options(Key{}))
	if err != nil {
		return nil, nil, fault.Wrap("make journal", err)
	}
	desk, err = a.sit(ctx, v, false)
	return desk, words, err
}

// Key is what opens a journal: its passphrase or, where that is empty, its
// recovery words in any case and spacing.
type Key struct {
	Passphrase, Words string
	// Costly goes on where deriving the key takes far more than usual, which is
	// otherwise refused with a Cost.
	Costly bool
}

func (k Key) unlock() vault.Unlock {
	return vault.Unlock{Passphrase: seal.NewSecret(k.Passphrase), Words: k.Words}
}

// Opening says how a journal is opened.
type Opening uint8

// The ways to open a journal.
const (
	// AsUsual refuses a file that is older than the one last open here.
	AsUsual Opening = iota
	// AsRestored takes it: the user says that it was put back on purpose.
	AsRestored
	// ReadOnly takes it too, and changes nothing, not even which file counts as
	// the latest here: every change gives fault.Conflict.
	ReadOnly
	// ToLook changes nothing either, and refuses what AsUsual refuses.
	ToLook
)

// Open opens the journal at App.Journal. It gives fault.NotFound where there is
// none, CannotUnlock, InUse, Damaged, Tampered (IsOlder says whether by age,
// IsOther whether by being another journal than before), NewerFormat or Permission,
// fault.Conflict with a Cost, and fault.Invalid for words that can't be recovery
// words at all. Records that don't fit keep nobody out: Desk.Findings names them.
func (a *App) Open(ctx context.Context, k Key, how Opening) (*Desk, error) {
	o := a.options(k)
	o.AsFound = true
	o.Restored, o.ReadOnly = how == AsRestored || how == ReadOnly, how == ReadOnly || how == ToLook
	if !o.ReadOnly {
		a.tidy()
	}
	v, err := vault.Open(a.Journal(), k.unlock(), o)
	if err != nil {
		return nil, fault.Wrap("open journal", err)
	}
	return a.sit(ctx, v, o.ReadOnly)
}

// Unlock is Open, as usual, with a passphrase.
func (a *App) Unlock(ctx context.Context, passphrase string) (*Desk, error) {
	return a.Open(ctx, Key{Passphrase: passphrase}, AsUsual)
}

// UnlockWithWords is Open, as usual, with recovery words.
func (a *App) UnlockWithWords(ctx context.Context, words string) (*Desk, error) {
	return a.Open(ctx, Key{Words: words}, AsUsual)
}

// options gives how the journal's file is opened with the key: its backups are
// witnesses.
func (a *App) options(k Key) vault.Options {
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
	o := a.config.Vault
	o.Deriving = a.deriving(k)
	return o
}

// IsOlder tells whether Open failed because the file is whole, but older than
// the one last open on this computer or than a backup, or apart from it.
func IsOlder(err error) bool { return errors.Is(err, vault.ErrRolledBack) }

// IsOther tells whether Open failed because the file is whole, but of another
// journal than the one last open in its place.
func IsOther(err error) bool { return errors.Is(err, vault.ErrOther) }

// IsUnrecognised tells whether Open failed because the file begins as no journal
// does: it is something else, or its beginning is lost.
func IsUnrecognised(err error) bool { return errors.Is(err, vault.ErrUnrecognised) }

func (a *App) sit(ctx context.Context, v *vault.Vault, readOnly bool) (*Desk, error) {
	l, err := library.Open(ctx, v, kinds...)
	if err == nil && !readOnly {
		err = keepLoss(l, a.Now())
	}
	if err != nil {
		_ = v.Close() // err says what is wrong; the file is as it was
		return nil, fault.Wrap("open journal", err)
	}
	return newDesk(ctx, a, l, readOnly)
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
