package detect

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// context weighs the words around.
func (s scene) context(i int, g *evidence.Guess) {
	t, prev, next := &s.Tokens[i], s.Prev(i), s.Next(i)
	first := s.Place(i) >= lex.Sentence
	if prev != nil {
		s.cues(i, prev, g)
	}
	if next != nil {
		switch {
		// "Hope T"
		case t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && next.Shape == lex.ShapeUpper && next.Runes == 1 && !next.Is("i"):
			g.Add(evidence.InitialBehind)
		case next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower || next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && strings.HasSuffix(next.Fold, "ed") && next.Runes > 4 && t.Has(lex.MarkNamed):
			switch {
			case t.Has(lex.MarkRole|lex.MarkTitle|lex.MarkKin|lex.MarkCasual|lex.MarkOrgHead) && !t.Has(lex.MarkNamed):
			case first && (t.Stranger() || t.Has(lex.MarkNamed)):
				g.Add(evidence.DoesStartNamed)
			case first:
				g.Add(evidence.DoesStart)
			default:
				g.Add(evidence.DoesInside)
			}
		case next.Fold == "(" && t.Has(lex.MarkNamed) && s.givenInBrackets(i):
			g.Add(evidence.FullFormBehind)
		case next.Fold == "(" || next.Fold == "," || next.Gap && (next.Fold == "-" || next.Fold == "–" || next.Fold == "—"):
			// "Kauri (9)", "Kauri, 9", "Kauri - 9"
			if n := s.After(i, 2); n != nil && (n.Kind == lex.KindNumber && n.Runes <= 2 || n.Has(lex.MarkNumber) && next.Fold == "(") {
				g.Add(evidence.AgedBehindCapital)
			} else if first && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (next.Fold == "(" || n != nil && (n.Has(lex.MarkKin|lex.MarkRole|lex.MarkLetters) || n.Is("their") || n.Is("his") || n.Is("her") || n.Is("my") || n.Is("who") || n.Is("the") || n.Is("real") || n.Is("aka"))) {
				g.Add(evidence.WordNameExplained)
			}
		// "Hope the cleaner", "Hope and Kauri"
		case first && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (next.Has(lex.MarkRole) && !next.Has(lex.MarkFunction) || next.Is("the") || next.Is("and") && s.CapitalAt(i+2)):
			g.Add(evidence.WordNameBeforeRole)
		case next.Fold == ":" && t.Place >= lex.Soft && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction):
			g.Add(evidence.SpeakerWordName)
		// "Kauri: not today", but no heading of a common word ("Plan: …")
		case next.Fold == ":" && t.Place == lex.Line && !t.Has(lex.MarkCommon|lex.MarkCasual):
			g.Add(evidence.Speaker)
		}
	}
	s.bracketed(i, g)
	if s.respected(i) {
		g.Add(evidence.RespectBehind)
	}
	if s.joinedStart(i) {
		g.Add(evidence.JoinedStart)
	}
	// A name alone on its line signs what stands above.
	if i > 0 && t.Place == lex.Line && t.Has(lex.MarkWordFirst) && !t.Has(lex.MarkFunction) && (i+1 == len(s.Tokens) || s.Tokens[i+1].Lines > 0) {
		g.Add(evidence.Signature)
	}
	if s.phrase(i) {
		g.Add(evidence.PhraseOfWords)
	}
	if t.Poss && !t.Has(lex.MarkFunction) {
		g.Add(evidence.Possessive)
		if first && next != nil && t.Has(lex.MarkCommon|lex.MarkUsual) && next.Shape == lex.ShapeLower && (next.Has(lex.MarkFunction) && !next.Has(lex.MarkKin|lex.MarkRole) || strings.HasSuffix(next.Fold, "ing")) {
			g.Add(evidence.PossessiveIs)
		}
	}
	if first && t.Has(lex.MarkWordFirst) && t.Has(lex.MarkFunction|lex.MarkCommon) && s.Modal(i) {
		g.Add(evidence.ModalStart)
	}
}

// bracketed weighs a word in brackets behind a relative: "his sister (Pepper)".
func (s scene) bracketed(i int, g *evidence.Guess) {
	t, prev := &s.Tokens[i], s.Before(i, 1)
	if open, who, end := s.Before(i, 2), s.Before(i, 3), s.After(i, 2); end != nil && who != nil && strings.Contains("\"“‘'", prev.Fold) && prev.Kind == lex.KindPunct && open.Fold == "(" && who.Capital() && end.Fold == ")" && !t.Has(lex.MarkFunction|lex.MarkAllow) && t.Shape == lex.ShapeTitle {
		g.Add(evidence.BracketedKin)
		return
	}
	if prev == nil || prev.Fold != "(" || t.Shape != lex.ShapeTitle || t.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkKin|lex.MarkRole|lex.MarkCasual|lex.MarkDemonym) {
		return
	}
	if who, n := s.Before(i, 2), s.Next(i); who != nil && who.Has(lex.MarkKin) && n != nil && (n.Fold == ")" || n.Fold == ",") {
		g.Add(evidence.BracketedKin)
	}
}

