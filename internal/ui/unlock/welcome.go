package unlock

import (
	"context"

	"aftershift/internal/app"
)

// maker makes journals; app.App has it.
type maker interface {
	Create(ctx context.Context, passphrase string) (*app.Desk, []string, error)
	OpenSample(ctx context.Context) (*app.Desk, error)
}

// welcomeState is what the first page shows besides its words.
type welcomeState struct{ Making, Opening bool }

// welcome makes the journal, or opens the fictional one. It belongs to the main
// goroutine; background runs its argument elsewhere, and do brings the answer
// back.
type welcome struct {
	maker      maker
	background func(func())
	do         func(func())
	show       func(welcomeState)
	opened     func(Opened)
	failed     func(error)
	state      welcomeState
}

// create makes the journal under a passphrase.
func (w *welcome) create(passphrase string) {
	w.start(welcomeState{Making: true}, func() (how Opened, err error) {
		how.Desk, how.NewWords, err = w.maker.Create(background(), passphrase)
		return how, err
	})
}

// lookAround opens the fictional journal.
func (w *welcome) lookAround() {
	w.start(welcomeState{Opening: true}, func() (how Opened, err error) {
		how.Desk, err = w.maker.OpenSample(background())
		return how, err
	})
}

// start runs open off the main goroutine, and hands over what it opened or tells of the
// error. While one is under way another is passed over.
func (w *welcome) start(busy welcomeState, open func() (Opened, error)) {
	if w.state != (welcomeState{}) {
		return
	}
	w.set(busy)
	w.background(func() {
		how, err := open()
		w.do(func() {
			w.set(welcomeState{})
			if err != nil {
				w.failed(err)
				return
			}
			w.opened(how)
		})
	})
}

func (w *welcome) set(s welcomeState) {
	w.state = s
	w.show(s)
}
