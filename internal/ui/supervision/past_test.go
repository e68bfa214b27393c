package supervision

import (
	"testing"

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
