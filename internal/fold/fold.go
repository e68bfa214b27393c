// Package fold makes words comparable. One table says what each character
// becomes, at three named strengths: Compare for keys of words, Find for what
// somebody searches, Detect for what a reader sees. Searching, redaction and the
// check of a finished file all fold letters by it, so that "Chloë" is found as
// "chloe" everywhere or nowhere.
//
// Functions are pure and safe for concurrent use.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String gives s folded at Compare or Find; Detect's own function is See.
// Invalid UTF-8 becomes U+FFFD, one a byte.
func String(s string, at Strength) string {
	if folded, ok := ascii(s); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		appendRune(&b, r, at)
	}
	return b.String()
}

// AppendLine appends s folded at Find to b, with every run of white space as one space
// and none at either end, so that a phrase is found across a line break.
func AppendLine(b []byte, s string) []byte {
	start, space := len(b), false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return appendWords(b[:start], String(s, Find))
		}
		if c == ' ' || '\t' <= c && c <= '\r' {
			space = len(b) > start
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		b = append(b, lower(c))
	}
	return b
}

func appendWords(b []byte, folded string) []byte {
	for i, word := range strings.Fields(folded) {
		if i > 0 {
			b = append(b, ' ')
		}
		b = append(b, word...)
	}
	return b
}

// Map gives s folded at Find, and for each byte of the folded text (and its end) the
// byte offset in s of the rune that it came from, so that a match can be shown
// in the text as it was written.
func Map(s string) (folded string, offsets []int) {
	var b strings.Builder
	offsets = make([]int, 0, len(s)+1)
	for i, r := range s {
		before := b.Len()
		appendRune(&b, r, Find)
		for range b.Len() - before {
			offsets = append(offsets, i)
		}
	}
	return b.String(), append(offsets, len(s))
}

// ascii folds a text that holds nothing beyond ASCII, which nearly all text is.
func ascii(s string) (string, bool) {
	capitals := false
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
		capitals = capitals || 'A' <= s[i] && s[i] <= 'Z'
	}
	if !capitals {
		return s, true
	}
	return strings.ToLower(s), true
}

func appendRune(b *strings.Builder, r rune, at Strength) {
	if r < utf8.RuneSelf {
		b.WriteByte(lower(byte(r)))
		return
	}
	if plain, ok := plainForms[at][r]; ok {
		b.WriteString(plain)
		return
	}
	form := norm.NFKD
	if at == Compare {
		form = norm.NFD
	}
	var one [utf8.UTFMax]byte
	n := utf8.EncodeRune(one[:], r)
	for _, d := range string(form.Bytes(one[:n])) {
		if !unicode.Is(unicode.Mn, d) && !unicode.Is(unicode.Cf, d) {
			b.WriteRune(unicode.ToLower(d))
		}
	}
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
