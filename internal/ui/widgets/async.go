package widgets

import (
	"context"

	"fyne.io/fyne/v2"
)

// job is work that a button has begun and not ended.
type job struct{ cancel context.CancelFunc }

// Async makes a tap run work on a goroutine of its own. Until it ends the button
// shows busyText (its own words if that is empty) and does not answer. Then done
// gets work's error, nil if all went well, on the main goroutine. work must not
// touch a widget, and ends early when its context does: see Cancel.
func (b *Button) Async(busyText string, work func(context.Context) error, done func(error)) {
	b.busyText = busyText
	b.tapped = func() { b.begin(work, done) }
}

func (b *Button) begin(work func(context.Context) error, done func(error)) {
	ctx, cancel := context.WithCancel(context.Background())
	b.job.cancel = cancel
	b.Refresh()
	go func() {
		err := work(ctx)
		fyne.Do(func() {
			cancel()
			b.job.cancel = nil
			b.Refresh()
			if done != nil {
				done(err)
			}
		})
	}()
}

// Busy tells whether work that Async began is still under way.
func (b *Button) Busy() bool { return b.job.cancel != nil }

// Cancel ends the context of the work under way, if there is any. The button
// stays busy until the work has ended.
func (b *Button) Cancel() {
	if b.job.cancel != nil {
		b.job.cancel()
	}
}
