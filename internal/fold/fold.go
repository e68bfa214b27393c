// Package fold makes words comparable: lower case, without diacritics, with the
// typographic apostrophes, hyphens and spaces made plain. Searching, redaction
// and the check of a finished file all compare folded text, so that "Chloë" is
// found as "chloe" everywhere or nowhere.
//
// Functions are pure and safe for concurrent use.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String gives s folded. Invalid UTF-8 becomes U+FFFD, one a byte.
func String(s string) string {
	if folded, ok := ascii(s); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		appendRune(&b, r)
	}
	return b.String()
}

// AppendLine appends s folded to b, with every run of white space as one space
// and none at either end, so that a phrase is found across a line break.
func AppendLine(b []byte, s string) []byte {
	start, space := len(b), false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return appendWords(b[:start], String(s))
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

// Map gives s folded, and for each byte of the folded text (and its end) the
// byte offset in s of the rune that it came from, so that a match can be shown
// in the text as it was written.
func Map(s string) (folded string, offsets []int) {
	var b strings.Builder
	offsets = make([]int, 0, len(s)+1)
	for i, r := range s {
		before := b.Len()
		appendRune(&b, r)
		for range b.Len() - before {
			offsets = append(offsets, i)
		}
	}
	return b.String(), append(offsets, len(s))
}

// ascii folds a text that holds nothing beyond ASCII, which nearly all text is.
func ascii(s string) (string, bool) {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	return strings.ToLower(s), true
}

func appendRune(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf {
		b.WriteByte(lower(byte(r)))
		return
	}
	if plain, ok := plainForms[r]; ok {
		b.WriteString(plain)
		return
	}
	var one [utf8.UTFMax]byte
	n := utf8.EncodeRune(one[:], r)
	for _, d := range string(norm.NFKD.Bytes(one[:n])) {
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

// plainForms are letters that Unicode does not decompose, and punctuation that
// word processors put in place of what was typed.
var plainForms = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d",
	'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'þ': "th", 'Þ': "th", 'ð': "d", 'Ð': "d",
	'ı': "i", 'ħ': "h", 'Ħ': "h", 'ŧ': "t", 'Ŧ': "t",
	'’': "'", '‘': "'", 'ʼ': "'", '`': "'", '“': `"`, '”': `"`,
	'‐': "-", '‑': "-", '‒': "-", '–': "-", '—': "-", '\u00ad': "",
	'\u00a0': " ", '\u202f': " ", '\u2009': " ",
}
