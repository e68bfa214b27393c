package supervision

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
)

// What is said of an item of a past session is what became of it: an item that
// was talked about, withdrawn or solved didn't go on to the next time.
func TestPastView_outcome_says_what_became_of_an_item(t *testing.T) {
	p, _, _ := newPage(t, func(*app.Desk) {})
	item := func(state supervision.ItemState) supervision.AgendaItem { return supervision.AgendaItem{State: state} }
	for want, a := range map[string]supervision.Account{
		"Decision · I speak first":                {Item: item(supervision.Discussed), Outcome: supervision.Outcome{Kind: supervision.Decision, Decision: "I speak first"}},
		"Talked about.":                           {Item: item(supervision.Discussed)},
		"In May":                                  {Item: item(supervision.Discussed), Outcome: supervision.Outcome{Text: "In May"}},
		"Withdrawn.":                              {Item: item(supervision.Withdrawn)},
		"Half of it · Solved elsewhere.":          {Item: item(supervision.Solved), Outcome: supervision.Outcome{Text: "Half of it"}},
		"Not reached; set aside.":                 {Item: item(supervision.Parked), Went: true},
		"Not reached; moved to next time.":        {Item: item(supervision.Waiting), Went: true},
		"Left for next time · Only a first look.": {Item: item(supervision.Discussed), Outcome: supervision.Outcome{Kind: supervision.Deferred, Text: "Only a first look."}, Went: true},
	} {
		if got := p.agenda.past.outcome(a); got != want {
			t.Errorf("said %q, want %q", got, want)
		}
	}
}

// Of the sessions of a working life none is laid out while the list is closed, then some,
// and more as often as one asks for them.
func TestPastView_lists_some_at_once(t *testing.T) {
	p, _, _ := newPage(t, func(*app.Desk) {})
	v := p.agenda.past
	v.show(State{Past: make([]Meeting, 2*pastAtOnce+5)})
	listed := func(step string, cards, left int) {
		t.Helper()
		if len(v.column.Objects) != cards || v.more.Visible() != (left > 0) || left > 0 && v.more.Text() != v.page.words.N("supervision.past.more", left) {
			t.Errorf("%s: %d cards, %q %v", step, len(v.column.Objects), v.more.Text(), v.more.Visible())
		}
	}
	listed("closed", 0, pastAtOnce+5)
	v.fold.SetOpen(true)
	v.fold.OnTurned(true)
	listed("open", pastAtOnce, pastAtOnce+5)
	test.Tap(v.more)
	listed("more", 2*pastAtOnce, 5)
	v.show(State{Past: make([]Meeting, 2*pastAtOnce+4)})
	listed("after a change", 2*pastAtOnce, 4)
	test.Tap(v.more)
	listed("all", 2*pastAtOnce+4, 0)
	v.fold.OnTurned(false)
	v.fold.OnTurned(true)
	listed("again", pastAtOnce, pastAtOnce+4)
}
