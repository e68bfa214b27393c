package session

import (
	"maps"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// When what is being written gets to the disk: soon after the last key, and even
// while the typing goes on. A mark settles first, so that a slider that is
// dragged is one step.
const (
	noteAfter   = time.Second
	noteAtLeast = 5 * time.Second
	markAfter   = 400 * time.Millisecond
)

// keeper brings what is written to the disk. unsaved holds what is on its way
// there, and what could not be kept.
type keeper struct {
	dirty      bool // Outcome differs from what was last sent
	firstKey   time.Time
	stop       func()
	unsaved    map[journal.ID]supervision.Outcome
	review     bool // Review differs from what was last sent
	stopReview func()
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
	now := p.book.Now()
	if p.firstKey.IsZero() {
		p.firstKey = now
	}
	p.stop()
	p.stop = p.after(min(noteAfter, max(p.firstKey.Add(noteAtLeast).Sub(now), 0)), p.Keep)
	p.state.Status = Status{Kind: Writing}
	p.tell()
}

// heldAt names what the presenter holds.
const heldAt = "session"

// hold lets what is not on the disk yet be kept where the main goroutine can't.
func (p *presenter) hold() {
	all, review := p.outstanding(), p.review
	if len(all) == 0 && !review {
		p.book.Hold(heldAt, nil)
		return
	}
	p.book.Hold(heldAt, p.keeping(all, review))
}

// outstanding gives what is not known to be on the disk of each item.
func (p *presenter) outstanding() map[journal.ID]supervision.Outcome {
	all := maps.Clone(p.unsaved)
	if p.dirty {
		all[p.state.At] = p.withMinutes(p.state.Outcome)
	}
	return all
}

// keeping gives what brings outcomes, and the review where it differs, to the
// disk.
func (p *presenter) keeping(all map[journal.ID]supervision.Outcome, review bool) func() error {
	session, opinion := p.session, p.state.Review
	return func() error {
		for id, o := range all {
			if err := p.book.NoteOutcome(id, o); err != nil {
				return err
			}
		}
		if review {
			return p.book.ReviewSession(session, opinion)
		}
		return nil
	}
}

// load shows what is on the disk of the item in view, unless it is being
// written.
func (p *presenter) load() {
	if _, under := p.unsaved[p.state.At]; p.dirty || under {
		return
	}
	a, _ := p.state.account(p.state.At)
	p.state.Outcome = a.Outcome
}

// Keep sends what is being written to the disk.
func (p *presenter) Keep() {
	p.keepReview()
	p.stop()
	if !p.dirty {
		return
	}
	p.dirty, p.firstKey = false, time.Time{}
	p.note(p.state.At, p.withMinutes(p.state.Outcome))
}

// Retry sends again what could not be kept.
func (p *presenter) Retry() {
	for id, o := range p.unsaved {
		p.note(id, o)
	}
	p.Keep()
}

func (p *presenter) note(item journal.ID, o supervision.Outcome) {
	p.unsaved[item] = o
	p.hold()
	sent := p.book.Do(func() error { return p.book.NoteOutcome(item, o) }, func(err error) {
		p.do(func() { p.noted(item, o, err) })
	})
	if !sent {
		p.noted(item, o, fault.New(fault.Locked, "note outcome"))
	}
}

func (p *presenter) noted(item journal.ID, o supervision.Outcome, err error) {
	latest := p.unsaved[item] == o
	switch {
	case err != nil:
		p.state.Status = Status{Kind: Failed, Err: err}
	case latest:
		delete(p.unsaved, item)
		p.hold()
		fallthrough
	default:
		if !p.dirty && len(p.unsaved) == 0 {
			p.state.Status = Status{Kind: Saved, At: p.book.Now()}
		}
	}
	p.tell()
}

// Flush keeps everything that is not on the disk yet and waits for it. What
// can't be kept stays where it is.
func (p *presenter) Flush() error {
	p.stop()
	p.stopReview()
	all := p.outstanding()
	if len(all) == 0 && !p.review {
		return nil
	}
	result := make(chan error, 1)
	if !p.book.Do(p.keeping(all, p.review), func(err error) { result <- err }) {
		return fault.New(fault.Locked, "keep session")
	}
	if err := <-result; err != nil {
		p.state.Status = Status{Kind: Failed, Err: err}
		p.tell()
		return err
	}
	clear(p.unsaved)
	p.dirty, p.review, p.firstKey = false, false, time.Time{}
	p.hold()
	p.state.Status = Status{Kind: Saved, At: p.book.Now()}
	p.tell()
	return nil
}
