package app

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/platform"
)

func newCopy(t *testing.T, d *Desk) *Copy {
	t.Helper()
	e := write(t, d, "private", "A title", "Words to share.", journal.Next)
	c, err := d.Copy(CopyOf{Paper: EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: "mentor"})
	must(t, err)
	c.Review.MaskAll()
	return c
}

// A file that is made, or changed, while a copy is being saved is never replaced.
func TestDesk_SaveCopy_never_replaces_a_file_made_meanwhile(t *testing.T) {
	d, _ := newTestDesk(t)
	dir := t.TempDir()
	tried := 0
	for name, c := range map[string]struct {
		before string // "": none
		meddle func(path string) error
	}{
		"made meanwhile":    {"", func(p string) error { return os.WriteFile(p, []byte("precious"), 0o600) }},
		"link made":         {"", func(p string) error { return os.Symlink(filepath.Join(dir, "target"), p) }},
		"folder made":       {"", func(p string) error { return os.Mkdir(p, 0o700) }},
		"changed meanwhile": {"old", func(p string) error { return os.WriteFile(p, []byte("precious, and longer"), 0o600) }},
		"exchanged for a link": {"old", func(p string) error {
			return errors.Join(os.Remove(p), os.Symlink(filepath.Join(dir, "target"), p))
		}},
	} {
		path := filepath.Join(dir, name)
		if c.before != "" {
			must(t, os.WriteFile(path, []byte(c.before), 0o600))
		}
		to, err := aim(path, c.before != "")
		must(t, err)
		must(t, c.meddle(path))
		meddled, _ := os.Lstat(path)
		_, err = d.leave(SharedCopy{Kind: "entries"}, to, []byte("redacted"))
		if err == nil || len(d.SharedCopies()) != 0 {
			t.Errorf("%s: saved all the same (%v), %d in the register", name, err, len(d.SharedCopies()))
		}
		if now, err := os.Lstat(path); err != nil || !os.SameFile(meddled, now) || now.Size() != meddled.Size() {
			t.Errorf("%s: replaced", name)
		}
		if left := platform.Left(dir); len(left) > 0 {
			t.Errorf("%s: left %v", name, left)
		}
		tried++
	}
	trials(t, tried, "ways to meddle with the target while a copy is saved")
}

// Whatever moment the program ends at, what was written is in the register after
// the next opening, and what wasn't is not.
func TestDesk_tidy_settles_what_was_being_saved(t *testing.T) {
	d, _ := newTestDesk(t)
	dir := t.TempDir()
	content := []byte("redacted")
	pending := func(name string) SharedCopy {
		id, err := d.library.NewID()
		must(t, err)
		s := SharedCopy{ID: id, Kind: "entries", Format: "text", File: name, SHA256: sumOfBytes(content), Pending: filepath.Join(dir, name)}
		must(t, d.library.PutSharedCopy(s))
		return s
	}
	written := pending("written")
	must(t, os.WriteFile(written.Pending, content, 0o600))
	pending("not written")
	other := pending("another file has the name")
	must(t, os.WriteFile(other.Pending, []byte("precious"), 0o600))
	away := pending(filepath.Join("stick", "away"))
	d = reopened(t, d)
	left := d.SharedCopies()
	if len(left) != 2 || d.FoundCopies() != 1 {
		t.Fatalf("%d lines, %d found: %+v", len(left), d.FoundCopies(), left)
	}
	for _, s := range left {
		if s.ID == written.ID && s.Pending != "" || s.ID == away.ID && s.Pending == "" || s.ID != written.ID && s.ID != away.ID {
			t.Errorf("%+v", s)
		}
	}
	if raw, err := os.ReadFile(other.Pending); err != nil || string(raw) != "precious" {
		t.Error("another's file was touched")
	}
	trials(t, 4, "moments at which saving a copy ended, settled on opening")
}

// What programs that were killed left is gone after the next opening, wherever it
// stands; what a running one makes stays.
func TestApp_tidy_every_folder(t *testing.T) {
	d, _ := newTestDesk(t)
	must(t, d.Close())
	a, stick := d.app, t.TempDir()
	must(t, os.MkdirAll(a.ReplacedFolder(), 0o700))
	must(t, os.MkdirAll(a.Config().Vault.Scratch, 0o700))
	must(t, os.MkdirAll(a.Config().ConfigFolder, 0o700))
	done, err := platform.Note(filepath.Join(a.Config().StateFolder, "working"), stick)
	must(t, err)
	notes := platform.Left(filepath.Join(a.Config().StateFolder, "working"))
	raw, err := os.ReadFile(notes[0])
	must(t, err)
	done()
	must(t, os.WriteFile(filepath.Join(filepath.Join(a.Config().StateFolder, "working"), ".aftershift-1.tmp"), raw, 0o600)) // of a program that was killed
	folders := []string{
		a.Config().DataFolder, a.BackupFolder(), a.ReplacedFolder(), a.Config().StateFolder,
		a.Config().ConfigFolder, a.Config().Vault.AnchorDir, a.Config().Vault.Scratch, stick,
	}
	for _, dir := range folders {
		for _, name := range []string{".aftershift-123.tmp", ".aftershift-124.tmp-journal"} {
			must(t, os.WriteFile(filepath.Join(dir, name), []byte("Leanne Mottram"), 0o600))
		}
		must(t, os.MkdirAll(filepath.Join(dir, ".aftershift-125.tmp", "deep"), 0o700))
	}
	used, err := platform.CreateAtomic(filepath.Join(stick, "copy"))
	must(t, err)
	defer used.Abort()
	again, err := a.Unlock(ctx, passphrase)
	must(t, err)
	defer again.Close()
	for _, dir := range append(folders, filepath.Join(a.Config().StateFolder, "working")) {
		left := platform.Left(dir)
		if dir == stick && len(left) == 1 && left[0] == used.TempPath() {
			continue
		}
		if len(left) > 0 {
			t.Errorf("left in %s: %v", filepath.Base(dir), left)
		}
	}
	trials(t, 3*len(folders), "things left in every folder, gone on opening")
}

func TestDesk_SaveCopy_is_what_was_searched(t *testing.T) {
	d, _ := newTestDesk(t)
	path := filepath.Join(t.TempDir(), "copy.txt")
	shared, err := d.SaveCopy(newCopy(t, d), Text, path, false)
	must(t, err)
	raw, err := os.ReadFile(path)
	must(t, err)
	if sumOfBytes(raw) != shared.SHA256 || !bytes.Contains(raw, []byte("Words to share.")) {
		t.Error("the register's sum is of something else")
	}
	must(t, os.WriteFile(path, []byte("changed"), 0o600))
	if err := (target{path: path}).holds(shared.SHA256); !errors.Is(err, fault.Tampered) {
		t.Errorf("a finished file that was changed: %v", err)
	}
}
