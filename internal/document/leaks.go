package document

import (
	"strconv"
	"strings"
)

// Leak is a forbidden word in a finished file where it has no right to be. Word
// is its index. Line is the line of the file's text, counted from 1, or 0 where
// it stands in a margin or in the metadata.
type Leak struct{ Word, Line int }

// Leaks searches the finished file that d was written to for forbidden words,
// as Check does, and gives those that it holds more often than d holds them by
// right, by index. By right are the product's own words, numbers, in header and
// signatures the parties' names and the session's date, and in approved words
// what was left on purpose (redact.Text.Left). So a supervisor's name that was
// masked in the text may stand in the header; once more is a leak. In the
// metadata nothing is by right.
func (d Document) Leaks(c Contents, w Words, forbidden []string) []Leak {
	own := folded(d.own(w))
	body, margins := folded(c.Text), folded(c.Margins)
	hidden := Contents{Metadata: c.Metadata}
	var leaks []Leak
	for i, words := range forbidden {
		needle := folded(words)
		allowed := own.count(needle)
		switch {
		case body.count(needle) > allowed:
			leaks = append(leaks, Leak{i, d.line(c, w, words)})
		case allowed == 0 && margins.holds(needle), Check(hidden, []string{words}) != nil:
			leaks = append(leaks, Leak{Word: i})
		}
	}
	return leaks
}

// line gives the first line of the file's text at which the words stand where d
// has no such line by right, or the last one where all of them look right.
func (d Document) line(c Contents, w Words, words string) int {
	right := folded(d.own(w) + joined(d.runs(w)))
	lines, line := strings.Split(c.Text, "\n"), 0
	for _, at := range Find(c.Text, []string{words}) {
		line = 1 + strings.Count(c.Text[:at.Start], "\n")
		if whole := folded(lines[line-1]); !right.holds(whole) {
			break
		}
	}
	return line
}

// own gives the words of d that need no review, each piece on a line, and what
// a review left on purpose.
func (d Document) own(w Words) string {
	o := &owner{words: w}
	d.draft.visit(o)
	return o.text.String()
}

// owner gathers what may stand whatever is forbidden.
type owner struct {
	words Words
	text  strings.Builder
}

func (o *owner) row(int, int) {}
func (o *owner) number(n int) { o.text.WriteString(strconv.Itoa(n) + "\n") }

func (o *owner) phrase(p Phrase) Phrase {
	o.pieces(p.pieces)
	return p
}

func (o *owner) value(v HeaderValue) HeaderValue {
	o.pieces(v.parts)
	return v
}

func (o *owner) pieces(ps []piece) {
	for _, p := range ps {
		for _, left := range p.left {
			o.text.WriteString(Clean(left) + "\n")
		}
		if text, ok := p.text(o.words); ok && p.origin != fromReview {
			o.text.WriteString(Clean(text) + "\n")
		}
	}
}
