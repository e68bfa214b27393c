package detect

import (
	"aftershift/internal/redact/lex"
)

// smallContext weighs a word that is a name as well where a whole text is typed
// without capitals, so that only what stands around it can tell.
func (s *scene) smallContext(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if t.Has(lex.MarkWordPlace|lex.MarkPlace) && !t.Has(lex.MarkWordFirst) && prev != nil && (prev.Is("in") || prev.Is("near")) && i >= 2 && settled.Has(s.pg.tokens[i-2].Fold) {
		g.add(smallLives)
		return
	}
	if !t.Has(lex.MarkWordFirst) || t.Runes < 3 || g.score > 0 {
		return
	}
	switch {
	case next != nil && next.Is("the") && s.kinOrRole(i+2):
		g.add(smallRole)
	case (prev == nil || prev.Kind == lex.KindPunct || prev.Is("and")) && next != nil && (next.Is("is") || next.Is("was")) && s.numberAt(i+2):
		g.add(smallAged)
	case s.pairs(i):
		g.add(smallPair)
	case prev != nil && prev.Has(lex.MarkKin) && next != nil && (next.Has(lex.MarkKin) || next.Is("and") || next.Is("in") || next.Is("at") || next.Is("on")):
		g.add(smallKin)
	case prev != nil && toward.Has(prev.Fold) && s.closes(next):
		g.add(smallToward)
	}
}

// settled are words before "in" where somebody lives or stays.
var settled = lex.SetOf("is was back lives live living lived moved stays staying stopping born still up down over house flat office nan mum dad family brother sister hers his she he they placement")

// toward are words whose object is often a person.
var toward = lex.SetOf("with from about for told by see saw re told tell ask asked met meet rang ring text texted email emailed visited visit called collect collected drop dropped took take bring brought thanked thank up off")

// closes reports whether the token ends what a name stands in: a sign, the end
// or a word that begins something else.
func (s *scene) closes(n *lex.Token) bool {
	return n == nil || n.Kind == lex.KindPunct || n.Is("and") || n.Is("who") || n.Is("from") || n.Is("at") || n.Is("in") || n.Is("on") || n.Is("she") || n.Is("he") || n.Is("hes") || n.Is("shes") || n.Is("to") || n.Is("re") || n.Is("what")
}

func (s *scene) kinOrRole(i int) bool {
	n := after(s.pg, i, 0)
	return n != nil && n.Lines == 0 && n.Has(lex.MarkKin|lex.MarkRole)
}

func (s *scene) numberAt(i int) bool {
	n := after(s.pg, i, 0)
	return n != nil && n.Lines == 0 && (n.Kind == lex.KindNumber && n.Runes <= 2 || n.Has(lex.MarkNumber))
}

// pairs reports whether "and" joins the word with another given name, as in
// "will and mark kicked off".
func (s *scene) pairs(i int) bool {
	for _, step := range [2]int{-1, 1} {
		j, k := i+step, i+2*step
		if k < 0 || k >= len(s.pg.tokens) || !s.pg.tokens[j].Is("and") && s.pg.tokens[j].Fold != "&" || s.pg.tokens[max(i, k)].Lines > 0 {
			continue
		}
		if o := &s.pg.tokens[k]; o.Kind == lex.KindWord && o.Shape == lex.ShapeLower && o.Has(lex.MarkFirst|lex.MarkWordFirst) && !o.Has(lex.MarkFunction) {
			return true
		}
	}
	return false
}
