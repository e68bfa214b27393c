package keeping

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// Preview says what a backup holds, and how the open journal differs from it.
type Preview struct {
	Records int          // verified, all of them sound
	Entries int          // that are not in its trash
	Newest  journal.Date // what its newest entry is about; "" without one
	Missing []journal.ID // entries that only the backup has
	Purged  int          // entries that were deleted for good since
	Changed int          // entries that are another version here
	Added   int          // entries that only the journal has

	Brings library.Brought // what adding what is missing would do
}

// PreviewBackup verifies the backup at path as a whole, without a secret, and
// compares it with the journal. progress (may be nil) counts records. Nothing is
// changed anywhere. It gives fault.Damaged or Tampered where the backup isn't
// sound, fault.CannotUnlock for another journal's and for one made under an
// earlier key, fault.Cancelled, and the kinds of App.Unlock.
func (d *Desk) PreviewBackup(ctx context.Context, path string, progress *atomic.Int64) (Preview, error) {
	report, err := d.Library().Vault().VerifyCopy(ctx, path, progress)
	if err == nil {
		err = report.Fault()
	}
	if err != nil {
		return Preview{}, fault.Wrap("look into backup", err)
	}
	p := Preview{Records: report.Intact}
	return p, fault.Wrap("look into backup", d.withCopy(ctx, path, func(l *library.Library) error {
		d.compare(l, &p)
		there, err := l.Content(ctx)
		if err == nil {
			p.Brings, err = d.Library().WouldBring(ctx, there)
		}
		return err
	}))
}

// withCopy opens a copy for reading for the time that use takes.
func (d *Desk) withCopy(ctx context.Context, path string, use func(*library.Library) error) error {
	v, err := d.Library().Vault().OpenCopy(path)
	if err != nil {
		return err
	}
	l, err := OpenLibrary(ctx, v)
	if err != nil {
		return err
	}
	err = use(l)
	if shut := l.Close(); err == nil {
		err = shut
	}
	return err
}

func (d *Desk) compare(backup *library.Library, p *Preview) {
	purged := idSet(d.Library().Purged())
	for _, there := range backup.Overviews() {
		p.Entries++
		p.Newest = max(p.Newest, there.Date)
		here, found := d.Library().Overview(there.ID)
		switch {
		case purged[there.ID]:
			p.Purged++
		case !found:
			p.Missing = append(p.Missing, there.ID)
		case !here.Updated.Equal(there.Updated):
			p.Changed++
		}
	}
	for _, here := range d.Library().Overviews() {
		if _, found := backup.Overview(here.ID); !found {
			p.Added++
		}
	}
}

