package detect

import (
	"aftershift/internal/redact/lex"
)

// SweepRules are what strict mode adds when everything else has been looked at:
// whatever could name somebody and isn't known to be harmless. They find much
// that is nobody, so they say nothing in normal mode.
var SweepRules = []Rule{
	{
		ID: "strict.capital", Kind: lex.TypePerson, Region: "any", Class: "A B", by: ruleStrictCapital,
		Looks: "any capital within a sentence that no list explains",
		Hits:  []string{"we met «Red» by the lake"}, Misses: []string{"we met in March", "the Children Act says"},
	},
	{
		ID: "strict.word", Kind: lex.TypePerson, Region: "any", Class: "A B", by: ruleStrictWord,
		Looks: "any word that is in no dictionary, whatever its letters",
		Hits:  []string{"so then «zubryk» left early"}, Misses: []string{"so then everybody left early"},
	},
	{
		ID: "strict.number", Kind: lex.TypeID, Region: "any", Class: "R", by: ruleStrictNumber,
		Looks: "any number of four digits or more, and any mix of letters and digits",
		Hits:  []string{"it says «66120» on it", "a tag with «kq7w» on it"}, Misses: []string{"we waited 45 minutes"},
	},
	{
		ID: "strict.small", Kind: lex.TypePerson, Region: "any", Class: "A B", by: ruleStrictSmall,
		Looks: "any word in lower case that is a name as well",
		Hits:  []string{"then «jasper» left early"}, Misses: []string{"Then hope left early."},
	},
}

// harmless are the marks of words that stay even in strict mode.
const harmless = lex.MarkAllow | lex.MarkTheory | lex.MarkTheorist | lex.MarkTitle | lex.MarkKin | lex.MarkRole | lex.MarkCountry | lex.MarkDemonym |
	lex.MarkMonth | lex.MarkWeekday | lex.MarkFunction | lex.MarkCasual | lex.MarkLetters | lex.MarkUnit | lex.MarkNumber

// namelike are the marks of words that may be somebody's or some place's name.
const namelike = lex.MarkFirst | lex.MarkLast | lex.MarkWordFirst | lex.MarkWordLast | lex.MarkPlace | lex.MarkWordPlace | lex.MarkSeldom

// sweep adds what strict mode masks beyond the other detectors' findings.
func (d *Reading) sweep(p int) {
	pg := &d.pages[p]
	for i := range pg.tokens {
		t := &pg.tokens[i]
		if t.Taken || t.Stays || t.Has(harmless) {
			continue
		}
		if rule := sweepRule(t, d.scenes[p].lower); rule != nil {
			d.add(rule.by.at(p, t.Start, t.End, rule.Kind))
		}
	}
}

// sweepRule gives the rule that takes the token, or nil. In a text typed without
// capitals every word that may be a name is taken, and elsewhere those that are
// seldom anything else.
func sweepRule(t *lex.Token, small bool) *Rule {
	switch {
	case t.Kind == lex.KindMixed && t.Runes > 2, t.Kind == lex.KindNumber && t.End-t.Start >= 4:
		return &SweepRules[2]
	case !t.Wordlike() || t.Runes < 2:
		return nil
	case t.Capital() && (t.Place <= lex.Soft || t.Has(namelike)):
		return &SweepRules[0]
	case t.Stranger() && t.Runes > 2:
		return &SweepRules[1]
	case t.Shape == lex.ShapeLower && t.Runes > 2 && (t.Has(lex.MarkSeldom) || t.Has(namelike) && !t.Has(lex.MarkCommon) || small && t.Has(lex.MarkWordFirst)):
		return &SweepRules[3]
	}
	return nil
}
