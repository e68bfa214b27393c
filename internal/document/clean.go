package document

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Clean gives text as it may be written: composed (NFC), every kind of space
// as a plain one, line ends as a line feed with at most one empty line between
// paragraphs, and without characters that steer instead of show: controls,
// soft hyphens, byte order marks, bidirectional overrides and isolates,
// language tags. The joiners that some scripts need are kept. Bytes that are
// not UTF-8 become U+FFFD. Clean(Clean(s)) is Clean(s).
func Clean(text string) string { return tidy(Visible(text)) }

// Visible gives what Clean gives with spaces and empty lines as they stand, so
// that pieces of a text may be put together again.
func Visible(text string) string {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, Missing), "\r\n", "\n")
	return norm.NFC.String(strings.Map(shown, text))
}

const (
	nonJoiner = '\u200c'
	joiner    = '\u200d'
)

func shown(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return ' '
	case r == nonJoiner || r == joiner:
		return r
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Noncharacter_Code_Point):
		return -1
	}
	return r
}

// tidy folds runs of spaces into one, drops spaces beside a line end, and keeps
// no more than two line ends together. A space at either end of the text stays,
// since phrases are joined by it.
func tidy(text string) string {
	var b strings.Builder
	lines, spaces := 0, false
	for _, r := range text {
		switch r {
		case '\n':
			lines, spaces = lines+1, false
		case ' ':
			spaces = lines == 0
		default:
			if b.Len() > 0 {
				b.WriteString(strings.Repeat("\n", min(lines, 2)))
			}
			if spaces {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			lines, spaces = 0, false
		}
	}
	if spaces {
		b.WriteByte(' ')
	}
	return b.String()
}
