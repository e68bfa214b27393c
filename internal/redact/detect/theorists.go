package detect

import "aftershift/internal/redact/lex"

// theorists takes a theorist's name with the given name before it whole or not at
// all: both stay where nobody else bears the name or ideas are spoken of, and
// else both are somebody of the case.
func (s *scene) theorists() {
	ts := s.pg.tokens
	for i := 1; i < len(ts); i++ {
		t, prev := &ts[i], &ts[i-1]
		if !t.Has(lex.MarkTheorist|lex.MarkTheory) || t.Shape != lex.ShapeTitle || t.Lines > 0 || t.Stays || prev.Shape != lex.ShapeTitle || prev.Kind != lex.KindWord || prev.Runes < 2 || prev.Poss || prev.Stays ||
			!prev.Has(lex.MarkFirst|lex.MarkWordFirst) && !prev.Stranger() || prev.Has(lex.MarkTheory|lex.MarkTheorist|lex.MarkTitle|lex.MarkKin|lex.MarkAllow) {
			continue
		}
		given, family := s.masked(i-1), s.masked(i)
		switch {
		case given == family:
		case t.Has(lex.MarkTheorist) && (!t.Has(lex.MarkNamed) || s.theorySpoken(i)):
			s.guesses[i-1].score, s.guesses[i].score = never, never
		case given:
			s.guesses[i].raise(besideNamed, lendTitleLeast)
		default:
			s.guesses[i-1].raise(besideNamed, lendTitleLeast)
		}
	}
}

// masked reports whether the word at i would be masked by its own evidence.
func (s *scene) masked(i int) bool { return s.guesses[i].confidence() >= MaskAt }
