package session

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// private plans a session now and writes MARKER into everything that nobody else
// may see.
func private(t testing.TB, d *app.Desk, now time.Time) journal.ID {
	t.Helper()
	past, _ := agenda(t, d, now.AddDate(0, 0, -14), "An earlier matter")
	must(t, d.StartSession(past, now.AddDate(0, 0, -14)))
	must(t, d.EndSession(past, 60, nil))
	must(t, d.ReviewSession(past, app.SessionReview{Helpful: 2, WhatHelped: "MARKER helped", Notes: "MARKER notes"}))
	session, entry := agenda(t, d, now, "A visit that frightened me", "Speaking up")
	a, err := d.Agenda(session)
	must(t, err)
	it := a.Items[0]
	it.Private = "MARKER prompt"
	_, err = d.SaveItem(it)
	must(t, err)
	entry, err = d.Entry(entry.ID)
	must(t, err)
	entry.Title, entry.Impact.Body, entry.CaseRecord.Note = "MARKER title", "MARKER body", "MARKER note"
	entry.Impact.Carrying = journal.LevelOf(9)
	_, err = d.Save(entry, "")
	must(t, err)
	return session
}

// onScreen gives every text of the window: what is drawn, and what fields hold
// beyond what is in view.
func (h held) onScreen() string {
	h.t.Helper()
	var all []string
	note := func(o fyne.CanvasObject) bool {
		if field, ok := o.(interface{ Text() string }); ok {
			all = append(all, field.Text())
		}
		switch w := o.(type) {
		case *canvas.Text:
			all = append(all, w.Text)
		case *widget.Entry:
			all = append(all, w.Text)
		}
		if said, ok := o.(interface{ AccessibilityLabel() string }); ok {
			all = append(all, said.AccessibilityLabel())
		}
		return true
	}
	for _, o := range append(h.Window().Canvas().Overlays().List(), h.Window().Canvas().Content()) {
		uitest.Walk(o, note)
	}
	return strings.Join(all, "\n")
}

func TestPage_safe_screen_shows_nothing_private(t *testing.T) {
	h := newHeld(t, func(d *app.Desk, now time.Time) { private(t, d, now) })
	check := func(where string, want bool) {
		t.Helper()
		if got := strings.Contains(h.onScreen(), "MARKER"); got != want {
			t.Fatalf("%s: private words in the window: %v", where, got)
		}
	}
	check("ahead", false)
	h.do("discussed")
	check("last time", false)
	h.do("discussed")
	check("first item", false)
	if !strings.Contains(h.onScreen(), "In words to share: A visit") {
		t.Error("the words to share are not shown")
	}
	h.do("safe-screen")
	check("safe screen off", true)
	h.do("next-section")
	check("next item, which has nothing private", false)
	h.do("previous-section")
	check("first item again", true)
	h.Hide()
	h.pump()
	h.Show(0)
	h.pump()
	check("left and come back", false)
	h.do("safe-screen")
	h.do("end-session")
	check("ending", false)
	h.do("end-session")
	h.presenter.Resume()
	h.pump()
	check("resumed", false)
	h.do("discussed")
	h.do("end-session")
	h.ending.key("", "1")
	h.do("discussed")
	if h.state().Phase != Ended {
		t.Fatalf("phase %d, want ended", h.state().Phase)
	}
	check("ended", false)
	h.do("discussed")
	check("alone", true)
	h.presenter.ShowRecord()
	h.pump()
	check("record", false)
}

func TestPage_record_of_an_earlier_session_is_safe(t *testing.T) {
	var session journal.ID
	h := newHeld(t, func(d *app.Desk, now time.Time) { private(t, d, now) })
	for _, s := range h.d.Sessions() {
		if s.State == supervision.Closed {
			session = s.ID
		}
	}
	h.Show(session)
	h.pump()
	if h.state().Phase != Record || strings.Contains(h.onScreen(), "MARKER") {
		t.Errorf("phase %d; private words are in the record", h.state().Phase)
	}
}
