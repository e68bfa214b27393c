package detect

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// weighLower is for words written without a capital.
func (s scene) weighLower(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	g.Add(evidence.LowerCase)
	if s.actsLower(i) {
		g.Add(evidence.LowerActs)
		return
	}
	if t.Has(lex.MarkFunction|lex.MarkWeekday|lex.MarkMonth|lex.MarkDemonym|lex.MarkKin|lex.MarkTitle|lex.MarkRole|lex.MarkSpeech|lex.MarkUnit|lex.MarkNumber) || t.Runes < 2 ||
		t.Has(lex.MarkAllow) && !t.Has(lex.MarkFirst) || t.Has(lex.MarkLetters) && !t.Has(lex.MarkFirst|lex.MarkWordFirst) || lex.NumberNames.Has(t.Fold) || page.IdCues.Has(t.Fold) {
		g.Score = evidence.Never
		return
	}
	if respects.Has(t.Fold) && i > 0 && t.Lines == 0 && s.respected(i-1) || s.inLaw(i) {
		g.Score = evidence.Never
		return
	}
	if t.Has(lex.MarkSurely) && !s.behindNaming(i) || s.clipped(t) || s.foreign(i) || s.heads(i) || s.doctored(i) {
		g.Score = evidence.Never
		return
	}
	free := t.Mark&lex.MarkDict == 0
	if free && !t.Has(lex.MarkNamed|lex.MarkPlace|lex.MarkCountry) && t.Runes > 3 && t.Fold[len(t.Fold)-1] == 's' {
		// "the two tobis"
		if m := s.Lists.Marks(t.Fold[:len(t.Fold)-1]); m&lex.MarkFirst != 0 && m&lex.MarkDict == 0 {
			g.Add(evidence.LowerPlural)
		}
	}
	listedLower(t, free, g)
	if s.Spoken && free && t.Runes > 3 {
		g.Add(evidence.LowerSpoken)
	}
	if s.Lower {
		g.Add(evidence.LowerText)
		if t.Has(lex.MarkFirst|lex.MarkWordFirst) && !t.Has(lex.MarkCommon) && !free {
			g.Add(evidence.LowerTextName)
		}
	}
	if t.Runes <= 2 {
		g.Add(evidence.LowerShort)
	}
	// "lives in hope"
	if prev := s.Prev(i); prev != nil && prev.Is("in") && states.Has(t.Fold) {
		g.Score = evidence.Never
		return
	}
	// What stands before an @ is left to those who find addresses.
	if next := s.Next(i); next != nil && next.Fold == "@" {
		g.Score = evidence.Never
		return
	}
	s.lowerContext(i, g)
	if s.Lower {
		s.smallContext(i, g)
	}
}

// behindNaming reports whether a title or a word that announces a name stands
// before the word.
func (s scene) behindNaming(i int) bool {
	prev := s.Prev(i)
	return prev != nil && prev.Has(lex.MarkTitle|lex.MarkNaming)
}

// clipped reports whether an English word lost its last letter or its apostrophe,
// as some type and speak: "watchin", "theyd".
func (s scene) clipped(t *lex.Token) bool {
	if !t.Stranger() || t.Has(lex.MarkFirst|lex.MarkPlace|lex.MarkCountry) {
		return false
	}
	return runTogether.Has(t.Fold) || t.Runes > 5 && strings.HasSuffix(t.Fold, "in") && s.Lists.Marks(t.Fold+"g")&lex.MarkDict != 0
}

// runTogether are words that lost an apostrophe or are short in messages, and that a
// text without capitals would else offer as names.
var runTogether = lex.SetOf("hed shed wed theyd youd itd whod thered theyll youll itll shell hell theyve youve weve ive theyre youre urself myself yourself themself wouldve couldve shouldve mustve")

// states are what one lives or stands in without being anywhere.
var states = lex.SetOf("hope faith joy grace harmony prudence charity mercy peace doubt fear limbo love trust")

