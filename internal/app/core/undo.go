package core

import (
	"sync"

	"aftershift/internal/fault"
)

// step is something that can be taken back and made again. label is a text key.
type step struct {
	label       string
	back, again func() error
}

// history is what can be undone and redone, the latest last. There is one for all
// rooms, so that steps are taken back in the order in which they were made. It
// lives as long as the desk: locking ends it.
type history struct {
	mu         sync.Mutex
	done, gone []step
}

// maxSteps bounds the memory that undo takes.
const maxSteps = 100

func (h *history) push(s step) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done = append(h.done, s)
	if len(h.done) > maxSteps {
		h.done = h.done[1:]
	}
	h.gone = nil
}

// Did remembers a step, whose label is a text key, and tells listeners that undo
// has changed. back and again may run on any goroutine, without a lock held; they
// give fault.Conflict where later changes stand on the step.
func (d Core) Did(label string, back, again func() error) {
	d.undo.push(step{label, back, again})
	d.events.tell(Event{Kind: UndoChanged})
}

// CanUndo gives the text key of what Undo would take back, "" for nothing.
func (d *Desk) CanUndo() string { return d.undo.top(&d.undo.done) }

// CanRedo gives the text key of what Redo would make again, "" for nothing.
func (d *Desk) CanRedo() string { return d.undo.top(&d.undo.gone) }

func (h *history) top(stack *[]step) string {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(*stack) == 0 {
		return ""
	}
	return (*stack)[len(*stack)-1].label
}

// Undo takes the latest step back. It gives fault.NotFound when there is none,
// and fault.Conflict when later changes stand on it; the step is then forgotten.
func (d *Desk) Undo() error {
	return d.walk(&d.undo.done, &d.undo.gone, func(s step) error { return s.back() })
}

// Redo makes the step that was last taken back again. Errors as for Undo.
func (d *Desk) Redo() error {
	return d.walk(&d.undo.gone, &d.undo.done, func(s step) error { return s.again() })
}

func (d *Desk) walk(from, to *[]step, run func(step) error) error {
	s, ok := d.undo.pop(from)
	if !ok {
		return fault.New(fault.NotFound, "undo")
	}
	err := run(s)
	if err == nil {
		d.undo.mu.Lock()
		*to = append(*to, s)
		d.undo.mu.Unlock()
	}
	d.events.tell(Event{Kind: UndoChanged})
	return err
}

func (h *history) pop(stack *[]step) (step, bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := len(*stack)
	if n == 0 {
		return step{}, false
	}
	s := (*stack)[n-1]
	*stack = (*stack)[:n-1]
	return s, true
}

// ForgetSteps empties the history: what was done can't be taken back any more.
func (d Core) ForgetSteps() {
	d.undo.mu.Lock()
	defer d.undo.mu.Unlock()
	d.undo.done, d.undo.gone = nil, nil
}
