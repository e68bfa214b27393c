package shell

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/journal"
	"aftershift/internal/ui/unlock"
)

// enterOwn makes a journal whose recovery words are confirmed, and opens it.
func (s *scene) enterOwn() (desk *app.Desk, words []string) {
	s.t.Helper()
	desk, words = s.createOwn()
	if err := desk.ConfirmRecovery(words, nil, nil); err != nil {
		s.t.Fatal(err)
	}
	s.enter(unlock.Opened{Desk: desk})
	return desk, words
}

// createOwn makes a journal of the user's own, open behind the door.
func (s *scene) createOwn() (desk *app.Desk, words []string) {
	s.t.Helper()
	desk, words, err := s.app.Create(s.t.Context(), "copper lantern quiet river")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = desk.Close() })
	return desk, words
}

func (s *scene) strips() int {
	s.room.strips.show()
	return len(s.room.strips.column.Objects)
}

func TestStrips_recall_answeredOrPutOff(t *testing.T) {
	s := newScene(t)
	desk, words := s.enterOwn()
	if n := s.strips(); n != 0 {
		t.Fatalf("%d lines on the first day", n)
	}
	s.pass(31 * 24 * time.Hour)
	if n := s.strips(); n != 1 || !desk.RecallDue() {
		t.Fatalf("%d lines after a month", n)
	}
	s.room.RecallWords()
	c := s.window.Canvas()
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	for range 3 { // wrong ones first
		test.Type(c.Focused(), "wrong")
		c.Focused().TypedKey(enter)
	}
	if !desk.RecallDue() || c.Overlays().Top() == nil {
		t.Error("wrong words are taken")
	}
	s.tap(t.Context(), s.t_("unlock.cancel"))
	if err := desk.PutOffRecall(); err != nil || s.strips() != 0 {
		t.Errorf("still there after being put off: %v", err)
	}
	if len(words) != 12 || strings.Contains(string(desk.Settings().RecoveryMarks), words[3]) {
		t.Error("the words themselves are kept")
	}
}

func TestStrips_away_puttingOffHoldsForTheSitting(t *testing.T) {
	s := newScene(t)
	desk, _ := s.enterOwn()
	apptest.Write(t, desk, "A first entry.", "", "", journal.NoFlag)
	s.pass((app.AwayDays + 1) * 24 * time.Hour)
	if n := s.strips(); n != 1 {
		t.Fatalf("%d lines after two weeks without a copy", n)
	}
	s.room.strips.put["away"] = true
	if n := s.strips(); n != 0 {
		t.Errorf("%d lines after it was put off", n)
	}
}

func TestRoom_NewKey_showsWordsAndGoesBack(t *testing.T) {
	s := newScene(t)
	_, words := s.enterOwn()
	shown := s.alive.content.Objects[0]
	s.room.NewKey(words, nil)
	if s.alive.content.Objects[0] == shown {
		t.Fatal("the words are not shown")
	}
	s.tap(t.Context(), s.t_("unlock.recovery.later"))
	if s.alive.content.Objects[0] != shown || len(s.replaced) != 0 {
		t.Error("does not go back")
	}
}
