package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// maxTerms bounds the work of a pasted page.
const maxTerms = 16

// Parse reads what a person types. Words are looked for as beginnings of words
// ("visit" finds "visits"), text between double quotes as that very phrase. A
// phrase without its second quote is still being typed, and its last word may be
// a beginning too. A hyphen before a word keeps out what holds it. A name of Kinds
// with a sign behind it ("theme:", "hit>") asks for a mark, anywhere in the line;
// its value may stand between quotes. Case, diacritics, and hyphens and apostrophes
// within words don't matter, and no character is an error. What could not be
// understood is among the parts, with its problem, and narrows nothing.
func Parse(typed string, about About) Query {
	typed = strings.ToValidUTF8(typed, " ")
	p := parser{about: about, query: Query{typed: typed}}
	p.folded, p.offsets = fold.Map(typed)
	for p.next() {
	}
	return p.query
}

// parser reads a line from left to right.
type parser struct {
	about   About
	folded  string
	offsets []int // of each folded byte in what was typed
	at      int
	query   Query
	tooMany bool
}

// next takes the next word, phrase or mark; it returns false at the end.
func (p *parser) next() bool {
	for p.at < len(p.folded) && isSpace(p.folded[p.at:]) {
		_, size := utf8.DecodeRuneInString(p.folded[p.at:])
		p.at += size
	}
	if p.at == len(p.folded) {
		return false
	}
	start := p.at
	not := p.negates()
	if not {
		p.at++
	}
	if k, sign, size := markAt(p.folded[p.at:]); size > 0 {
		p.at += size
		from, to, _ := p.value()
		p.mark(Part{Kind: k, Not: not, Sign: sign, Value: p.written(from, to), start: p.offsets[start], end: p.offsets[p.at]})
		return true
	}
	quoted := p.folded[p.at] == '"'
	from, to, closed := p.value()
	part := Part{Kind: Words, Not: not, Value: p.written(from, to), start: p.offsets[start], end: p.offsets[p.at]}
	if quoted {
		part.Kind = Phrase
		p.words(part, phrase(p.folded[from:to], closed))
	} else {
		p.words(part, word(p.folded[from:to]))
	}
	return true
}

// negates reports whether a hyphen stands here right before something to keep out.
func (p *parser) negates() bool {
	rest := p.folded[p.at:]
	return rest[0] == '-' && len(rest) > 1 && rest[1] != '-' && !isSpace(rest[1:])
}

// value takes what stands here up to white space or a quote, or between quotes,
// and returns where it begins and ends, and whether its second quote is there.
func (p *parser) value() (from, to int, closed bool) {
	if p.at < len(p.folded) && p.folded[p.at] == '"' {
		from = p.at + 1
		length := strings.IndexByte(p.folded[from:], '"')
		if length < 0 {
			p.at = len(p.folded)
			return from, p.at, false
		}
		p.at = from + length + 1
		return from, from + length, true
	}
	from = p.at
	length := strings.IndexFunc(p.folded[from:], func(r rune) bool { return r == '"' || unicode.IsSpace(r) })
	if length < 0 {
		length = len(p.folded) - from
	}
	p.at = from + length
	return from, p.at, false
}

// written returns a stretch of the folded line as it was typed.
func (p *parser) written(from, to int) string {
	return strings.TrimSpace(p.query.typed[p.offsets[from]:p.offsets[to]])
}

// words takes a word or phrase.
func (p *parser) words(part Part, t term) {
	q := &p.query
	switch {
	case t.text == "":
		return
	case len(q.terms)+len(q.not) == maxTerms:
		if !p.tooMany {
			p.tooMany = true
			part.Problem, part.end = TooMany, len(q.typed)
			q.parts = append(q.parts, part)
		}
		return
	case part.Not:
		q.not = append(q.not, t)
	default:
		q.terms = append(q.terms, t)
	}
	if part.Not || part.Kind == Phrase {
		q.parts = append(q.parts, part)
	}
}

// mark takes what asks for a mark.
func (p *parser) mark(part Part) {
	q := &p.query
	if part.Value == "" {
		part.Problem = NoValue
	} else {
		read := kinds[part.Kind]
		holds := read(p.about, &part, q)
		if part.Problem == "" && holds != nil {
			q.marks = append(q.marks, condition{part.Not, holds})
		}
	}
	q.parts = append(q.parts, part)
}

func isSpace(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// joinTyped joins two pieces of a line with one space.
func joinTyped(a, b string) string {
	return strings.TrimSpace(strings.TrimSpace(a) + " " + strings.TrimSpace(b))
}
