package detect

import (
	"iter"

	"aftershift/internal/redact/lex"
)

// page is one part under scan, or a stretch of a long one.
type page struct {
	part, from int // the part, and the byte of it that the page begins at
	seen       lex.Seen
	text       string // what is seen; offsets of tokens and candidates are of it
	tokens     []lex.Token
	own        bool        // it holds words of ours
	spoken     bool        // it was dictated, and signs stand in it as words
	found      []Candidate // on it, in no order
}

// add records a candidate.
func (d *Reading) add(c Candidate) {
	pg := &d.pages[c.Part]
	pg.found = append(pg.found, c)
}

// all gives what was found so far, page by page.
func (d *Reading) all() iter.Seq2[int, *Candidate] {
	return func(yield func(int, *Candidate) bool) {
		for p := range d.pages {
			for i := range d.pages[p].found {
				if !yield(p, &d.pages[p].found[i]) {
					return
				}
			}
		}
	}
}