// lowerCues weighs the word before.
// Of its cases the first that holds counts; an article speaks against a name.
func (s scene) lowerCues(i int, prev, next *lex.Token, g *evidence.Guess) {
	t := &s.Tokens[i]
	switch {
	// "Dr today" is a clipped sentence.
	case prev.Has(lex.MarkTitle) && prev.Capital() && !s.Lower && !t.Has(lex.MarkNamed) && !t.Stranger():
	case prev.Has(lex.MarkTitle) && !prev.Has(lex.MarkRole|lex.MarkKin) && (prev.Runes <= 4 || prev.Is("miss") || prev.Is("judge") && t.Stranger()):
		g.Add(evidence.LowerTitled)
	// "mr t selvan"
	case prev.Runes == 1 && prev.Kind == lex.KindWord && i >= 2 && s.Tokens[i-2].Has(lex.MarkTitle) && !s.Tokens[i-2].Has(lex.MarkRole|lex.MarkKin) && s.Tokens[i-2].Runes <= 4:
		g.Add(evidence.LowerTitledInitial)
	// "this is tobi calling", "name is tobi", "calls himself tobi"
	case prev.Is("is") && i >= 2 && (s.Tokens[i-2].Is("this") || s.Tokens[i-2].Is("it")) && next != nil && (next.Is("calling") || next.Is("ringing") || next.Is("speaking")),
		prev.Is("is") && i >= 2 && s.Tokens[i-2].Is("name"), (prev.Is("himself") || prev.Is("herself") || prev.Is("themself")) && i >= 2 && callers.Has(s.Tokens[i-2].Fold) && !t.Has(lex.MarkFunction):
		g.Add(evidence.LowerNameIs)
	// "call him tobi", not "call him back"
	case calledOnes.Has(prev.Fold) && i >= 2 && callings.Has(s.Tokens[i-2].Fold) && s.plainEnd(i) && !plainCalls.Has(t.Fold):
		g.Add(evidence.LowerCallsHim)
	// "the tarvane boys"
	case famed.Has(prev.Fold) && next != nil && next.Lines == 0 && page.Relatives.Has(next.Fold) && t.Stranger() && t.Runes > 3 && !t.Poss && t.Lines == 0:
		g.Add(evidence.LowerOfFamily)
	// "a lad called storm, who"
	case (prev.Is("called") || prev.Is("named")) && s.describes(i-2) && s.plainEnd(i):
		g.Add(evidence.LowerCalledOf)
	case prev.Is("name") && t.Has(lex.MarkCommon):
		g.Add(evidence.LowerNameCommon)
	case prev.Is("named") || prev.Is("called") || prev.Is("name") || prev.Is("aka") || prev.Is("nickname") || prev.Is("surname"):
		g.Add(evidence.LowerNamed)
	// "auntie joy"
	case kinTitles.Has(prev.Fold) && t.Lines == 0 && t.Has(lex.MarkWordFirst|lex.MarkFirst):
		g.Add(evidence.LowerKinTitle)
	// "her sister hope rang"
	case prev.Has(lex.MarkKin) && s.Lower && t.Has(lex.MarkWordFirst|lex.MarkFirst) && next != nil && (next.Has(lex.MarkSpeech) || next.Kind == lex.KindPunct):
		g.Add(evidence.LowerKinActs)
	case prev.Has(lex.MarkKin) && s.Lower && next != nil && next.Has(lex.MarkSpeech) && !inflected(t.Fold) && (!t.Has(lex.MarkCommon) && !next.Has(lex.MarkFunction) || page.Personal.Has(next.Fold) && !adverbs.Has(t.Fold)):
		g.Add(evidence.LowerKinWord)
	case prev.Has(lex.MarkKin) && t.Stranger():
		g.Add(evidence.LowerKinStranger)
	// "texted joy"
	case page.DirectContact.Has(prev.Fold) && s.Lower && t.Has(lex.MarkWordFirst|lex.MarkFirst):
		g.Add(evidence.LowerMet)
	case prev.Has(lex.MarkContact) && prev.Has(lex.MarkSpeech|lex.MarkPlaceCue) || prev.Is("with") || prev.Is("rang") || prev.Is("ring") || prev.Is("told") || prev.Is("ask") || prev.Is("tell") || prev.Is("emailed") || prev.Is("texted") || prev.Is("met"):
		g.Add(evidence.LowerContact)
	case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("my") || prev.Is("some") || prev.Is("of") || prev.Is("no") || prev.Is("any"):
		g.Add(evidence.LowerArticle)
	}
	if i >= 2 && t.Has(lex.MarkDict) && prev.Has(lex.MarkDict) && prev.Shape == lex.ShapeLower && articles.Has(s.Tokens[i-2].Fold) && s.Tokens[i-1].Lines == 0 && !prev.Has(lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkNaming|lex.MarkContact|lex.MarkSpeech|lex.MarkFunction) {
		g.Add(evidence.LowerPhrase)
	}
	if (prev.Is("in") || prev.Is("near") || prev.Is("outside") || prev.Is("from")) && t.Stranger() {
		if t.Runes >= 5 {
			g.Add(evidence.LowerPlaceLong)
		}
		g.Add(evidence.LowerPlaceCue)
	}
}

