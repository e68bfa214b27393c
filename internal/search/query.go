// Package search finds entries: by the words in them, and by what is marked on
// them.
//
// The folded texts lie in memory while the journal is open, as the numbers of their
// words, and beside them which words stand in which of them, so that a query reads only
// the texts that it may hold for. Nothing of it is ever written, so none of it leaks or
// goes stale.
package search

import (
	"slices"

	"aftershift/internal/journal"
)

// Query is what to look for: every part of it must hold. The zero Query finds
// nothing.
type Query struct {
	typed string
	parts []Part
	terms []term // must occur
	not   []term // must not
	marks []condition
	names []choice
	shown []term // what else is pointed out in an excerpt: names of people
}

// condition is something marked on an entry that must be so, or with not must
// not.
type condition struct {
	not   bool
	holds func(journal.Overview, *opened) bool
}

// choice is terms of which one must occur, or with not none may.
type choice struct {
	not   bool
	terms []term
}

// Empty tells whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.terms)+len(q.not)+len(q.marks)+len(q.names) == 0 }

// Parts returns what the query was taken for, in the order in which it was
// typed: quoted phrases, words that are kept out, and all that asks for a mark.
// Plain words are no parts.
func (q Query) Parts() []Part { return slices.Clone(q.parts) }

// Without returns what was typed, less a part of it.
func (q Query) Without(p Part) string {
	if p.start < 0 || p.end > len(q.typed) || p.start > p.end {
		return q.typed
	}
	return joinTyped(q.typed[:p.start], q.typed[p.end:])
}

// matches tells whether the words of the query stand in the folded text and all
// that it asks for is marked on the entry.
func (q *Query) matches(o *journal.Overview, h *opened) bool {
	for _, c := range q.marks { // quick, so first
		if c.holds(*o, h) == c.not {
			return false
		}
	}
	for _, t := range q.terms {
		if !t.in(h) {
			return false
		}
	}
	for _, t := range q.not {
		if t.in(h) {
			return false
		}
	}
	for _, c := range q.names {
		if slices.ContainsFunc(c.terms, func(t term) bool { return t.in(h) }) == c.not {
			return false
		}
	}
	return true
}
