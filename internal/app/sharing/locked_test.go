package sharing_test

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
)

// A locked copy is an age file that opens to the copy with the passphrase and to nothing
// without it; it is searched as any other, and stands in the register by its own bytes.
func TestDesk_SaveCopy_locked_opens_with_the_passphrase_alone(t *testing.T) {
	d, c := zielinska(t)
	f := app.LockedFormat(formats.Text, "brass lantern north")
	path := filepath.Join(t.TempDir(), d.FileName(c, f))
	if !strings.HasSuffix(path, ".txt.age") {
		t.Errorf("its name is %s", filepath.Base(path))
	}
	line, err := d.SaveCopy(c, f, path, false)
	apptest.Must(t, err)
	raw := fileBytes(t, path)
	if bytes.Contains(raw, []byte("talked")) || line.Format != "text" {
		t.Errorf("the file is readable, or stands in the register as %s", line.Format)
	}
	if found, known, err := d.FindShared(path); err != nil || !known || found.ID != line.ID {
		t.Errorf("not found by its file: %v, %v", known, err)
	}
	by, err := age.NewScryptIdentity("brass lantern north")
	apptest.Must(t, err)
	in, err := age.Decrypt(bytes.NewReader(raw), by)
	apptest.Must(t, err)
	plain, err := io.ReadAll(in)
	apptest.Must(t, err)
	if !strings.Contains(string(plain), "We talked.") || strings.Contains(string(plain), "Zielinska") {
		t.Errorf("it opens to %q", plain)
	}
	if _, err := app.LockedFormat(formats.Text, "another").Read(raw); fault.KindOf(err) != fault.CannotUnlock {
		t.Errorf("with another passphrase: %v", err)
	}
	raw[len(raw)-1] ^= 1
	if _, err := f.Read(raw); fault.KindOf(err) != fault.CannotUnlock {
		t.Errorf("changed: %v", err)
	}
}

func TestDesk_SaveCopy_locked_refuses(t *testing.T) {
	d, c := zielinska(t)
	folder := t.TempDir()
	if _, err := d.SaveCopy(c, app.LockedFormat(formats.Text, ""), filepath.Join(folder, "a.age"), false); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a passphrase: %v", err)
	}
	leaking := formats.Text
	leaking.Write = func(w io.Writer, doc document.Document, words document.Words) error {
		return formats.Text.Write(w, doc, leakingWords{words})
	}
	if _, err := d.SaveCopy(c, app.LockedFormat(leaking, "brass lantern"), filepath.Join(folder, "b.age"), false); fault.KindOf(err) != fault.Exposed {
		t.Errorf("a name in what is locked: %v", err)
	}
}
