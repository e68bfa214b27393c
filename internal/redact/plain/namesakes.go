package plain

import "aftershift/internal/redact/lex"

// laws are words behind somebody's name in the name of a law, a model or a
// measure.
var laws = lex.SetOf("law principle principles triangle stages hierarchy theory cycle ladder typology pyramid")

// Namesakes lets stay what is named for a person and names nobody of the case:
// "Clare's Law", "Bill C-92", and the other side of a reported case whose first
// is a letter ("B v Merton").
func Namesakes(ts []lex.Token) {
	for i := range ts {
		t := &ts[i]
		if i+1 == len(ts) {
			return
		}
		n, third := &ts[i+1], (*lex.Token)(nil)
		if i+2 < len(ts) {
			third = &ts[i+2]
		}
		if n.Lines > 0 || t.Kind != lex.KindWord || t.Shape == lex.ShapeLower {
			continue
		}
		switch {
		case t.Poss && t.Shape == lex.ShapeTitle && n.Capital() && laws.Has(n.Fold):
			stay(t, n)
		case third == nil || third.Lines > 0:
		case t.Is("bill") && n.Runes == 1 && n.Shape == lex.ShapeUpper && third.Fold == "-" && !third.Gap:
			stay(t, n)
		case t.Runes == 1 && (n.Is("v") || n.Is("vs")) && n.Shape == lex.ShapeLower && third.Shape == lex.ShapeTitle && third.Kind == lex.KindWord:
			stay(third)
		}
	}
}

// stay takes tokens out of every reading, whatever else they may be.
func stay(tokens ...*lex.Token) {
	for _, t := range tokens {
		t.Stays, t.Mark = true, lex.MarkAllow
	}
}
