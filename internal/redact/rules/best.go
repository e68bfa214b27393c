package rules

import (
	"strings"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
)

// Window is all that the patterns look at where a token begins.
type Window struct {
	Text   string
	Digits int // among what follows
	Runes  int
	Kind   lex.Kind
	Near   Months
	Sign   bool
}

// Months says whether the name of a month stands near: among a token and the next
// dozen, and of another language among the next four.
type Months uint8

// The languages of a month that stands near.
const (
	EnglishNear Months = 1 << iota
	AbroadNear
)

// begins reports whether the rule may match at a token like this.
func (r *Rule) begins(t *lex.Token, near Months, sign bool) bool {
	c := t.Fold[0]
	switch {
	case strings.Contains(r.from, "c") && (lex.NumberNames.Has(t.Fold) || lex.StateLetters.Has(t.Fold) || t.Has(lex.MarkLetters)):
		return false
	case strings.Contains(r.from, "m") && near&EnglishNear == 0, strings.Contains(r.from, "a") && near&AbroadNear == 0:
		return false
	case '0' <= c && c <= '9':
		return strings.Contains(r.from, "d") && (t.Kind == lex.KindMixed || int(t.Runes) >= r.lead && (sign || !strings.Contains(r.from, "s")))
	case t.Kind == lex.KindPunct:
		return strings.Contains(r.from, "p")
	}
	return strings.Contains(r.from, "l")
}

// Best gives the rule with the longest match at the head of text and the
// match's size in bytes; nil where none matches.
func Best(t *lex.Token, at Window) (*Rule, int) {
	text := at.Text
	var best *Rule
	size := 0
	for i := range Numbers {
		r := &Numbers[i]
		if r.digits > at.Digits || !r.begins(t, at.Near, at.Sign) {
			continue
		}
		m := r.Pattern.FindStringIndex(text)
		if m == nil || m[1] <= size || lex.LetterAfter(text, m[1]) && wordBefore(text, m[1]) || goesOn(text, m[1]) {
			continue
		}
		end := beforeClock(text, m[1])
		if n := len(lex.DigitsOf(text[:end])); n >= r.digits && (end == m[1] || n > 0) && end > size {
			best, size = r, end
		}
	}
	return best, size
}

// beforeClock gives where a match ends without the hour of a time of day that
// follows it: of "June, 21:07" or "2 December 16:51" the date alone.
func beforeClock(text string, end int) int {
	from := end
	for from > 0 && '0' <= text[from-1] && text[from-1] <= '9' {
		from--
	}
	if end-from < 1 || end-from > 2 || from == 0 || text[from-1] != ' ' || end+2 >= len(text) || text[end] != ':' || text[end+1] < '0' || text[end+1] > '5' {
		return end
	}
	return len(strings.TrimRight(text[:from], " ,"))
}

// goesOn reports whether a hyphen or a slash with more behind it follows, so
// that the match is only the head of a longer code.
func goesOn(text string, at int) bool {
	return at+1 < len(text) && (text[at] == '-' || text[at] == '/') && lex.LetterAfter(text, at+1) && wordBefore(text, at)
}

func wordBefore(text string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return lex.WordRune(r)
}
