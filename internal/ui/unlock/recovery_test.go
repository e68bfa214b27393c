package unlock

import (
	"slices"
	"testing"

	"aftershift/internal/fault"
)

// paper confirms when the typed words are the ones at the places.
type paper struct{ confirmed bool }

func (p *paper) ConfirmRecovery(words []string, places []int, typed []string) error {
	for i, place := range places {
		if typed[i] != words[place] {
			return fault.New(fault.Invalid, "confirm recovery words")
		}
	}
	p.confirmed = true
	return nil
}

func newRecoveryScene() (r *recovery, p *paper, done *int) {
	p, done = &paper{}, new(int)
	r = &recovery{
		desk: p, words: []string{"ash", "birch", "cedar", "elm"},
		draw: func(_ []string, n int) []int { return []int{0, 2, 3}[:n] },
		show: func(recoveryState) {}, done: func() { *done++ },
	}
	return r, p, done
}

func TestRecovery_answer_right(t *testing.T) {
	r, p, done := newRecoveryScene()
	r.written()
	if !r.state.Asking || !slices.Equal(r.state.Places, []int{0, 2, 3}) {
		t.Fatalf("asks %+v", r.state)
	}
	r.answer([]string{"ash", "cedar", "elm"})
	if !p.confirmed || *done != 1 || r.words != nil {
		t.Errorf("confirmed %v, done %d, words kept: %v", p.confirmed, *done, r.words != nil)
	}
}

func TestRecovery_answer_wrongAsksTheSameAgain(t *testing.T) {
	r, p, done := newRecoveryScene()
	r.written()
	r.answer([]string{"ash", "oak", "elm"})
	if r.state.Wrong != 3 || !r.state.Asking || !slices.Equal(r.state.Places, []int{0, 2, 3}) {
		t.Errorf("state %+v", r.state)
	}
	if p.confirmed || *done != 0 || r.words == nil {
		t.Error("took wrong words")
	}
	r.again()
	if r.state.Asking || r.state.Wrong != 0 {
		t.Errorf("does not show the words: %+v", r.state)
	}
}

func TestRecovery_leave_confirmsNothing(t *testing.T) {
	r, p, done := newRecoveryScene()
	r.leave()
	if p.confirmed || *done != 1 || r.words != nil {
		t.Errorf("confirmed %v, done %d", p.confirmed, *done)
	}
}
