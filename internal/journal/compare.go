package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"znkr.io/diff"
)

// Passage is a stretch of one of two versions of a text: Kept is what the other has
// too.
type Passage struct {
	Text string
	Kept bool
}

// Compare gives two versions of a text as passages, word by word: of was, those that
// are gone, and of is, those that have come. Joined they are the versions, byte for
// byte.
func Compare(was, is string) (before, after []Passage) {
	for _, e := range diff.Edits(wordsOf(was), wordsOf(is)) {
		switch e.Op {
		case diff.Match:
			before, after = append(before, Passage{e.X, true}), append(after, Passage{e.Y, true})
		case diff.Delete:
			before = append(before, Passage{e.X, false})
		case diff.Insert:
			after = append(after, Passage{e.Y, false})
		}
	}
	return joined(before), joined(after)
}

// wordsOf cuts a text into words, runs of white space and single other signs.
func wordsOf(text string) (all []string) {
	for len(text) > 0 {
		first, end := utf8.DecodeRuneInString(text)
		for kind := tokenOf(first); kind != sign && end < len(text); {
			next, size := utf8.DecodeRuneInString(text[end:])
			if tokenOf(next) != kind {
				break
			}
			end += size
		}
		all, text = append(all, text[:end]), text[end:]
	}
	return all
}

type token uint8

const (
	sign token = iota
	letter
	gap
)

func tokenOf(r rune) token {
	switch {
	case r == '\n':
		return sign
	case unicode.IsSpace(r):
		return gap
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '’' || r == '\'':
		return letter
	}
	return sign
}

// joined makes one passage of neighbours that are alike. A gap between two words that
// changed has changed with them.
func joined(all []Passage) (out []Passage) {
	for i, p := range all {
		if p.Kept && i > 0 && i+1 < len(all) && !all[i-1].Kept && !all[i+1].Kept && strings.Trim(p.Text, " ") == "" {
			p.Kept = false
		}
		if n := len(out); n > 0 && out[n-1].Kept == p.Kept {
			out[n-1].Text += p.Text
			continue
		}
		out = append(out, p)
	}
	return out
}
