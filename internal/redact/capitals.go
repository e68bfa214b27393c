package redact

import (
	"strings"
)

// weighCapital is for words written with a capital.
func (s *scene) weighCapital(i int, g *guess) {
	t := &s.pg.tokens[i]
	if t.runes == 1 {
		g.score = never
		return
	}
	s.capitalItself(i, g)
	s.listed(i, g)
	s.staying(i, g)
	s.context(i, g)
}

func (s *scene) place(i int) start {
	t := &s.pg.tokens[i]
	if s.heading[i] && t.place < sentence {
		return sentence
	}
	return t.place
}

// capitalItself weighs the capital against where the word stands and how common
// the word is.
func (s *scene) capitalItself(i int, g *guess) {
	t := &s.pg.tokens[i]
	const unknown = "It has a capital and isn't an English word."
	const inside = "It has a capital within a sentence."
	by := func(in, so, se, li float64) float64 { return [...]float64{in, so, se, li}[s.place(i)] }
	switch {
	case t.has(markFunction) && t.has(markWordFirst) && t.shape == title:
		g.add(by(-1.7, -4, -7, -7), "name.capital", inside)
	case t.has(markFunction):
		g.add(by(-3.5, -5, -7, -7), "", "")
	case t.has(markCommon):
		g.add(by(-0.1, -1.2, -2.4, -2.7), "name.capital", inside)
	case t.has(markUsual):
		g.add(by(1.0, 0.3, -1.2, -1.5), "name.capital", inside)
	case t.has(markRare):
		g.add(by(1.8, 1.5, 0.7, 0.3), "name.capital", inside)
	default:
		g.add(by(2.5, 2.2, 1.8, 1.5), "name.capital", unknown)
	}
	if t.shape == upper {
		s.capitals(i, g)
	} else if t.shape == mixed {
		g.add(-2, "", "")
	}
}

// capitals weighs a word written wholly in capitals.
func (s *scene) capitals(i int, g *guess) {
	t := &s.pg.tokens[i]
	known := t.has(markNamed | markPlace | markCountry)
	switch {
	case t.has(markDict) && !known:
		g.add(-4, "", "")
	case t.has(markDict):
		g.add(-1.5, "", "")
	case known:
		if t.runes < 4 {
			g.add(-1.5, "", "")
		}
	case t.runes <= 3:
		g.add(-3.5, "", "")
	case t.runes <= 5 && !s.shout[i]:
		g.add(-4.2, "", "")
	case !s.shout[i]:
		g.add(-1.5, "", "")
	}
}

// listed weighs what name and place lists say.
func (s *scene) listed(i int, g *guess) {
	t := &s.pg.tokens[i]
	in := s.place(i) <= soft
	if t.has(markFirst) && !t.has(markWordFirst) {
		g.add(1.2, "name.given", "It is a given name.")
	}
	if t.has(markLast) && !t.has(markWordLast) {
		g.add(0.9, "name.family", "It is a family name.")
	}
	if t.has(markSeldom) && !in {
		g.add(2.6, "name.given", "It is a given name, and seldom used as a word.")
	} else if t.has(markWordFirst) {
		if in {
			g.add(2.3, "name.given-word", "It is a given name as well as a word.")
		} else {
			g.add(1.4, "name.given-word", "It is a given name as well as a word.")
		}
	} else if t.has(markWordLast) {
		g.add(0.3, "name.family-word", "It is a family name as well as a word.")
	}
	if t.has(markPlace | markCountry) {
		g.add(1.3, "place.known", "It is the name of a place.")
	}
	if t.has(markCountry) {
		g.add(2, "place.country", "It is the name of a country.")
	}
}

