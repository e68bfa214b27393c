package keeping

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"aftershift/internal/agefile"
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/moving"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
)

// Names of what a full export holds.
const (
	WholeFile   = "journal.json"
	LockedFile  = WholeFile + LockedSuffix // in the place of WholeFile
	wholeNotes  = "notes"
	wholeReadMe = "READ ME FIRST.txt"
)

// LockedSuffix ends the name of a file that a passphrase locks.
const LockedSuffix = "." + agefile.Extension

// Whole says where the whole journal goes, and how.
type Whole struct {
	Passphrase string // of the journal, asked for again
	Folder     string // in which a new folder is made
	Markdown   bool   // notes to read beside the JSON; not with Lock, which holds for one file
	Lock       string // the passphrase that opens the JSON; "" leaves it readable
}

// check gives fault.Invalid for a Lock that CheckPassphrase refuses, and for notes beside
// one, which would tell what it locks.
func (w Whole) check() error {
	switch {
	case w.Lock == "":
		return nil
	case w.Markdown:
		return fault.New(fault.Invalid, "lock export: notes stay readable")
	}
	return CheckPassphrase(w.Lock)
}

// ExportAll writes the whole journal, never redacted, into a new folder, of which the
// path is given: as JSON that AddAll reads, locked where a Lock is given and then never
// readable on the disk; a text that says what it is; and notes in Markdown where asked
// for. The folder takes its name when it is whole; only its owner can read it. progress
// (may be nil) counts records up to Records. It gives fault.CannotUnlock for a wrong
// passphrase, fault.Invalid for a Lock that can't be one or comes with Markdown,
// fault.NotFound for no such folder, fault.Cancelled, and the kinds of platform.Fault.
func (d *Desk) ExportAll(ctx context.Context, w Whole, progress *atomic.Int64) (string, error) {
	if err := w.check(); err != nil {
		return "", fault.Wrap("export all", err)
	}
	if err := d.Library().Vault().CheckPassphrase(seal.NewSecret(w.Passphrase)); err != nil {
		return "", fault.Wrap("export all", err)
	}
	folder, err := filepath.Abs(w.Folder)
	if err != nil {
		return "", platform.Fault("find folder", err)
	}
	if info, err := os.Stat(folder); err != nil {
		return "", platform.Fault("find folder", err)
	} else if !info.IsDir() {
		return "", fault.New(fault.Invalid, "find folder")
	}
	c, err := d.whole(ctx)
	if err != nil {
		return "", fault.Wrap("export all", err)
	}
	path := ""
	err = d.app.Working(folder, func() (err error) {
		path, err = d.writeWhole(ctx, c, folder, w, progress)
		return err
	})
	if err != nil {
		return "", fault.Wrap("export all", err)
	}
	if d.ReadOnly() {
		return path, nil
	}
	return path, d.SetSettings(func(s *core.Settings) { s.Exported = d.Now() })
}

// whole gives all that the journal holds and that isn't its file's own.
func (d *Desk) whole(ctx context.Context) (library.Content, error) {
	c, err := d.Library().Content(ctx)
	if err != nil {
		return c, err
	}
	for i, o := range c.Objects {
		if o.Kind == core.SettingsKind {
			if c.Objects[i].Body, err = core.OwnSettings(o.Body); err != nil {
				return c, err
			}
		}
	}
	return c, nil
}

func (d *Desk) writeWhole(ctx context.Context, c library.Content, folder string, w Whole, progress *atomic.Int64) (string, error) {
	made, err := platform.MakeTempFolder(folder)
	if err != nil {
		return "", err
	}
	defer made.Remove()
	if err := d.writeJSON(ctx, c, made.Path(), w.Lock, progress); err != nil {
		return "", err
	}
	readMe := d.app.Words().T("whole.readme")
	if w.Lock != "" {
		readMe = d.app.Words().T("whole.readme.locked", WholeFile, LockedFile)
	}
	if err := platform.WriteNew(filepath.Join(made.Path(), wholeReadMe), []byte(readMe+"\n")); err != nil {
		return "", err
	}
	if w.Markdown {
		if err := d.writeNotes(ctx, c, filepath.Join(made.Path(), wholeNotes)); err != nil {
			return "", err
		}
	}
	return d.named(made, folder)
}

// named gives the folder that was made its name in folder, another one where that is
// taken.
func (d *Desk) named(made *platform.TempFolder, folder string) (string, error) {
	base := filepath.Join(folder, d.app.Words().T("whole.folder", d.Today()))
	path := base
	for n := 2; ; n++ {
		err := made.Rename(path)
		if fault.KindOf(err) != fault.Conflict || n > 99 {
			return path, err
		}
		path = base + " (" + strconv.Itoa(n) + ")"
	}
}

// writeJSON writes the JSON into a folder, through the lock where there is one.
func (d *Desk) writeJSON(ctx context.Context, c library.Content, folder, lock string, progress *atomic.Int64) error {
	name := WholeFile
	if lock != "" {
		name = LockedFile
	}
	f, err := platform.CreateAtomic(filepath.Join(folder, name))
	if err != nil {
		return err
	}
	if err := d.writeLocked(ctx, c, f, lock, progress); err != nil {
		f.Abort()
		return err
	}
	return f.Commit()
}

func (d *Desk) writeLocked(ctx context.Context, c library.Content, to io.Writer, lock string, progress *atomic.Int64) error {
	note := d.app.Words().T("whole.readme")
	if lock == "" {
		return moving.Write(ctx, to, c, d.Now(), note, progress)
	}
	sealed, err := agefile.NewWriter(to, lock)
	if err == nil {
		err = moving.Write(ctx, sealed, c, d.Now(), note, progress)
	}
	if err == nil {
		err = fault.Wrap("lock journal", sealed.Close())
	}
	return err
}

//words:prefix template.

func (d *Desk) writeNotes(ctx context.Context, c library.Content, folder string) error {
	words := d.app.Words()
	names := moving.Names{
		Theme: d.ThemeName,
		Section: func(template journal.TemplateID, key string) string {
			if own := d.OwnHeading(key); own != "" {
				return own
			}
			if name := "template." + string(template) + "." + key; words.Has(name) {
				return words.T(name)
			}
			return strings.ReplaceAll(key, "_", " ")
		},
	}
	for note := range moving.Notes(c, names) {
		if err := ctx.Err(); err != nil {
			return fault.As(fault.Cancelled, "write notes", err)
		}
		path := filepath.Join(folder, filepath.FromSlash(note.Path))
		if err := os.MkdirAll(filepath.Dir(path), platform.PrivateFolder); err != nil {
			return platform.Fault("make folder", err)
		}
		if err := os.WriteFile(path, []byte(note.Text), platform.PrivateFile); err != nil {
			return platform.Fault("write note", err)
		}
	}
	return nil
}
