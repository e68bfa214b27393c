package redact

import (
	"math"
	"strings"
)

// guess is what the engine believes of one word: the sum of the evidence, as
// log odds, and the strongest reason for it.
type guess struct {
	score    float64
	kind     Type
	detector string
	reason   string
	best     float64
}

// add counts evidence; the strongest piece gives the reason.
func (g *guess) add(weight float64, detector, reason string) {
	g.score += weight
	if weight > g.best && reason != "" {
		g.best, g.detector, g.reason = weight, detector, reason
	}
}

// confidence turns log odds into 0–1.
func (g *guess) confidence() float64 { return 1 / (1 + math.Exp(-g.score)) }

// never is the evidence of a word that can't be a name by itself.
const never = -9

// names weighs every word of the page and records what looks like a name, a
// place or an organisation.
func (d *reading) names(p int) {
	pg := &d.pages[p]
	s := &scene{d: d, pg: pg, guesses: make([]guess, len(pg.tokens))}
	d.scenes = append(d.scenes, s)
	s.survey()
	for i := range pg.tokens {
		s.guesses[i] = s.weigh(i)
	}
	s.neighbours()
	s.spreadNames(p)
	s.addresses(p)
	s.numbered(p)
	s.windows(p)
	s.institutions(p)
	s.prefixes(p)
	s.theNames(p)
	s.lowerPlaces(p)
	s.runs(p)
	s.initials(p)
	s.outcodes(p)
	s.record(p)
}

// scene is one page while its words are weighed.
type scene struct {
	d       *reading
	pg      *page
	guesses []guess
	lower   bool   // the text is typed without capitals
	heading []bool // by token: its line is a heading in title case
	shout   []bool // by token: its line is in capitals
}

// survey finds out how the page uses capitals.
func (s *scene) survey() {
	ts := s.pg.tokens
	s.heading, s.shout = make([]bool, len(ts)), make([]bool, len(ts))
	starts, small := 0, 0
	for i := range ts {
		if ts[i].kind == kindWord && ts[i].place >= sentence {
			starts++
			if ts[i].shape == lower {
				small++
			}
		}
	}
	s.lower = starts > 0 && small*2 >= starts
	for i := 0; i < len(ts); {
		j, words, titles, uppers, commas := i, 0, 0, 0, 0
		for ; j < len(ts) && (j == i || ts[j].lines == 0); j++ {
			t := &ts[j]
			if t.fold == "," {
				commas++
			}
			if t.kind != kindWord || t.runes < 4 {
				continue
			}
			words++
			if t.shape == title {
				titles++
			}
			if t.shape == upper {
				uppers++
			}
		}
		for k := i; k < j; k++ {
			s.heading[k] = words >= 3 && commas == 0 && titles*10 >= words*8 && words <= 14
			s.shout[k] = words >= 2 && uppers*2 >= words
		}
		i = j
	}
}

// weigh gives the evidence for one word.
func (s *scene) weigh(i int) guess {
	t := &s.pg.tokens[i]
	g := guess{kind: TypePerson, detector: "name.capital"}
	if t.kind != kindWord || t.taken || t.stays {
		g.score = never
		return g
	}
	if t.shape == lower {
		s.weighLower(i, &g)
	} else {
		s.weighCapital(i, &g)
	}
	s.typeOf(i, &g)
	return g
}

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
		g.add(by(0.1, -0.9, -2.4, -2.7), "name.capital", inside)
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
		g.add(-2.6, "", "")
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
		g.add(0.5, "name.family-word", "It is a family name as well as a word.")
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
	case !t.has(markTheory):
	case s.theorySpoken(i):
		weigh(-4.5, -3)
	case t.stranger() && !person:
		g.add(-2.6, "", "")
	}
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
			case first && (t.stranger() || t.has(markNamed)):
				g.add(1.8, "name.does", "A word after it says what a person did.")
			case first:
				g.add(0.7, "name.does", "A word after it says what a person did.")
			default:
				g.add(0.7, "name.does", "A word after it says what a person did.")
			}
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
	if t.place == line && t.has(markWordFirst) && !t.has(markFunction) && (i+1 == len(s.pg.tokens) || s.pg.tokens[i+1].lines > 0) {
		g.add(2.4, "name.signature", "It stands alone on its line, as a signature does.")
	}
	if t.poss && !t.has(markFunction) {
		g.add(0.7, "name.possessive", "Something belongs to it.")
	}
	if first && t.has(markWordFirst) && t.has(markFunction|markCommon) && s.modal(i) {
		g.add(-4, "", "")
	}
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