// staying weighs the lists of what may stand.
func (s *scene) staying(i int, g *guess) {
	t := &s.pg.tokens[i]
	person := t.has(markNamed | markCountry)
	weigh := func(alone, shared float64) {
		if person {
			g.add(shared, "", "")
		} else {
			g.add(alone, "", "")
		}
	}
	switch {
	case t.has(markLetters) && (t.shape == upper || t.shape == mixed):
		g.add(-5, "", "")
	case t.has(markAllow):
		weigh(-5, -2)
	case t.has(markDemonym):
		weigh(-5, -2)
	case t.has(markMonth):
		weigh(-6, -3.5)
		if prev := s.prev(i); prev != nil && (prev.has(markPlaceCue) || prev.is("early") || prev.is("mid") || prev.is("late") || prev.is("last") || prev.is("next") || prev.is("since") || prev.is("until") || prev.is("this") || prev.fold == "-") {
			g.add(-4, "", "")
		}
	case t.has(markWeekday):
		weigh(-7, -7)
	case t.has(markCasual | markTitle | markKin | markRole):
		weigh(-2, -0.8)
	}
	switch {
	case t.has(markTheorist):
		g.add(-5.2, "", "")
	case !t.has(markTheory):
	case s.theorySpoken(i) && !s.behindGiven(i):
		weigh(-4.5, -3)
	case t.stranger() && !person:
		g.add(-2.6, "", "")
	}
}

// behindGiven reports whether a given name stands right before the word, which
// makes somebody of the case out of a theorist's namesake. Theorists' own full
// names are on the list of what stays.
func (s *scene) behindGiven(i int) bool {
	prev := s.prev(i)
	return prev != nil && prev.kind == kindWord && prev.shape == title && prev.has(markFirst) && !prev.has(markFunction|markTheory) && !prev.stays
}

// theorySpoken reports whether ideas are spoken of near the token, and no
// person is addressed.
func (s *scene) theorySpoken(i int) bool {
	ts := s.pg.tokens
	for j := max(0, i-5); j < min(len(ts), i+7); j++ {
		t := &ts[j]
		if j == i {
			continue
		}
		if t.has(markTheoryCue) && (!t.has(markSpeech) || j != i+1) || t.has(markTheory) && t.capital() && !t.has(markCommon) ||
			t.kind == kindNumber && t.runes == 4 && (t.fold[:2] == "19" || t.fold[:2] == "20") {
			return true
		}
	}
	return false
}

// context weighs the words around.
func (s *scene) context(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	first := s.place(i) >= sentence
	if prev != nil {
		s.cues(i, prev, g)
	}
	if next != nil {
		switch {
		case t.has(markWordFirst) && !t.has(markFunction) && next.shape == upper && next.runes == 1 && !next.is("i"):
			g.add(2.2, "name.initials", "An initial stands behind it.")
		case next.has(markSpeech) && next.shape == lower || next.shape == lower && next.kind == kindWord && strings.HasSuffix(next.fold, "ed") && next.runes > 4 && t.has(markNamed):
			switch {
			case t.has(markRole|markTitle|markKin|markCasual|markOrgHead) && !t.has(markNamed):
			case first && (t.stranger() || t.has(markNamed)):
				g.add(1.8, "name.does", "A word after it says what a person did.")
			case first:
				g.add(0.7, "name.does", "A word after it says what a person did.")
			default:
				g.add(0.7, "name.does", "A word after it says what a person did.")
			}
		case next.fold == "(" && t.has(markNamed) && s.givenInBrackets(i):
			g.add(2.6, "name.beside", "The full form of the name stands in brackets behind it.")
		case next.fold == "(" || next.fold == "," || next.gap && (next.fold == "-" || next.fold == "–" || next.fold == "—"):
			if n := after(s.pg, i, 2); n != nil && (n.kind == kindNumber && n.runes <= 2 || n.has(markNumber) && next.fold == "(") {
				g.add(1.6, "name.aged", "An age stands behind it.")
			} else if first && t.has(markWordFirst) && !t.has(markFunction) && (next.fold == "(" || n != nil && (n.has(markKin|markRole|markLetters) || n.is("their") || n.is("his") || n.is("her") || n.is("my") || n.is("who") || n.is("the") || n.is("real") || n.is("aka"))) {
				g.add(1.9, "name.given-word", "It is a given name as well as a word.")
			}
		case first && t.has(markWordFirst) && !t.has(markFunction) && (next.has(markRole) && !next.has(markFunction) || next.is("the") || next.is("and") && s.capitalAt(i+2)):
			g.add(2, "name.given-word", "It is a given name as well as a word.")
		case next.fold == ":" && t.place >= soft && t.has(markWordFirst) && !t.has(markFunction):
			g.add(1.8, "name.speaker", "It stands like a speaker's name.")
		case next.fold == ":" && t.place == line && !t.has(markCommon|markCasual):
			g.add(0.8, "name.speaker", "It stands like a speaker's name.")
		}
	}
	s.bracketed(i, g)
	if t.place == line && t.has(markWordFirst) && !t.has(markFunction) && (i+1 == len(s.pg.tokens) || s.pg.tokens[i+1].lines > 0) {
		g.add(2.4, "name.signature", "It stands alone on its line, as a signature does.")
	}
	if s.phrase(i) {
		g.add(-1, "", "")
	}
	if t.poss && !t.has(markFunction) {
		g.add(0.7, "name.possessive", "Something belongs to it.")
	}
	if first && t.has(markWordFirst) && t.has(markFunction|markCommon) && s.modal(i) {
		g.add(-4, "", "")
	}
}

