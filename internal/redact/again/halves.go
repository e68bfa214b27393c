package again

import (
	"slices"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// besideKnown takes the other half of a full name in lower case whose one half is
// known: "rose hartley" where either stands elsewhere. It reports whether there
// was any.
func besideKnown(ps page.Pages) bool {
	any := false
	for p := range ps {
		s := finder{&ps[p]}
		people := peopleOn(s.Page)
		for i := range s.Tokens {
			if !people[i] && (s.familyOf(i, people) || s.givenOf(i, people)) {
				s.Note(evidence.BesideEcho, i, i, lex.TypePerson)
				people[i], any = true, true
			}
		}
	}
	return any
}

// peopleOn says which tokens of the page lie in somebody's name that will be
// masked.
func peopleOn(pg *page.Page) []bool {
	return pg.Within(func(c *evidence.Candidate) bool { return c.Masked() && c.Kind == lex.TypePerson })
}

// half reports whether the word at i may be half of a name in lower case.
func (s finder) half(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !t.Taken && !t.Stays && t.Runes > 2 &&
		!t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkUnit|lex.MarkSpeech|lex.MarkContact|lex.MarkWeekday|lex.MarkMonth|lex.MarkAllow)
}

// familyOf reports whether the word is a family name right behind a given name
// that is known. A word besides needs the end of the phrase behind it.
func (s finder) familyOf(i int, people []bool) bool {
	if i == 0 || !people[i-1] || !s.half(i) || s.Tokens[i].Lines > 0 || !s.Tokens[i].Gap {
		return false
	}
	t, prev, next := &s.Tokens[i], &s.Tokens[i-1], s.Next(i)
	if prev.Poss || prev.Kind != lex.KindWord || !prev.Has(lex.MarkFirst|lex.MarkWordFirst) || !t.Has(lex.MarkLast|lex.MarkWordLast) {
		return false
	}
	return t.Stranger() || prev.Shape == lex.ShapeLower && !t.Has(lex.MarkCommon) && (next == nil || next.Kind == lex.KindPunct || next.Has(lex.MarkSpeech))
}

// givenOf reports whether the word is a given name right before a family name
// that is known, both in lower case.
// A family name that is a word and a given name too says too little.
func (s finder) givenOf(i int, people []bool) bool {
	if i+1 >= len(people) || !people[i+1] || !s.half(i) {
		return false
	}
	t, n := &s.Tokens[i], &s.Tokens[i+1]
	return n.Lines == 0 && n.Kind == lex.KindWord && n.Shape == lex.ShapeLower && !t.Poss && t.Has(lex.MarkFirst|lex.MarkWordFirst) && !n.Has(lex.MarkWordFirst) && n.Has(lex.MarkLast|lex.MarkWordLast)
}

// cutFinds finds the half of a date at the end of a cut line ("on 14 Ma…") and
// the half of a name that stands whole elsewhere in the document.
func cutFinds(pg *page.Page, words map[string]named, sorted []string) {
	for i := range pg.Tokens {
		t := &pg.Tokens[i]
		if t.Kind != lex.KindWord || !page.IsCut(pg.Tokens, i) {
			continue
		}
		if i > 0 && halfDate(&pg.Tokens[i-1], t) {
			pg.Note(evidence.CutDate, i-1, i, lex.TypeDate)
			continue
		}
		if n, ok := halfName(t, words, sorted); ok && t.Capital() {
			pg.Note(evidence.CutName, i, i, n.kind)
		}
	}
}

// halfDate reports whether the two tokens begin a day with its month.
func halfDate(day, month *lex.Token) bool {
	if month.Lines > 0 || !month.Capital() || day.Kind != lex.KindNumber && !lex.OrdinalForm(day.Fold) || day.Runes > 4 {
		return false
	}
	for _, name := range lex.MonthNames {
		if strings.HasPrefix(name, month.Fold) {
			return true
		}
	}
	return false
}

// halfName gives the first name that the cut word begins, and whether there is
// one.
// A whole name is half of the next longer one alone, and one letter of nothing.
func halfName(t *lex.Token, words map[string]named, sorted []string) (named, bool) {
	i, found := slices.BinarySearch(sorted, t.Fold)
	if found {
		i++
	}
	if t.Runes < 2 || i == len(sorted) || !strings.HasPrefix(sorted[i], t.Fold) {
		return named{}, false
	}
	return words[sorted[i]], true
}
