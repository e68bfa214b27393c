package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// context weighs the words around.
func (s *scene) context(i int, g *guess) {
	t, prev, next := &s.pg.tokens[i], s.prev(i), s.next(i)
	first := s.place(i) >= lex.Sentence
	if prev != nil {
		s.cues(i, prev, g)
	}
	if next != nil {
		switch {
		case t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && next.Shape == lex.ShapeUpper && next.Runes == 1 && !next.Is("i"):
			g.add(initialBehind)
		case next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower || next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && strings.HasSuffix(next.Fold, "ed") && next.Runes > 4 && t.Has(lex.MarkNamed):
			switch {
			case t.Has(lex.MarkRole|lex.MarkTitle|lex.MarkKin|lex.MarkCasual|lex.MarkOrgHead) && !t.Has(lex.MarkNamed):
			case first && (t.Stranger() || t.Has(lex.MarkNamed)):
				g.add(doesStartNamed)
			case first:
				g.add(doesStart)
			default:
				g.add(doesInside)
			}
		case next.Fold == "(" && t.Has(lex.MarkNamed) && s.givenInBrackets(i):
			g.add(fullFormBehind)
		case next.Fold == "(" || next.Fold == "," || next.Gap && (next.Fold == "-" || next.Fold == "–" || next.Fold == "—"):
			if n := after(s.pg, i, 2); n != nil && (n.Kind == lex.KindNumber && n.Runes <= 2 || n.Has(lex.MarkNumber) && next.Fold == "(") {
				g.add(agedBehindCapital)
			} else if first && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (next.Fold == "(" || n != nil && (n.Has(lex.MarkKin|lex.MarkRole|lex.MarkLetters) || n.Is("their") || n.Is("his") || n.Is("her") || n.Is("my") || n.Is("who") || n.Is("the") || n.Is("real") || n.Is("aka"))) {
				g.add(wordNameExplained)
			}
		case first && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (next.Has(lex.MarkRole) && !next.Has(lex.MarkFunction) || next.Is("the") || next.Is("and") && s.capitalAt(i+2)):
			g.add(wordNameBeforeRole)
		case next.Fold == ":" && t.Place >= lex.Soft && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction):
			g.add(speakerWordName)
		case next.Fold == ":" && t.Place == lex.Line && !t.Has(lex.MarkCommon|lex.MarkCasual):
			g.add(speaker)
		}
	}
	s.bracketed(i, g)
	if s.respected(i) {
		g.add(respectBehind)
	}
	if s.joinedStart(i) {
		g.add(joinedStart)
	}
	if i > 0 && t.Place == lex.Line && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (i+1 == len(s.pg.tokens) || s.pg.tokens[i+1].Lines > 0) {
		g.add(signature)
	}
	if s.phrase(i) {
		g.add(phraseOfWords)
	}
	if t.Poss && !t.Has(lex.MarkFunction) {
		g.add(possessive)
		if first && next != nil && t.Has(lex.MarkCommon|lex.MarkUsual) && next.Shape == lex.ShapeLower && (next.Has(lex.MarkFunction) && !next.Has(lex.MarkKin|lex.MarkRole) || strings.HasSuffix(next.Fold, "ing")) {
			g.add(possessiveIs)
		}
	}
	if first && t.Has(lex.MarkWordFirst) && t.Has(lex.MarkFunction|lex.MarkCommon) && s.modal(i) {
		g.add(modalStart)
	}
}

// bracketed weighs a word in brackets behind a relative: "his sister (Pepper)".
func (s *scene) bracketed(i int, g *guess) {
	t, prev := &s.pg.tokens[i], before(s.pg, i, 1)
	if open, who, end := before(s.pg, i, 2), before(s.pg, i, 3), after(s.pg, i, 2); end != nil && who != nil && strings.Contains("\"“‘'", prev.Fold) && prev.Kind == lex.KindPunct && open.Fold == "(" && who.Capital() && end.Fold == ")" && !t.Has(lex.MarkFunction|lex.MarkAllow) && t.Shape == lex.ShapeTitle {
		g.add(bracketedKin)
		return
	}
	if prev == nil || prev.Fold != "(" || t.Shape != lex.ShapeTitle || t.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkKin|lex.MarkRole|lex.MarkCasual|lex.MarkDemonym) {
		return
	}
	if who, n := before(s.pg, i, 2), s.next(i); who != nil && who.Has(lex.MarkKin) && n != nil && (n.Fold == ")" || n.Fold == ",") {
		g.add(bracketedKin)
	}
}

// joinedStart reports whether a word that is none of every day begins a line and a
// sign or "and" joins it to a given name: "Kauri & Skyla".
func (s *scene) joinedStart(i int) bool {
	ts := s.pg.tokens
	t := &ts[i]
	if t.Place != lex.Line || t.Shape != lex.ShapeTitle || t.Has(lex.MarkCommon|lex.MarkFunction|lex.MarkAllow|lex.MarkCasual|lex.MarkRole|lex.MarkDemonym) || !s.capitalAt(i+2) || ts[i+1].Lines > 0 || !ts[i+1].Is("and") && ts[i+1].Fold != "&" && ts[i+1].Fold != "+" {
		return false
	}
	n := &ts[i+2]
	return n.Shape == lex.ShapeTitle && n.Has(lex.MarkFirst) && n.Stranger()
}

