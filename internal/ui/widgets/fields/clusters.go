package fields

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// clusterReach bounds how far back a cluster is looked for. An emoji family has
// 11 runes; whoever stacks more marks than this sees them removed in parts.
const clusterReach = 64

// clusterBefore gives how many runes the last character of text has, as a person
// counts characters: an extended grapheme cluster (Unicode Standard Annex 29).
// It gives 0 for an empty text.
func clusterBefore(text string) int {
	from := len(text)
	for n := 0; n < clusterReach && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	last := ""
	for it := graphemes.FromString(text[from:]); it.Next(); {
		last = it.Value()
	}
	return utf8.RuneCountInString(last)
}

// clusterAfter gives how many runes the first character of text has, 0 for none.
func clusterAfter(text string) int {
	if it := graphemes.FromString(text); it.Next() {
		return utf8.RuneCountInString(it.Value())
	}
	return 0
}
