package detect

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// weighCapital is for words written with a capital.
func (s scene) weighCapital(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	if t.Runes == 1 || strings.HasPrefix(t.Fold, "i'") || t.Is("born") && t.Shape == lex.ShapeTitle && s.Place(i) >= lex.Sentence && !s.nameFollows(i) || s.told(i) || s.posted(i) || s.entitles(i) || s.heads(i) || s.doctored(i) {
		g.Score = evidence.Never // a clipped sentence begins with it, it is only a title, or it heads a number
		return
	}
	s.capitalItself(i, g)
	s.listed(i, g)
	s.staying(i, g)
	s.context(i, g)
}

// entitles reports whether the word is a title that stands before a name and is
// left there: within a name it goes along.
func (s scene) entitles(i int) bool {
	t := &s.Tokens[i]
	if n := s.After(i, 1); titles.Has(t.Fold) && t.Has(lex.MarkNamed) && n != nil && (n.Fold == "." && !n.Gap && s.NameAt(i+2) || t.Shape == lex.ShapeTitle && s.NameAt(i+1)) {
		return true
	}
	if !t.Has(lex.MarkTitle) || t.Has(lex.MarkNamed|lex.MarkKin|lex.MarkPlace) || !s.NameAt(i+1) && !titles.Has(t.Fold) {
		return false
	}
	prev := s.Prev(i)
	return prev == nil || prev.Shape != lex.ShapeTitle || !prev.Has(lex.MarkNamed) || prev.Has(lex.MarkDict)
}

// told reports whether the word tells somebody to reach the person named behind
// it, as the first of an action: "Ring Sharon Webb", "Book Mrs Tandy in".
func (s scene) told(i int) bool {
	t, next := &s.Tokens[i], s.Next(i)
	// "My nan rang" begins a sentence; "My Tran" may be a name.
	if t.Is("my") && next != nil && next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && !next.Has(lex.MarkSpeech) {
		return true
	}
	if t.Shape != lex.ShapeTitle || s.Place(i) < lex.Sentence || next == nil || next.Lines > 0 {
		return false
	}
	return errands.Has(t.Fold) && (s.nameFollows(i) || next.Has(lex.MarkTitle)) || s.BeforeTitle(i)
}

// posted reports whether the word is what somebody is, before the name: "President
// Kamlabai".
// Behind a given name ("Tobi Judge Selvan") it belongs to the name.
func (s scene) posted(i int) bool {
	t := &s.Tokens[i]
	if !posts.Has(t.Fold) || t.Poss || !s.CapitalAt(i+1) || !s.Tokens[i+1].Gap {
		return false
	}
	n, prev := &s.Tokens[i+1], s.Prev(i)
	return n.Shape == lex.ShapeTitle && (n.Stranger() || n.Has(lex.MarkName)) && !n.Has(lex.MarkOrgHead|lex.MarkStreet|lex.MarkBuilding|lex.MarkGround|lex.MarkAllow|lex.MarkDemonym|lex.MarkRole) && (prev == nil || !prev.Has(lex.MarkFirst) || !prev.Capital())
}

// errands are verbs that begin an action and that nobody is called by at birth.
var errands = lex.SetOf("ring book visit phone text remind invite brief thank prep call email ask tell see meet message update inform")

// posts are held, and hardly anybody is called by them at birth.
var posts = lex.SetOf("judge president vice-president treasurer superintendent chief collector vp dsp doc captain commissioner director governor magistrate registrar inspector sergeant constable principal headmaster headmistress chairperson chairman chairwoman madam mdm mallam cst supt")

// capitalItself weighs the capital against where the word stands and how common
// the word is.
func (s scene) capitalItself(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	switch {
	case t.Has(lex.MarkFunction) && t.Has(lex.MarkWordFirst) && t.Shape == lex.ShapeTitle:
		g.Add(evidence.CapitalMaybeFunction + evidence.Row(s.Place(i)))
	case t.Has(lex.MarkFunction):
		g.Add(evidence.CapitalFunction + evidence.Row(s.Place(i)))
	case t.Has(lex.MarkCommon):
		g.Add(evidence.CapitalCommon + evidence.Row(s.Place(i)))
	case t.Has(lex.MarkUsual):
		g.Add(evidence.CapitalUsual + evidence.Row(s.Place(i)))
	case t.Has(lex.MarkRare):
		g.Add(evidence.CapitalRare + evidence.Row(s.Place(i)))
	default:
		g.Add(evidence.CapitalUnknown + evidence.Row(s.Place(i)))
	}
	if t.Shape == lex.ShapeUpper {
		s.capitals(i, g)
	} else if t.Shape == lex.ShapeMixed {
		g.Add(evidence.CapitalMixed)
	}
}

// capitals weighs a word written wholly in capitals.
// Up to five letters that nobody knows are mostly an acronym; in a line all in capitals
// only those up to three are.
func (s scene) capitals(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	known := t.Has(lex.MarkNamed | lex.MarkPlace | lex.MarkCountry)
	switch {
	case t.Has(lex.MarkDict) && !known:
		g.Add(evidence.UpperDict)
	case t.Has(lex.MarkDict):
		g.Add(evidence.UpperDictNamed)
	case known:
		if t.Runes < 4 {
			g.Add(evidence.UpperNamedShort)
		}
	case t.Runes <= 3:
		g.Add(evidence.UpperShort)
	case t.Runes <= 5 && !s.Tokens[i].Shout:
		g.Add(evidence.UpperAcronym)
	case !s.Tokens[i].Shout:
		g.Add(evidence.UpperLong)
	}
}

