package search

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that people write in two ways are one word to the search: "well-being"
// and "wellbeing", "don't" and "dont". Behind a text stand its compounds once more
// without their hyphens and apostrophes, and what is looked for has none either.

const joiners = "-'"

// joined returns folded text without the hyphens and apostrophes within its words.
func joined(folded string) string {
	if !strings.ContainsAny(folded, joiners) {
		return folded
	}
	b := []byte(folded)
	out := make([]byte, 0, len(b))
	for i, c := range b {
		if !joins(b, i) {
			out = append(out, c)
		}
	}
	return string(out)
}

// compounds returns the words of folded text that have joiners, without them, a
// line each and each line begun. A word comes once.
func compounds(b []byte) []byte {
	var found []byte
	for at := 0; ; {
		next := nextJoiner(b, at)
		if next < 0 {
			return found
		}
		at = next + 1
		if !joins(b, next) {
			continue
		}
		at = compoundEnd(b, next)
		word := joined(string(b[wordStart(b, next):at]))
		if !bytes.Contains(append(found, '\n'), []byte("\n"+word+"\n")) {
			found = append(append(found, '\n'), word...)
		}
	}
}

// nextJoiner returns where the next joiner stands, at from or after, or -1.
func nextJoiner(b []byte, from int) int {
	hyphen, apostrophe := bytes.IndexByte(b[from:], '-'), bytes.IndexByte(b[from:], '\'')
	if hyphen < 0 || apostrophe >= 0 && apostrophe < hyphen {
		hyphen = apostrophe
	}
	if hyphen < 0 {
		return -1
	}
	return from + hyphen
}

// joins reports whether the byte at i is a joiner within a word: between two
// letters, or a letter and a digit. Between two digits it makes a range or a number.
func joins(b []byte, i int) bool {
	if b[i] != '-' && b[i] != '\'' || i == 0 || i+1 == len(b) {
		return false
	}
	before, _ := utf8.DecodeLastRune(b[:i])
	after, _ := utf8.DecodeRune(b[i+1:])
	return !notWord(before) && !notWord(after) && !(unicode.IsDigit(before) && unicode.IsDigit(after))
}

func wordStart(b []byte, i int) int {
	for i > 0 {
		r, size := utf8.DecodeLastRune(b[:i])
		if notWord(r) {
			break
		}
		i -= size
	}
	return i
}

// compoundEnd returns where the word ends that has a joiner at i.
func compoundEnd(b []byte, i int) int {
	for i < len(b) {
		r, size := utf8.DecodeRune(b[i:])
		if notWord(r) && !joins(b, i) {
			break
		}
		i += size
	}
	return i
}
