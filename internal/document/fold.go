package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"aftershift/internal/fold"
)

// gap is what stood between two letters or digits before they were pushed
// together.
type gap uint8

const (
	none    gap = iota
	soft        // hyphen or apostrophe
	softEnd     // the same with a line end after it
	lineEnd     // a line end without a hyphen
	hard        // a space or other punctuation
)

// haystack is text reduced to its letters and digits, folded, with the gap
// before each byte. gaps is one longer than letters and starts with hard. at
// says where in the text the character of each byte begins.
type haystack struct {
	letters string
	gaps    []gap
	at      []int
}

// folded takes text apart (NFKD), folds its case and letters, drops what has no width of its
// own, and notes the gaps. A byte that is no UTF-8 counts as a space.
func folded(text string) haystack {
	h := haystack{gaps: make([]gap, 0, len(text)+1), at: make([]int, 0, len(text))}
	b := make([]byte, 0, len(text))
	next := hard
	take := func(at int, r rune) {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r):
			before := len(b)
			b = utf8.AppendRune(b, r)
			for i := range len(b) - before {
				h.gaps, h.at = append(h.gaps, next), append(h.at, at)
				if i == 0 {
					next = none
				}
			}
		default:
			next = widen(next, r)
		}
	}
	folder := cases.Fold()
	for at, r := range text {
		apart(folder, r, func(one rune) { take(at, one) })
	}
	h.letters, h.gaps = string(b), append(h.gaps, hard)
	return h
}

// apart hands the folded characters that r is made of to take.
func apart(folder cases.Caser, r rune, take func(rune)) {
	switch {
	case 'A' <= r && r <= 'Z':
		take(r + 'a' - 'A')
	case r < utf8.RuneSelf:
		take(r)
	case r == utf8.RuneError:
		take(' ')
	default:
		for _, one := range fold.String(folder.String(norm.NFKD.String(string(r))), fold.Compare) {
			take(one)
		}
	}
}

// widen gives the gap that arises when r follows what made g.
func widen(g gap, r rune) gap {
	switch {
	case strings.ContainsRune("-‐‑‒–—―'’‘ʼ`´\u2032", r):
		return max(g, soft)
	case r == '\n' || r == '\r':
		if g == soft || g == softEnd {
			return softEnd
		}
		return max(g, lineEnd)
	case r == ' ' && (g == softEnd || g == lineEnd): // the next line is indented
		return g
	}
	return hard
}

// ends tells whether a word may begin or end before byte at: at a gap, or
// beside a script that writes no spaces.
func (h haystack) ends(at int) bool {
	if h.gaps[at] != none {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(h.letters[:at])
	after, _ := utf8.DecodeRuneInString(h.letters[at:])
	return unspaced(before) || unspaced(after)
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
