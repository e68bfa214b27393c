package shell

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
)

// Terms that are chosen are spoken at once, on every page, with what was being written
// as it was.
func TestRoom_Speak_at_once(t *testing.T) {
	s := newPlay(t)
	desk := s.enterSample()
	entry := desk.List(app.Filter{})[1]
	s.room.Open(journalPage, entry.ID)
	s.settle()
	s.room.Open(settingsPage, 0)
	said := s.Words().T("relationship.practice_educator")
	if err := s.app.SetTerms("us"); err != nil {
		t.Fatal(err)
	}
	was := s.room
	s.room.Speak()
	s.settle()
	if s.room == was || s.room.present != settingsPage || s.room.nav.Selected() != settingsPage {
		t.Fatalf("at %s, %s marked", s.room.present, s.room.nav.Selected())
	}
	if now := s.Words().T("relationship.practice_educator"); now == said || now != "Field instructor" {
		t.Errorf("says %q", now)
	}
	if chip, is := s.window.Canvas().Focused().(*widgets.Chip); !is || chip.Text() != s.Words().T("terms.us") {
		t.Errorf("%T has the keyboard", s.window.Canvas().Focused())
	}
	s.room.Open(journalPage, 0)
	s.settle()
	if at := s.room.pages[journalPage].(interface{ Present() journal.ID }).Present(); at != entry.ID {
		t.Errorf("entry %v is open, not %v", at, entry.ID)
	}
	if day, err := desk.ReadDay("3/4/2026"); err != nil || day != "2026-03-04" {
		t.Errorf("3/4 is read as %s, %v", day, err)
	}
	test.Type(s.window.Canvas().Focused(), "x")
}

// A page without a line of its own gets one while one is there.
func TestRoom_Open_marks_a_page_not_used_yet(t *testing.T) {
	s := inSample(t)
	s.room.Open(journalPage, 0)
	s.room.Open(learningPage, 0)
	s.wantMarked(learningPage)
	s.room.Open(patternsPage, 0)
	s.wantMarked(backPage)
}
