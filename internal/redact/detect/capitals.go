package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// weighCapital is for words written with a capital.
func (s *scene) weighCapital(i int, g *guess) {
	t := &s.pg.tokens[i]
	if t.Runes == 1 || strings.HasPrefix(t.Fold, "i'") || t.Is("born") && t.Shape == lex.ShapeTitle && s.place(i) >= lex.Sentence && !s.nameFollows(i) || s.told(i) || s.posted(i) || s.entitles(i) || s.heads(i) || s.doctored(i) {
		g.score = never // a clipped sentence begins with it, it is only a title, or it heads a number
		return
	}
	s.capitalItself(i, g)
	s.listed(i, g)
	s.staying(i, g)
	s.context(i, g)
}

// entitles reports whether the word is a title that stands before a name and is
// left there: within a name it goes along.
func (s *scene) entitles(i int) bool {
	t := &s.pg.tokens[i]
	if n := after(s.pg, i, 1); titles.Has(t.Fold) && t.Has(lex.MarkNamed) && n != nil && (n.Fold == "." && !n.Gap && s.nameAt(i+2) || t.Shape == lex.ShapeTitle && s.nameAt(i+1)) {
		return true
	}
	if !t.Has(lex.MarkTitle) || t.Has(lex.MarkNamed|lex.MarkKin|lex.MarkPlace) || !s.nameAt(i+1) && !titles.Has(t.Fold) {
		return false
	}
	prev := s.prev(i)
	return prev == nil || prev.Shape != lex.ShapeTitle || !prev.Has(lex.MarkNamed) || prev.Has(lex.MarkDict)
}

// nameAt reports whether a word with a capital, or what stands for a name, stands
// at j.
func (s *scene) nameAt(j int) bool {
	return s.capitalAt(j) || j < len(s.pg.tokens) && s.pg.tokens[j].Own && s.pg.tokens[j].Lines == 0
}

// told reports whether the word tells somebody to reach the person named behind
// it, as the first of an action: "Ring Sharon Webb", "Book Mrs Tandy in".
func (s *scene) told(i int) bool {
	t, next := &s.pg.tokens[i], s.next(i)
	if t.Is("my") && next != nil && next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && !next.Has(lex.MarkSpeech) {
		return true
	}
	if t.Shape != lex.ShapeTitle || s.place(i) < lex.Sentence || next == nil || next.Lines > 0 {
		return false
	}
	return errands.Has(t.Fold) && (s.nameFollows(i) || next.Has(lex.MarkTitle)) || s.beforeTitle(i)
}

// posted reports whether the word is what somebody is, before the name: "President
// Kamlabai".
func (s *scene) posted(i int) bool {
	t := &s.pg.tokens[i]
	if !posts.Has(t.Fold) || t.Poss || !s.capitalAt(i+1) || !s.pg.tokens[i+1].Gap {
		return false
	}
	n, prev := &s.pg.tokens[i+1], s.prev(i)
	return n.Shape == lex.ShapeTitle && (n.Stranger() || n.Has(lex.MarkName)) && !n.Has(lex.MarkOrgHead|lex.MarkStreet|lex.MarkBuilding|lex.MarkGround|lex.MarkAllow|lex.MarkDemonym|lex.MarkRole) && (prev == nil || !prev.Has(lex.MarkFirst) || !prev.Capital())
}

// beforeTitle reports whether an English word at a sentence start stands before a
// title and a name, so that it is a verb, whoever may be called so: "Chase Dr
// Patel".
func (s *scene) beforeTitle(i int) bool {
	t, title := &s.pg.tokens[i], s.next(i)
	if title == nil || !title.Has(lex.MarkTitle) || title.Has(lex.MarkKin) || !title.Capital() || t.Shape != lex.ShapeTitle || !t.Has(lex.MarkDict) || s.place(i) < lex.Sentence || t.Poss {
		return false
	}
	name := i + 2
	if n := after(s.pg, i, 2); n != nil && n.Fold == "." && !n.Gap {
		name++
	}
	return s.nameAt(name) && !s.pg.tokens[name].Has(lex.MarkStreet|lex.MarkFunction)
}

// errands are verbs that begin an action and that nobody is called by at birth.
var errands = lex.SetOf("ring book visit phone text remind invite brief thank prep call email ask tell see meet message update inform")

