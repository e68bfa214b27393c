package session

import (
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets/fields"
)

// An action that was typed and not added waits with its item: over other items,
// and over locking.
func TestPage_Written_anActionThatWasNotAdded(t *testing.T) {
	var held *app.Desk
	h := newHeld(t, func(d *app.Desk, now time.Time) {
		held = d
		agenda(t, d, now, "A visit", "Leave")
	})
	h.do("discussed")
	first := h.state().At
	h.do("add-action")
	test.Type(h.Window().Canvas().Focused(), "Ring the duty desk")
	h.do("next-section")
	if got := h.talk.item.deeds.what.Text(); got != "" {
		t.Errorf("the next item's line says %q", got)
	}
	h.do("previous-section")
	if got := h.talk.item.deeds.what.Text(); h.state().At != first || got != "Ring the duty desk" {
		t.Errorf("back at the item its line says %q", got)
	}
	written := h.Written()
	if len(written) != 1 || written[0].Texts[0] != "Ring the duty desk" {
		t.Fatalf("written %+v", written)
	}
	again := New(held, h.frame)
	t.Cleanup(again.Close)
	again.Show(0)
	again.Resume(written)
	h.Settle(held, func() bool { return again.presenter.reading })
	again.presenter.Choose(first)
	if got := again.talk.item.deeds.what.Text(); got != "Ring the duty desk" {
		t.Errorf("after locking the item's line says %q", got)
	}
}

func TestRecordView_turn_aCorrectionWaitsWithItsSession(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	v := h.record
	v.turn(1)
	v.text.SetText("He said May.")
	v.turn(2)
	if v.text.Text() != "" {
		t.Errorf("another session's field says %q", v.text.Text())
	}
	v.turn(1)
	if v.text.Text() != "He said May." {
		t.Errorf("back at the session its field says %q", v.text.Text())
	}
	want := fields.Written{Form: fields.FormName(correctionForms, journal.ID(1)), Texts: []string{"He said May."}}
	if got := h.Written(); len(got) != 1 || got[0].Form != want.Form || got[0].Texts[0] != want.Texts[0] {
		t.Errorf("written %+v, want %+v", got, want)
	}
}

// A session doesn't close over an action that was typed and not added: it was
// gone from sight, and nobody had been asked.
func TestPage_finish_asksAboutAnActionThatWasNotAdded(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit", "Leave") })
	h.do("discussed")
	first := h.state().At
	h.do("add-action")
	test.Type(h.Window().Canvas().Focused(), "Ring the duty desk")
	h.do("next-section")
	h.do("end-session")
	h.finish()
	deeds := h.talk.item.deeds
	if h.state().Phase != Talking || h.state().At != first || deeds.what.Text() != "Ring the duty desk" || deeds.wrong.Hidden {
		t.Fatalf("after closing: phase %v, item %v, the line says %q", h.state().Phase, h.state().At, deeds.what.Text())
	}
	deeds.add()
	if item := h.unadded(); item != 0 || !deeds.wrong.Hidden {
		t.Errorf("after adding, %v still has an action to add", item)
	}
}