func idSet(ids []journal.ID) map[journal.ID]bool {
	set := make(map[journal.ID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// AddMissing brings in what the backup at path has and the journal lacks, records of
// every kind: a record that was changed here since stays, one that was changed there
// since becomes what it is there, and of one that was changed on both sides the later
// state counts and the other is kept. What was deleted for good on either side is
// gone. What is being written is kept as a version first. It gives what was brought,
// and the kinds of error of PreviewBackup.
func (d *Desk) AddMissing(ctx context.Context, path string) (library.Brought, error) {
	if _, err := d.PreviewBackup(ctx, path, nil); err != nil {
		return library.Brought{}, err
	}
	var there library.Content
	err := d.withCopy(ctx, path, func(from *library.Library) (err error) {
		there, err = from.Content(ctx)
		return err
	})
	if err != nil {
		return library.Brought{}, fault.Wrap("add what is missing", err)
	}
	brought, err := d.bringIn(ctx, there)
	return brought, fault.Wrap("add what is missing", err)
}

// bringIn keeps what is being written, brings a content in, and makes it known.
func (d *Desk) bringIn(ctx context.Context, there library.Content) (library.Brought, error) {
	if err := d.keepDrafts(); err != nil {
		return library.Brought{}, err
	}
	if d.Held() {
		if would, err := d.Library().WouldBring(ctx, there); err != nil || len(would.Gone) > 0 {
			if err == nil {
				err = fault.As(fault.Conflict, "bring in", core.ErrHeld)
			}
			return library.Brought{}, err
		}
	}
	brought, err := d.Library().Bring(ctx, there)
	if err == nil {
		err = d.ExpireNotes(ctx) // of those too that came with it
	}
	if err != nil {
		return brought, err
	}
	return brought, d.Reload(brought.Touched()...)
}

// keepDrafts makes what is being written a version of its entry. One that can't be
// read, or saved, stays as it is.
func (d *Desk) keepDrafts() error {
	d.Saving().Lock()
	defer d.Saving().Unlock()
	for _, id := range d.Library().Drafts() {
		e, err := d.Library().Draft(id)
		switch fault.KindOf(err) {
		case fault.Damaged, fault.Tampered, fault.NewerFormat:
			if err != nil {
				continue
			}
		}
		if err == nil {
			e.Updated = d.Now()
			_, err = d.Keep(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// ReplaceBy puts the backup at path in the journal's place. All of it is
// verified first; the present file is kept beside it, at the path that is given.
// closed tells that the desk is closed then, whatever else went wrong, and has
// to be unlocked anew; without it nothing has changed. Kinds of error as for
// PreviewBackup.
func (d *Desk) ReplaceBy(ctx context.Context, path string, progress *atomic.Int64) (kept string, closed bool, err error) {
	aside, err := d.app.aside(d.Library().Vault().Path())
	if err != nil {
		return "", false, err
	}
	d.guard.making.Lock()
	defer d.guard.making.Unlock()
	closed, err = d.Library().Vault().RestoreCopy(ctx, path, aside, progress)
	if closed {
		d.guard.note(func(is *guarded) { is.replaced = true })
	}
	if err != nil {
		return "", closed, fault.Wrap("restore backup", err)
	}
	return aside, closed, nil
}

// aside gives a free path for the file that is replaced, in a folder that is
// there.
func (a *App) aside(path string) (string, error) {
	folder := a.ReplacedFolder()
	if err := platform.MakePrivate(folder); err != nil {
		return "", err
	}
	name := strings.TrimSuffix(filepath.Base(path), core.JournalSuffix) + "-" + a.Now().UTC().Format(backupTime)
	for try := filepath.Join(folder, name); ; try += "-again" {
		if _, err := os.Lstat(try + core.JournalSuffix); err != nil {
			return try + core.JournalSuffix, nil
		}
	}
}

// RestoreFile puts the backup at path in the place of the journal at
// App.Journal, which may be broken or missing and has to be closed. All of the
// backup is verified first; what stood there is kept at the path that is given,
// "" where nothing did. Kinds of error as for Open, about the backup, and
// fault.InUse where the journal is open.
func (a *App) RestoreFile(ctx context.Context, path string, k Key) (kept string, err error) {
	a.Tidy()
	had := a.HasJournal()
	aside, err := a.aside(a.Journal())
	if err != nil {
		return "", err
	}
	if err := vault.Restore(ctx, path, a.Journal(), aside, k.Unlock(), a.Options(k), nil); err != nil {
		return "", fault.Wrap("restore backup", err)
	}
	if !had {
		aside = ""
	}
	return aside, nil
}

// Salvage reads whatever of the broken journal at from can still be opened, and
// makes a new, verified journal of it at to, where nothing may stand, and opens
// that to see that it can be. Nothing changes at from. Where the place of the keys
// is lost in it, they are taken from a backup. It says what was found.
// Kinds of error as for Open, and fault.Conflict where a file stands at to.
func (a *App) Salvage(ctx context.Context, from, to string, k Key) (Condition, error) {
	to, err := filepath.Abs(to)
	if err != nil {
		return Condition{}, platform.Fault("find folder", err)
	}
	a.Tidy()
	var c Condition
	err = a.Working(filepath.Dir(to), func() (err error) {
		c, err = vault.Salvage(ctx, from, to, k.Unlock(), a.Options(k), nil, func(v *vault.Vault) error {
			_, err := a.findingsIn(ctx, v)
			return err
		})
		return err
	})
	return c, fault.Wrap("salvage journal", err)
}

// SalvagePath gives a free path beside the journal for what Salvage makes of it.
func (a *App) SalvagePath() string {
	base := strings.TrimSuffix(a.Journal(), core.JournalSuffix) + "-rescued"
	for try := base; ; try += "-again" {
		if _, err := os.Lstat(try + core.JournalSuffix); err != nil {
			return try + core.JournalSuffix
		}
	}
}

// Rotate gives the journal a new key, for use after somebody got hold of it with
// its passphrase, and new recovery words; progress (may be nil) counts records up
// to Records. Old copies and backups still open with
// the old secrets. Words that come with an error may be the ones that count now:
// show them. Kinds of error: fault.CannotUnlock for a wrong passphrase,
// fault.Damaged for a record that can't be opened (salvage first).
func (d *Desk) Rotate(ctx context.Context, passphrase string, progress *atomic.Int64) (words []string, err error) {
	err = d.unconfirmed(func() (err error) {
		words, err = d.Library().Vault().Rotate(ctx, seal.NewSecret(passphrase), progress)
		return err
	})
	return words, fault.Wrap("change key", err)
}