// bracketed weighs a word in brackets behind a relative: "his sister (Pepper)".
func (s *scene) bracketed(i int, g *guess) {
	t, prev := &s.pg.tokens[i], before(s.pg, i, 1)
	if prev == nil || prev.fold != "(" || t.shape != title || t.has(markFunction|markAllow|markLetters|markKin|markRole|markCasual|markDemonym) {
		return
	}
	if who, n := before(s.pg, i, 2), s.next(i); who != nil && who.has(markKin) && n != nil && (n.fold == ")" || n.fold == ",") {
		g.add(2.2, "name.bracketed", "It stands in brackets behind a relative, as a name does.")
	}
}

// givenInBrackets reports whether one word with a capital stands in brackets
// behind the token: "Con (Cornelius)".
func (s *scene) givenInBrackets(i int) bool {
	n, end := after(s.pg, i, 2), after(s.pg, i, 3)
	return end != nil && n.kind == kindWord && n.shape == title && end.fold == ")" && n.has(markFirst)
}

// phrase reports whether an English word that is nobody's name stands beside
// another: "Growing Together" is a title.
func (s *scene) phrase(i int) bool {
	plain := func(j int) bool {
		if j < 0 || !s.capitalAt(j) && j != i {
			return false
		}
		t := &s.pg.tokens[j]
		return t.shape == title && t.has(markDict) && t.mark&(markNamed|markPlace|markWordPlace|markStreet|markBuilding|markGround) == 0
	}
	return plain(i) && (plain(i-1) && s.pg.tokens[i].lines == 0 || plain(i+1))
}

// capitalAt reports whether the token at j is a word with a capital.
func (s *scene) capitalAt(j int) bool {
	return j < len(s.pg.tokens) && s.pg.tokens[j].kind == kindWord && s.pg.tokens[j].capital() && s.pg.tokens[j].lines == 0
}

// prev gives the word before in the same sentence, past an abbreviation's point.
func (s *scene) prev(i int) *token {
	if i == 0 || s.pg.tokens[i].place == sentence || s.pg.tokens[i].lines > 1 {
		return nil
	}
	t := &s.pg.tokens[i-1]
	if t.fold == "." && i >= 2 && !t.gap {
		return &s.pg.tokens[i-2]
	}
	return t
}

func (s *scene) next(i int) *token {
	n := after(s.pg, i, 1)
	if n == nil || n.lines > 0 {
		return nil
	}
	return n
}

