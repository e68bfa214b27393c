package journal

import (
	"errors"
	"time"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// When what is being written gets to the disk: soon after the last key, and even
// while the typing goes on, so that with the time that the disk takes no more
// than five seconds of it can be lost. A mark settles first, so that a slider
// that is dragged is one step.
const (
	draftAfter   = time.Second
	draftAtLeast = 2 * time.Second
	markAfter    = 400 * time.Millisecond
)

func (w *writer) dirty() bool { return w.text || w.marks }

// heldAt names what the writer holds.
const heldAt = "entry"

// hold lets what is not on the disk yet be kept where the main goroutine can't.
func (w *writer) hold() {
	all := w.outstanding()
	if p := w.proposal; p.Shown && p.touched && w.entry.ID != 0 {
		e := w.entry.Clone()
		e.Share.Words = p.Words // as settleProposal does
		all = append(all, e)
	}
	if len(all) == 0 {
		w.book.Hold(heldAt, nil)
		return
	}
	w.book.Hold(heldAt, func() error {
		var errs []error
		for _, e := range all {
			errs = append(errs, w.book.SaveDraft(e))
		}
		if err := errors.Join(errs...); err != nil {
			return fault.As(kindOf(errs), "keep draft", err)
		}
		return nil
	})
}

// touched has a draft written soon.
func (w *writer) touched() {
	w.hold()
	w.stopKeep()
	w.unsaved.Again()
	if w.status.Kind != Writing && w.status.Kind != Failed {
		w.status = Status{Kind: Writing}
		w.say(w.status)
	}
}

// draft keeps the entry as it is being written.
func (w *writer) draft() {
	if !w.dirty() {
		return
	}
	if w.nothing() {
		w.forget()
		return
	}
	e := w.entry.Clone()
	w.drafted = true
	w.work(func() error { return w.book.SaveDraft(e) }, func(err error) {
		if e.ID != w.entry.ID || !w.dirty() {
			return
		}
		w.status = Status{Kind: Drafted, At: w.book.Now()}
		if err != nil {
			w.status = Status{Kind: Failed, Err: err}
		}
		w.say(w.status)
	})
}

// nothing tells whether this is a new entry with nothing in it.
func (w *writer) nothing() bool { return w.entry.Revision == 0 && w.entry.Empty() }

// forget takes back the draft of an entry that was emptied again.
func (w *writer) forget() {
	id := w.entry.ID
	w.text, w.marks, w.label, w.status = false, false, "", Status{}
	w.hold()
	w.say(w.status)
	if w.drafted {
		w.drafted = false
		w.work(func() error { return w.book.Discard(id) }, func(error) {})
	}
}

// Keep saves what is being written, if there is anything to save. An empty new
// entry is not kept.
func (w *writer) Keep() {
	w.rest()
	w.settleProposal()
	if w.entry.ID == 0 || !w.dirty() {
		return
	}
	if w.nothing() {
		w.forget()
		return
	}
	label := w.label
	w.text, w.marks, w.label, w.drafted = false, false, "", false
	w.send(w.entry.Clone(), label)
}

// send gives an entry to the worker to save.
func (w *writer) send(e journal.Entry, label string) {
	w.sendBy(e, func() (journal.Entry, error) { return w.book.Save(e, label) }, func() {})
}

// rewrite saves the open entry, whose text was arranged or replaced as a whole, as a
// step under label, and calls then once it is. What was written before is kept first,
// so that undo finds it; an entry with nothing to keep yet is only changed.
func (w *writer) rewrite(label string, then func(), change func(e *journal.Entry)) {
	w.Keep()
	change(&w.entry)
	if _, under := w.unsaved.Of(w.entry.ID); w.entry.Revision == 0 && !under {
		w.wrote()
		w.tell()
		return
	}
	e := w.entry.Clone()
	w.sendBy(e, func() (journal.Entry, error) { return w.book.Rewrite(e, label) }, then)
	w.tell()
}

// sendBy gives an entry to the worker to save by a use case, and calls then once it is.
func (w *writer) sendBy(e journal.Entry, save func() (journal.Entry, error), then func()) {
	number := w.unsaved.Sent(e.ID, e)
	w.hold()
	var saved journal.Entry
	var place Place
	job := func() (err error) {
		saved, err = save()
		place = w.find(e.ID)
		return err
	}
	sent := w.work(job, func(err error) {
		w.arrived(number, e, saved, place, err)
		if err == nil {
			then()
		}
	})
	if !sent {
		w.arrived(number, e, e, Place{}, fault.New(fault.Locked, "save entry"))
	}
}

// arrived takes in how saving e went.
func (w *writer) arrived(number int, e, saved journal.Entry, place Place, err error) {
	latest := w.unsaved.Arrived(e.ID, number, err)
	if err != nil {
		w.refused(e.ID, err)
		return
	}
	if latest {
		w.hold()
	}
	if len(w.unsaved.Outstanding()) == 0 && !w.dirty() && (e.ID == w.entry.ID || w.status.Kind == Failed) {
		w.status = Status{Kind: Saved, At: w.book.Now()}
	}
	w.say(w.status)
	if e.ID != w.entry.ID {
		return
	}
	w.entry.Revision, w.entry.Updated = saved.Revision, saved.Updated
	if place != w.place {
		w.place = place
		w.tell()
	}
}

// refused tells that an entry could not be saved; it is kept to be tried again.
func (w *writer) refused(id journal.ID, err error) {
	if id == w.entry.ID {
		w.text, w.marks = true, true
	}
	w.status = Status{Kind: Failed, Err: err}
	w.say(w.status)
}

// Retry tries again to save whatever could not be saved.
func (w *writer) Retry() {
	for id, e := range w.unsaved.Unsent(true) {
		if id != w.entry.ID {
			w.send(e, "")
		}
	}
	w.Keep()
}

// Flush keeps everything that is not on the disk yet and waits for it. It gives
// fault.Locked once the journal is closed and the errors of keeping; then nothing is
// forgotten.
func (w *writer) Flush() error {
	w.rest()
	w.settleProposal()
	if w.dirty() && w.nothing() {
		w.forget()
	}
	all := w.outstanding()
	if len(all) == 0 {
		return nil
	}
	result := make(chan error, 1)
	if !w.book.Do(func() error { return w.saveAll(all) }, func(err error) { result <- err }) {
		return fault.New(fault.Locked, "save entry")
	}
	if err := <-result; err != nil {
		w.status = Status{Kind: Failed, Err: err}
		w.say(w.status)
		return err
	}
	w.unsaved.AllKept()
	if w.dirty() {
		w.text, w.marks, w.label, w.drafted = false, false, "", false
		w.entry.Revision = max(w.entry.Revision, 1)
		w.status = Status{Kind: Saved, At: w.book.Now()}
	}
	w.hold()
	w.say(w.status)
	return nil
}

// outstanding gives what is not known to be on the disk, the open entry last.
func (w *writer) outstanding() (all []journal.Entry) {
	for id, e := range w.unsaved.Outstanding() {
		if id != w.entry.ID || !w.dirty() {
			all = append(all, e)
		}
	}
	if w.entry.ID != 0 && w.dirty() && !w.nothing() {
		all = append(all, w.entry.Clone())
	}
	return all
}

func (w *writer) saveAll(all []journal.Entry) error {
	var errs []error
	for _, e := range all {
		_, err := w.book.Save(e, "")
		errs = append(errs, err)
	}
	if err := errors.Join(errs...); err != nil {
		return fault.As(kindOf(errs), "save entry", err)
	}
	return nil
}

// kindOf gives the kind of the first error.
func kindOf(errs []error) fault.Kind {
	for _, err := range errs {
		if err != nil {
			return fault.KindOf(err)
		}
	}
	return fault.Internal
}

// Delete puts the open entry into the trash, with all that was written, and
// calls then. An empty new entry just goes.
func (w *writer) Delete(then func()) {
	w.rest()
	if w.nothing() {
		w.forget()
		w.put(journal.Entry{}, Place{}, Status{})
		return
	}
	w.Keep()
	id := w.entry.ID
	w.work(func() error { return w.book.Delete(id) }, func(err error) {
		if err != nil {
			w.failed(err)
			return
		}
		if id == w.entry.ID {
			w.put(journal.Entry{}, Place{}, Status{})
		}
		then()
	})
}

// Close stops what was to happen later.
func (w *writer) Close() { w.rest() }

// rest puts off nothing any more.
func (w *writer) rest() {
	w.stopKeep()
	w.unsaved.Stop()
}
