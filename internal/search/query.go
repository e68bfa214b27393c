// Package search finds entries: by the words in them, and by what is marked on
// them.
//
// There is no index to build, to keep true, or to leak: the folded texts lie in
// memory while the journal is open, and a query is a scan over them. 10,000
// entries of 300 words are 20 MB, which is read through in some five
// milliseconds, and in twenty when the letters looked for are everywhere and
// the word is nowhere.
package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// Query is what to look for: every term must occur. The zero Query finds
// nothing.
type Query struct{ terms []term }

// term is a folded text that must begin at the start of a word; a whole term
// must end at the end of one too.
type term struct {
	text  string
	whole bool
}

// maxTerms bounds the work of a pasted page.
const maxTerms = 16

// Parse reads what a person types. Words are looked for as beginnings of words
// ("visit" finds "visits"), text between double quotes as that very phrase. A
// phrase without its second quote is still being typed, and its last word may
// be a beginning too. Case and diacritics do not matter, and no character is an
// error. Terms after the sixteenth are left out.
func Parse(typed string) Query {
	var q Query
	parts := strings.Split(fold.String(strings.ToValidUTF8(typed, " "), fold.Find), `"`)
	for i, part := range parts {
		if i%2 == 1 {
			q.add(strings.Join(strings.Fields(part), " "), i < len(parts)-1)
			continue
		}
		for _, word := range strings.Fields(part) {
			q.add(strings.TrimFunc(word, notWord), false)
		}
	}
	return q
}

func (q *Query) add(text string, whole bool) {
	if text != "" && len(q.terms) < maxTerms {
		q.terms = append(q.terms, term{text, whole})
	}
}

// Empty tells whether there is nothing to look for.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// matches tells whether every term occurs in the folded text.
func (q Query) matches(folded string) bool {
	for _, t := range q.terms {
		if t.find(folded, 0) < 0 {
			return false
		}
	}
	return true
}

// find gives where the term first stands in the folded text, at from or after,
// or -1.
func (t term) find(folded string, from int) int {
	for from < len(folded) {
		i := strings.Index(folded[from:], t.text)
		if i < 0 {
			return -1
		}
		i += from
		if t.fits(folded, i) {
			return i
		}
		from = i + 1
	}
	return -1
}

func (t term) fits(folded string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(folded[:i])
	first, _ := utf8.DecodeRuneInString(t.text)
	if i > 0 && !notWord(first) && !notWord(before) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(folded[i+len(t.text):])
	last, _ := utf8.DecodeLastRuneInString(t.text)
	return !t.whole || i+len(t.text) == len(folded) || notWord(last) || notWord(after)
}

func notWord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}
