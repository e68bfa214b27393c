package unlock

import (
	"context"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// keys are the ways to open a journal; app.App has them.
type keys interface {
	Unlock(ctx context.Context, passphrase string) (*app.Desk, error)
	UnlockWithWords(ctx context.Context, words string) (*app.Desk, error)
	UnlockRestored(ctx context.Context, passphrase string) (*app.Desk, error)
	UnlockRestoredWithWords(ctx context.Context, words string) (*app.Desk, error)
}

// doorState is what the unlock page shows.
type doorState struct {
	ByWords bool // recovery words are asked for, not the passphrase
	Busy    bool // a key is being derived
	Trouble bool // the last try failed in the way of Kind
	Kind    fault.Kind
	// CanRestore offers to open the file although it is older than the one that
	// was last open here.
	CanRestore bool
}

// door tries secrets. It belongs to the main goroutine; background runs its
// argument elsewhere, and do brings the answer back.
type door struct {
	keys       keys
	background func(func())
	do         func(func())
	show       func(doorState)
	opened     func(Opened)
	state      doorState
	secret     string // of the try that gave CanRestore
}

// by turns between passphrase and recovery words.
func (d *door) by(words bool) {
	if !d.state.Busy {
		d.secret = ""
		d.set(doorState{ByWords: words})
	}
}

// try opens the journal with what was typed. Nothing typed is no try.
func (d *door) try(secret string) {
	open := d.keys.Unlock
	if d.state.ByWords {
		open = d.keys.UnlockWithWords
	}
	d.start(secret, open)
}

// tryRestored opens the journal that the last try found to be an older one.
func (d *door) tryRestored() {
	open := d.keys.UnlockRestored
	if d.state.ByWords {
		open = d.keys.UnlockRestoredWithWords
	}
	if d.state.CanRestore {
		d.start(d.secret, open)
	}
}

func (d *door) start(secret string, open func(context.Context, string) (*app.Desk, error)) {
	if secret == "" || d.state.Busy {
		return
	}
	byWords := d.state.ByWords
	d.set(doorState{ByWords: byWords, Busy: true})
	d.background(func() {
		desk, err := open(context.Background(), secret)
		d.do(func() { d.end(secret, desk, err) })
	})
}

func (d *door) end(secret string, desk *app.Desk, err error) {
	byWords := d.state.ByWords
	d.secret = ""
	if err == nil {
		d.set(doorState{})
		d.opened(Opened{Desk: desk, ByWords: byWords})
		return
	}
	kind := fault.KindOf(err)
	if kind == fault.Tampered {
		d.secret = secret
	}
	d.set(doorState{ByWords: byWords, Trouble: true, Kind: kind, CanRestore: kind == fault.Tampered})
}

// trouble shows what stands in the way before anything was typed.
func (d *door) trouble(kind fault.Kind) {
	d.set(doorState{ByWords: d.state.ByWords, Trouble: true, Kind: kind})
}

func (d *door) set(s doorState) {
	d.state = s
	d.show(s)
}