// posts are held, and hardly anybody is called by them at birth.
var posts = lex.SetOf("judge president vice-president treasurer superintendent chief collector vp dsp doc captain commissioner director governor magistrate registrar inspector sergeant constable principal headmaster headmistress chairperson chairman chairwoman madam mdm mallam cst supt")

func (s *scene) place(i int) lex.Place {
	t := &s.pg.tokens[i]
	if s.pg.tokens[i].Heading && t.Place < lex.Sentence {
		return lex.Sentence
	}
	return t.Place
}

// capitalItself weighs the capital against where the word stands and how common
// the word is.
func (s *scene) capitalItself(i int, g *guess) {
	t := &s.pg.tokens[i]
	switch {
	case t.Has(lex.MarkFunction) && t.Has(lex.MarkWordFirst) && t.Shape == lex.ShapeTitle:
		g.add(capitalMaybeFunction + row(s.place(i)))
	case t.Has(lex.MarkFunction):
		g.add(capitalFunction + row(s.place(i)))
	case t.Has(lex.MarkCommon):
		g.add(capitalCommon + row(s.place(i)))
	case t.Has(lex.MarkUsual):
		g.add(capitalUsual + row(s.place(i)))
	case t.Has(lex.MarkRare):
		g.add(capitalRare + row(s.place(i)))
	default:
		g.add(capitalUnknown + row(s.place(i)))
	}
	if t.Shape == lex.ShapeUpper {
		s.capitals(i, g)
	} else if t.Shape == lex.ShapeMixed {
		g.add(capitalMixed)
	}
}

// capitals weighs a word written wholly in capitals.
func (s *scene) capitals(i int, g *guess) {
	t := &s.pg.tokens[i]
	known := t.Has(lex.MarkNamed | lex.MarkPlace | lex.MarkCountry)
	switch {
	case t.Has(lex.MarkDict) && !known:
		g.add(upperDict)
	case t.Has(lex.MarkDict):
		g.add(upperDictNamed)
	case known:
		if t.Runes < 4 {
			g.add(upperNamedShort)
		}
	case t.Runes <= 3:
		g.add(upperShort)
	case t.Runes <= 5 && !s.pg.tokens[i].Shout:
		g.add(upperAcronym)
	case !s.pg.tokens[i].Shout:
		g.add(upperLong)
	}
}

// listed weighs what name and place lists say.
func (s *scene) listed(i int, g *guess) {
	t := &s.pg.tokens[i]
	in := s.place(i) <= lex.Soft
	if t.Has(lex.MarkFirst) && !t.Has(lex.MarkWordFirst) {
		g.add(listFirst)
	}
	if t.Has(lex.MarkLast) && !t.Has(lex.MarkWordLast) {
		g.add(listLast)
	}
	if t.Has(lex.MarkSeldom) && !in {
		g.add(listSeldomStart)
	} else if t.Has(lex.MarkWordFirst) {
		if in {
			g.add(listWordFirstInside)
		} else {
			g.add(listWordFirstStart)
		}
	} else if t.Has(lex.MarkWordLast) {
		g.add(listWordLast)
	}
	if t.Has(lex.MarkPlace | lex.MarkCountry) {
		g.add(listPlace)
	}
	if t.Has(lex.MarkCountry) {
		g.add(listCountry)
	}
}

