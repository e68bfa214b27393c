package detect

import "aftershift/internal/redact/lex"

// besideKnown takes the other half of a full name in lower case whose one half is
// known: "rose hartley" where either stands elsewhere. It reports whether there
// was any.
func (d *Reading) besideKnown() bool {
	any := false
	for p := range d.pages {
		s := d.scenes[p]
		people := d.peopleOn(p)
		for i := range s.pg.tokens {
			if t := &s.pg.tokens[i]; !people[i] && (s.familyOf(i, people) || s.givenOf(i, people)) {
				d.add(besideEcho.at(p, t.Start, t.End, lex.TypePerson))
				people[i], any = true, true
			}
		}
	}
	return any
}

// peopleOn says which tokens of the page lie in somebody's name that will be
// masked.
func (d *Reading) peopleOn(p int) []bool {
	pg := &d.pages[p]
	out := d.desk.marksOf(len(pg.tokens))
	for _, c := range pg.found {
		if c.Weight < MaskAt || c.Kind != lex.TypePerson {
			continue
		}
		for i := tokenAt(pg, c.Start); i < len(pg.tokens) && pg.tokens[i].Start < c.End; i++ {
			out[i] = true
		}
	}
	return out
}

// half reports whether the word at i may be half of a name in lower case.
func (s *scene) half(i int) bool {
	t := &s.pg.tokens[i]
	return t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !t.Taken && !t.Stays && t.Runes > 2 &&
		!t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkUnit|lex.MarkSpeech|lex.MarkContact|lex.MarkWeekday|lex.MarkMonth|lex.MarkAllow)
}

// familyOf reports whether the word is a family name right behind a given name
// that is known. A word besides needs the end of the phrase behind it.
func (s *scene) familyOf(i int, people []bool) bool {
	if i == 0 || !people[i-1] || !s.half(i) || s.pg.tokens[i].Lines > 0 || !s.pg.tokens[i].Gap {
		return false
	}
	t, prev, next := &s.pg.tokens[i], &s.pg.tokens[i-1], s.next(i)
	if prev.Poss || prev.Kind != lex.KindWord || !prev.Has(lex.MarkFirst|lex.MarkWordFirst) || !t.Has(lex.MarkLast|lex.MarkWordLast) {
		return false
	}
	return t.Stranger() || prev.Shape == lex.ShapeLower && !t.Has(lex.MarkCommon) && (next == nil || next.Kind == lex.KindPunct || next.Has(lex.MarkSpeech))
}

// givenOf reports whether the word is a given name right before a family name
// that is known, both in lower case.
func (s *scene) givenOf(i int, people []bool) bool {
	if i+1 >= len(people) || !people[i+1] || !s.half(i) {
		return false
	}
	t, n := &s.pg.tokens[i], &s.pg.tokens[i+1]
	return n.Lines == 0 && n.Kind == lex.KindWord && n.Shape == lex.ShapeLower && !t.Poss && t.Has(lex.MarkFirst|lex.MarkWordFirst) && !n.Has(lex.MarkWordFirst) && n.Has(lex.MarkLast|lex.MarkWordLast)
}
