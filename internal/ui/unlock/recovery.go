package unlock

import (
	"strings"

	"aftershift/internal/app"
)

// askedBack is how many of the words are asked back.
const askedBack = 3

// confirming keeps that the words stand on paper; app.Desk does.
type confirming interface {
	ConfirmRecovery(words []string, places []int, typed []string) error
}

// recoveryState is what the page about new words shows.
type recoveryState struct {
	Asking bool  // some words are asked back; else all are shown
	Places []int // which, from 0
	Wrong  int   // the number, from 1, of the first word that was typed wrong; 0: none
}

// recovery shows new words once and asks some back.
type recovery struct {
	desk  confirming
	words []string
	draw  func(words []string, n int) []int
	show  func(recoveryState)
	done  func()
	state recoveryState
}

// written goes on to asking: the user says that the words stand on paper.
func (r *recovery) written() {
	r.set(recoveryState{Asking: true, Places: r.draw(r.words, askedBack)})
}

// again shows the words once more.
func (r *recovery) again() { r.set(recoveryState{}) }

// answer compares what was typed with the words. Where they fit the page ends; else it
// says which is the first that doesn't.
func (r *recovery) answer(typed []string) {
	if err := r.desk.ConfirmRecovery(r.words, r.state.Places, typed); err != nil {
		r.set(recoveryState{Asking: true, Places: r.state.Places, Wrong: r.wrong(typed)})
		return
	}
	r.leave()
}

// wrong gives the number of the first word that doesn't fit; the last one's where
// all do, and something else went wrong.
func (r *recovery) wrong(typed []string) (number int) {
	for i, place := range r.state.Places {
		if number = place + 1; i >= len(typed) || !strings.EqualFold(strings.TrimSpace(typed[i]), r.words[place]) {
			break
		}
	}
	return number
}

// leave ends the page; the words are forgotten here.
func (r *recovery) leave() {
	r.words = nil
	r.done()
}

func (r *recovery) set(s recoveryState) {
	r.state = s
	r.show(s)
}

var _ confirming = (*app.Desk)(nil)