// listed weighs what name and place lists say.
func (s scene) listed(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	in := s.Place(i) <= lex.Soft
	if t.Has(lex.MarkFirst) && !t.Has(lex.MarkWordFirst) {
		g.Add(evidence.ListFirst)
	}
	if t.Has(lex.MarkLast) && !t.Has(lex.MarkWordLast) {
		g.Add(evidence.ListLast)
	}
	if t.Has(lex.MarkSeldom) && !in {
		g.Add(evidence.ListSeldomStart)
	} else if t.Has(lex.MarkWordFirst) {
		if in {
			g.Add(evidence.ListWordFirstInside)
		} else {
			g.Add(evidence.ListWordFirstStart)
		}
	} else if t.Has(lex.MarkWordLast) {
		g.Add(evidence.ListWordLast)
	}
	if t.Has(lex.MarkPlace | lex.MarkCountry) {
		g.Add(evidence.ListPlace)
	}
	if t.Has(lex.MarkCountry) {
		g.Add(evidence.ListCountry)
	}
}

// staying weighs the lists of what may stand.
// Letters stay in capitals alone, and what surely stays doesn't before a name. What is
// a name besides has rows of its own.
func (s scene) staying(i int, g *evidence.Guess) {
	t := &s.Tokens[i]
	if s.behindTitle(i) {
		return // Mr Time is somebody
	}
	person := t.Has(lex.MarkNamed | lex.MarkCountry)
	weigh := func(alone, shared evidence.Row) {
		if person {
			g.Add(shared)
		} else {
			g.Add(alone)
		}
	}
	switch {
	case t.Has(lex.MarkLetters) && (t.Shape == lex.ShapeUpper || t.Shape == lex.ShapeMixed):
		g.Add(evidence.StayLetters)
	case t.Has(lex.MarkSurely) && !s.nameFollows(i):
		g.Add(evidence.StaySurely)
	case t.Has(lex.MarkAllow):
		weigh(evidence.StayAllow, evidence.StayAllowNamed)
	case t.Has(lex.MarkDemonym):
		weigh(evidence.StayDemonym, evidence.StayDemonymNamed)
	case t.Has(lex.MarkMonth):
		weigh(evidence.StayMonth, evidence.StayMonthNamed)
		if prev := s.Prev(i); prev != nil && (prev.Has(lex.MarkPlaceCue) || prev.Is("early") || prev.Is("mid") || prev.Is("late") || prev.Is("last") || prev.Is("next") || prev.Is("since") || prev.Is("until") || prev.Is("this") || prev.Fold == "-") {
			g.Add(evidence.StayMonthLed)
		}
	case t.Has(lex.MarkWeekday):
		weigh(evidence.StayWeekday, evidence.StayWeekdayNamed)
	case t.Has(lex.MarkCasual | lex.MarkTitle | lex.MarkKin | lex.MarkRole):
		weigh(evidence.StayCasual, evidence.StayCasualNamed)
	}
	switch {
	case t.Has(lex.MarkTheorist):
		g.Add(evidence.StayTheorist)
	case !t.Has(lex.MarkTheory):
	case s.theorySpoken(i) && !s.behindGiven(i):
		weigh(evidence.StayTheory, evidence.StayTheoryNamed)
	case s.ofTheCase(i):
	case t.Stranger() && !person:
		g.Add(evidence.StayTheoryStranger)
	}
}

// ofTheCase reports whether a relative of the word's or another given name stands
// behind it, so that nobody's idea is spoken of: "Ife's mother", "Ife and Karin".
func (s scene) ofTheCase(i int) bool {
	t, next := &s.Tokens[i], s.Next(i)
	if next == nil {
		return false
	}
	if t.Poss {
		return next.Has(lex.MarkKin)
	}
	return (next.Is("and") || next.Fold == "&") && s.CapitalAt(i+2) && s.Tokens[i+2].Has(lex.MarkFirst) && s.Tokens[i+2].Stranger() && !s.Tokens[i+2].Has(lex.MarkTheory|lex.MarkTheorist|lex.MarkAllow) && s.Ended(i+3) && !page.WordIs(s.After(i, 3), "-")
}

// nameFollows reports whether a name with a capital stands right behind the
// word: "Easter Gaines".
func (s scene) nameFollows(i int) bool {
	return s.CapitalAt(i+1) && s.Tokens[i+1].Shape == lex.ShapeTitle && s.Tokens[i+1].Has(lex.MarkNamed) && !s.Tokens[i+1].Has(lex.MarkAllow|lex.MarkSurely|lex.MarkWeekday|lex.MarkMonth|lex.MarkCommon)
}

// behindGiven reports whether a given name stands right before the word, which
// makes somebody of the case out of a theorist's namesake. Theorists' own full
// names are on the list of what stays.
func (s scene) behindGiven(i int) bool {
	prev := s.Prev(i)
	return prev != nil && prev.Kind == lex.KindWord && prev.Shape == lex.ShapeTitle && prev.Has(lex.MarkFirst) && !prev.Has(lex.MarkFunction|lex.MarkTheory) && !prev.Stays
}

// theorySpoken reports whether ideas are spoken of near the token, and no
// person is addressed.
// It looks five tokens back and six ahead; a year counts, as references have one. A
// verb of speech right behind doesn't: in "Bowlby said" he may be the man next door.
func (s scene) theorySpoken(i int) bool {
	ts := s.Tokens
	for j := max(0, i-5); j < min(len(ts), i+7); j++ {
		t := &ts[j]
		if j == i {
			continue
		}
		if t.Has(lex.MarkTheoryCue) && (!t.Has(lex.MarkSpeech) || j != i+1) || t.Has(lex.MarkTheory) && t.Capital() && !t.Has(lex.MarkCommon) ||
			t.Kind == lex.KindNumber && t.Runes == 4 && (t.Fold[:2] == "19" || t.Fold[:2] == "20") {
			return true
		}
	}
	return false
}
