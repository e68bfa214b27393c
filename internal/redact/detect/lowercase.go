package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// weighLower is for words written without a capital.
func (s *scene) weighLower(i int, g *guess) {
	t := &s.pg.tokens[i]
	g.add(lowerCase)
	if s.actsLower(i) {
		g.add(lowerActs)
		return
	}
	if t.Has(lex.MarkFunction|lex.MarkWeekday|lex.MarkMonth|lex.MarkDemonym|lex.MarkKin|lex.MarkTitle|lex.MarkRole|lex.MarkSpeech|lex.MarkUnit|lex.MarkNumber) || t.Runes < 2 ||
		t.Has(lex.MarkAllow) && !t.Has(lex.MarkFirst) || t.Has(lex.MarkLetters) && !t.Has(lex.MarkFirst|lex.MarkWordFirst) || lex.NumberNames.Has(t.Fold) || idCues.Has(t.Fold) {
		g.score = never
		return
	}
	if respects.Has(t.Fold) && i > 0 && t.Lines == 0 && s.respected(i-1) || s.inLaw(i) {
		g.score = never
		return
	}
	if t.Has(lex.MarkSurely) && !s.behindNaming(i) || s.clipped(t) || s.foreign(i) || s.heads(i) || s.doctored(i) {
		g.score = never
		return
	}
	free := t.Mark&lex.MarkDict == 0
	if free && !t.Has(lex.MarkNamed|lex.MarkPlace|lex.MarkCountry) && t.Runes > 3 && t.Fold[len(t.Fold)-1] == 's' {
		if m := s.d.lists.Marks(t.Fold[:len(t.Fold)-1]); m&lex.MarkFirst != 0 && m&lex.MarkDict == 0 {
			g.add(lowerPlural)
		}
	}
	listedLower(t, free, g)
	if s.pg.spoken && free && t.Runes > 3 {
		g.add(lowerSpoken)
	}
	if s.lower {
		g.add(lowerText)
		if t.Has(lex.MarkFirst|lex.MarkWordFirst) && !t.Has(lex.MarkCommon) && !free {
			g.add(lowerTextName)
		}
	}
	if t.Runes <= 2 {
		g.add(lowerShort)
	}
	if prev := s.prev(i); prev != nil && prev.Is("in") && states.Has(t.Fold) {
		g.score = never
		return
	}
	if next := s.next(i); next != nil && next.Fold == "@" {
		g.score = never
		return
	}
	s.lowerContext(i, g)
	if s.lower {
		s.smallContext(i, g)
	}
}

// behindNaming reports whether a title or a word that announces a name stands
// before the word.
func (s *scene) behindNaming(i int) bool {
	prev := s.prev(i)
	return prev != nil && prev.Has(lex.MarkTitle|lex.MarkNaming)
}

// clipped reports whether an English word lost its last letter or its apostrophe,
// as some type and speak: "watchin", "theyd".
func (s *scene) clipped(t *lex.Token) bool {
	if !t.Stranger() || t.Has(lex.MarkFirst|lex.MarkPlace|lex.MarkCountry) {
		return false
	}
	return runTogether.Has(t.Fold) || t.Runes > 5 && strings.HasSuffix(t.Fold, "in") && s.d.lists.Marks(t.Fold+"g")&lex.MarkDict != 0
}

var runTogether = lex.SetOf("hed shed wed theyd youd itd whod thered theyll youll itll shell hell theyve youve weve ive theyre youre urself myself yourself themself wouldve couldve shouldve mustve")

// states are what one lives or stands in without being anywhere.
var states = lex.SetOf("hope faith joy grace harmony prudence charity mercy peace doubt fear limbo love trust")

