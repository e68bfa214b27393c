package groups

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// A form that is left by Escape or by Cancel keeps its words and says so.
func TestPage_formsThatAreLeftKeepTheirWords(t *testing.T) {
	s := newPage(t)
	s.again()
	s.frame.Type("Wednesday group")
	s.press(fyne.KeyEscape)
	if n := len(s.frame.Notices); n != 1 || s.frame.Window().Canvas().Overlays().Top() != nil {
		t.Fatalf("Escape closes the form and says that it waits: %q", s.frame.Notices)
	}
	s.askSetUp(0)
	s.frame.Type("s")
	for range 4 {
		s.tab()
	}
	if b, is := s.frame.Focused().(*widgets.Button); !is || b.Text() != "Cancel" {
		t.Fatalf("Tab comes to %+v behind the last field", s.frame.Focused())
	}
	s.press(fyne.KeyReturn)
	waits := s.Written()
	if len(waits) != 1 || waits[0].Texts[0] != "Wednesday groups" || !waits[0].Left {
		t.Errorf("after Cancel %+v waits", waits)
	}
	fresh := newPage(t)
	fresh.Resume(waits)
	if fresh.frame.Window().Canvas().Overlays().Top() != nil {
		t.Error("a form that was left opens itself")
	}
	fresh.askSetUp(0)
	fresh.frame.Type("!")
	fresh.tab()
	if got := fresh.Written(); !slices.Contains(got[0].Texts, "Wednesday groups!") {
		t.Errorf("opened again it holds %q", got[0].Texts)
	}
}

// What is kept waits nowhere, and what was agreed waits when it is left.
func TestPage_whatWasAgreedWaitsUntilItIsKept(t *testing.T) {
	s := newPage(t)
	s.setUpFive()
	s.again()
	s.askAgreed()
	s.frame.Type("To think.")
	s.press(fyne.KeyEscape)
	if len(s.Written()) != 1 || len(s.frame.Notices) != 1 {
		t.Fatalf("%+v, said %q", s.Written(), s.frame.Notices)
	}
	s.askAgreed()
	for b, is := s.frame.Focused().(*widgets.Button); !is || b.Text() != "Keep"; b, is = s.frame.Focused().(*widgets.Button) {
		s.tab()
	}
	s.press(fyne.KeyReturn)
	if v, _ := s.presenter.state.group(); v.Aims != "To think." || len(s.Written()) != 0 {
		t.Errorf("aims %q, waiting %+v", v.Aims, s.Written())
	}
}

// A day that isn't one is said so until it is typed anew, and Enter keeps the form.
func TestPage_dayToLookAgain(t *testing.T) {
	s := newPage(t)
	s.setUpFive()
	s.again()
	s.askAgreed()
	for range 5 {
		s.tab()
	}
	s.frame.Type("some day")
	s.press(fyne.KeyReturn)
	s.frame.Type("s")
	for range len("some days") {
		s.press(fyne.KeyBackspace)
	}
	s.frame.Type("in 3 months")
	s.press(fyne.KeyReturn)
	if v, _ := s.presenter.state.group(); v.Review != "2026-06-12" || s.frame.Window().Canvas().Overlays().Top() != nil {
		t.Errorf("to be looked at by %q, today is %s", v.Review, s.desk.Today())
	}
}

// What the writer writes for themselves takes the place of the prompts, and the end of the
// meeting says where it is.
func TestPage_learningOfAMeeting(t *testing.T) {
	s := running(t)
	s.press(fyne.KeyP)
	s.presenter.SetOpen(true)
	if s.presenter.state.Prompts || s.run.prompts.Visible() || !s.run.private.Visible() {
		t.Error("the prompts stand before what is written")
	}
	s.frame.Type("I stay on too.")
	s.presenter.End()
	s.settle()
	if last := s.frame.Notices[len(s.frame.Notices)-1]; last != s.says.T("groups.said.ended_kept") {
		t.Errorf("said %q", last)
	}
}

// Who closes the form that comes up by itself where there is no group has said no: coming
// back, as Escape does from the next page, asks nothing.
func TestPage_Show_asksOnce(t *testing.T) {
	s := newPage(t)
	s.again()
	over := s.frame.Window().Canvas().Overlays()
	if over.Top() == nil {
		t.Fatal("no group is asked for")
	}
	widgets.CloseTop(s.frame.Window().Canvas())
	s.Hide()
	s.again()
	if over.Top() != nil {
		t.Error("it is asked for again")
	}
	if said := uitest.Said(widgets.Walk, s.Content()); !strings.Contains(said, s.frame.Words().T("groups.none")) {
		t.Errorf("the page says %q", said)
	}
}