// cues weighs the word before.
func (s *scene) cues(i int, prev *token, g *guess) {
	t := &s.pg.tokens[i]
	if t.has(markFunction) {
		if prev.has(markTitle) && prev.capital() && t.capital() {
			g.add(5.5, "name.titled", "A title stands before it.")
		}
		return
	}
	switch {
	case (prev.fold == "\"" || prev.fold == "“") && i >= 2 && (s.pg.tokens[i-2].is("as") || s.pg.tokens[i-2].has(markNaming)):
		g.add(2.6, "name.named", "A word before it announces a name.")
	case prev.has(markTitle) && (prev.capital() || prev.runes <= 3) && !prev.has(markRole):
		g.add(4, "name.titled", "A title stands before it.")
	case prev.has(markTitle) && prev.capital():
		g.add(2.6, "name.titled", "A title stands before it.")
	case prev.has(markNaming) && !prev.has(markContact):
		g.add(2, "name.named", "A word before it announces a name.")
	case prev.has(markKin):
		g.add(1.7, "name.kin", "A word before it says whose relative it is.")
	case prev.has(markRole):
		g.add(1.5, "name.role", "A role stands before it.")
	case prev.has(markContact):
		g.add(0.8, "name.contact", "Somebody speaks to it or meets it.")
	case prev.is("the") && i >= 2 && (s.pg.tokens[i-2].has(markContact) || s.pg.tokens[i-2].is("of")) && s.family(t):
		g.add(2.2, "name.family", "The family is spoken of by its name.")
	case prev.is("the") && i >= 2 && s.pg.tokens[i-2].has(markPlaceCue):
		if !t.stranger() {
			g.add(0.3, "place.cue", "A word before it says that it is a place.")
		}
	case prev.is("the") || prev.is("a") || prev.is("an") || prev.is("this"):
		if !t.stranger() {
			g.add(-1, "", "")
		}
	}
	if prev.has(markPlaceCue) && !prev.has(markContact) && (t.has(markWordPlace|markPlace) || !t.has(markCommon)) {
		g.add(0.9, "place.cue", "A word before it says that it is a place.")
	} else if prev.has(markPlaceCue) && t.has(markCommon) && !t.has(markWordPlace) && placeWords[prev.fold] {
		g.add(0.75, "place.cue", "A word before it says that it is a place.")
	} else if prev.has(markPlaceCue) && t.has(markWordPlace) {
		g.add(1.6, "place.cue", "A word before it says that it is a place.")
	}
}

// family reports whether the word is a family name in the plural: "the Deans".
func (s *scene) family(t *token) bool {
	if t.shape != title || t.place != inner || t.runes < 4 || t.fold[len(t.fold)-1] != 's' || t.has(markAllow|markLetters|markDemonym|markOrg|markCasual) {
		return false
	}
	return s.d.lists.lex.marks(t.fold[:len(t.fold)-1])&markNamed != 0
}

// placeWords are the prepositions that most surely stand before a place.
var placeWords = setOf("in at near from outside behind off on around via opposite along down up under")

// modal reports whether a word like Will or May stands as a verb: a pronoun, an
// article or a plain verb follows.
func (s *scene) modal(i int) bool {
	next := s.next(i)
	if next == nil {
		return false
	}
	if n := after(s.pg, i, 2); next.is("the") && n != nil && n.has(markKin|markRole) {
		return false
	}
	switch next.fold {
	case "i", "he", "she", "they", "we", "you", "it", "the", "a", "an", "this", "that", "there", "her", "him", "them", "my", "his", "their", "our",
		"your", "someone", "anyone", "everyone", "in", "of", "for", "up", "on", "out", "these", "those", "to", "not", "be", "with":
		return s.pg.tokens[i].has(markFunction) || next.fold != "in" && next.fold != "on" && next.fold != "out" && next.fold != "to" && next.fold != "not" && next.fold != "with"
	}
	t := &s.pg.tokens[i]
	if t.is("will") || t.is("can") || t.is("may") || t.is("do") {
		return next.shape == lower && next.has(markDict) && !next.has(markSpeech) && !next.has(markFunction)
	}
	return false
}
