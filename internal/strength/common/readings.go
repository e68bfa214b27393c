package common

import (
	"unicode"
	"unicode/utf8"
)

// stands names the letters that a sign may stand for, as in "p4$$w0rd".
var stands = map[rune]string{
	'4': "a", '@': "a", '8': "b", '(': "c", '{': "c", '[': "c", '<': "c",
	'3': "e", '6': "g", '9': "g", '1': "il", '!': "i", '|': "il", '7': "lt",
	'0': "o", '$': "s", '5': "s", '+': "t", '%': "x", '2': "z",
}

// A way is a direction in which a text is read.
type way uint8

const (
	ahead way = 1 << iota
	back
)

// pairs tells which letter follows which in a text, and in which ways of reading.
// The lists are in ASCII, so other letters are in no pair.
type pairs [utf8.RuneSelf][utf8.RuneSelf]way

// pairsOf returns the pairs of text read ahead, with signs as themselves and as
// the letters they may stand for, and read back. Case is left out.
func pairsOf(text string) *pairs {
	var p pairs
	before, signs := rune(utf8.RuneError), ""
	for _, r := range text {
		r = unicode.ToLower(r)
		p.add(ahead, string(before)+signs, string(r)+stands[r])
		p.add(back, string(r), string(before))
		before, signs = r, stands[r]
	}
	return &p
}

// add lets each of the letters second follow each of the letters first.
func (p *pairs) add(w way, first, second string) {
	for _, one := range first {
		for _, two := range second {
			if one < utf8.RuneSelf && two < utf8.RuneSelf {
				p[one][two] |= w
			}
		}
	}
}

// spell reports whether word could be read one way or the other: whether all its
// letters that stand together are pairs of that way. A single letter always could.
func (p *pairs) spell(word string) bool {
	ways := ahead | back
	for i := 1; i < len(word) && ways != 0; i++ {
		ways &= p[word[i-1]%utf8.RuneSelf][word[i]%utf8.RuneSelf]
	}
	return ways != 0
}