// lowerCues weighs the word before.
func (s *scene) lowerCues(i int, prev, next *lex.Token, g *guess) {
	t := &s.pg.tokens[i]
	switch {
	case prev.Has(lex.MarkTitle) && prev.Capital() && !s.lower && !t.Has(lex.MarkNamed) && !t.Stranger():
	case prev.Has(lex.MarkTitle) && !prev.Has(lex.MarkRole|lex.MarkKin) && (prev.Runes <= 4 || prev.Is("miss") || prev.Is("judge") && t.Stranger()):
		g.add(lowerTitled)
	case prev.Runes == 1 && prev.Kind == lex.KindWord && i >= 2 && s.pg.tokens[i-2].Has(lex.MarkTitle) && !s.pg.tokens[i-2].Has(lex.MarkRole|lex.MarkKin) && s.pg.tokens[i-2].Runes <= 4:
		g.add(lowerTitledInitial)
	case prev.Is("is") && i >= 2 && (s.pg.tokens[i-2].Is("this") || s.pg.tokens[i-2].Is("it")) && next != nil && (next.Is("calling") || next.Is("ringing") || next.Is("speaking")),
		prev.Is("is") && i >= 2 && s.pg.tokens[i-2].Is("name"), (prev.Is("himself") || prev.Is("herself") || prev.Is("themself")) && i >= 2 && callers.Has(s.pg.tokens[i-2].Fold) && !t.Has(lex.MarkFunction):
		g.add(lowerNameIs)
	case calledOnes.Has(prev.Fold) && i >= 2 && callings.Has(s.pg.tokens[i-2].Fold) && s.plainEnd(i) && !plainCalls.Has(t.Fold):
		g.add(lowerCallsHim)
	case famed.Has(prev.Fold) && next != nil && next.Lines == 0 && relatives.Has(next.Fold) && t.Stranger() && t.Runes > 3 && !t.Poss && t.Lines == 0:
		g.add(lowerOfFamily)
	case (prev.Is("called") || prev.Is("named")) && s.describes(i-2) && s.plainEnd(i):
		g.add(lowerCalledOf)
	case prev.Is("name") && t.Has(lex.MarkCommon):
		g.add(lowerNameCommon)
	case prev.Is("named") || prev.Is("called") || prev.Is("name") || prev.Is("aka") || prev.Is("nickname") || prev.Is("surname"):
		g.add(lowerNamed)
	case kinTitles.Has(prev.Fold) && t.Lines == 0 && t.Has(lex.MarkWordFirst|lex.MarkFirst):
		g.add(lowerKinTitle)
	case prev.Has(lex.MarkKin) && s.lower && t.Has(lex.MarkWordFirst|lex.MarkFirst) && next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct):
		g.add(lowerKinActs)
	case prev.Has(lex.MarkKin) && s.lower && next != nil && next.Has(lex.MarkSpeech) && !inflected(t.Fold) && (!t.Has(lex.MarkCommon) && !next.Has(lex.MarkFunction) || personal.Has(next.Fold) && !adverbs.Has(t.Fold)):
		g.add(lowerKinWord)
	case prev.Has(lex.MarkKin) && t.Stranger():
		g.add(lowerKinStranger)
	case directContact.Has(prev.Fold) && s.lower && t.Has(lex.MarkWordFirst|lex.MarkFirst):
		g.add(lowerMet)
	case prev.Has(lex.MarkContact) && prev.Has(lex.MarkSpeech|lex.MarkPlaceCue) || prev.Is("with") || prev.Is("rang") || prev.Is("ring") || prev.Is("told") || prev.Is("ask") || prev.Is("tell") || prev.Is("emailed") || prev.Is("texted") || prev.Is("met"):
		g.add(lowerContact)
	case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("my") || prev.Is("some") || prev.Is("of") || prev.Is("no") || prev.Is("any"):
		g.add(lowerArticle)
	}
	if i >= 2 && t.Has(lex.MarkDict) && prev.Has(lex.MarkDict) && prev.Shape == lex.ShapeLower && articles.Has(s.pg.tokens[i-2].Fold) && s.pg.tokens[i-1].Lines == 0 && !prev.Has(lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkNaming|lex.MarkContact|lex.MarkSpeech|lex.MarkFunction) {
		g.add(lowerPhrase)
	}
	if (prev.Is("in") || prev.Is("near") || prev.Is("outside") || prev.Is("from")) && t.Stranger() {
		if t.Runes >= 5 {
			g.add(lowerPlaceLong)
		}
		g.add(lowerPlaceCue)
	}
}

