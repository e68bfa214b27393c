package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// theorists takes a theorist's name with the given name before it whole or not at
// all: both stay where nobody else bears the name or ideas are spoken of, and
// else both are somebody of the case.
func (s scene) theorists() {
	ts := s.Tokens
	for i := 1; i < len(ts); i++ {
		t, prev := &ts[i], &ts[i-1]
		if !t.Has(lex.MarkTheorist|lex.MarkTheory) || t.Shape != lex.ShapeTitle || t.Lines > 0 || t.Stays || prev.Shape != lex.ShapeTitle || prev.Kind != lex.KindWord || prev.Runes < 2 || prev.Poss || prev.Stays ||
			!prev.Has(lex.MarkFirst|lex.MarkWordFirst) && !prev.Stranger() || prev.Has(lex.MarkTheory|lex.MarkTheorist|lex.MarkTitle|lex.MarkKin|lex.MarkAllow) {
			continue
		}
		given, family := s.Masked(i-1), s.Masked(i)
		switch {
		case given == family:
		case t.Has(lex.MarkTheorist) && (!t.Has(lex.MarkNamed) || s.theorySpoken(i)):
			s.Guesses[i-1].Score, s.Guesses[i].Score = evidence.Never, evidence.Never
		case given:
			s.Guesses[i].Raise(evidence.BesideNamed, evidence.LendTitleLeast)
		default:
			s.Guesses[i-1].Raise(evidence.BesideNamed, evidence.LendTitleLeast)
		}
	}
}
