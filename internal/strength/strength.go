// Package strength measures how well a passphrase stands up to guessing, as zxcvbn
// does (Wheeler 2016): it comes to the same number of guesses.
//
// What differs is where the words come from. Package common keeps them from filling
// memory from the start, and those that may be read in a passphrase are given to
// the library with it. They go in as the user's own words, and each match is then
// told its rank. The library leaves such words out where it measures what is
// repeated, so this is measured here.
package strength

import (
	"maps"
	"slices"

	"aftershift/internal/strength/common"

	"github.com/trustelem/zxcvbn/matching"
	"github.com/trustelem/zxcvbn/scoring"
)

// counted is how many characters of a passphrase count. Time grows with their
// square, and 100 are enough.
const counted = 100

// steps are the guesses from which a score is higher by one. The 5 more are the
// library's: what takes a round number of guesses stays below it.
var steps = []float64{1e3 + 5, 1e6 + 5, 1e8 + 5, 1e10 + 5}

// Score returns 0 (guessed at once) to 4 (hardly ever guessed). Of a long
// passphrase the first 100 characters count, and bytes that aren't UTF-8 count as
// one unknown character each. The words in first, in lower case, are what somebody
// who knows the program would try before any other. It takes up to 10 ms, or some
// tens where a long passphrase is full of signs that may stand for letters. Several
// goroutines may call it at once.
func Score(passphrase string, first ...string) int {
	runes := []rune(passphrase)
	n := guesses(string(runes[:min(len(runes), counted)]), first...)
	score := 0
	for score < len(steps) && n >= steps[score] {
		score++
	}
	return score
}

// guesses returns how many guesses text takes.
func guesses(text string, first ...string) float64 {
	within := common.In(text)
	known := maps.Clone(within)
	for i, word := range first {
		if rank, is := known[word]; !is || i+1 < rank {
			known[word] = i + 1
		}
	}
	return count(text, known, within)
}

// count returns the guesses for text by the ranks of the words that may be read in
// it; for what is repeated in it, by those of the words within.
func count(text string, ranks, within map[string]int) float64 {
	matches := matching.Omnimatch(text, slices.Collect(maps.Keys(ranks)))
	for _, m := range matches {
		switch m.Pattern {
		case "dictionary":
			m.Rank = ranks[m.MatchedWord]
		case "repeat":
			m.BaseGuesses = count(m.BaseToken, within, within)
		}
	}
	return scoring.MostGuessableMatchSequence(text, matches, false).Guesses
}
