package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// Fold gives text as lists are keyed and words compared: in lower case, without
// diacritics and with straight apostrophes.
func Fold(text string) string { return fold.String(text, fold.Compare) }

// ValidSpan reports whether start and end cut text at rune boundaries.
func ValidSpan(text string, start, end int) bool {
	return start >= 0 && start < end && end <= len(text) && utf8.RuneStart(text[start]) &&
		(end == len(text) || utf8.RuneStart(text[end]))
}

// Occurrences gives the byte offsets at which word stands in text as a whole
// word, in the same case.
func Occurrences(text, word string) []int {
	var out []int
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		i += at
		if !LetterBefore(text, i) && !LetterAfter(text, i+len(word)) {
			out = append(out, i)
		}
		at = i + len(word)
	}
	return out
}

// LetterBefore reports whether a letter or digit ends at the byte offset.
func LetterBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return WordRune(r)
}

// LetterAfter reports whether a letter or digit begins at the byte offset.
func LetterAfter(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return WordRune(r)
}

// WordRune reports whether r belongs in a word or a number.
func WordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// Telling reports whether text is long enough to search a finished file for.
func Telling(text string) bool {
	letters, digits := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters >= 2 || digits >= 4
}
