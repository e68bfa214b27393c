package sharing_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/app/input"
	"aftershift/internal/app/sharing"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/platform"
)

func newCopy(t *testing.T, d *app.Desk) *app.Copy {
	t.Helper()
	e := apptest.Write(t, d, "private", "A title", "Words to share.", journal.Next)
	c, err := d.Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: "mentor"})
	apptest.Must(t, err)
	c.Review.MaskAll()
	return c
}

// A file that is made, or changed, while a copy is being saved is never replaced.
func TestDesk_SaveCopy_never_replaces_a_file_made_meanwhile(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
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
			apptest.Must(t, os.WriteFile(path, []byte(c.before), 0o600))
		}
		to, err := sharing.Aim(path, c.before != "")
		apptest.Must(t, err)
		apptest.Must(t, c.meddle(path))
		meddled, _ := os.Lstat(path)
		_, err = d.Leave(app.SharedCopy{Kind: "entries", Format: "text"}, to, []byte("redacted"))
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
	apptest.Trials(t, tried, "ways to meddle with the target while a copy is saved")
}

// Whatever moment the program ends at, what was written is in the register after
// the next opening, and what wasn't is not.
func TestDesk_tidy_settles_what_was_being_saved(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	dir := t.TempDir()
	content := []byte("redacted")
	pending := func(name string) app.SharedCopy {
		id, err := d.Lib().NewID()
		apptest.Must(t, err)
		s := app.SharedCopy{ID: id, Kind: "entries", Format: "text", File: name, SHA256: sharing.SumOfBytes(content), Pending: filepath.Join(dir, name)}
		apptest.Must(t, d.Lib().PutSharedCopy(s))
		return s
	}
	written := pending("written")
	apptest.Must(t, os.WriteFile(written.Pending, content, 0o600))
	pending("not written")
	other := pending("another file has the name")
	apptest.Must(t, os.WriteFile(other.Pending, []byte("precious"), 0o600))
	away := pending(filepath.Join("stick", "away"))
	d = apptest.Reopened(t, d)
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
	apptest.Trials(t, 4, "moments at which saving a copy ended, settled on opening")
}

// What programs that were killed left is gone after the next opening, wherever it
// stands; what a running one makes stays.
func TestApp_tidy_every_folder(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.Close())
	a, stick := apptest.AppOf(d), t.TempDir()
	apptest.Must(t, os.MkdirAll(a.ReplacedFolder(), 0o700))
	apptest.Must(t, os.MkdirAll(a.Config().Vault.Scratch, 0o700))
	apptest.Must(t, os.MkdirAll(a.Config().ConfigFolder, 0o700))
	done, err := platform.Note(filepath.Join(a.Config().StateFolder, "working"), stick)
	apptest.Must(t, err)
	notes := platform.Left(filepath.Join(a.Config().StateFolder, "working"))
	raw, err := os.ReadFile(notes[0])
	apptest.Must(t, err)
	done()
	apptest.Must(t, os.WriteFile(filepath.Join(filepath.Join(a.Config().StateFolder, "working"), ".aftershift-1.tmp"), raw, 0o600)) // of a program that was killed
	folders := []string{
		a.Config().DataFolder, a.BackupFolder(), a.ReplacedFolder(), a.Config().StateFolder,
		a.Config().ConfigFolder, a.Config().Vault.AnchorDir, a.Config().Vault.Scratch, stick,
	}
	for _, dir := range folders {
		for _, name := range []string{".aftershift-123.tmp", ".aftershift-124.tmp-journal"} {
			apptest.Must(t, os.WriteFile(filepath.Join(dir, name), []byte("Leanne Mottram"), 0o600))
		}
		apptest.Must(t, os.MkdirAll(filepath.Join(dir, ".aftershift-125.tmp", "deep"), 0o700))
	}
	used, err := platform.CreateAtomic(filepath.Join(stick, "copy"))
	apptest.Must(t, err)
	defer used.Abort()
	again, err := a.Unlock(apptest.Ctx, apptest.Passphrase)
	apptest.Must(t, err)
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
	apptest.Trials(t, 3*len(folders), "things left in every folder, gone on opening")
}

func TestDesk_SaveCopy_is_what_was_searched(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	path := filepath.Join(t.TempDir(), "copy.txt")
	shared, err := d.SaveCopy(newCopy(t, d), Text, path, false)
	apptest.Must(t, err)
	raw, err := os.ReadFile(path)
	apptest.Must(t, err)
	if sharing.SumOfBytes(raw) != shared.SHA256 || !bytes.Contains(raw, []byte("Words to share.")) {
		t.Error("the register's sum is of something else")
	}
	apptest.Must(t, os.WriteFile(path, []byte("changed"), 0o600))
	if err := sharing.Holds(path, shared.SHA256); !errors.Is(err, fault.Tampered) {
		t.Errorf("a finished file that was changed: %v", err)
	}
}

// A copy goes to whoever reads it on a system of their own.
func TestDesk_SaveCopy_refuses_a_name_that_cannot_be_carried(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	for _, name := range []string{"copy 1:30.pdf", "aux.pdf", "copy.pdf "} {
		c := copyOf(t, d, "We met.")
		file := filepath.Join(t.TempDir(), name)
		if _, err := d.SaveCopy(c, PDF, file, false); fault.KindOf(err) != fault.Invalid || input.IsFile(file) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
