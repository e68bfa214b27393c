package session

import (
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
)

// newOver gives a session that is over, after note has written on the session as
// a whole while it was ending.
func newOver(t *testing.T, note func(h held)) held {
	t.Helper()
	h := newHeld(t, func(d *app.Desk, now time.Time) { agenda(t, d, now, "A visit") })
	h.do("discussed")
	h.do("end-session")
	note(h)
	h.do("discussed")
	return h
}

func TestPage_notes_of_the_session_are_kept_on_their_way_to_the_end(t *testing.T) {
	h := newOver(t, func(h held) {
		h.ending.about.notes.SetText("We also spoke of the rota.")
		h.ending.about.notes.OnChanged("We also spoke of the rota.")
		h.ending.about.differs.OnChanged("It was not said that way.")
		h.ending.about.next.OnChanged("+14")
		h.presenter.SetReview(func(r *app.SessionReview) { r.Mode = supervision.ByVideo })
		h.pump()
		if got := h.ending.about.reading.Text(); got != "Thu 10 Dec" {
			t.Errorf("the next session reads %q", got)
		}
		h.ending.about.next.OnChanged("some day")
		if got := h.state().Review.NextDate; got != "2026-12-10" || !h.ending.about.reading.Visible() {
			t.Errorf("a day that can't be read made it %q", got)
		}
	})
	s := h.state().Sitting.Session
	if s.State != supervision.Closed || s.Notes != "We also spoke of the rota." || s.Disagreement != "It was not said that way." ||
		s.NextDate != "2026-12-10" || s.Mode != supervision.ByVideo {
		t.Errorf("session %+v", s)
	}
}

func TestPage_how_it_was_held_can_be_said_afterwards(t *testing.T) {
	h := newOver(t, func(held) {})
	h.presenter.ShowRecord()
	h.record.about.next.OnChanged("2026-12-24")
	h.presenter.SetReview(func(r *app.SessionReview) { r.Mode = supervision.ByPhone })
	h.pump()
	h.clock.pass(2 * noteAfter)
	h.pump()
	s, err := h.d.Sitting(h.presenter.session)
	must(t, err)
	if s.Session.NextDate != "2026-12-24" || s.Session.Mode != supervision.ByPhone || len(h.Failures) > 0 {
		t.Errorf("session %+v, %v", s.Session, h.Failures)
	}
}

func TestPage_open_again_and_mend(t *testing.T) {
	h := newOver(t, func(held) {})
	h.presenter.ShowRecord()
	h.presenter.Reopen()
	h.pump()
	if h.state().Phase != Talking {
		t.Fatalf("phase %d, want talking", h.state().Phase)
	}
	h.do("end-session")
	h.ending.about.notes.OnChanged("What was forgotten.")
	h.do("discussed")
	h.presenter.ShowRecord()
	s := h.state().Sitting.Session
	if s.State != supervision.Closed || s.Notes != "What was forgotten." || len(s.Reopened) != 1 {
		t.Errorf("session %+v", s)
	}
	if len(h.record.added.Objects) != 1 {
		t.Errorf("%d lines tell what came later, want that it was open again", len(h.record.added.Objects))
	}
}
