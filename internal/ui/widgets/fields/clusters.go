package fields

import (
	"unicode/utf8"

	"aftershift/internal/cluster"
)

// clusterReach bounds how far back a cluster is looked for. An emoji family has
// 11 runes; whoever stacks more marks than this sees them removed in parts.
const clusterReach = 64

// clusterBefore gives how many runes the last character of text has (cluster.First).
// It gives 0 for an empty text.
func clusterBefore(text string) int {
	from := len(text)
	for n := 0; n < clusterReach && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	last := from
	for at := from; at < len(text); at += cluster.First(text[at:]) {
		last = at
	}
	return utf8.RuneCountInString(text[last:])
}

// clusterAfter gives how many runes the first character of text has, 0 for none.
func clusterAfter(text string) int {
	return utf8.RuneCountInString(text[:cluster.First(text)])
}
