package plain

import (
	"slices"

	"aftershift/internal/redact/lex"
)

// lawWords end the names of statutes and the like.
var lawWords = lex.SetOf("act code convention regulations directive charter ordinance protocol statute bill constitution rules order treaty")

// lawSigns are abbreviations before the number of a part of a text.
var lawSigns = lex.SetOf("s ss sec sect art arts p pp ch para paras reg regs r rr sch cl vol app")

// statutes lets stay the capitals of a statute that goes on with its year or
// number: "Social Services and Well-being (Wales) Act 2014", "JJ Act 2015 s. 32".
func statutes(ts []lex.Token) {
	for i := 1; i < len(ts); i++ {
		if !lawWords.Has(ts[i].Fold) || ts[i].Shape != lex.ShapeTitle || ts[i].Lines > 0 || i+1 >= len(ts) || !lawBehind(ts, i+1) {
			continue
		}
		first := i
		for j := i - 1; j >= 0 && j >= i-12 && ts[j+1].Lines == 0; j-- {
			t := &ts[j]
			if t.Own || t.Kind != lex.KindWord && t.Fold != "(" && t.Fold != ")" && t.Fold != "-" && t.Fold != "&" && t.Fold != "," || t.Kind == lex.KindWord && !t.Capital() && !lawLinks.Has(t.Fold) {
				break
			}
			if t.Capital() {
				if t.Place >= lex.Sentence && t.Has(lex.MarkFunction) {
					break
				}
				first = j
			}
		}
		for j := first; j <= i; j++ {
			if ts[j].Kind == lex.KindWord {
				ts[j].Stays = true
			}
		}
	}
}

var lawLinks = lex.SetOf("of and the for on in to")

// lawBehind reports whether a year, a section or the like stands at i, past a
// bracket or a comma.
func lawBehind(ts []lex.Token, i int) bool {
	if ts[i].Lines > 0 {
		return false
	}
	if ts[i].Kind == lex.KindNumber {
		return lex.YearForm(ts[i].Fold)
	}
	for j := i; j < len(ts) && j <= i+1 && ts[j].Lines == 0; j++ {
		if lawSigns.Has(ts[j].Fold) && j+2 < len(ts) && (ts[j+1].Fold == "." && ts[j+2].Kind != lex.KindWord || ts[j+1].Kind == lex.KindNumber) {
			return true
		}
		if ts[j].Kind == lex.KindMixed && ts[j].Fold[0] == 's' && slices.Contains([]byte("0123456789"), ts[j].Fold[len(ts[j].Fold)-1]) {
			return true
		}
		if ts[j].Fold != "," && ts[j].Fold != "(" {
			return false
		}
	}
	return false
}

// partNumber reports whether the number at i counts a part of a text behind an
// abbreviation: "s. 8", "ch. 14".
func partNumber(ts []lex.Token, i int) bool {
	if i >= 1 && lawSigns.Has(ts[i-1].Fold) && ts[i-1].Shape == lex.ShapeLower && ts[i].Lines == 0 {
		return true
	}
	return i >= 2 && ts[i].Lines == 0 && ts[i-1].Fold == "." && !ts[i-1].Gap && lawSigns.Has(ts[i-2].Fold) && ts[i-2].Shape == lex.ShapeLower
}
