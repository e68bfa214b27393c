package text

import (
	"unicode"
	"unicode/utf8"
)

// class tells what a character is to someone who steps by words.
type class uint8

const (
	blank class = iota
	letter
	sign
	lineEnd
)

// classAt returns the class of the character at a place before the text's end.
func (b *buffer) classAt(at int) class {
	var scratch []byte
	view := b.view(at, min(at+utf8.UTFMax, b.len()), &scratch)
	r, _ := utf8.DecodeRune(view)
	switch {
	case r == '\n' || r == '\r':
		return lineEnd
	case unicode.IsSpace(r):
		return blank
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '_':
		return letter
	case (r == '\'' || r == '’') && b.between(at):
		return letter
	}
	return sign
}

// between reports whether a place has a letter on both sides, as the apostrophe
// of "don't" has.
func (b *buffer) between(at int) bool {
	next := b.next(at)
	return at > 0 && next < b.len() && b.plainLetter(b.before(at)) && b.plainLetter(next)
}

func (b *buffer) plainLetter(at int) bool {
	var scratch []byte
	r, _ := utf8.DecodeRune(b.view(at, min(at+utf8.UTFMax, b.len()), &scratch))
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// wordBefore returns the beginning of the word in front of at, over blanks.
func (b *buffer) wordBefore(at int) int {
	at = b.skipBack(at, blank)
	if at == 0 {
		return 0
	}
	prev := b.before(at)
	if c := b.classAt(prev); c != lineEnd {
		return b.skipBack(at, c)
	}
	return prev
}

// wordAfter returns the end of the word behind at, over blanks.
func (b *buffer) wordAfter(at int) int {
	at = b.skip(at, blank)
	if at == b.len() {
		return at
	}
	if c := b.classAt(at); c != lineEnd {
		return b.skip(at, c)
	}
	return b.next(at)
}

// nextWord returns the beginning of the next word, as Windows steps.
func (b *buffer) nextWord(at int) int {
	if at == b.len() {
		return at
	}
	if c := b.classAt(at); c == lineEnd {
		return b.next(at)
	} else if c != blank {
		at = b.skip(at, c)
	}
	return b.skip(at, blank)
}

// wordAround returns the run of one class that a place lies in or ends.
func (b *buffer) wordAround(at int) (from, to int) {
	c := lineEnd
	if at < b.len() {
		c = b.classAt(at)
	}
	if at > 0 && c != letter {
		if left := b.classAt(b.before(at)); left == letter || c == lineEnd {
			c = left
		}
	}
	if c == lineEnd {
		return at, at
	}
	return b.skipBack(at, c), b.skip(at, c)
}

// wordMost is the most characters over which a step by words goes.
const wordMost = 1000

func (b *buffer) skip(at int, c class) int {
	for n := 0; n < wordMost && at < b.len() && b.classAt(at) == c; n++ {
		at = b.next(at)
	}
	return at
}

func (b *buffer) skipBack(at int, c class) int {
	for n := 0; n < wordMost && at > 0; n++ {
		prev := b.before(at)
		if b.classAt(prev) != c {
			break
		}
		at = prev
	}
	return at
}

// paragraph returns the bounds of the paragraph around a place, without the line
// break that ends it.
func (b *buffer) paragraph(at int) (from, to int) {
	from, to = b.lastIndex('\n', at)+1, b.index('\n', at)
	if to < b.len() && to > from && b.at(to-1) == '\r' {
		to--
	}
	return from, max(to, from)
}
