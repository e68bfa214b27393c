package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// titles are written before a name and never are one.
var titles = lex.SetOf("mr mrs ms mx miss dr prof rev revd fr adv smt shri mev mnr frau herr")

// behindTitle reports whether a word with a capital stands right behind a title,
// so that it is a name whatever else it means: "Mr Time". Behind a "Miss" that
// may be the verb it has to be a name besides.
func (s scene) behindTitle(i int) bool {
	t, prev := &s.Tokens[i], s.Prev(i)
	if prev == nil || !titles.Has(prev.Fold) || !prev.Capital() || t.Lines > 0 || t.Shape != lex.ShapeTitle && t.Shape != lex.ShapeUpper || t.Runes < 2 || t.Has(lex.MarkFunction|lex.MarkTheorist|lex.MarkTheory) || offices.Has(t.Fold) || s.Tokens[i].Shout && !t.Has(lex.MarkNamed) {
		return false
	}
	return !prev.Is("miss") || prev.Place < lex.Sentence || t.Has(lex.MarkNamed)
}

// doctored reports whether the word is what one has of a doctor: "Dr Appointment".
func (s scene) doctored(i int) bool {
	prev := s.Prev(i)
	return prev != nil && (prev.Is("dr") || prev.Is("doctor") || prev.Is("drs") || prev.Is("docs")) && doctorsThings.Has(s.Tokens[i].Fold)
}

// heads reports whether the word stands before a number as on a form, and tells
// what it is: "Aged 4", "Age: 4", "geb. am 3.5.18".
func (s scene) heads(i int) bool {
	t := &s.Tokens[i]
	birth := birthWords.Has(t.Fold)
	if !birth && !formHeads.Has(t.Fold) && !(birthArticles.Has(t.Fold) && i > 0 && birthBefore(s.Tokens, i)) {
		return false
	}
	for j := i + 1; j < len(s.Tokens) && j <= i+3 && s.Tokens[j].Lines == 0; j++ {
		switch n := &s.Tokens[j]; {
		case n.Own, n.Kind == lex.KindNumber, n.Kind == lex.KindMixed, n.Has(lex.MarkNumber):
			return true
		case n.Kind == lex.KindPunct, birthArticles.Has(n.Fold), page.Hedge(n.Fold):
		default:
			return false
		}
	}
	return false
}

// birthBefore reports whether a word for being born stands right before the token,
// past its point.
func birthBefore(ts []lex.Token, i int) bool {
	if ts[i-1].Fold == "." && i > 1 {
		i--
	}
	return birthWords.Has(ts[i-1].Fold)
}

var (
	// offices are held, and nobody is called by them.
	offices = lex.SetOf("president chairman chair chairwoman chairperson speaker mayor right secretary minister ambassador justice")

	// doctorsThings are had of a doctor, in capitals too: "Dr Appt".
	doctorsThings = lex.SetOf("appointment appointments appt appts visit visits note notes letter letters surgery report reports call calls app apps bill bills office referral referrals review check checks check-up receptionist surgeries")

	// formHeads tell what the number behind them is; "Sweet 16" is one.
	formHeads = lex.SetOf("age aged ages turned turning turns female male sex gender dob edd lmp sweet")

	// birthWords say of the day behind them that somebody was born on it, in
	// languages that notes quote, and birthArticles stand between.
	birthWords    = lex.SetOf("geb geboren geborene geborener nee ne nacido nacida nato nata urodzony urodzona fodt fodd dogum nasc nascido nascida ur")
	birthArticles = lex.SetOf("am le el il op den a il on the de")
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
