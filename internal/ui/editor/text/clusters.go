package text

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

const (
	// clusterMost is the most bytes that count as one character. A family of
	// emoji has 25; whoever stacks more marks than this steps over them in parts.
	clusterMost = 256
	// clusterReach is how far back, in bytes, the beginning of a character is
	// looked for in a text without any ASCII.
	clusterReach = 4096
)

// clusterLen returns how many bytes the first character of b has, 0 for none.
func clusterLen(b []byte) int {
	if len(b) < 2 {
		return len(b)
	}
	if b[0] < utf8.RuneSelf && b[1] < utf8.RuneSelf {
		if b[0] == '\r' && b[1] == '\n' {
			return 2
		}
		return 1
	}
	if len(b) > clusterMost {
		b = b[:runeStart(b, clusterMost)]
	}
	n, _, err := graphemes.SplitFunc(b, true)
	if err != nil || n <= 0 {
		_, n = utf8.DecodeRune(b)
	}
	return n
}

// runeStart returns the last place up to i where a rune begins.
func runeStart(b []byte, i int) int {
	for n := 0; n < utf8.UTFMax && i > 0 && i < len(b); n++ {
		if utf8.RuneStart(b[i]) {
			return i
		}
		i--
	}
	return i
}

// next returns the place behind the character at the place at.
func (b *buffer) next(at int) int {
	if at >= b.len() {
		return b.len()
	}
	var scratch []byte
	return at + clusterLen(b.view(at, min(at+2*clusterMost, b.len()), &scratch))
}

// before returns the place in front of the character that ends at, or lies
// around, the place at.
func (b *buffer) before(at int) int {
	if at <= 0 {
		return 0
	}
	from := b.sure(at)
	var scratch []byte
	view := b.view(from, min(at+clusterMost, b.len()), &scratch)
	for {
		n := clusterLen(view)
		if n == 0 || from+n >= at {
			return from
		}
		from, view = from+n, view[n:]
	}
}

// snap returns at if it stands between two characters, else the place in front
// of the character that it would cut.
func (b *buffer) snap(at int) int {
	at = min(max(at, 0), b.len())
	if at == 0 || at == b.len() || b.sureAt(at) {
		return at
	}
	if from := b.before(at); b.next(from) != at {
		return from
	}
	return at
}

// sure returns a place in front of at that surely stands between two characters.
func (b *buffer) sure(at int) int {
	from := at - 1
	for from > 0 && at-from < clusterReach {
		if b.sureAt(from) {
			return from
		}
		from--
	}
	for from > 0 && !utf8.RuneStart(b.at(from)) && at-from < clusterReach+utf8.UTFMax {
		from--
	}
	return from
}

// sureAt reports whether the runes around a place alone show that it stands
// between two characters.
func (b *buffer) sureAt(at int) bool {
	left, right := b.at(at-1), b.at(at)
	if left < utf8.RuneSelf && right < utf8.RuneSelf || left == '\n' {
		return left != '\r' || right != '\n'
	}
	if !utf8.RuneStart(right) {
		return false
	}
	var scratch []byte
	from := max(at-utf8.UTFMax, 0)
	view := b.view(from, min(at+utf8.UTFMax, b.len()), &scratch)
	before, _ := utf8.DecodeLastRune(view[:at-from])
	after, _ := utf8.DecodeRune(view[at-from:])
	return plainRune(before) && plainRune(after)
}

// plainRune reports whether a rune neither joins the one before it nor takes the
// next one along.
func plainRune(r rune) bool {
	return r < utf8.RuneSelf && r != '\r' || unicode.IsLetter(r) &&
		unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Han, unicode.Hiragana, unicode.Katakana)
}
