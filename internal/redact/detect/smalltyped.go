package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// smallContext weighs a word that is a name as well where a whole text is typed
// without capitals, so that only what stands around it can tell.
func (s scene) smallContext(i int, g *evidence.Guess) {
	t, prev, next := &s.Tokens[i], s.Prev(i), s.Next(i)
	if t.Has(lex.MarkWordPlace|lex.MarkPlace) && !t.Has(lex.MarkWordFirst) && prev != nil && (prev.Is("in") || prev.Is("near")) && i >= 2 && settled.Has(s.Tokens[i-2].Fold) {
		g.Add(evidence.SmallLives)
		return
	}
	if !t.Has(lex.MarkWordFirst) || t.Runes < 3 || g.Score > 0 {
		return
	}
	switch {
	case next != nil && next.Is("the") && s.kinOrRole(i+2):
		g.Add(evidence.SmallRole)
	case (prev == nil || prev.Kind == lex.KindPunct || prev.Is("and")) && next != nil && (next.Is("is") || next.Is("was")) && s.numberAt(i+2):
		g.Add(evidence.SmallAged)
	case s.pairs(i):
		g.Add(evidence.SmallPair)
	case prev != nil && prev.Has(lex.MarkKin) && next != nil && (next.Has(lex.MarkKin) || next.Is("and") || next.Is("in") || next.Is("at") || next.Is("on")):
		g.Add(evidence.SmallKin)
	case prev != nil && toward.Has(prev.Fold) && s.Closes(next):
		g.Add(evidence.SmallToward)
	}
}

// settled are words before "in" where somebody lives or stays.
var settled = lex.SetOf("is was back lives live living lived moved stays staying stopping born still up down over house flat office nan mum dad family brother sister hers his she he they placement")

// toward are words whose object is often a person.
var toward = lex.SetOf("with from about for told by see saw re told tell ask asked met meet rang ring text texted email emailed visited visit called collect collected drop dropped took take bring brought thanked thank up off")

// kinOrRole reports whether a relative or a role stands at i: "joy the nurse". The
// text may have ended before.
func (s scene) kinOrRole(i int) bool {
	n := s.After(i, 0)
	return n != nil && n.Lines == 0 && n.Has(lex.MarkKin|lex.MarkRole)
}

// numberAt reports whether an age may stand at i, in words or two figures at most.
func (s scene) numberAt(i int) bool {
	n := s.After(i, 0)
	return n != nil && n.Lines == 0 && (n.Kind == lex.KindNumber && n.Runes <= 2 || n.Has(lex.MarkNumber))
}

// pairs reports whether "and" joins the word with another given name, as in
// "will and mark kicked off".
func (s scene) pairs(i int) bool {
	for _, step := range [2]int{-1, 1} {
		j, k := i+step, i+2*step
		if k < 0 || k >= len(s.Tokens) || !s.Tokens[j].Is("and") && s.Tokens[j].Fold != "&" || s.Tokens[max(i, k)].Lines > 0 {
			continue
		}
		if o := &s.Tokens[k]; o.Kind == lex.KindWord && o.Shape == lex.ShapeLower && o.Has(lex.MarkFirst|lex.MarkWordFirst) && !o.Has(lex.MarkFunction) {
			return true
		}
	}
	return false
}
