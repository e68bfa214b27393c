// Package common has the words that people choose first, each with its rank: the
// lists that come with zxcvbn (passwords, names, English words).
//
// The library puts these 94,000 words into maps as soon as a program starts,
// where they fill 5 MB, although they are needed only while somebody chooses a
// passphrase. So this package takes the lists before the library reads them, and
// looks through them when it is asked.
//
// It comes first by the Go specification ("Program initialization"): of the
// packages whose imports are ready, the one whose path sorts first is next, and
// "aftershift/" sorts before "github.com/". For that, it may import nothing that
// the library's package matching doesn't stand on itself. A test of package
// strength fails if the library has words of its own.
package common

import "github.com/trustelem/zxcvbn/frequency"

// lists hold each word once, in one of them and in lower case, the most frequent
// first. Nothing changes them once they are taken.
var lists = take()

func take() map[string][]string {
	taken := frequency.FrequencyLists
	frequency.FrequencyLists = nil
	return taken
}

// In returns the words that may be read in text, each with its rank in its list,
// from 1. It has every word that the library would match, and some more that are
// put together of the same pairs of letters.
func In(text string) map[string]int {
	read := pairsOf(text)
	ranks := map[string]int{}
	for _, list := range lists {
		for i, word := range list {
			if read.spell(word) {
				ranks[word] = i + 1
			}
		}
	}
	return ranks
}
