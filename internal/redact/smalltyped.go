package redact

// smallContext weighs a word that is a name as well where a whole text is typed
// without capitals, so that only what stands around it can tell.
func (s *scene) smallContext(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if t.has(markWordPlace|markPlace) && !t.has(markWordFirst) && prev != nil && (prev.is("in") || prev.is("near")) && i >= 2 && settled[s.pg.tokens[i-2].fold] {
		g.add(4.2, "place.lower", "Somebody lives or stays there.")
		return
	}
	if !t.has(markWordFirst) || t.runes < 3 || g.score > 0 {
		return
	}
	switch {
	case next != nil && next.is("the") && s.kinOrRole(i+2):
		g.add(4.6, "name.given-word", "A role follows it.")
	case (prev == nil || prev.kind == kindPunct || prev.is("and")) && next != nil && (next.is("is") || next.is("was")) && s.numberAt(i+2):
		g.add(4.6, "name.aged", "An age stands behind it.")
	case s.pairs(i):
		g.add(4, "name.given-word", "It stands beside another given name.")
	case prev != nil && prev.has(markKin) && next != nil && (next.has(markKin) || next.is("and") || next.is("in") || next.is("at") || next.is("on")):
		g.add(4, "name.kin", "A word before it says whose relative it is.")
	case prev != nil && toward[prev.fold] && s.closes(next):
		g.add(3, "name.contact", "Somebody speaks to it or meets it.")
	}
}

// settled are words before "in" where somebody lives or stays.
var settled = setOf("is was back lives live living lived moved stays staying stopping born still up down over house flat office nan mum dad family brother sister hers his she he they placement")

// toward are words whose object is often a person.
var toward = setOf("with from about for told by see saw re told tell ask asked met meet rang ring text texted email emailed visited visit called collect collected drop dropped took take bring brought thanked thank up off")

// closes reports whether the token ends what a name stands in: a sign, the end
// or a word that begins something else.
func (s *scene) closes(n *token) bool {
	return n == nil || n.kind == kindPunct || n.is("and") || n.is("who") || n.is("from") || n.is("at") || n.is("in") || n.is("on") || n.is("she") || n.is("he") || n.is("hes") || n.is("shes") || n.is("to") || n.is("re") || n.is("what")
}

func (s *scene) kinOrRole(i int) bool {
	n := after(s.pg, i, 0)
	return n != nil && n.lines == 0 && n.has(markKin|markRole)
}

func (s *scene) numberAt(i int) bool {
	n := after(s.pg, i, 0)
	return n != nil && n.lines == 0 && (n.kind == kindNumber && n.runes <= 2 || n.has(markNumber))
}

// pairs reports whether "and" joins the word with another given name, as in
// "will and mark kicked off".
func (s *scene) pairs(i int) bool {
	for _, step := range [2]int{-1, 1} {
		j, k := i+step, i+2*step
		if k < 0 || k >= len(s.pg.tokens) || !s.pg.tokens[j].is("and") && s.pg.tokens[j].fold != "&" || s.pg.tokens[max(i, k)].lines > 0 {
			continue
		}
		if o := &s.pg.tokens[k]; o.kind == kindWord && o.shape == lower && o.has(markFirst|markWordFirst) && !o.has(markFunction) {
			return true
		}
	}
	return false
}
