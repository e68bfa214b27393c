package text

import (
	"unicode"
	"unicode/utf8"
)

// sort tells the pieces of a row apart.
type sort uint8

const (
	word sort = iota
	space
	tab
	lineBreak
)

// pieceMost is the most characters in a piece: a longer word is measured and
// drawn in parts.
const pieceMost = 48

// piece is what is measured and drawn as one: a word, or the blanks between two.
type piece struct {
	n     int // bytes
	sort  sort
	loose bool // a row may end behind it
}

// firstPiece returns the piece with which b begins. It has no bytes if b has none.
func firstPiece(b []byte) piece {
	p := piece{}
	for count := 0; p.n < len(b) && count < pieceMost; count++ {
		n, s, loose := look(b[p.n:])
		if p.n == 0 {
			p.sort = s
		} else if s != p.sort || s == tab || s == lineBreak {
			return p.closed()
		} else if loose == ideograph {
			p.loose = true // a row may end in front of an ideograph
			return p
		}
		p.n += n
		if loose != none && (p.n == len(b) || !isBlankByte(b[p.n])) {
			p.loose = true
			return p
		}
	}
	return p.closed()
}

func (p piece) closed() piece {
	p.loose = p.loose || p.sort == space || p.sort == tab
	return p
}

func isBlankByte(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

type looseness uint8

const (
	none      looseness = iota
	behind              // a row may end behind it
	ideograph           // a row may end on either side
)

// look returns how many bytes the first character of b has, which sort of piece
// it belongs to, and whether a row may end beside it.
func look(b []byte) (n int, s sort, loose looseness) {
	n = clusterLen(b)
	if n > 1 && b[0] < utf8.RuneSelf {
		if b[0] == '\r' && b[1] == '\n' {
			return n, lineBreak, none
		}
		return n, word, none // a sign with something on it
	}
	switch b[0] {
	case '\n':
		return n, lineBreak, none
	case ' ':
		return n, space, none
	case '\t':
		return n, tab, none
	case '-', '/':
		if n < len(b) && (b[n] >= utf8.RuneSelf || isPlainLetter(b[n])) {
			return n, word, behind
		}
		return n, word, none
	}
	if b[0] < utf8.RuneSelf {
		return n, word, none
	}
	r, _ := utf8.DecodeRune(b)
	return n, word, wide(r)
}

func isPlainLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// wide returns whether a row may end beside a rune outside ASCII, after the plain
// part of Unicode Standard Annex 14: behind dashes and wide spaces, and around
// ideographs, kana and hangul.
func wide(r rune) looseness {
	switch {
	case r == '–' || r == '—' || r == 0x2010 || r == 0x200b:
		return behind
	case r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x1680 || r == 0x205f || r == 0x3000:
		return behind
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return ideograph
	}
	return none
}
