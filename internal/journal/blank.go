package journal

import (
	"strings"
	"unicode"
)

// Blank tells whether a text shows nothing: it is empty, or holds only spaces and
// characters that are invisible on their own (controls, joiners, direction marks,
// fillers, variation selectors).
func Blank(text string) bool { return strings.IndexFunc(text, shows) < 0 }

func shows(r rune) bool {
	return !unicode.In(r, unicode.White_Space, unicode.C, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) &&
		r != '\u2800' // a Braille cell without dots
}