// joinedStart reports whether a word that is none of every day begins a line and a
// sign or "and" joins it to a given name: "Kauri & Skyla".
func (s scene) joinedStart(i int) bool {
	ts := s.Tokens
	t := &ts[i]
	if t.Place != lex.Line || t.Shape != lex.ShapeTitle || t.Has(lex.MarkCommon|lex.MarkFunction|lex.MarkAllow|lex.MarkCasual|lex.MarkRole|lex.MarkDemonym) || !s.CapitalAt(i+2) || ts[i+1].Lines > 0 || !ts[i+1].Is("and") && ts[i+1].Fold != "&" && ts[i+1].Fold != "+" {
		return false
	}
	n := &ts[i+2]
	return n.Shape == lex.ShapeTitle && n.Has(lex.MarkFirst) && n.Stranger()
}

// givenInBrackets reports whether one word with a capital stands in brackets
// behind the token: "Con (Cornelius)".
func (s scene) givenInBrackets(i int) bool {
	n, end := s.After(i, 2), s.After(i, 3)
	return end != nil && n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && end.Fold == ")" && n.Has(lex.MarkFirst)
}

// phrase reports whether an English word that is nobody's name stands beside
// another: "Growing Together" is a title.
func (s scene) phrase(i int) bool {
	plain := func(j int) bool {
		if j < 0 || !s.CapitalAt(j) && j != i {
			return false
		}
		t := &s.Tokens[j]
		return t.Shape == lex.ShapeTitle && t.Has(lex.MarkDict) && t.Mark&(lex.MarkNamed|lex.MarkPlace|lex.MarkWordPlace|lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) == 0
	}
	return plain(i) && (plain(i-1) && s.Tokens[i].Lines == 0 || plain(i+1))
}

// cues weighs the word before.
func (s scene) cues(i int, prev *lex.Token, g *evidence.Guess) {
	t := &s.Tokens[i]
	if t.Has(lex.MarkFunction) {
		if prev.Has(lex.MarkTitle) && prev.Capital() && t.Capital() {
			g.Add(evidence.TitledFunction)
		}
		return
	}
	switch {
	// "Mr Chairman" is nobody's name.
	case titles.Has(prev.Fold) && offices.Has(t.Fold):
	case (prev.Fold == "\"" || prev.Fold == "“") && i >= 2 && (s.Tokens[i-2].Is("as") || s.Tokens[i-2].Has(lex.MarkNaming)):
		g.Add(evidence.NamedQuoted)
	case prev.Has(lex.MarkTitle) && (prev.Capital() || prev.Runes <= 3) && !prev.Has(lex.MarkRole):
		g.Add(evidence.Titled)
	case prev.Has(lex.MarkTitle) && prev.Capital():
		g.Add(evidence.TitledRole)
	case prev.Has(lex.MarkNaming) && !prev.Has(lex.MarkContact):
		g.Add(evidence.Announced)
	case prev.Has(lex.MarkKin):
		g.Add(evidence.KinBefore)
	case prev.Has(lex.MarkRole):
		g.Add(evidence.RoleBefore)
	case prev.Has(lex.MarkContact):
		g.Add(evidence.ContactBefore)
	case prev.Is("the") && i >= 2 && (s.Tokens[i-2].Has(lex.MarkContact) || s.Tokens[i-2].Is("of")) && s.family(t):
		g.Add(evidence.FamilyPlural)
	case prev.Is("the") && i >= 2 && s.Tokens[i-2].Has(lex.MarkPlaceCue):
		if !t.Stranger() {
			g.Add(evidence.PlaceCueArticle)
		}
	case prev.Is("the") || prev.Is("a") || prev.Is("an") || prev.Is("this"):
		if !t.Stranger() {
			g.Add(evidence.ArticleBefore)
		}
	}
	if prev.Has(lex.MarkPlaceCue) && !prev.Has(lex.MarkContact) && (t.Has(lex.MarkWordPlace|lex.MarkPlace) || !t.Has(lex.MarkCommon)) {
		g.Add(evidence.PlaceCue)
	} else if prev.Has(lex.MarkPlaceCue) && t.Has(lex.MarkCommon) && !t.Has(lex.MarkWordPlace) && page.PlaceWords.Has(prev.Fold) {
		g.Add(evidence.PlaceCueCommon)
	} else if prev.Has(lex.MarkPlaceCue) && t.Has(lex.MarkWordPlace) {
		g.Add(evidence.PlaceCueWordPlace)
	}
}

// family reports whether the word is a family name in the plural: "the Deans".
// The word without its s must be on a list of names, and four letters are the least.
func (s scene) family(t *lex.Token) bool {
	if t.Shape != lex.ShapeTitle || t.Place != lex.Inner || t.Runes < 4 || t.Fold[len(t.Fold)-1] != 's' || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkOrg|lex.MarkCasual) {
		return false
	}
	return s.Lists.Marks(t.Fold[:len(t.Fold)-1])&lex.MarkNamed != 0
}
