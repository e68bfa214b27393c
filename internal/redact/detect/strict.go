package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/rules"
)

// harmless are the marks of words that stay even in strict mode.
const harmless = lex.MarkAllow | lex.MarkTheory | lex.MarkTheorist | lex.MarkTitle | lex.MarkKin | lex.MarkRole | lex.MarkCountry | lex.MarkDemonym |
	lex.MarkMonth | lex.MarkWeekday | lex.MarkFunction | lex.MarkCasual | lex.MarkLetters | lex.MarkUnit | lex.MarkNumber

// namelike are the marks of words that may be somebody's or some place's name.
const namelike = lex.MarkFirst | lex.MarkLast | lex.MarkWordFirst | lex.MarkWordLast | lex.MarkPlace | lex.MarkWordPlace | lex.MarkSeldom

// sweep adds what strict mode masks beyond the other detectors' findings.
// Words that harmless holds stay even so, or nothing would be left to read.
func sweep(pg *page.Page) {
	for i := range pg.Tokens {
		t := &pg.Tokens[i]
		if t.Taken || t.Stays || t.Has(harmless) || (scene{pg}).acts(i) {
			continue
		}
		if rule := sweepRule(t, pg.Lower); rule != nil {
			pg.Note(evidence.Of(rule, false), i, i, rule.Kind)
		}
	}
}

// acts reports whether the word begins what is to be done, before what it is done
// to: "Read chapter 3", "Book the room".
func (s scene) acts(i int) bool {
	t, next := &s.Tokens[i], s.After(i, 1)
	return t.Place >= lex.Sentence && t.Shape == lex.ShapeTitle && !t.Poss && (errands.Has(t.Fold) || deeds.Has(t.Fold)) && next != nil && next.Lines == 0 && next.Kind == lex.KindWord && (next.Shape == lex.ShapeLower && !next.Has(lex.MarkSpeech) || next.Has(lex.MarkNamed))
}

// deeds are verbs that begin an action and are names besides.
var deeds = lex.SetOf("read write bring chase check pick drop mark grant cook page pay draw love hunt wade skip chat bond reach drew rob sue pat chuck")

// sweepRule gives the rule that takes the token, or nil. In a text typed without
// capitals every word that may be a name is taken, and elsewhere those that are
// seldom anything else.
func sweepRule(t *lex.Token, small bool) *rules.Rule {
	switch {
	case t.Kind == lex.KindMixed && t.Runes > 2, t.Kind == lex.KindNumber && t.End-t.Start >= 4:
		return &rules.Sweeps[2]
	case !t.Wordlike() || t.Runes < 2:
		return nil
	case t.Capital() && (t.Place <= lex.Soft || t.Has(namelike)):
		return &rules.Sweeps[0]
	case t.Stranger() && t.Runes > 2:
		return &rules.Sweeps[1]
	case t.Shape == lex.ShapeLower && t.Runes > 2 && (t.Has(lex.MarkSeldom) || t.Has(namelike) && !t.Has(lex.MarkCommon) || small && t.Has(lex.MarkWordFirst)):
		return &rules.Sweeps[3]
	}
	return nil
}
