package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Leak is a forbidden word in a finished file where it has no right to be. Word
// is its index. Line is the line of the file's text, counted from 1, or 0 where
// it stands in a margin or in the metadata; Heading is how many of the
// document's headings stand above it or begin in it.
type Leak struct{ Word, Line, Heading int }

// Leaks searches the finished file that d was written to for forbidden words,
// as Check does, and gives those that it holds more often than d holds them by
// right, by index. By right are the product's own words, numbers, in header and
// signatures the parties' names and the session's date, and in approved words
// what was left on purpose (redact.Text.Left). So a supervisor's name that was
// masked in the text may stand in the header; once more is a leak. In the
// metadata nothing is by right. A single word of what is forbidden, such as a surname,
// is a leak where d doesn't hold it at all.
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
			line, end := d.line(c, w, words)
			leaks = append(leaks, Leak{i, line, d.headings(c.Text[:end], w)})
		case allowed == 0 && margins.holds(needle), Check(hidden, []string{words}) != nil:
			leaks = append(leaks, Leak{Word: i})
		}
	}
	if len(leaks) == 0 {
		leaks = d.parts(c, w, forbidden)
	}
	return leaks
}

// parts gives the forbidden entries of which one word stands in the file and nowhere
// in d.
func (d Document) parts(c Contents, w Words, forbidden []string) (leaks []Leak) {
	var all strings.Builder
	for _, r := range d.runs(w) {
		all.WriteString(r.Text + "\n")
	}
	whole, body, seen := folded(all.String()), folded(c.Text), map[string]bool{}
	rest := Contents{Text: c.Margins, Metadata: c.Metadata}
	for i, words := range forbidden {
		for _, word := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			needle := folded(word)
			if seen[needle.letters] || utf8.RuneCountInString(word) < shortName || whole.holds(needle) {
				continue
			}
			seen[needle.letters] = true
			switch {
			case body.holds(needle):
				line, end := d.line(c, w, word)
				leaks = append(leaks, Leak{i, line, d.headings(c.Text[:end], w)})
			case Check(rest, []string{word}) != nil:
				leaks = append(leaks, Leak{Word: i})
			}
		}
	}
	return leaks
}

// line gives the first line of the file's text at which the words stand where d
// has no such line by right, or the last one where all of them look right, and
// the byte at which the words end.
func (d Document) line(c Contents, w Words, words string) (line, end int) {
	right := folded(d.own(w) + joined(d.runs(w)))
	lines := strings.Split(c.Text, "\n")
	for _, found := range Find(c.Text, []string{words}) {
		line, end = 1+strings.Count(c.Text[:found.Start], "\n"), found.End
		if whole := folded(lines[line-1]); !right.holds(whole) {
			break
		}
	}
	return line, end
}

// headings gives how many of d's headings stand in the text, one after the other.
func (d Document) headings(text string, w Words) (n int) {
	lines, _ := d.draft.Lines(w) // d was written, so that it has lines
	for _, l := range lines {
		if l.Kind != HeadingLine {
			continue
		}
		words := ""
		for _, s := range l.Cells[0] {
			words += s.Text
		}
		found := Find(text, []string{words})
		if len(found) == 0 {
			break
		}
		text = text[found[0].End:]
		n++
	}
	return n
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