// staying weighs the lists of what may stand.
func (s *scene) staying(i int, g *guess) {
	t := &s.pg.tokens[i]
	if s.behindTitle(i) {
		return // Mr Time is somebody
	}
	person := t.Has(lex.MarkNamed | lex.MarkCountry)
	weigh := func(alone, shared row) {
		if person {
			g.add(shared)
		} else {
			g.add(alone)
		}
	}
	switch {
	case t.Has(lex.MarkLetters) && (t.Shape == lex.ShapeUpper || t.Shape == lex.ShapeMixed):
		g.add(stayLetters)
	case t.Has(lex.MarkSurely) && !s.nameFollows(i):
		g.add(staySurely)
	case t.Has(lex.MarkAllow):
		weigh(stayAllow, stayAllowNamed)
	case t.Has(lex.MarkDemonym):
		weigh(stayDemonym, stayDemonymNamed)
	case t.Has(lex.MarkMonth):
		weigh(stayMonth, stayMonthNamed)
		if prev := s.prev(i); prev != nil && (prev.Has(lex.MarkPlaceCue) || prev.Is("early") || prev.Is("mid") || prev.Is("late") || prev.Is("last") || prev.Is("next") || prev.Is("since") || prev.Is("until") || prev.Is("this") || prev.Fold == "-") {
			g.add(stayMonthLed)
		}
	case t.Has(lex.MarkWeekday):
		weigh(stayWeekday, stayWeekdayNamed)
	case t.Has(lex.MarkCasual | lex.MarkTitle | lex.MarkKin | lex.MarkRole):
		weigh(stayCasual, stayCasualNamed)
	}
	switch {
	case t.Has(lex.MarkTheorist):
		g.add(stayTheorist)
	case !t.Has(lex.MarkTheory):
	case s.theorySpoken(i) && !s.behindGiven(i):
		weigh(stayTheory, stayTheoryNamed)
	case s.ofTheCase(i):
	case t.Stranger() && !person:
		g.add(stayTheoryStranger)
	}
}

// ofTheCase reports whether a relative of the word's or another given name stands
// behind it, so that nobody's idea is spoken of: "Ife's mother", "Ife and Karin".
func (s *scene) ofTheCase(i int) bool {
	t, next := &s.pg.tokens[i], s.next(i)
	if next == nil {
		return false
	}
	if t.Poss {
		return next.Has(lex.MarkKin)
	}
	return (next.Is("and") || next.Fold == "&") && s.capitalAt(i+2) && s.pg.tokens[i+2].Has(lex.MarkFirst) && s.pg.tokens[i+2].Stranger() && !s.pg.tokens[i+2].Has(lex.MarkTheory|lex.MarkTheorist|lex.MarkAllow) && s.ended(i+3) && !wordIs(after(s.pg, i, 3), "-")
}

// nameFollows reports whether a name with a capital stands right behind the
// word: "Easter Gaines".
func (s *scene) nameFollows(i int) bool {
	return s.capitalAt(i+1) && s.pg.tokens[i+1].Shape == lex.ShapeTitle && s.pg.tokens[i+1].Has(lex.MarkNamed) && !s.pg.tokens[i+1].Has(lex.MarkAllow|lex.MarkSurely|lex.MarkWeekday|lex.MarkMonth|lex.MarkCommon)
}

// behindGiven reports whether a given name stands right before the word, which
// makes somebody of the case out of a theorist's namesake. Theorists' own full
// names are on the list of what stays.
func (s *scene) behindGiven(i int) bool {
	prev := s.prev(i)
	return prev != nil && prev.Kind == lex.KindWord && prev.Shape == lex.ShapeTitle && prev.Has(lex.MarkFirst) && !prev.Has(lex.MarkFunction|lex.MarkTheory) && !prev.Stays
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
		if t.Has(lex.MarkTheoryCue) && (!t.Has(lex.MarkSpeech) || j != i+1) || t.Has(lex.MarkTheory) && t.Capital() && !t.Has(lex.MarkCommon) ||
			t.Kind == lex.KindNumber && t.Runes == 4 && (t.Fold[:2] == "19" || t.Fold[:2] == "20") {
			return true
		}
	}
	return false
}

// capitalAt reports whether the token at j is a word with a capital.
func (s *scene) capitalAt(j int) bool {
	return j < len(s.pg.tokens) && s.pg.tokens[j].Kind == lex.KindWord && s.pg.tokens[j].Capital() && s.pg.tokens[j].Lines == 0
}

// prev gives the word before in the same sentence, past an abbreviation's point.
func (s *scene) prev(i int) *lex.Token {
	if i == 0 || s.pg.tokens[i].Place == lex.Sentence || s.pg.tokens[i].Lines > 1 {
		return nil
	}
	t := &s.pg.tokens[i-1]
	if t.Fold == "." && i >= 2 && !t.Gap {
		return &s.pg.tokens[i-2]
	}
	return t
}

func (s *scene) next(i int) *lex.Token {
	n := after(s.pg, i, 1)
	if n == nil || n.Lines > 0 {
		return nil
	}
	return n
}