// lowerContext weighs what stands around the word.
func (s scene) lowerContext(i int, g *evidence.Guess) {
	t, prev, next := &s.Tokens[i], s.Prev(i), s.Next(i)
	if prev != nil {
		s.lowerCues(i, prev, next, g)
	}
	if next != nil && next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower && !next.Has(lex.MarkFunction) {
		g.Add(evidence.LowerDoes)
	}
	if next != nil && s.Lower && next.Lines == 0 && t.Has(lex.MarkFirst|lex.MarkWordFirst) && s.agedBehind(i) {
		g.Add(evidence.LowerAged)
	}
	if next != nil && s.Lower && next.Has(lex.MarkKin) && next.Lines == 0 && s.bareGenitive(t) {
		g.Add(evidence.LowerGenitive)
	}
	if t.Poss {
		g.Add(evidence.LowerPossessive)
	}
	if prev != nil && prev.Fold == "(" && t.Stranger() && next != nil && next.Kind == lex.KindPunct {
		g.Add(evidence.LowerBracketed)
	}
	if n := s.After(i, 2); next != nil && next.Fold == "," && n != nil && n.Lines == 0 && (n.Has(lex.MarkNumber) || n.Kind == lex.KindNumber && n.Runes <= 2) && t.Stranger() {
		g.Add(evidence.LowerAgedStranger)
	}
}

// listedLower weighs what the lists say of a word in lower case.
func listedLower(t *lex.Token, free bool, g *evidence.Guess) {
	switch {
	case free && t.Has(lex.MarkFirst):
		g.Add(evidence.LowerFirst)
	case free && t.Has(lex.MarkCountry):
		g.Add(evidence.LowerCountry)
	case free && t.Has(lex.MarkPlace):
		g.Add(evidence.LowerPlace)
	case free && t.Has(lex.MarkTown):
		g.Add(evidence.LowerTown)
	case free && t.Has(lex.MarkLast):
		g.Add(evidence.LowerLast)
	case free:
		g.Add(evidence.LowerUnknown)
	case t.Has(lex.MarkSeldom):
		g.Add(evidence.LowerSeldom)
	case t.Has(lex.MarkRare) && !t.Has(lex.MarkUsual|lex.MarkCommon) && t.Has(lex.MarkFirst|lex.MarkWordFirst):
		g.Add(evidence.LowerRare)
	case t.Has(lex.MarkWordFirst):
		g.Add(evidence.LowerWordFirst)
		if t.Has(lex.MarkCommon) {
			g.Add(evidence.LowerWordFirstCommon)
		}
	case t.Has(lex.MarkWordLast | lex.MarkPlace | lex.MarkWordPlace), t.Has(lex.MarkFirst|lex.MarkLast) && !t.Has(lex.MarkCommon):
		g.Add(evidence.LowerWordLast)
	default:
		g.Add(evidence.LowerDict)
	}
}

