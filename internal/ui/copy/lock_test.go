package copy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
)

// The lock of a file is folded out, asks for the passphrase twice, and is never passed
// over.
func TestPage_saves_a_locked_file(t *testing.T) {
	p, f, q := begun(t, "I met Agnieszka Zielinska at the door.")
	p.presenter.SetFormat(app.Formats()[4])
	p.presenter.SetRead(true)
	form := newSaveForm(p)
	folder := t.TempDir()
	form.folder.SetText(folder)
	form.name.SetText("copy.txt")
	form.lock.SetOpen(true)
	form.write(false)
	if len(q.Jobs) != 0 || form.note.Text() != p.words.T("copy.file.lock.needed") {
		t.Fatalf("without a passphrase: %d jobs, %q", len(q.Jobs), form.note.Text())
	}
	var typed []interface{ SetSecret(string) }
	for _, o := range test.LaidOutObjects(f.window.Canvas().Overlays().Top()) {
		if field, is := o.(interface{ SetSecret(string) }); is {
			typed = append(typed, field)
		}
	}
	for _, field := range typed {
		field.SetSecret("brass lantern north")
	}
	form.lock.SetOpen(false)
	if form.write(false); len(q.Jobs) != 0 || !form.lock.Open() || form.note.Text() != p.words.T("copy.file.lock.folded") {
		t.Fatalf("a passphrase that was folded away is passed over: %q", form.note.Text())
	}
	form.write(false)
	q.Run()
	raw, err := os.ReadFile(filepath.Join(folder, "copy.txt.age"))
	if err != nil || !strings.HasPrefix(string(raw), "age-encryption.org/v1") {
		t.Errorf("saved %v, %.30q, said %q", err, raw, form.note.Text())
	}
}
