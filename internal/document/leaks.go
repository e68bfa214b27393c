package document

import (
	"strconv"
	"strings"
)

// Leaks searches the finished file that d was written to for forbidden words,
// as Check does, and gives the indexes of those that it holds beyond what d
// holds by right: the product's own words, numbers, and in header and
// signatures the parties' names and the session's date. So a supervisor's name
// that was masked in the text may stand in the header; once more is a leak. In
// the metadata nothing is by right.
func (d Document) Leaks(c Contents, w Words, forbidden []string) []int {
	own := fold(d.own(w))
	body, margins := fold(c.Text), fold(c.Margins)
	hidden := Contents{Metadata: c.Metadata}
	var found []int
	for i, words := range forbidden {
		needle := fold(words)
		allowed := own.count(needle)
		if body.count(needle) > allowed || allowed == 0 && margins.holds(needle) || Check(hidden, []string{words}) != nil {
			found = append(found, i)
		}
	}
	return found
}

// own gives the words of d that need no review, each piece on a line.
func (d Document) own(w Words) string {
	o := &owner{words: w}
	d.visit(o)
	return o.text.String()
}

// owner gathers what didn't come from a review.
type owner struct {
	words Words
	text  strings.Builder
}

func (o *owner) phrase(p Phrase)     { o.pieces(p.pieces) }
func (o *owner) value(v HeaderValue) { o.pieces(v.parts) }
func (o *owner) row(int, int)        {}
func (o *owner) number(n int)        { o.text.WriteString(strconv.Itoa(n) + "\n") }

func (o *owner) pieces(ps []piece) {
	for _, p := range ps {
		if text, ok := p.text(o.words); ok && p.origin != fromReview {
			o.text.WriteString(Clean(text) + "\n")
		}
	}
}
