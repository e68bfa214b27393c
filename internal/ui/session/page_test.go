package session

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// frame is the window around the page in a test.
type frame struct {
	*uitest.Frame
	clock  *clock
	opened []string
	copied string
}

func (f *frame) Copy(text string)               { f.copied = text }
func (f *frame) Open(page string, _ journal.ID) { f.opened = append(f.opened, page) }

func (f *frame) After(d time.Duration, fn func()) func() { return f.clock.after(d, fn) }

// held is a page in a window, with its journal and its time.
type held struct {
	*Page
	*frame
	t testing.TB
	d *app.Desk
}

// newHeld gives the page of a journal in a window, after fill.
func newHeld(t testing.TB, fill func(d *app.Desk, now time.Time)) held {
	t.Helper()
	c := newClock()
	_, d := newDesk(t, c)
	fill(d, c.Now())
	f := &frame{Frame: uitest.NewFrame(t), clock: c}
	p := New(d, f)
	f.Fill(p.Content())
	h := held{p, f, t, d}
	p.Show(0)
	h.pump()
	return h
}

func (h held) pump() { h.Settle(h.d, func() bool { return h.presenter.reading }) }

// do does a command and all that comes of it.
func (h held) do(command string) {
	h.t.Helper()
	if !h.Command(command) {
		h.t.Fatalf("%s is not a command of the page", command)
	}
	h.pump()
	if len(h.Failures) > 0 {
		h.t.Fatalf("%s: %v", command, h.Failures)
	}
}

func (h held) state() State { return h.presenter.state }

func TestPage_took_is_asked_even_of_a_short_session(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.do("end-session")
	if got := h.ending.took.Text(); got != "0" {
		t.Errorf("minutes %q, want 0", got)
	}
	h.ending.took.SetText("")
	h.presenter.refresh()
	h.pump()
	if got := h.ending.took.Text(); got != "" {
		t.Errorf("minutes %q while they are typed anew, want nothing", got)
	}
}

func TestPage_delete_withdraws_the_item_in_view(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit", "Leave") })
	h.do("delete")
	if h.state().Phase != Ahead || len(h.Notices) != 0 {
		t.Fatalf("phase %d, %v: it did something before the session", h.state().Phase, h.Notices)
	}
	h.do("discussed")
	first := h.state().At
	h.do("delete")
	if a, _ := h.state().account(first); a.Item.State != supervision.Withdrawn {
		t.Errorf("the item is %s", a.Item.State)
	}
	if h.state().At == first {
		t.Error("the item that is out of the way stays in view")
	}
	h.presenter.Choose(first)
	h.pump()
	h.do("next-time")
	if a, _ := h.state().account(first); a.Item.State != supervision.Withdrawn {
		t.Errorf("next time made it %s", a.Item.State)
	}
}

func TestPage_takeFurther_asksWhoNeedsToKnow(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit", "Leave") })
	it := h.state().Sitting.Items[0]
	h.takeFurther(it)
	focused := h.Window().Canvas().Focused()
	if h.Window().Canvas().Overlays().Top() == nil || focused == nil {
		t.Fatal("nobody is asked")
	}
	test.Type(focused, "Duty manager")
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	h.pump()
	got, err := h.d.Item(it.ID)
	must(t, err)
	if got.WhoKnows != "Duty manager" || got.Urgency != supervision.Urgent || got.Want != supervision.WantEscalate {
		t.Errorf("kept %+v", got)
	}
	h.takeFurther(got)
	if h.Window().Canvas().Overlays().Top() != nil {
		t.Error("asks again although it is known")
	}
}

func TestPage_action_keepsTheLineForTheNextOneInView(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.do("add-action")
	for range 8 {
		test.Type(h.Window().Canvas().Focused(), "Ask for a second worker")
		h.talk.item.deeds.add()
		h.pump()
	}
	field := h.Window().Canvas().Focused().(fyne.CanvasObject)
	driver, scroll := fyne.CurrentApp().Driver(), h.talk.item.scroll
	y := driver.AbsolutePositionForObject(field).Y - driver.AbsolutePositionForObject(scroll).Y
	if high := field.Size().Height; y < 0 || y+high > scroll.Size().Height {
		t.Errorf("the line that has the keyboard is %g high at %g of %g", high, y, scroll.Size().Height)
	}
}

func TestPage_ending_asksForKindsOnlyOfWhatWasDiscussed(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.do("end-session")
	if h.ending.chips.Visible() {
		t.Error("kinds are offered with nothing to give one")
	}
	h.presenter.Resume()
	h.do("discussed")
	if h.state().Phase == Talking {
		h.do("end-session")
	}
	if !h.ending.chips.Visible() {
		t.Error("no kinds for what was discussed")
	}
}

func TestPage_Reveal_followsTheKeyboard(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.Window().Resize(fyne.NewSize(834, 360))
	h.do("discussed")
	h.talk.item.decision.SetText("Ask for a second worker.")
	canvas, scroll, driver := h.Window().Canvas(), h.talk.item.scroll, fyne.CurrentApp().Driver()
	reached := false
	for range 40 {
		canvas.FocusNext()
		h.Reveal()
		line := canvas.Focused().(fyne.CanvasObject)
		if y := driver.AbsolutePositionForObject(line).Y - driver.AbsolutePositionForObject(scroll).Y; scroll.Offset.Y > 0 && y > 0 {
			reached = true
			if high := line.Size().Height; y+high > scroll.Size().Height && high < scroll.Size().Height/2 {
				t.Fatalf("%T is %g high at %g of %g", line, high, y, scroll.Size().Height)
			}
		}
	}
	if !reached {
		t.Error("Tab never scrolled")
	}
}

func TestPage_pointsOutWhoIsNamedInAnOutcome(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.talk.item.focus()
	test.Type(h.Window().Canvas().Focused(), "Ring 0161 496 0719 first.")
	h.clock.pass(100 * time.Millisecond)
	h.Until(t, "pointed out", h.talk.item.text.NextPointed)
	if got := h.talk.item.text.SelectedText(); got != "0161 496 0719" {
		t.Errorf("pointed out is %q", got)
	}
}

// Nothing below a decision moves while it is typed: a click goes where it was
// aimed at.
func TestPage_decision_movesNothing(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	driver := fyne.CurrentApp().Driver()
	before := driver.AbsolutePositionForObject(h.talk.item.deeds.content)
	h.talk.item.decision.Focus()
	for _, r := range "Visit in pairs." {
		h.Window().Canvas().Focused().TypedRune(r)
	}
	h.pump()
	if got := driver.AbsolutePositionForObject(h.talk.item.deeds.content); got != before {
		t.Errorf("the actions stand at %v, before at %v", got, before)
	}
}

func TestPage_record_text(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.presenter.Write(func(o *supervision.Outcome) { o.Decision = "Ask for a second worker." })
	if h.do("record-text"); !strings.Contains(h.copied, "Decision: Ask for a second worker.") {
		t.Errorf("copied %q", h.copied)
	}
}

// What there is shows once it was read, also where it is nothing.
func TestPage_Show_nothingOnceItIsKnown(t *testing.T) {
	h := newHeld(t, func(*app.Desk, time.Time) {})
	if !h.nothing.Visible() {
		t.Error("a journal without sessions says nothing")
	}
}
