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
	p, first := piece{}, character{}
	for count := 0; p.n < len(b) && count < pieceMost; count++ {
		c := look(b[p.n:])
		switch {
		case p.n == 0:
			first, p.sort = c, c.sort
		case c.sort != p.sort || c.sort == tab || c.sort == lineBreak:
			return p.closed()
		case c.loose == around:
			p.loose = true
			return p
		case c.picture != first.picture:
			return p // pictures stand on a line of their own making
		}
		p.n += c.n
		if c.loose != none && (p.n == len(b) || !isBlankByte(b[p.n])) {
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
	none   looseness = iota
	behind           // a row may end behind it
	around           // a row may end on either side
)

// character is what the wrapping asks of one.
type character struct {
	n       int // bytes
	sort    sort
	loose   looseness
	picture bool // an emoji or another sign that comes from a font of pictures
}

// look returns the first character of b.
func look(b []byte) character {
	c := character{n: clusterLen(b)}
	if b[0] >= utf8.RuneSelf {
		r, _ := utf8.DecodeRune(b)
		c.loose, c.picture = wide(r), r >= 0x2190 && r < 0x2c00 || r >= 0x1f000 && r < 0x1fb00
		return c
	}
	switch {
	case b[0] == '\n' || b[0] == '\r' && c.n == 2 && b[1] == '\n':
		c.sort = lineBreak
	case c.n > 1: // a sign with something on it
	case b[0] == ' ':
		c.sort = space
	case b[0] == '\t':
		c.sort = tab
	case b[0] == '-' || b[0] == '/':
		if c.n < len(b) && (b[c.n] >= utf8.RuneSelf || isPlainLetter(b[c.n])) {
			c.loose = behind
		}
	}
	return c
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
		return around
	}
	return none
}
