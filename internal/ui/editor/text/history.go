package text

import (
	"strings"
	"time"
	"unicode/utf8"
)

// kind tells how a change came about; only changes of the same kind become one
// step of undoing.
type kind uint8

const (
	whole  kind = iota // pasted, replaced, cut: a step of its own
	typed              // written letter by letter
	rubbed             // erased backwards
	erased             // erased forwards
)

const (
	// pause is how long one may stop while typing before a new step begins.
	pause = 1200 * time.Millisecond
	// historyMost is the most bytes of text that are kept for undoing.
	historyMost = 32 << 20
)

// change is one replacement, with what is needed to take it back.
type change struct {
	at             int
	removed, added string
}

func (c change) size() int { return len(c.removed) + len(c.added) }

// step is what one undo takes back.
type step struct {
	kind          kind
	changes       []change
	before, after Selection
	when          time.Time
}

// history is what can be undone and redone in one text.
type history struct {
	done, undone []step
	size         int // bytes in done
	open         bool
}

// add remembers a change. It becomes part of the last step if it goes on where
// that one ended, without a pause and within a word.
func (h *history) add(k kind, c change, before, after Selection, now time.Time) {
	h.undone = nil
	h.size += c.size()
	if n := len(h.done); n > 0 && h.open && h.done[n-1].takes(k, c, now) {
		last := &h.done[n-1]
		last.join(c)
		last.after, last.when = after, now
		return
	}
	h.done = append(h.done, step{kind: k, changes: []change{c}, before: before, after: after, when: now})
	h.open = true
	for h.size > historyMost && len(h.done) > 1 {
		h.size -= h.done[0].size()
		h.done = h.done[1:]
	}
}

func (s *step) size() int {
	n := 0
	for _, c := range s.changes {
		n += c.size()
	}
	return n
}

// takes reports whether c belongs to the step.
func (s *step) takes(k kind, c change, now time.Time) bool {
	if k == whole || k != s.kind || now.Sub(s.when) > pause {
		return false
	}
	last := s.changes[len(s.changes)-1]
	switch k {
	case typed:
		return c.removed == "" && c.at == last.at+len(last.added) && !newWord(last.added, c.added)
	case rubbed:
		return c.added == "" && c.at+len(c.removed) == last.at && !newWord(c.removed, last.removed)
	}
	return c.added == "" && c.at == last.at && !newWord(last.removed, c.removed)
}

// newWord reports whether a word begins between left and right.
func newWord(left, right string) bool {
	a, _ := utf8.DecodeLastRuneInString(left)
	b, _ := utf8.DecodeRuneInString(right)
	return isBlank(a) && !isBlank(b)
}

func isBlank(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }

// join makes c part of the step's last change.
func (s *step) join(c change) {
	last := &s.changes[len(s.changes)-1]
	switch s.kind {
	case typed:
		last.added += c.added
	case rubbed:
		last.at, last.removed = c.at, c.removed+last.removed
	case erased:
		last.removed += c.removed
	}
}

// soften lets typing go on in the last step, after a selection was typed over.
func (h *history) soften() {
	if n := len(h.done); n > 0 {
		h.done[n-1].kind = typed
	}
}

// back takes the last step off.
func (h *history) back() (s step, ok bool) {
	if s, ok = pass(&h.done, &h.undone); ok {
		h.size, h.open = h.size-s.size(), false
	}
	return s, ok
}

// again takes the last step that was undone.
func (h *history) again() (s step, ok bool) {
	if s, ok = pass(&h.undone, &h.done); ok {
		h.size, h.open = h.size+s.size(), false
	}
	return s, ok
}

// pass takes the last step from one list to the other, and returns it.
func pass(from, to *[]step) (step, bool) {
	n := len(*from)
	if n == 0 {
		return step{}, false
	}
	s := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, s)
	return s, true
}
