package figures

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// cuedAfter are words right behind which a number stands for somebody, however
// it is written.
var cuedAfter = lex.SetOf("fin uid mrn nric rego reg plate plates ob tag tags registration licence license omang")

// cued finds a number in groups behind such a word: "MRN 00-417-882", "rego CD 41
// ZQ", "OB no. OB 31/07/11/25". Groups of capitals belong to it.
func cued(pg *page.Page) {
	ts := pg.Tokens
	for i := 1; i < len(ts); i++ {
		if ts[i].Taken || ts[i].Stays || ts[i].Kind == lex.KindPunct || ts[i].Lines > 0 || !cuedBefore(ts, i) {
			continue
		}
		last, digits := i-1, 0
		for j := i; j < len(ts) && j < i+9 && (j == i || ts[j].Lines == 0); j++ {
			t := &ts[j]
			sign := t.Kind == lex.KindPunct && !t.Gap && (t.Fold == "-" || t.Fold == "/" || t.Fold == ".") && j+1 < len(ts) && !ts[j+1].Gap
			group := t.Kind == lex.KindNumber || t.Kind == lex.KindMixed || t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 4
			if t.Taken && (j == i || !cuedAfter.Has(ts[i].Fold)) || !sign && !group {
				break
			}
			if group {
				last = j
				digits += digitCount(t)
			}
		}
		if plate := pg.Before(i, 2); plateEnds.Has(ts[i-1].Fold) && plate != nil && (plate.Is("reg") || plate.Is("rego") || plate.Is("plate") || plate.Is("plates")) && ts[i].Kind == lex.KindWord && ts[i].Shape == lex.ShapeUpper && ts[i].Runes <= 4 {
			i = pg.Take(evidence.CodeCuedGroups, i, i, lex.TypeID)
			continue
		}
		if digits >= 2 && last > i || digits >= 3 && ts[i].Kind == lex.KindMixed {
			i = pg.Take(evidence.CodeCuedGroups, i, last, lex.TypeID)
		}
	}
}

// plateEnds say which part of a plate was seen.
var plateEnds = lex.SetOf("ends ending starts starting begins")

// cuedBefore reports whether such a word stands before i, past "no", "is",
// "ends" or a sign, or among the three words before "is".
func cuedBefore(ts []lex.Token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		t := &ts[j]
		switch {
		case cuedAfter.Has(t.Fold):
			return true
		case t.Lines > 0:
			return false
		case t.Is("no") || t.Is("number") || t.Is("is") || plateEnds.Has(t.Fold) || t.Fold == "." && !t.Gap || t.Fold == ":" || t.Is("ob"):
		case j >= 1 && i-1 >= 0 && ts[i-1].Is("is") && t.Kind == lex.KindWord:
		default:
			return false
		}
	}
	return false
}
