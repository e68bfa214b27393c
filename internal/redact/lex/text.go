package lex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives text in lower case, without diacritics and with straight
// apostrophes, which is how lists are keyed and words compared.
func Fold(text string) string {
	plain := true
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		foldRune(&b, r)
	}
	return b.String()
}

func foldRune(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteByte(byte(r))
		return
	}
	if s, ok := unlike[r]; ok {
		b.WriteString(s)
		return
	}
	var raw [utf8.UTFMax]byte
	n := utf8.EncodeRune(raw[:], unicode.ToLower(r))
	for _, d := range string(norm.NFD.Bytes(raw[:n])) {
		if !unicode.Is(unicode.Mn, d) {
			b.WriteRune(d)
		}
	}
}

// unlike are letters and marks that don't decompose into a base letter.
var unlike = map[rune]string{
	'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe",
	'Œ': "oe", 'ı': "i", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", 'ə': "a", 'Ə': "a", '’': "'", '‘': "'", 'ʻ': "'", 'ʼ': "'",
	'İ': "i",
}

// ValidSpan reports whether start and end cut text at rune boundaries.
func ValidSpan(text string, start, end int) bool {
	return start >= 0 && start < end && end <= len(text) && utf8.RuneStart(text[start]) &&
		(end == len(text) || utf8.RuneStart(text[end]))
}

// Occurrences gives the byte offsets at which word stands in text as a whole
// word, in the same case.
func Occurrences(text, word string) []int {
	var out []int
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		i += at
		if !LetterBefore(text, i) && !LetterAfter(text, i+len(word)) {
			out = append(out, i)
		}
		at = i + len(word)
	}
	return out
}

// LetterBefore reports whether a letter or digit ends at the byte offset.
func LetterBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return WordRune(r)
}

// LetterAfter reports whether a letter or digit begins at the byte offset.
func LetterAfter(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return WordRune(r)
}

// WordRune reports whether r belongs in a word or a number.
func WordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// Telling reports whether text is long enough to search a finished file for.
func Telling(text string) bool {
	letters, digits := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	return letters >= 2 || digits >= 4
}
