package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// term is a folded text that must begin at the start of a word; a whole term
// must end at the end of one too. loose is a phrase without joiners, which is
// taken for it; "" for a single word, which has none.
type term struct {
	text  string
	whole bool
	loose string

	packed [][]byte // one of these stands in every packed text that has it; nil where that isn't known
}

// word returns the term for a folded word as the beginning of one.
func word(folded string) term { return term{text: joined(strings.TrimFunc(folded, beside))} }

// phrase returns the term for folded words that may come with any white space
// between them; whole where its last word is all there.
func phrase(folded string, whole bool) term {
	text := strings.Join(strings.Fields(folded), " ")
	return term{text: text, whole: whole, loose: joined(text)}
}

// in reports whether the term stands in the entry's text.
func (t term) in(o *opened) bool {
	if t.packed != nil && !slices.ContainsFunc(t.packed, func(p []byte) bool { return bytes.Contains(o.packed, p) }) {
		return false
	}
	text := o.folded()
	if t.find(text, 0) >= 0 {
		return true
	}
	if t.loose == "" {
		return false
	}
	loose := term{text: t.loose, whole: t.whole}
	if t.loose != t.text && loose.find(text, 0) >= 0 {
		return true
	}
	return o.joins < o.size && loose.scattered(text) && loose.find(joined(text), 0) >= 0
}

// scattered reports whether the words of the term stand anywhere in the text,
// compounds among them: without, there is no use in joining all of it.
func (t term) scattered(folded string) bool {
	for w := range strings.FieldsSeq(t.text) {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}

// find returns where the term first stands in the folded text, at from or after,
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

// beside reports whether r only stands beside words: brackets, stops, quotes and
// stars, but no sign that people look for, such as % £ & # or a face.
func beside(r rune) bool {
	if strings.ContainsRune("%&#@§_/", r) {
		return false
	}
	return notWord(r) && !unicode.In(r, unicode.Sm, unicode.Sc, unicode.So)
}
