package shell

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/unlock"
	"aftershift/internal/ui/widgets"
)

func TestShell_lock_keepsThenClosesThenStartsAfresh(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	s.room.Open(settingsPage, 0)
	s.Copy("a secret")
	s.calls = nil
	s.lock()
	flushed, closed := slices.Index(s.calls, "journal flush"), slices.Index(s.calls, "journal close")
	if flushed < 0 || closed < flushed || !slices.Contains(s.calls, "settings flush") {
		t.Errorf("calls %q", s.calls)
	}
	if desk.Settings().Place.Page != settingsPage {
		t.Errorf("place %+v", desk.Settings().Place)
	}
	if err := desk.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		t.Errorf("the journal is not closed: %v", err)
	}
	if s.fyne.Clipboard().Content() != "" {
		t.Error("the secret stays on the clipboard")
	}
	if !slices.Equal(s.replaced, []string{s.app.Journal()}) || s.desk() != nil {
		t.Errorf("replaced %q, desk %v", s.replaced, s.desk())
	}
	if s.alive.content.Objects[0] != s.door.Content() || s.window.MainMenu() != nil {
		t.Error("the window does not stand at the door")
	}
}

func TestShell_lock_whatCannotBeKeptStaysOpen(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	shown := s.alive.content.Objects[0]
	s.pages[journalPage].fails = fault.New(fault.DiskFull, "save draft")
	s.lock()
	if s.desk() == nil || len(s.replaced) != 0 {
		t.Fatal("locked although words were not kept")
	}
	if s.alive.content.Objects[0] == shown {
		t.Error("the page is not covered")
	}
	overlay := s.window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("nothing is said")
	}
	s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.alive.content.Objects[0] != shown || s.idle == nil {
		t.Error("Escape does not lead back to the words")
	}
	s.pages[journalPage].fails = nil
	s.lock()
	if s.desk() != nil {
		t.Error("does not lock once they are kept")
	}
	if err := desk.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		t.Errorf("the journal is not closed: %v", err)
	}
}

func TestShell_askBeforeClosing_anyway(t *testing.T) {
	s := inSample(t)
	s.pages[journalPage].fails = fault.New(fault.DiskFull, "save draft")
	s.lock()
	s.tap(s.t.Context(), s.Shell.t("shell.unkept.anyway"))
	if s.desk() != nil || len(s.replaced) != 1 {
		t.Error("does not close without the words")
	}
}

// tap taps the button of that text in the dialog on top.
func (s *scene) tap(_ context.Context, text string) {
	s.t.Helper()
	c := s.window.Canvas()
	for range 12 {
		if b, ok := c.Focused().(*widgets.Button); ok && b.Text() == text {
			b.Tapped(nil)
			return
		}
		c.FocusNext()
	}
	s.t.Fatalf("no button %q", text)
}

func TestShell_lock_atTheDoorDoesNothing(t *testing.T) {
	s := newScene(t)
	s.lock()
	s.wait(time.Hour)
	if len(s.replaced) != 0 {
		t.Error("started afresh with no journal open")
	}
}

func TestShell_stopped_keepsWhatIsWritten(t *testing.T) {
	s := newScene(t)
	desk := s.enterSample()
	s.calls = nil
	if err := s.stopped(); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(s.calls, "journal flush") {
		t.Errorf("calls %q", s.calls)
	}
	if err := desk.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		t.Errorf("the journal is not closed: %v", err)
	}
}

func TestShell_open_goesBackToWhereOneWas(t *testing.T) {
	s := newScene(t)
	desk := s.openSample()
	entry := desk.List(app.Filter{})[0].ID
	for _, c := range []struct {
		place app.Place
		page  string
		id    journal.ID
	}{
		{app.Place{}, journalPage, 0},
		{app.Place{Page: settingsPage}, settingsPage, 0},
		{app.Place{Page: settingsPage, Entry: entry}, settingsPage, 0},
		{app.Place{Page: journalPage, Entry: entry}, journalPage, entry},
		{app.Place{Page: journalPage, Entry: entry + 99}, journalPage, 0},
		{app.Place{Page: copyPage}, journalPage, 0},
		{app.Place{Page: "gone"}, journalPage, 0},
	} {
		if err := desk.SetSettings(func(set *app.Settings) { set.Place = c.place }); err != nil {
			t.Fatal(err)
		}
		s.open(unlock.Opened{Desk: desk})
		if s.room.present != c.page || s.pages[c.page].showsID != c.id {
			t.Errorf("%+v: page %s, id %v", c.place, s.room.present, s.pages[c.page].showsID)
		}
		if got := s.room.place(); c.page != journalPage && got.Entry != c.place.Entry {
			t.Errorf("%+v: left again it is %+v", c.place, got)
		}
		s.room.Open(journalPage, 0)
		if want := c.place.Entry; c.page == settingsPage && s.pages[journalPage].showsID != want {
			t.Errorf("%+v: the journal shows %v", c.place, s.pages[journalPage].showsID)
		}
		s.room.close()
	}
}

// A journal that was left in a meeting comes back to it, and tells of nothing that was
// being written there: others see the screen. Its session leads to it as well.
func TestShell_open_goesBackToTheMeeting(t *testing.T) {
	s := newScene(t)
	desk := s.openSample()
	group := desk.Groups()[0].ID
	id, err := desk.BeginMeeting(app.MeetingStart{Group: group})
	if err = errors.Join(err, desk.WriteLearning(id, "I stay on too."), desk.SetSettings(func(set *app.Settings) { set.Place = app.Place{Page: groupsPage} })); err != nil {
		t.Fatal(err)
	}
	s.open(unlock.Opened{Desk: desk})
	m, err := desk.Meeting(id)
	if err != nil || s.room.present != groupsPage || len(s.room.recovered()) != 0 {
		t.Errorf("%v: page %s, recovered %v", err, s.room.present, s.room.recovered())
	}
	s.room.Open(sessionPage, m.Session)
	if s.room.present != groupsPage || s.pages[groupsPage].showsID != group {
		t.Errorf("its session leads to %s", s.room.present)
	}
	s.room.close()
}

func TestShell_enter_showsNewWordsFirst(t *testing.T) {
	s := newScene(t)
	desk, words := s.createOwn()
	s.enter(unlock.Opened{Desk: desk, NewWords: words})
	if s.room != nil || s.desk() != desk || s.idle == nil {
		t.Fatal("the words are not shown first, or the idle clock stands still")
	}
	s.tap(t.Context(), s.Shell.t("unlock.recovery.later"))
	if s.room == nil || len(s.room.strips.column.Objects) != 1 {
		t.Error("does not go on to the journal with a reminder")
	}
}

// Before a journal is open there is no menu, and its key quits nevertheless.
func TestShell_pressed_quitsWithoutMenu(t *testing.T) {
	s := newScene(t)
	s.pressed(fyne.KeyQ, 0)
	if s.shutting != nil || s.rescue.how == quitting {
		t.Fatal("a letter quits")
	}
	s.pressed(fyne.KeyQ, ctrl)
	if s.rescue.how != quitting {
		t.Error("the key does not quit")
	}
}
