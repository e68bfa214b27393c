package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// stateful finds a place that no list knows by the state behind it: "Lick Skillet,
// Alabama", "Joe Batt's Arm, NL".
func (s finder) stateful() {
	ts := s.Tokens
	for i := 2; i < len(ts); i++ {
		t := &ts[i]
		if ts[i-1].Fold != "," || t.Lines > 0 || t.Kind != lex.KindWord || !s.stateAt(i) {
			continue
		}
		if prev := &ts[i-2]; t.Shape == lex.ShapeUpper && prev.Capital() && prev.Has(lex.MarkGround|lex.MarkPlace|lex.MarkTown) && prev.Lines == 0 {
			s.Note(evidence.OutcodeState, i, i, lex.TypeLocation)
		}
		first := i - 1
		for first > 0 && first > i-5 && ts[first].Lines == 0 && s.sets(first-1) && (first == i-1 || ts[first-1].Place < lex.Sentence || ts[first-1].Stranger() || ts[first-1].Has(lex.MarkDict)) {
			first--
		}
		if first < i-1 && !ts[first].Stays && !s.person(first, i-2) {
			end := i - 2
			if t.Shape == lex.ShapeUpper {
				end = i
			}
			s.Note(evidence.PlaceOfState, first, end, lex.TypeLocation)
		}
	}
}

// person reports whether a given name stands among the tokens.
func (s finder) person(first, last int) bool {
	for j := first; j <= last; j++ {
		if s.Tokens[j].Has(lex.MarkFirst) && !s.Tokens[j].Poss {
			return true
		}
	}
	return false
}

// stateAt reports whether the token is a state or a province, in full or by its
// two letters.
func (s finder) stateAt(i int) bool {
	t := &s.Tokens[i]
	if t.Shape == lex.ShapeUpper && !s.Tokens[i].Shout {
		return lex.StateLetters.Has(t.Fold) && !t.Is("or") && !t.Is("in") || lex.Provinces.Has(t.Fold)
	}
	return t.Shape == lex.ShapeTitle && lex.StateNames.Has(t.Fold)
}