// lowerContext weighs what stands around the word.
func (s *scene) lowerContext(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	if prev != nil {
		s.lowerCues(i, prev, next, g)
	}
	if next != nil && next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower && !next.Has(lex.MarkFunction) {
		g.add(lowerDoes)
	}
	if next != nil && s.lower && next.Lines == 0 && t.Has(lex.MarkFirst|lex.MarkWordFirst) && s.agedBehind(i) {
		g.add(lowerAged)
	}
	if next != nil && s.lower && next.Has(lex.MarkKin) && next.Lines == 0 && s.bareGenitive(t) {
		g.add(lowerGenitive)
	}
	if t.Poss {
		g.add(lowerPossessive)
	}
	if prev != nil && prev.Fold == "(" && t.Stranger() && next != nil && next.Kind == lex.KindPunct {
		g.add(lowerBracketed)
	}
	if n := after(s.pg, i, 2); next != nil && next.Fold == "," && n != nil && n.Lines == 0 && (n.Has(lex.MarkNumber) || n.Kind == lex.KindNumber && n.Runes <= 2) && t.Stranger() {
		g.add(lowerAgedStranger)
	}
}

// listedLower weighs what the lists say of a word in lower case.
func listedLower(t *lex.Token, free bool, g *guess) {
	switch {
	case free && t.Has(lex.MarkFirst):
		g.add(lowerFirst)
	case free && t.Has(lex.MarkCountry):
		g.add(lowerCountry)
	case free && t.Has(lex.MarkPlace):
		g.add(lowerPlace)
	case free && t.Has(lex.MarkTown):
		g.add(lowerTown)
	case free && t.Has(lex.MarkLast):
		g.add(lowerLast)
	case free:
		g.add(lowerUnknown)
	case t.Has(lex.MarkSeldom):
		g.add(lowerSeldom)
	case t.Has(lex.MarkRare) && !t.Has(lex.MarkUsual|lex.MarkCommon) && t.Has(lex.MarkFirst|lex.MarkWordFirst):
		g.add(lowerRare)
	case t.Has(lex.MarkWordFirst):
		g.add(lowerWordFirst)
		if t.Has(lex.MarkCommon) {
			g.add(lowerWordFirstCommon)
		}
	case t.Has(lex.MarkWordLast | lex.MarkPlace | lex.MarkWordPlace), t.Has(lex.MarkFirst|lex.MarkLast) && !t.Has(lex.MarkCommon):
		g.add(lowerWordLast)
	default:
		g.add(lowerDict)
	}
}

// actsLower reports whether a given name that is a word as well stands in lower
// case before what only a person does, where a text is typed without capitals:
// "grant rang", "may said".
func (s *scene) actsLower(i int) bool {
	t, next := &s.pg.tokens[i], s.next(i)
	if !s.lower || !t.Has(lex.MarkWordFirst) || t.Runes < 3 || next == nil || next.Shape != lex.ShapeLower || !personal.Has(next.Fold) || t.Has(lex.MarkFunction) && !t.Is("may") && !t.Is("will") {
		return false
	}
	prev := s.prev(i)
	return prev == nil || prev.Kind == lex.KindPunct || !t.Has(lex.MarkFunction) && (prev.Is("and") || prev.Is("then") || prev.Is("but") || prev.Is("when") || prev.Is("because") || prev.Is("while") || prev.Is("so") || prev.Is("if") || prev.Is("since"))
}

// callers are verbs of what somebody is called by.
var callers = lex.SetOf("calls called calling named names introduces introduced")