// actsLower reports whether a given name that is a word as well stands in lower
// case before what only a person does, where a text is typed without capitals:
// "grant rang", "may said".
func (s scene) actsLower(i int) bool {
	t, next := &s.Tokens[i], s.Next(i)
	if !s.Lower || !t.Has(lex.MarkWordFirst) || t.Runes < 3 || next == nil || next.Shape != lex.ShapeLower || !page.Personal.Has(next.Fold) || t.Has(lex.MarkFunction) && !t.Is("may") && !t.Is("will") {
		return false
	}
	prev := s.Prev(i)
	return prev == nil || prev.Kind == lex.KindPunct || !t.Has(lex.MarkFunction) && (prev.Is("and") || prev.Is("then") || prev.Is("but") || prev.Is("when") || prev.Is("because") || prev.Is("while") || prev.Is("so") || prev.Is("if") || prev.Is("since"))
}

// callers are verbs of what somebody is called by.
var callers = lex.SetOf("calls called calling named names introduces introduced")

// callings are verbs that say what somebody is called, plainCalls what is said behind
// "call him" that is no name, and famed what stands before a family's name in lower
// case: "the tarvane kids".
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

// describes reports whether the token says of somebody what is called so:
// "he's called", "a lad called", "who is called".
func (s scene) describes(i int) bool {
	if i < 0 {
		return false
	}
	t := &s.Tokens[i]
	switch t.Fold {
	case "he", "she", "who":
		return t.Poss
	case "hes", "shes", "whos", "is", "was", "someone", "somebody", "bloke", "fella", "guy", "lady", "fellow", "chap", "colleague":
		return !(i > 0 && (s.Tokens[i-1].Is("it") || s.Tokens[i-1].Is("this") || s.Tokens[i-1].Is("that") || s.Tokens[i-1].Is("which")))
	}
	return page.Persons.Has(t.Fold) || t.Has(lex.MarkKin)
}

// plainEnd reports whether the phrase may end behind the word: a sign, a line's
// end or a word that begins the next clause.
func (s scene) plainEnd(i int) bool {
	n := s.Next(i)
	return n == nil || n.Kind == lex.KindPunct || n.Is("and") || n.Is("who") || n.Is("but") || n.Is("by") || n.Has(lex.MarkSpeech) || n.Is("she") || n.Is("he") || n.Is("hes") || n.Is("shes")
}

// inflected reports whether the word ends like a verb or an adverb.
func inflected(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "s")
}

// agedBehind reports whether an age with its unit, or a number that a name or a
// sign follows, stands behind the word: "star 20 months", "rose 9,".
func (s scene) agedBehind(i int) bool {
	n, m := s.After(i, 1), s.After(i, 2)
	return n.Kind == lex.KindNumber && n.Runes <= 2 && m != nil && m.Lines == 0 && (lex.AgeUnits.Of(m.Fold) != "" || m.Fold == "," || m.Has(lex.MarkFirst|lex.MarkWordFirst) && !m.Has(lex.MarkFunction|lex.MarkUnit))
}

// bareGenitive reports whether the word is a name with the s of a genitive whose
// apostrophe was left out: "oceans mum".
func (s scene) bareGenitive(t *lex.Token) bool {
	if t.Runes < 4 || t.Fold[len(t.Fold)-1] != 's' || t.Has(lex.MarkCommon|lex.MarkUsual) && t.Has(lex.MarkNamed) {
		return false
	}
	m := s.Lists.Marks(t.Fold[:len(t.Fold)-1])
	return m&(lex.MarkFirst|lex.MarkWordFirst) != 0 && m&(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkUnit|lex.MarkMonth|lex.MarkWeekday) == 0
}

// particles are small words of French, Spanish and Portuguese that no English
// word is written like, though some are names with a capital.
var particles = lex.SetOf("le les des du une est et pas que qui dans avec pour sur chez elle lui il ils je tu nous vous mon ton son sa ses mes leur depuis avant aussi mais " +
	"el los las una y con por para pero muy esta este su sus yo ella ellos os uma não nao com mas ele ela meu minha")

// foreign reports whether the word in lower case at i is a small word of another
// language: one more of them stands among the four words on either side.
func (s scene) foreign(i int) bool {
	ts := s.Tokens
	if !particles.Has(ts[i].Fold) {
		return false
	}
	for j := max(0, i-4); j <= i+4 && j < len(ts); j++ {
		if j != i && ts[j].Shape == lex.ShapeLower && ts[j].Fold != ts[i].Fold && particles.Has(ts[j].Fold) {
			return true
		}
	}
	return false
}
