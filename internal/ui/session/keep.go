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

// keeper brings what is written to the disk.
type keeper struct {
	dirty      bool // Outcome, which is of the item in view, differs from what was last sent
	soon       present.Soon
	unsaved    parcels[journal.ID, supervision.Outcome] // by item
	review     bool                                     // Review, of the session in view, differs from what was last sent
	stopReview func()
	reviews    parcels[journal.ID, app.SessionReview] // by session
}

func newKeeper() keeper {
	return keeper{
		unsaved:    parcels[journal.ID, supervision.Outcome]{},
		stopReview: func() {}, reviews: parcels[journal.ID, app.SessionReview]{},
	}
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
	p.dirty = true
	p.hold()
	p.soon.Again()
	p.state.Status = Status{Kind: Writing}
	p.tell()
}

// heldAt names what the presenter holds.
const heldAt = "session"

// hold lets what is not on the disk yet be kept where the main goroutine can't.
func (p *presenter) hold() {
	outcomes, reviews := p.outstanding()
	if len(outcomes) == 0 && len(reviews) == 0 {
		p.book.Hold(heldAt, nil)
		return
	}
	p.book.Hold(heldAt, p.keeping(outcomes, reviews))
}

// outstanding gives what is not known to be on the disk, by item and by session.
func (p *presenter) outstanding() (map[journal.ID]supervision.Outcome, map[journal.ID]app.SessionReview) {
	outcomes, reviews := p.unsaved.words(), p.reviews.words()
	if p.dirty {
		outcomes[p.state.At] = p.withMinutes(p.state.Outcome)
	}
	if p.review {
		reviews[p.session] = p.state.Review
	}
	return outcomes, reviews
}

// keeping gives what brings outcomes and reviews to the disk. One that can't be
// kept leaves none of the others behind.
func (p *presenter) keeping(outcomes map[journal.ID]supervision.Outcome, reviews map[journal.ID]app.SessionReview) func() error {
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

// load shows what is under way of the item in view, or else what is on the disk,
// unless it is being written.
func (p *presenter) load() {
	if p.dirty {
		return
	}
	if under, is := p.unsaved[p.state.At]; is {
		p.state.Outcome = under.words
		return
	}
	a, _ := p.state.account(p.state.At)
	p.state.Outcome = a.Outcome
}

// Keep sends what is being written to the disk.
func (p *presenter) Keep() {
	p.keepReview()
	p.soon.Stop()
	if !p.dirty {
		return
	}
	p.dirty = false
	p.note(p.state.At, p.withMinutes(p.state.Outcome))
}

// Retry sends again what could not be kept.
func (p *presenter) Retry() {
	for id, o := range p.unsaved.words() {
		p.note(id, o)
	}
	for id, r := range p.reviews.words() {
		p.sendReview(id, r)
	}
	p.Keep()
}

func (p *presenter) note(item journal.ID, o supervision.Outcome) {
	p.unsaved.send(item, o)
	p.hold()
	p.send(func() error { return p.book.NoteOutcome(item, o) }, func(err error) {
		p.unsaved.arrived(item, o, err)
		p.settled()
	})
}

func (p *presenter) keepReview() {
	p.stopReview()
	if !p.review {
		return
	}
	p.review = false
	p.sendReview(p.session, p.state.Review)
}

func (p *presenter) sendReview(session journal.ID, r app.SessionReview) {
	p.reviews.send(session, r)
	p.hold()
	p.send(func() error { return p.book.ReviewSession(session, r) }, func(err error) {
		p.reviews.arrived(session, r, err)
		p.settled()
	})
}

// send runs keep off the main goroutine, and then done on it. A locked journal
// takes nothing, and done is told so at once.
func (p *presenter) send(keep func() error, done func(error)) {
	if !p.book.Do(keep, func(err error) { p.do(func() { done(err) }) }) {
		done(fault.New(fault.Locked, "keep session"))
	}
}

// settled says how safe everything is after something has come to the disk or
// has not.
func (p *presenter) settled() {
	p.hold()
	trouble := p.unsaved.trouble()
	if trouble == nil {
		trouble = p.reviews.trouble()
	}
	switch {
	case trouble != nil:
		p.state.Status = Status{Kind: Failed, Err: trouble}
	case !p.dirty && !p.review && len(p.unsaved) == 0 && len(p.reviews) == 0:
		p.state.Status = Status{Kind: Saved, At: p.book.Now()}
	}
	p.tell()
}

// Flush keeps everything that is not on the disk yet and waits for it. What
// can't be kept stays where it is.
func (p *presenter) Flush() error {
	p.soon.Stop()
	p.stopReview()
	outcomes, reviews := p.outstanding()
	if len(outcomes) == 0 && len(reviews) == 0 {
		return nil
	}
	result := make(chan error, 1)
	if !p.book.Do(p.keeping(outcomes, reviews), func(err error) { result <- err }) {
		return fault.New(fault.Locked, "keep session")
	}
	if err := <-result; err != nil {
		p.state.Status = Status{Kind: Failed, Err: err}
		p.tell()
		return err
	}
	clear(p.unsaved)
	clear(p.reviews)
	p.dirty, p.review = false, false
	p.settled()
	return nil
}
