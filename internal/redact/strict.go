package redact

// sweepRules are what strict mode adds when everything else has been looked at:
// whatever could name somebody and isn't known to be harmless. They find much
// that is nobody, so they say nothing in normal mode.
var sweepRules = []rule{
	{
		id: "strict.capital", kind: TypePerson, region: "any", class: "A B", weight: 0.2,
		looks: "any capital within a sentence that no list explains", reason: "It has a capital, and in strict mode that is enough.",
		hits: []string{"we met «Red» by the lake"}, misses: []string{"we met in March", "the Children Act says"},
	},
	{
		id: "strict.word", kind: TypePerson, region: "any", class: "A B", weight: 0.2,
		looks: "any word that is in no dictionary, whatever its letters", reason: "It isn't an English word, and in strict mode that is enough.",
		hits: []string{"so then «zubryk» left early"}, misses: []string{"so then everybody left early"},
	},
	{
		id: "strict.number", kind: TypeID, region: "any", class: "R", weight: 0.2,
		looks: "any number of four digits or more, and any mix of letters and digits", reason: "It is a number, and in strict mode that is enough.",
		hits: []string{"it says «66120» on it", "a tag with «kq7w» on it"}, misses: []string{"we waited 45 minutes"},
	},
	{
		id: "strict.small", kind: TypePerson, region: "any", class: "A B", weight: 0.2,
		looks: "any word in lower case that is a name as well", reason: "It may be a name without its capital, and in strict mode that is enough.",
		hits: []string{"then «jasper» left early"}, misses: []string{"Then hope left early."},
	},
}

// harmless are the marks of words that stay even in strict mode.
const harmless = markAllow | markTheory | markTheorist | markTitle | markKin | markRole | markCountry | markDemonym |
	markMonth | markWeekday | markFunction | markCasual | markLetters | markUnit | markNumber

// namelike are the marks of words that may be somebody's or some place's name.
const namelike = markFirst | markLast | markWordFirst | markWordLast | markPlace | markWordPlace | markSeldom

// sweep adds what strict mode masks beyond the other detectors' findings.
func (d *reading) sweep(p int) {
	pg := &d.pages[p]
	for i := range pg.tokens {
		t := &pg.tokens[i]
		if t.taken || t.stays || t.has(harmless) {
			continue
		}
		if rule := sweepRule(t, d.scenes[p].lower); rule != nil {
			d.found = append(d.found, candidate{p, t.start, t.end, rule.kind, rule.weight, rule.id, rule.reason})
		}
	}
}

// sweepRule gives the rule that takes the token, or nil. In a text typed without
// capitals every word that may be a name is taken, and elsewhere those that are
// seldom anything else.
func sweepRule(t *token, small bool) *rule {
	switch {
	case t.kind == kindMixed && t.runes > 2, t.kind == kindNumber && t.end-t.start >= 4:
		return &sweepRules[2]
	case !t.wordlike() || t.runes < 2:
		return nil
	case t.capital() && (t.place <= soft || t.has(namelike)):
		return &sweepRules[0]
	case t.stranger() && t.runes > 2:
		return &sweepRules[1]
	case t.shape == lower && t.runes > 2 && (t.has(markSeldom) || t.has(namelike) && !t.has(markCommon) || small && t.has(markWordFirst)):
		return &sweepRules[3]
	}
	return nil
}
