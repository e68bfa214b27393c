package app

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/app/keeping"
	"aftershift/internal/fault"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// Create makes a new journal at App.Journal and opens it. words are the
// recovery words, which are shown once and kept nowhere. It gives
// fault.Conflict when a file is already there, and fault.Invalid for a
// passphrase that CheckPassphrase refuses.
func (a *App) Create(ctx context.Context, passphrase string) (desk *Desk, words []string, err error) {
	if err := CheckPassphrase(passphrase); err != nil {
		return nil, nil, err
	}
	a.Tidy()
	path := a.Journal()
	if err := platform.MakePrivate(filepath.Dir(path)); err != nil {
		return nil, nil, fault.Wrap("make journal folder", err)
	}
	v, words, err := vault.Create(path, seal.NewSecret(passphrase), a.Options(Key{}))
	if err != nil {
		return nil, nil, fault.Wrap("make journal", err)
	}
	desk, err = a.sit(ctx, v, false)
	return desk, words, err
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
	o := a.Options(k)
	o.AsFound = true
	o.Restored, o.ReadOnly = how == AsRestored || how == ReadOnly, how == ReadOnly || how == ToLook
	if !o.ReadOnly {
		a.Tidy()
	}
	v, err := vault.Open(a.Journal(), k.Unlock(), o)
	if err != nil {
		return nil, fault.Wrap("open journal", err)
	}
	return a.sit(ctx, v, o.ReadOnly)
}

// Unlock is Open, as usual, with a passphrase. Kinds of error as for Open.
func (a *App) Unlock(ctx context.Context, passphrase string) (*Desk, error) {
	return a.Open(ctx, Key{Passphrase: passphrase}, AsUsual)
}

// UnlockWithWords is Open, as usual, with recovery words. Kinds of error as for
// Open.
func (a *App) UnlockWithWords(ctx context.Context, words string) (*Desk, error) {
	return a.Open(ctx, Key{Words: words}, AsUsual)
}

// IsOlder tells whether Open failed because the file is whole, but older than
// the one last open on this computer or than a backup, or apart from it.
func IsOlder(err error) bool { return errors.Is(err, vault.ErrRolledBack) }

// IsHeld tells whether something wasn't deleted for good because a hold lasts.
func IsHeld(err error) bool { return errors.Is(err, core.ErrHeld) }

// IsOther tells whether Open failed because the file is whole, but of another
// journal than the one last open in its place.
func IsOther(err error) bool { return errors.Is(err, vault.ErrOther) }

// IsUnrecognised tells whether Open failed because the file begins as no journal
// does: it is something else, or its beginning is lost.
func IsUnrecognised(err error) bool { return errors.Is(err, vault.ErrUnrecognised) }

func (a *App) sit(ctx context.Context, v *vault.Vault, readOnly bool) (*Desk, error) {
	l, err := keeping.OpenLibrary(ctx, v)
	if err == nil && !readOnly {
		if err = keepLoss(l, a.Now()); err != nil {
			_ = l.Close() // err says what is wrong; the file is as it was
		}
	}
	if err != nil {
		return nil, fault.Wrap("open journal", err)
	}
	return newDesk(ctx, a, l, readOnly)
}

// keepLoss remembers what opening found, unless it was told in the same way
// before and the file is as it was then.
func keepLoss(l *library.Library, now time.Time) error {
	found, any := l.FoundLoss(now)
	known := l.Losses()
	if n := len(known); !any || len(found.Tables) == 0 && n > 0 && known[n-1].Strange == found.Strange {
		return nil
	}
	return l.KeepLoss(found)
}

// GiveBack is platform.GiveBack.
func GiveBack() { platform.GiveBack() }
