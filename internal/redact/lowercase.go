package redact

import "strings"

// weighLower is for words written without a capital.
func (s *scene) weighLower(i int, g *guess) {
	t := &s.pg.tokens[i]
	g.add(-2.8, "", "")
	if s.actsLower(i) {
		g.add(5.4, "name.does", "A word after it says what a person did.")
		return
	}
	if t.has(markFunction|markWeekday|markMonth|markDemonym|markKin|markTitle|markRole|markSpeech|markUnit|markNumber) || t.runes < 2 ||
		t.has(markAllow|markLetters) && !t.has(markFirst) || numberNames[t.fold] || idCues[t.fold] {
		g.score = never
		return
	}
	free := t.mark&markDict == 0
	if free && !t.has(markNamed|markPlace|markCountry) && t.runes > 3 && t.fold[len(t.fold)-1] == 's' {
		if m := s.d.lists.lex.marks(t.fold[:len(t.fold)-1]); m&markFirst != 0 && m&markDict == 0 {
			g.add(3.2, "name.lower", "It is a given name without its capital.")
		}
	}
	t.listedLower(free, g)
	if s.lower {
		g.add(0.5, "", "")
		if t.has(markFirst|markWordFirst) && !t.has(markCommon) && !free {
			g.add(1.3, "", "")
		}
	}
	if t.runes <= 2 {
		g.add(-1.5, "", "")
	}
	if next := s.next(i); next != nil && next.fold == "@" {
		g.score = never
		return
	}
	s.lowerContext(i, g)
	if s.lower {
		s.smallContext(i, g)
	}
}

// lowerCues weighs the word before.
func (s *scene) lowerCues(i int, prev, next *token, g *guess) {
	t := &s.pg.tokens[i]
	switch {
	case prev.has(markTitle) && !prev.has(markRole|markKin) && (prev.runes <= 4 || prev.is("miss")) && !prev.is("judge"):
		g.add(4, "name.titled", "A title stands before it.")
	case prev.runes == 1 && prev.kind == kindWord && i >= 2 && s.pg.tokens[i-2].has(markTitle) && !s.pg.tokens[i-2].has(markRole|markKin) && s.pg.tokens[i-2].runes <= 4:
		g.add(4, "name.titled", "A title and an initial stand before it.")
	case prev.is("is") && i >= 2 && s.pg.tokens[i-2].is("name"):
		g.add(2.6, "name.named", "A word before it announces a name.")
	case (prev.is("called") || prev.is("named")) && s.describes(i-2) && s.plainEnd(i):
		g.add(6.2, "name.named", "A word before it announces a name.")
	case prev.is("name") && t.has(markCommon):
		g.add(1.2, "name.named", "A word before it announces a name.")
	case prev.is("named") || prev.is("called") || prev.is("name") || prev.is("aka") || prev.is("nickname") || prev.is("surname"):
		g.add(2.2, "name.named", "A word before it announces a name.")
	case kinTitles[prev.fold] && t.has(markWordFirst|markFirst):
		g.add(4.2, "name.titled", "A title stands before it.")
	case prev.has(markKin) && s.lower && t.has(markWordFirst|markFirst) && next != nil && (next.has(markSpeech) || next.kind == kindPunct):
		g.add(2.4, "name.kin", "A word before it says whose relative it is.")
	case prev.has(markKin) && s.lower && next != nil && next.has(markSpeech) && !inflected(t.fold) && (!t.has(markCommon) && !next.has(markFunction) || personal[next.fold] && !adverbs[t.fold]):
		g.add(5.6, "name.kin", "A word before it says whose relative it is.")
	case prev.has(markKin) && t.stranger():
		g.add(1.2, "name.kin", "A word before it says whose relative it is.")
	case directContact[prev.fold] && s.lower && t.has(markWordFirst|markFirst):
		g.add(2.8, "name.contact", "Somebody speaks to it or meets it.")
	case prev.has(markContact) && prev.has(markSpeech|markPlaceCue) || prev.is("with") || prev.is("rang") || prev.is("ring") || prev.is("told") || prev.is("ask") || prev.is("tell") || prev.is("emailed") || prev.is("texted") || prev.is("met"):
		g.add(0.9, "name.contact", "Somebody speaks to it or meets it.")
	case prev.is("the") || prev.is("a") || prev.is("an") || prev.is("my") || prev.is("some") || prev.is("of"):
		g.add(-1, "", "")
	}
	if (prev.is("in") || prev.is("near") || prev.is("outside") || prev.is("from")) && t.stranger() {
		if t.runes >= 5 {
			g.add(0.8, "", "")
		}
		g.add(0.9, "place.cue", "A word before it says that it is a place.")
	}
}

// lowerContext weighs what stands around the word.
func (s *scene) lowerContext(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if prev != nil {
		s.lowerCues(i, prev, next, g)
	}
	if next != nil && next.has(markSpeech) && next.shape == lower && !next.has(markFunction) {
		g.add(0.9, "name.does", "A word after it says what a person did.")
	}
	if next != nil && s.lower && next.lines == 0 && t.has(markFirst|markWordFirst) && s.agedBehind(i) {
		g.add(3.4, "name.aged", "An age stands behind it.")
	}
	if next != nil && s.lower && next.has(markKin) && next.lines == 0 && s.bareGenitive(t) {
		g.add(5.4, "name.possessive", "Somebody's relative stands behind it.")
	}
	if t.poss {
		g.add(0.7, "name.possessive", "Something belongs to it.")
	}
	if prev != nil && prev.fold == "(" && t.stranger() && next != nil && next.kind == kindPunct {
		g.add(1.2, "name.bracketed", "It stands in brackets as a name does.")
	}
	if n := after(s.pg, i, 2); next != nil && next.fold == "," && n != nil && n.lines == 0 && (n.has(markNumber) || n.kind == kindNumber && n.runes <= 2) && t.stranger() {
		g.add(1.4, "name.aged", "An age stands behind it.")
	}
}

