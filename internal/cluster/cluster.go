// Package cluster says what one character is to whoever reads or writes: an extended
// grapheme cluster (Unicode Standard Annex 29), such as a letter with its marks, or an
// emoji of several.
package cluster

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// First returns how many bytes the first character of text has, 0 for none.
func First(text string) int {
	if len(text) < 2 || text[0] < utf8.RuneSelf && text[1] < utf8.RuneSelf && text[0] != '\r' {
		return min(1, len(text))
	}
	it := graphemes.FromString(text)
	it.Next()
	return len(it.Value())
}

// Fitting returns how many bytes of text, in whole characters, come before the first
// character that doesn't fit. fits is asked of one after the other: where it begins
// and where it ends in text.
func Fitting(text string, fits func(from, to int) bool) int {
	at := 0
	for at < len(text) {
		to := at + First(text[at:])
		if !fits(at, to) {
			break
		}
		at = to
	}
	return at
}