// givenInBrackets reports whether one word with a capital stands in brackets
// behind the token: "Con (Cornelius)".
func (s *scene) givenInBrackets(i int) bool {
	n, end := after(s.pg, i, 2), after(s.pg, i, 3)
	return end != nil && n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && end.Fold == ")" && n.Has(lex.MarkFirst)
}

// phrase reports whether an English word that is nobody's name stands beside
// another: "Growing Together" is a title.
func (s *scene) phrase(i int) bool {
	plain := func(j int) bool {
		if j < 0 || !s.capitalAt(j) && j != i {
			return false
		}
		t := &s.pg.tokens[j]
		return t.Shape == lex.ShapeTitle && t.Has(lex.MarkDict) && t.Mark&(lex.MarkNamed|lex.MarkPlace|lex.MarkWordPlace|lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) == 0
	}
	return plain(i) && (plain(i-1) && s.pg.tokens[i].Lines == 0 || plain(i+1))
}

// cues weighs the word before.
func (s *scene) cues(i int, prev *lex.Token, g *guess) {
	t := &s.pg.tokens[i]
	if t.Has(lex.MarkFunction) {
		if prev.Has(lex.MarkTitle) && prev.Capital() && t.Capital() {
			g.add(titledFunction)
		}
		return
	}
	switch {
	case titles.Has(prev.Fold) && offices.Has(t.Fold):
	case (prev.Fold == "\"" || prev.Fold == "“") && i >= 2 && (s.pg.tokens[i-2].Is("as") || s.pg.tokens[i-2].Has(lex.MarkNaming)):
		g.add(namedQuoted)
	case prev.Has(lex.MarkTitle) && (prev.Capital() || prev.Runes <= 3) && !prev.Has(lex.MarkRole):
		g.add(titled)
	case prev.Has(lex.MarkTitle) && prev.Capital():
		g.add(titledRole)
	case prev.Has(lex.MarkNaming) && !prev.Has(lex.MarkContact):
		g.add(announced)
	case prev.Has(lex.MarkKin):
		g.add(kinBefore)
	case prev.Has(lex.MarkRole):
		g.add(roleBefore)
	case prev.Has(lex.MarkContact):
		g.add(contactBefore)
	case prev.Is("the") && i >= 2 && (s.pg.tokens[i-2].Has(lex.MarkContact) || s.pg.tokens[i-2].Is("of")) && s.family(t):
		g.add(familyPlural)
	case prev.Is("the") && i >= 2 && s.pg.tokens[i-2].Has(lex.MarkPlaceCue):
		if !t.Stranger() {
			g.add(placeCueArticle)
		}
	case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("this"):
		if !t.Stranger() {
			g.add(articleBefore)
		}
	}
	if prev.Has(lex.MarkPlaceCue) && !prev.Has(lex.MarkContact) && (t.Has(lex.MarkWordPlace|lex.MarkPlace) || !t.Has(lex.MarkCommon)) {
		g.add(placeCue)
	} else if prev.Has(lex.MarkPlaceCue) && t.Has(lex.MarkCommon) && !t.Has(lex.MarkWordPlace) && placeWords.Has(prev.Fold) {
		g.add(placeCueCommon)
	} else if prev.Has(lex.MarkPlaceCue) && t.Has(lex.MarkWordPlace) {
		g.add(placeCueWordPlace)
	}
}

// family reports whether the word is a family name in the plural: "the Deans".
func (s *scene) family(t *lex.Token) bool {
	if t.Shape != lex.ShapeTitle || t.Place != lex.Inner || t.Runes < 4 || t.Fold[len(t.Fold)-1] != 's' || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkOrg|lex.MarkCasual) {
		return false
	}
	return s.d.lists.Marks(t.Fold[:len(t.Fold)-1])&lex.MarkNamed != 0
}

// placeWords are the prepositions that most surely stand before a place.
var placeWords = lex.SetOf("in at near from outside behind off on around via opposite along down up under")

// modal reports whether a word like Will or May stands as a verb: a pronoun, an
// article or a plain verb follows.
func (s *scene) modal(i int) bool {
	next := s.next(i)
	if next == nil || s.pg.tokens[i].Poss || next.Runes > 5 && strings.HasSuffix(next.Fold, "ing") {
		return false
	}
	if n, m := after(s.pg, i, 2), after(s.pg, i, 3); next.Is("the") && (n != nil && n.Has(lex.MarkKin|lex.MarkRole) || m != nil && m.Has(lex.MarkRole) && m.Lines == 0 && n.Kind == lex.KindWord) {
		return false
	}
	switch next.Fold {
	case "i", "he", "she", "they", "we", "you", "it", "the", "a", "an", "this", "that", "there", "her", "him", "them", "my", "his", "their", "our",
		"your", "someone", "anyone", "everyone", "in", "of", "for", "up", "on", "out", "these", "those", "to", "not", "be", "with":
		return s.pg.tokens[i].Has(lex.MarkFunction) || next.Fold != "in" && next.Fold != "on" && next.Fold != "out" && next.Fold != "to" && next.Fold != "not" && next.Fold != "with"
	}
	t := &s.pg.tokens[i]
	if t.Is("will") || t.Is("can") || t.Is("may") || t.Is("do") {
		return next.Shape == lex.ShapeLower && next.Has(lex.MarkDict) && !next.Has(lex.MarkSpeech) && !next.Has(lex.MarkFunction)
	}
	return false
}
