package shell

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets"
)

var escape = &fyne.KeyEvent{Name: fyne.KeyEscape}

func TestShell_escapeLeadsBackFromEveryPage(t *testing.T) {
	s := inSample(t)
	s.room.Open(journalPage, 0)
	for _, spec := range pageSpecs {
		if !s.room.knows(spec.name) || spec.name == journalPage {
			continue
		}
		s.room.Open(spec.name, 0)
		if s.room.nav.Selected() == "" {
			t.Errorf("on %s the navigation shows nothing", spec.name)
		}
		widgets.ShowDialog(s.window.Canvas(), "Over it", widgets.NewBody("words"), widgets.NewPrimary("Done", nil))
		s.window.Canvas().Unfocus()
		s.window.Canvas().OnTypedKey()(escape)
		if s.window.Canvas().Overlays().Top() != nil || s.room.present != spec.name {
			t.Fatalf("on %s Escape closes no dialog, or leaves too", spec.name)
		}
		s.window.Canvas().OnTypedKey()(escape)
		if s.room.present != journalPage {
			t.Fatalf("Escape leads from %s to %s", spec.name, s.room.present)
		}
	}
	s.window.Canvas().OnTypedKey()(escape)
	if s.room.present != journalPage {
		t.Error("Escape leaves the first page")
	}
}

func TestRoom_back_goesTheWayBack(t *testing.T) {
	s := inSample(t)
	for _, name := range []string{journalPage, supervisionPage, sessionPage, peoplePage} {
		s.room.Open(name, 0)
	}
	for _, want := range []string{sessionPage, supervisionPage, journalPage} {
		s.room.back()
		if s.room.present != want {
			t.Fatalf("on %s, want %s", s.room.present, want)
		}
	}
}

func TestRoom_mark_copyBelongsToWhatLedToIt(t *testing.T) {
	s := inSample(t)
	s.room.Open(supervisionPage, 0)
	s.room.Open(copyPage, 0)
	s.wantMarked(supervisionPage)
}

func TestRoom_Notify_coversAndMovesNothing(t *testing.T) {
	s := inSample(t)
	s.window.Resize(fyne.NewSize(1280, 760))
	before := s.room.holder.Size().Height
	s.room.Notify("Saved.", true)
	driver := fyne.CurrentApp().Driver()
	page := driver.AbsolutePositionForObject(s.room.holder).Y + s.room.holder.Size().Height
	if top := driver.AbsolutePositionForObject(s.room.toast).Y; top < page || s.room.toast.Size().Height < 20 {
		t.Errorf("the page ends at %v, the toast begins at %v", page, top)
	}
	if got := s.room.holder.Size().Height; got != before {
		t.Errorf("the page is %v high with it, %v before", got, before)
	}
	s.room.hideToast()
	if got := s.room.holder.Size().Height; got != before {
		t.Errorf("the page is %v high after it, %v before", got, before)
	}
}

func TestShell_Look_isWhatIsShown(t *testing.T) {
	s := newScene(t)
	s.options.Theme, s.options.TextSize = "dark", 120
	if theme, size := s.Look(); theme != "dark" || size != 120 {
		t.Errorf("%q at %d", theme, size)
	}
	s.enterSample()
	if err := s.app.SetPreferences(func(p *app.Preferences) { p.Theme = "light" }); err != nil {
		t.Fatal(err)
	}
	s.room.ApplyLook(true)
	if theme, size := s.Look(); theme != "light" || size != 120 {
		t.Errorf("%q at %d after another theme was chosen", theme, size)
	}
	s.room.ApplyLook(false)
	if _, size := s.Look(); size != 100 {
		t.Errorf("at %d after another size was chosen", size)
	}
}

// What was being written when the program stopped is open and named, whatever was
// open before.
func TestShell_open_whatWasBeingWritten(t *testing.T) {
	s := newScene(t)
	desk, words := s.enterOwn()
	e, err := desk.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	e.Title = "On the stairs"
	err = errors.Join(
		desk.SetSettings(func(set *app.Settings) { set.Place = app.Place{Page: settingsPage} }),
		desk.SaveDraft(e), desk.Close())
	if err != nil || len(words) == 0 {
		t.Fatal(err)
	}
	again, err := s.app.Unlock(t.Context(), "copper lantern quiet river")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	s.open(unlock.Opened{Desk: again})
	if s.room.present != journalPage || s.pages[journalPage].showsID != e.ID {
		t.Errorf("on %s with %v, want %v", s.room.present, s.pages[journalPage].showsID, e.ID)
	}
	says := ""
	for _, o := range s.room.strips.column.Objects {
		for _, x := range test.LaidOutObjects(o) {
			if text, is := x.(*canvas.Text); is {
				says += text.Text + " "
			}
		}
	}
	if !strings.Contains(says, "On the stairs was still being written") {
		t.Errorf("says %q", says)
	}
}
