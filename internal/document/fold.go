package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
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
// before each byte. gaps is one longer than letters and starts with hard.
type haystack struct {
	letters string
	gaps    []gap
}

// plain maps letters that Unicode doesn't take apart to what people type
// instead of them.
var plain = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "æ", "ae", "œ", "oe",
	"þ", "th", "ı", "i", "ħ", "h", "ŋ", "n", "ŧ", "t", "ɓ", "b", "ɗ", "d", "ƙ", "k")

// fold takes text apart (NFKD), folds its case, drops what has no width of its
// own, and notes the gaps.
func fold(text string) haystack {
	folded := plain.Replace(cases.Fold().String(norm.NFKD.String(strings.ToValidUTF8(text, " "))))
	h := haystack{gaps: make([]gap, 0, len(folded)+1)}
	var b strings.Builder
	next := hard
	for _, r := range folded {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r):
			h.gaps = append(h.gaps, next)
			for range utf8.RuneLen(r) - 1 {
				h.gaps = append(h.gaps, none)
			}
			b.WriteRune(r)
			next = none
		default:
			next = widen(next, r)
		}
	}
	h.letters, h.gaps = b.String(), append(h.gaps, hard)
	return h
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
