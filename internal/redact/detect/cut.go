package detect

import (
	"slices"
	"strings"

	"aftershift/internal/redact/lex"
)

// isCut reports whether the word at i is broken off: an ellipsis hangs on it, and
// nothing more stands on the line. A title that is too long ends so.
func isCut(ts []lex.Token, i int) bool {
	j := i + 1
	if j >= len(ts) || ts[j].Gap || ts[j].Kind != lex.KindPunct {
		return false
	}
	if ts[j].Fold != "…" {
		if j+2 >= len(ts) || ts[j].Fold != "." || ts[j+1].Fold != "." || ts[j+2].Fold != "." {
			return false
		}
		j += 2
	}
	return j+1 >= len(ts) || ts[j+1].Lines > 0
}

// cutFinds finds the half of a date at the end of a cut line ("on 14 Ma…") and
// the half of a name that stands whole elsewhere in the document.
func (d *Reading) cutFinds(p int, words map[string]named, sorted []string) {
	pg := &d.pages[p]
	for i := range pg.tokens {
		t := &pg.tokens[i]
		if t.Kind != lex.KindWord || !isCut(pg.tokens, i) {
			continue
		}
		if i > 0 && halfDate(&pg.tokens[i-1], t) {
			d.add(cutDate.at(p, pg.tokens[i-1].Start, t.End, lex.TypeDate))
			continue
		}
		if n, ok := halfName(t, words, sorted); ok && t.Capital() {
			d.add(cutName.at(p, t.Start, t.End, n.kind))
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
