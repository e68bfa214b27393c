package backups

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/widgets/fields"
)

// typeLock types the passphrase into both lines of the lock.
func typeLock(f *wholeForm, secret string) {
	for _, o := range test.LaidOutObjects(f.page.frame.Window().Canvas().Overlays().Top()) {
		if field, is := o.(*fields.PassphraseField); is && field != f.own {
			field.SetSecret(secret)
		}
	}
}

// What is missing is said, and has the keyboard.
func TestPage_says_what_is_missing_to_save_everything(t *testing.T) {
	j := &fakeJournal{}
	p, frame := shownPage(t, j, false)
	f := newWholeForm(p)
	f.write()
	if f.note.Text() != p.words.T("backups.whole.needed") || frame.window.Canvas().Focused() == nil {
		t.Errorf("without the journal's passphrase: %q", f.note.Text())
	}
	f.folder.SetText(" ")
	if f.write(); f.note.Text() != p.words.T("backups.whole.nowhere") || len(j.asked) > 0 {
		t.Errorf("without a folder: %q, asked %v", f.note.Text(), j.asked)
	}
}

// The lock of the whole journal is folded out, asks for its passphrase twice, leaves the
// notes out, and is never passed over.
func TestPage_saves_everything_locked(t *testing.T) {
	j := &fakeJournal{}
	p, _ := shownPage(t, j, false)
	f := newWholeForm(p)
	f.own.SetSecret("mine")
	f.lock.SetOpen(true)
	f.turned()
	if f.markdown.Visible() || f.open.Visible() || !f.closed.Visible() {
		t.Error("notes are offered beside a lock")
	}
	if f.write(); len(f.note.Text()) == 0 || f.note.Text() != p.words.T("copy.file.lock.needed") {
		t.Errorf("without a passphrase: %q", f.note.Text())
	}
	typeLock(f, "brass lantern north")
	f.lock.SetOpen(false)
	if f.write(); !f.lock.Open() || f.note.Text() != p.words.T("copy.file.lock.folded") {
		t.Errorf("a passphrase that was folded away is passed over: %q", f.note.Text())
	}
	f.write()
	if want := "export with mine brass lantern north"; !slices.Contains(j.asked, want) {
		t.Errorf("asked %v, want %q", j.asked, want)
	}
}

// A locked export asks for its passphrase before it is looked into.
func TestPage_asks_what_opens_a_locked_export(t *testing.T) {
	j := &fakeJournal{}
	p, f := shownPage(t, j, false)
	path := filepath.Join(t.TempDir(), "journal.json.age")
	if err := os.WriteFile(path, []byte("age-encryption.org/v1\n-> scrypt"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.takeIn(path)
	test.Type(f.window.Canvas().Focused(), "brass")
	f.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := "look into " + path + " brass"; !slices.Contains(j.asked, want) {
		t.Errorf("asked %v, want %q", j.asked, want)
	}
}