// placeWords are the prepositions that most surely stand before a place.
var placeWords = setOf("in at near from outside behind off on around via opposite along down up under")

// modal reports whether a word like Will or May stands as a verb: a pronoun, an
// article or a plain verb follows.
func (s *scene) modal(i int) bool {
	next := s.next(i)
	if next == nil {
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

// weighLower is for words written without a capital.
func (s *scene) weighLower(i int, g *guess) {
	t := &s.pg.tokens[i]
	g.add(-2.8, "", "")
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
	case t.has(markWordLast | markPlace | markWordPlace):
		g.add(-0.4, "", "")
	default:
		g.add(-3, "", "")
	}
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
}

func (s *scene) lowerContext(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if prev != nil {
		switch {
		case prev.has(markTitle) && !prev.has(markRole|markKin) && (prev.runes <= 4 || prev.is("miss")) && !prev.is("judge"):
			g.add(4, "name.titled", "A title stands before it.")
		case prev.is("is") && i >= 2 && s.pg.tokens[i-2].is("name"):
			g.add(2.6, "name.named", "A word before it announces a name.")
		case prev.is("named") || prev.is("called") || prev.is("name") || prev.is("aka") || prev.is("nickname") || prev.is("surname"):
			g.add(2.2, "name.named", "A word before it announces a name.")
		case prev.has(markKin) && s.lower && t.has(markWordFirst|markFirst) && next != nil && (next.has(markSpeech) || next.kind == kindPunct):
			g.add(2.4, "name.kin", "A word before it says whose relative it is.")
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
	if next != nil && next.has(markSpeech) && next.shape == lower && !next.has(markFunction) {
		g.add(0.9, "name.does", "A word after it says what a person did.")
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

// typeOf decides between person, place and organisation.
func (s *scene) typeOf(i int, g *guess) {
	t, prev := &s.pg.tokens[i], s.prev(i)
	place := t.has(markPlace|markCountry) || t.has(markWordPlace) && !t.has(markNamed)
	cue := prev != nil && prev.has(markPlaceCue) && !prev.is("from") && !prev.is("by") && !prev.is("of") && !prev.is("to")
	switch {
	case place && (cue || !t.has(markNamed)):
		g.kind = TypeLocation
	case cue && prev.is("in") || cue && prev.is("near"):
		g.kind = TypeLocation
	case cue && prev.is("at") && !t.has(markName):
		g.kind = TypeOrg
	}
}

// neighbours lets a sure name vouch for the words it stands with.
func (s *scene) neighbours() {
	for range 2 {
		for i := range s.guesses {
			s.vouch(i)
		}
	}
}

// vouch gives word i what its neighbours lend it.
func (s *scene) vouch(i int) {
	t, g := &s.pg.tokens[i], &s.guesses[i]
	if t.shape == lower && t.kind == kindWord && t.mark&(markDict|markKin|markRole|markTitle|markFunction) == 0 && g.score <= 0.6 && g.score > never/2 && t.runes > 2 {
		for _, step := range [2]int{-1, 1} {
			if j := s.side(i, step); j >= 0 && s.guesses[j].score > 0.6 && s.pg.tokens[j].shape == lower {
				g.add(3, "name.beside", "It stands beside a name.")
				g.kind = s.guesses[j].kind
				return
			}
		}
	}
	if t.kind != kindWord || t.taken || t.stays || !t.capital() || g.score > 1.5 || g.score <= never/2 || t.runes == 1 {
		return
	}
	if j := s.side(i, -1); j >= 0 && s.guesses[j].score > 0.6 && !s.pg.tokens[j].poss {
		s.lend(i, j, t.place == inner)
	}
	if j := s.side(i, +1); j >= 0 && s.guesses[j].score > 0.6 && s.pg.tokens[j].capital() && !t.poss {
		s.lend(i, j, t.has(markNamed))
	}
}

// side gives the token beside i in the same name: next to it by a space, or
// behind a hyphen. It gives -1 where there is none.
func (s *scene) side(i, step int) int {
	ts := s.pg.tokens
	j := i + step
	if j < 0 || j >= len(ts) {
		return -1
	}
	if ts[j].fold == "-" && ts[j].kind == kindPunct {
		j += step
		if j < 0 || j >= len(ts) || ts[max(i, j)].gap || ts[max(i, j)-1].gap {
			return -1
		}
		return j
	}
	if ts[j].fold == "." && j+step >= 0 && j+step < len(ts) && ts[j+step].runes == 1 && step < 0 {
		j += step
	}
	if ts[j].kind == kindWord && ts[j].runes == 1 && ts[j].shape == upper && !ts[j].is("i") {
		j += step
		if j >= 0 && j < len(ts) && ts[j].fold == "." && step > 0 {
			j += step
		}
	}
	if j < 0 || j >= len(ts) || ts[max(i, j)].lines > 0 || ts[min(i, j)+1].lines > 0 || ts[j].kind != kindWord {
		return -1
	}
	return j
}

// firstHalves are short words that begin names of two words in many languages.
var firstHalves = setOf("um umm ah pa mai ko daw nai ma thi nan naw saw abu abd ka lil")

// quarters are words that go with the name of a place.
var quarters = setOf("nether over temple kings bishops market stoke much church chipping north south east west upper lower great greater little new old high middle inner outer mid central northern southern eastern western royal isle long")

func (s *scene) lend(i, j int, likely bool) {
	t, g := &s.pg.tokens[i], &s.guesses[i]
	const reason = "It stands beside a name."
	joined := (i-j > 1 || j-i > 1) && s.pg.tokens[min(i, j)+1].fold == "-"
	switch {
	case quarters[t.fold] && t.capital() && s.place(i) < sentence && (s.guesses[j].kind != TypePerson || j > i):
		g.score = max(g.score+3, 1)
		g.detector, g.reason = "place.quarter", "It belongs to the name of a place."
	case j > i && !joined && t.capital() && (t.has(markKin|markTitle) || t.runes <= 4 && (particle(t.fold) || firstHalves[t.fold])) && s.pg.tokens[j].capital() && s.guesses[j].kind == TypePerson:
		g.score = max(g.score+3, 0.7)
		g.detector, g.reason = "name.titled", "It stands before a name as a title does."
	case j < i && !joined && t.has(markFunction) && t.shape == title && s.place(i) == inner && s.pg.tokens[j].capital() && s.guesses[j].kind == TypePerson && s.pg.tokens[j].shape == title:
		g.add(4.2, "name.beside", reason)
	case joined && t.capital() && (s.pg.tokens[j].shape == lower || t.has(markWeekday|markMonth)) && !t.has(markFunction):
		g.score = max(g.score, 0) + 1
		g.detector, g.reason = "name.beside", reason
	case joined && !t.has(markFunction):
		g.add(3, "name.beside", reason)
	case t.has(markAllow | markLetters | markWeekday | markMonth | markDemonym):
	case t.has(markNamed) && likely:
		g.add(2.2, "name.beside", reason)
	case t.has(markCasual | markOrgHead | markRole | markKin | markTitle | markFunction):
	case likely:
		g.add(1.2, "name.beside", reason)
	}
	if g.score > 0 && s.guesses[j].kind != TypePerson {
		g.kind = s.guesses[j].kind
	}
}

// record turns guesses into candidates. What is unlikely even for a reviewer is
// dropped.
func (s *scene) record(p int) {
	ts := s.pg.tokens
	for i := range ts {
		g := &s.guesses[i]
		if c := g.confidence(); c >= 0.3 {
			end := ts[i].end
			if i+1 < len(ts) && ts[i+1].is("s") && ts[i+1].lines == 0 && ts[i+1].runes == 1 {
				end = ts[i+1].end
			}
			if i+2 < len(ts) && ts[i+1].kind == kindPunct && ts[i+1].gap && apostrophe([]rune(ts[i+1].fold)[0]) && ts[i+2].is("s") && !ts[i+2].gap {
				end = ts[i+2].end
			}
			s.d.found = append(s.d.found, candidate{p, ts[i].start, end, g.kind, math.Round(c*100) / 100, g.detector, g.reason})
		}
	}
}