// callings are verbs that say what somebody is called, and plainCalls what is said
// behind "call him" that is no name.
var (
	callings   = lex.SetOf("call calls called")
	plainCalls = lex.SetOf("names back out over up down in off it that this later tonight today tomorrow again everyday daily twice once first now then love babe baby darling sweetheart honey mum mom dad sir miss maam ma'am boss stupid lazy fat ugly crazy mad cruel dirty useless worthless selfish rude liar thief bad good evil brave lucky")
	famed      = lex.SetOf("the them those these that both all")
)

// adverbs may stand between a person and what the person did.
var adverbs = lex.SetOf("later twice often half all both quite rather hardly barely")

// articles begin a phrase whose last word, where it is English, is no name.
var articles = lex.SetOf("the a an this that these those my his her our their your")

// kinTitles are what people are called by together with a given name.
var kinTitles = lex.SetOf("aunty auntie aunt uncle nurse pastor coach granny nanny grandad cousin bro nan nana gran grandma granda grandpa nanna mama mammy")

// personal are verbs in the past whose subject is a person, and that can't be
// the object of the word before.
var personal = lex.SetOf("rang phoned texted emailed said asked told replied came cried laughed smiled shouted wants wanted thinks thought lives lived says knows knew went sat stood " +
	"brought gave took got admitted agreed refused attended missed apologised thanked hugged nodded shrugged didnt doesnt hasnt wasnt isnt wont wouldnt couldnt hadnt")

// describes reports whether the token says of somebody what is called so:
// "he's called", "a lad called", "who is called".
func (s *scene) describes(i int) bool {
	if i < 0 {
		return false
	}
	t := &s.pg.tokens[i]
	switch t.Fold {
	case "he", "she", "who":
		return t.Poss
	case "hes", "shes", "whos", "is", "was", "someone", "somebody", "bloke", "fella", "guy", "lady", "fellow", "chap", "colleague":
		return !(i > 0 && (s.pg.tokens[i-1].Is("it") || s.pg.tokens[i-1].Is("this") || s.pg.tokens[i-1].Is("that") || s.pg.tokens[i-1].Is("which")))
	}
	return persons.Has(t.Fold) || t.Has(lex.MarkKin)
}

// plainEnd reports whether the phrase may end behind the word: a sign, a line's
// end or a word that begins the next clause.
func (s *scene) plainEnd(i int) bool {
	n := s.next(i)
	return n == nil || n.Kind == lex.KindPunct || n.Is("and") || n.Is("who") || n.Is("but") || n.Is("by") || n.Has(lex.MarkSpeech) || n.Is("she") || n.Is("he") || n.Is("hes") || n.Is("shes")
}

// inflected reports whether the word ends like a verb or an adverb.
func inflected(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "s")
}

// agedBehind reports whether an age with its unit, or a number that a name or a
// sign follows, stands behind the word: "star 20 months", "rose 9,".
func (s *scene) agedBehind(i int) bool {
	n, m := after(s.pg, i, 1), after(s.pg, i, 2)
	return n.Kind == lex.KindNumber && n.Runes <= 2 && m != nil && m.Lines == 0 && (lex.AgeUnits.Of(m.Fold) != "" || m.Fold == "," || m.Has(lex.MarkFirst|lex.MarkWordFirst) && !m.Has(lex.MarkFunction|lex.MarkUnit))
}

// bareGenitive reports whether the word is a name with the s of a genitive whose
// apostrophe was left out: "oceans mum".
func (s *scene) bareGenitive(t *lex.Token) bool {
	if t.Runes < 4 || t.Fold[len(t.Fold)-1] != 's' || t.Has(lex.MarkCommon|lex.MarkUsual) && t.Has(lex.MarkNamed) {
		return false
	}
	m := s.d.lists.Marks(t.Fold[:len(t.Fold)-1])
	return m&(lex.MarkFirst|lex.MarkWordFirst) != 0 && m&(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkUnit|lex.MarkMonth|lex.MarkWeekday) == 0
}
