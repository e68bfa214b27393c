package again

import (
	"slices"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

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
