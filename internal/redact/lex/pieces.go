package lex

import (
	"unicode"
	"unicode/utf8"
)

// PiecesOf cuts a word at its figures and before each capital behind a small
// letter.
func PiecesOf(word string) []string {
	var out []string
	start, small := 0, false
	for i, r := range word {
		switch {
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r):
			if i > start {
				out = append(out, word[start:i])
			}
			start = i + utf8.RuneLen(r)
		case unicode.IsUpper(r) && small && i > start:
			out = append(out, word[start:i])
			start = i
		}
		small = unicode.IsLower(r)
	}
	if start < len(word) {
		out = append(out, word[start:])
	}
	return out
}

// TokensIn counts the tokens of a text as if all letters beyond ASCII joined
// words, which is close enough to make room for them.
func TokensIn(text string) int {
	count, within := 0, false
	for i := range len(text) {
		c := text[i]
		word := c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
		if word && !within || !word && c > ' ' {
			count++
		}
		within = word
	}
	return count
}
