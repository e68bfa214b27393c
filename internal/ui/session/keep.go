package session

import (
	"errors"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
)

// When what is being written gets to the disk: soon after the last key, and even
// while the typing goes on. A mark settles first, so that a slider that is
// dragged is one step.
const (
	noteAfter   = time.Second
	noteAtLeast = 2 * time.Second
	markAfter   = 400 * time.Millisecond
)

// keeper is what is written and not known to be on the disk.
type keeper struct {
	outcomes present.Autosave[journal.ID, supervision.Outcome] // by item
	reviews  present.Autosave[journal.ID, app.SessionReview]   // by session
}

func newKeeper(p *presenter) (k keeper) {
	soon := present.Soon{After: p.after, Do: p.Keep, Pause: noteAfter, Latest: noteAtLeast}
	k.outcomes.Soon, k.reviews.Soon = soon, soon
	return k
}

// Write changes what came out of the item in view.
func (p *presenter) Write(change func(*supervision.Outcome)) {
	if !p.state.Writable() {
		return
	}
	before := p.state.Outcome
	change(&p.state.Outcome)
	if p.state.Outcome == before {
		return
	}
	p.outcomes.Write(p.state.At, p.withMinutes(p.state.Outcome))
	p.hold()
	p.state.Status = Status{Kind: Writing}
	p.tell()
}

// heldAt names what the presenter holds.
const heldAt = "session"

// hold lets what is not on the disk yet be kept where the main goroutine can't.
func (p *presenter) hold() { p.book.Hold(heldAt, p.keeping()) }

// keeping gives what brings all that is outstanding to the disk; nil for nothing.
// One that can't be kept leaves none of the others behind.
func (p *presenter) keeping() func() error {
	outcomes, reviews := p.outcomes.Outstanding(), p.reviews.Outstanding()
	if len(outcomes)+len(reviews) == 0 {
		return nil
	}
	return func() error {
		var errs []error
		for id, o := range outcomes {
			errs = append(errs, p.book.NoteOutcome(id, o))
		}
		for id, r := range reviews {
			errs = append(errs, p.book.ReviewSession(id, r))
		}
		return errors.Join(errs...)
	}
}

// load shows what is being written of the item in view, or else what is on the
// disk.
func (p *presenter) load() {
	under, outstanding := p.outcomes.Of(p.state.At)
	if !outstanding {
		a, _ := p.state.account(p.state.At)
		under = a.Outcome
	}
	p.state.Outcome = under
}

// Keep sends what is being written to the disk.
func (p *presenter) Keep() { p.sendAll(false) }

// Retry sends again what could not be kept, with what is being written.
func (p *presenter) Retry() { p.sendAll(true) }

func (p *presenter) sendAll(again bool) {
	p.outcomes.Stop()
	p.reviews.Stop()
	for id, r := range p.reviews.Unsent(again) {
		n := p.reviews.Sent(id, r)
		p.send(func() error { return p.book.ReviewSession(id, r) }, func(err error) {
			p.reviews.Arrived(id, n, err)
			p.settled()
		})
	}
	for id, o := range p.outcomes.Unsent(again) {
		if id == p.state.At {
			o = p.withMinutes(o)
		}
		p.note(id, o)
	}
}

func (p *presenter) note(item journal.ID, o supervision.Outcome) {
	n := p.outcomes.Sent(item, o)
	p.send(func() error { return p.book.NoteOutcome(item, o) }, func(err error) {
		p.outcomes.Arrived(item, n, err)
		p.settled()
	})
}

// send runs keep off the main goroutine, and then done on it. A locked journal
// takes nothing, and done is told so at once.
func (p *presenter) send(keep func() error, done func(error)) {
	p.hold()
	if !p.book.Do(keep, func(err error) { p.do(func() { done(err) }) }) {
		done(fault.New(fault.Locked, "keep session"))
	}
}

// settled says how safe everything is after something has come to the disk or
// has not.
func (p *presenter) settled() {
	p.hold()
	trouble := p.outcomes.Trouble()
	if trouble == nil {
		trouble = p.reviews.Trouble()
	}
	switch {
	case trouble != nil:
		p.state.Status = Status{Kind: Failed, Err: trouble}
	case p.keeping() == nil:
		p.state.Status = Status{Kind: Saved, At: p.book.Now()}
	}
	p.tell()
}

// Flush keeps everything that is not on the disk yet and waits for it. What
// can't be kept stays where it is: it gives fault.Locked where the journal has
// closed, and the kinds that keeping an outcome gives.
func (p *presenter) Flush() error {
	p.outcomes.Stop()
	p.reviews.Stop()
	keep := p.keeping()
	if keep == nil {
		return nil
	}
	result := make(chan error, 1)
	if !p.book.Do(keep, func(err error) { result <- err }) {
		return fault.New(fault.Locked, "keep session")
	}
	if err := <-result; err != nil {
		p.state.Status = Status{Kind: Failed, Err: err}
		p.tell()
		return err
	}
	p.outcomes.AllKept()
	p.reviews.AllKept()
	p.settled()
	return nil
}