// listedLower weighs what the lists say of a word in lower case.
func (t *token) listedLower(free bool, g *guess) {
	switch {
	case free && t.has(markFirst):
		g.add(4, "name.lower", "It is a given name without its capital.")
	case free && t.has(markCountry):
		g.add(4.5, "place.country", "It is the name of a country.")
	case free && t.has(markPlace):
		g.add(3.6, "place.lower", "It is the name of a place without its capital.")
	case free && t.has(markLast):
		g.add(3.0, "name.lower", "It is a family name without its capital.")
	case free:
		g.add(0.9, "name.lower", "It is no English word.")
	case t.has(markSeldom):
		g.add(2.6, "name.lower", "It is a given name, and seldom used as a word.")
	case t.has(markRare) && !t.has(markUsual|markCommon) && t.has(markFirst|markWordFirst):
		g.add(1.2, "name.lower", "It is a given name as well as a rare word.")
	case t.has(markWordFirst):
		g.add(0.5, "name.given-word", "It is a given name as well as a word.")
		if t.has(markCommon) {
			g.add(-0.9, "", "")
		}
	case t.has(markWordLast | markPlace | markWordPlace), t.has(markFirst|markLast) && !t.has(markCommon):
		g.add(-0.4, "", "")
	default:
		g.add(-3, "", "")
	}
}

// actsLower reports whether a given name that is a word as well stands in lower
// case before what only a person does, where a text is typed without capitals:
// "grant rang", "may said".
func (s *scene) actsLower(i int) bool {
	t, next := &s.pg.tokens[i], s.next(i)
	if !s.lower || !t.has(markWordFirst) || t.runes < 3 || next == nil || next.shape != lower || !personal[next.fold] || t.has(markFunction) && !t.is("may") && !t.is("will") {
		return false
	}
	prev := s.prev(i)
	return prev == nil || prev.kind == kindPunct || !t.has(markFunction) && (prev.is("and") || prev.is("then") || prev.is("but") || prev.is("when") || prev.is("because") || prev.is("while") || prev.is("so") || prev.is("if") || prev.is("since"))
}

// adverbs may stand between a person and what the person did.
var adverbs = setOf("later twice often half all both quite rather hardly barely")

// kinTitles are what people are called by together with a given name.
var kinTitles = setOf("aunty auntie aunt uncle nurse pastor coach granny nanny grandad cousin bro")

// personal are verbs in the past whose subject is a person, and that can't be
// the object of the word before.
var personal = setOf("rang phoned texted emailed said asked told replied came cried laughed smiled shouted wants wanted thinks thought lives lived says knows knew went sat stood " +
	"brought gave took got admitted agreed refused attended missed apologised thanked hugged nodded shrugged didnt doesnt hasnt wasnt isnt wont wouldnt couldnt hadnt")

// describes reports whether the token says of somebody what is called so:
// "he's called", "a lad called", "who is called".
func (s *scene) describes(i int) bool {
	if i < 0 {
		return false
	}
	t := &s.pg.tokens[i]
	switch t.fold {
	case "he", "she", "who":
		return t.poss
	case "hes", "shes", "whos", "is", "was", "someone", "somebody", "bloke", "fella", "guy", "lady", "fellow", "chap", "colleague":
		return !(i > 0 && (s.pg.tokens[i-1].is("it") || s.pg.tokens[i-1].is("this") || s.pg.tokens[i-1].is("that") || s.pg.tokens[i-1].is("which")))
	}
	return persons[t.fold] || t.has(markKin)
}

// plainEnd reports whether the phrase may end behind the word: a sign, a line's
// end or a word that begins the next clause.
func (s *scene) plainEnd(i int) bool {
	n := s.next(i)
	return n == nil || n.kind == kindPunct || n.is("and") || n.is("who") || n.is("but") || n.is("by") || n.has(markSpeech) || n.is("she") || n.is("he") || n.is("hes") || n.is("shes")
}

// inflected reports whether the word ends like a verb or an adverb.
func inflected(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "s")
}

// agedBehind reports whether an age with its unit, or a number that a name or a
// sign follows, stands behind the word: "star 20 months", "rose 9,".
func (s *scene) agedBehind(i int) bool {
	n, m := after(s.pg, i, 1), after(s.pg, i, 2)
	return n.kind == kindNumber && n.runes <= 2 && m != nil && m.lines == 0 && (ageUnits[m.fold] != "" || m.fold == "," || m.has(markFirst|markWordFirst) && !m.has(markFunction|markUnit))
}

// bareGenitive reports whether the word is a name with the s of a genitive whose
// apostrophe was left out: "oceans mum".
func (s *scene) bareGenitive(t *token) bool {
	if t.runes < 4 || t.fold[len(t.fold)-1] != 's' || t.has(markCommon|markUsual) && t.has(markNamed) {
		return false
	}
	m := s.d.lists.lex.marks(t.fold[:len(t.fold)-1])
	return m&(markFirst|markWordFirst) != 0 && m&(markFunction|markKin|markRole|markUnit|markMonth|markWeekday) == 0
}
