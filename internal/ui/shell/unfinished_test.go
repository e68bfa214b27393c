package shell

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/ui/unlock"
)

// untilDialog runs what is posted until there is a dialog, or there is none.
func (s *scene) untilDialog(there bool) {
	s.t.Helper()
	for range 500 {
		s.runPosted()
		if (s.window.Canvas().Overlays().Top() != nil) == there {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatalf("a dialog there: %v, want %v", !there, there)
}

// again opens the journal once more, as after locking.
func (s *scene) again() *app.Desk {
	s.t.Helper()
	desk, err := s.app.Unlock(s.t.Context(), "copper lantern quiet river")
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = desk.Close() })
	s.enter(unlock.Opened{Desk: desk})
	return desk
}

// What stands in a form when the journal is locked stands there again. Once the form was
// left it waits, until somebody opens it.
func TestShell_lock_keepsWhatStandsInForms(t *testing.T) {
	for page, button := range map[string]string{
		peoplePage: "people.add", actionsPage: "actions.add", supervisionPage: "supervision.plan",
	} {
		t.Run(page, func(t *testing.T) {
			s := newPlay(t)
			s.enterOwn()
			s.room.Open(page, 0)
			s.drawn()
			s.tap(t.Context(), s.Shell.t(button))
			s.untilDialog(true)
			test.Type(s.window.Canvas().Focused(), "Zanderquill")
			s.lock()
			if s.desk() != nil {
				t.Fatal("not locked")
			}
			desk := s.again()
			s.untilDialog(true)
			if !s.shows(page, "Zanderquill") {
				t.Fatal("the form is empty")
			}
			if n := len(desk.Unfinished()); n != 1 {
				t.Errorf("%d forms are unfinished, want 1", n)
			}
			for overlays := s.window.Canvas().Overlays(); overlays.Top() != nil; {
				s.tap(t.Context(), s.Shell.t(map[string]string{
					peoplePage: "people.form.cancel", actionsPage: "actions.form.cancel", supervisionPage: "supervision.form.cancel",
				}[page]))
			}
			s.lock()
			if s.again(); len(s.desk().Unfinished()) != 1 {
				t.Errorf("%d forms wait", len(s.desk().Unfinished()))
			}
			s.room.Open(page, 0)
			s.drawn()
			if s.window.Canvas().Overlays().Top() != nil {
				t.Error("a form that was left opens itself")
			}
			s.tap(t.Context(), s.Shell.t(button))
			s.untilDialog(true)
			if !s.shows(page, "Zanderquill") {
				t.Error("its words are gone")
			}
		})
	}
}

// shows tells whether a form of the page holds text.
func (s *scene) shows(page, text string) bool {
	for _, w := range s.room.pages[page].(former).Written() {
		if slices.Contains(w.Texts, text) {
			return true
		}
	}
	return false
}
