package detect

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// rolls finds the parts of names that lists and quick hands write: the initial
// behind a family name and a comma ("Whitlock, D: no show"), the one behind both
// ("POTEET, JERRY L"), capitals among names ("Aubrielle, DJ, and") and the letter
// that somebody goes by.
func (s scene) rolls() {
	ts := s.Tokens
	for i := range ts {
		t := &ts[i]
		if t.Kind != lex.KindWord || t.Taken || t.Stays {
			continue
		}
		switch end := s.rolled(i); {
		case end > i:
			s.Note(evidence.InitialComma, i, end, lex.TypePerson)
		case t.Runes == 1 && t.Shape == lex.ShapeUpper && i > 0 && t.Lines == 0 && t.Gap && ts[i-1].Shape == lex.ShapeTitle && ts[i-1].Place <= lex.Soft && bynames.Has(ts[i-1].Fold) && !t.Poss && s.Ended(i+1):
			s.Note(evidence.InitialGoesBy, i-1, i, lex.TypePerson)
		case s.goesBy(i):
			s.Note(evidence.InitialGoesBy, i, i, lex.TypePerson)
		case s.Lower && t.Runes == 1 && t.Shape == lex.ShapeLower && !t.Is("a") && !t.Is("i") && i > 1 && t.Lines == 0 && ts[i-1].Fold == "." && (ts[i-2].Is("dr") || ts[i-2].Is("mr") || ts[i-2].Is("mrs") || ts[i-2].Is("ms")):
			s.Note(evidence.InitialGoesBy, i, i, lex.TypePerson)
		case s.amongListed(i):
			s.Note(evidence.InitialsListed, i, i, lex.TypePerson)
		}
	}
}

// rolled gives the token of the initial that a family name at i has behind its
// comma, or behind the given name there, where a list holds them; i where none.
func (s scene) rolled(i int) int {
	ts := s.Tokens
	t, prev, n := &ts[i], s.Before(i, 1), s.After(i, 2)
	heads := prev == nil || t.Lines > 0 || prev.Kind == lex.KindPunct && strings.Contains(":;-–—•*/)", prev.Fold)
	if n == nil || !heads || !t.Capital() || t.Runes < 3 || t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow) || ts[i+1].Fold != "," || ts[i+1].Gap || n.Lines > 0 || n.Kind != lex.KindWord {
		return i
	}
	last := i + 2
	if n.Runes > 1 {
		if !n.Capital() || !n.Has(lex.MarkFirst) || !t.Stranger() && !t.Has(lex.MarkNamed) {
			return i
		}
		last++
	} else if s.Guesses[i].Score <= 0 && !t.Stranger() {
		return i
	}
	if last >= len(ts) || ts[last].Kind != lex.KindWord || ts[last].Runes != 1 || ts[last].Shape != lex.ShapeUpper || ts[last].Lines > 0 {
		return i
	}
	if end := s.After(last, 1); end == nil || end.Lines > 0 || end.Kind == lex.KindPunct && strings.Contains(":;.-–—()/&+", end.Fold) {
		return last
	}
	return i
}

// goesBy reports whether one capital stands where somebody is called something:
// "goes by T", "they call him K".
func (s scene) goesBy(i int) bool {
	t, prev, verb, next := &s.Tokens[i], s.Before(i, 1), s.Before(i, 2), s.After(i, 1)
	if t.Runes != 1 || t.Shape != lex.ShapeUpper || t.Is("i") || verb == nil || t.Lines > 0 || next != nil && next.Lines == 0 && next.Kind != lex.KindPunct && next.Shape != lex.ShapeLower {
		return false
	}
	return prev.Is("by") && goings.Has(verb.Fold) || calledOnes.Has(prev.Fold) && (callers.Has(verb.Fold) || callings.Has(verb.Fold)) || prev.Is("called") && s.describes(i-2)
}

// goings stand before "by" where somebody goes by a name; calledOnes are whom somebody
// calls something.
var (
	goings     = lex.SetOf("go goes going went gone known")
	calledOnes = lex.SetOf("him her them me")
)

// amongListed reports whether two capitals stand among names that commas part:
// "Aubrielle, DJ, and Marcus".
func (s scene) amongListed(i int) bool {
	ts := s.Tokens
	t, comma, next := &ts[i], s.Before(i, 1), s.After(i, 1)
	if t.Runes != 2 || t.Shape != lex.ShapeUpper || comma == nil || comma.Fold != "," || i < 2 || t.Lines > 0 || t.Has(lex.MarkLetters|lex.MarkCommon|lex.MarkAllow|lex.MarkFunction|lex.MarkRole) || s.Tokens[i].Shout {
		return false
	}
	name := &ts[i-2]
	if name.Kind != lex.KindWord || name.Shape != lex.ShapeTitle || s.Guesses[i-2].Score <= evidence.Vouched || s.Guesses[i-2].Kind != lex.TypePerson || lex.StateLetters.Has(t.Fold) {
		return false
	}
	return next == nil || next.Lines > 0 || next.Is("and") || next.Kind == lex.KindPunct && strings.Contains(",.;&)", next.Fold)
}

// twice reports whether a word with a capital says itself again beside it, as
// names of the East of Asia do: "Aye Aye Mon".
func (s scene) twice(i int) bool {
	ts := s.Tokens
	t := &ts[i]
	same := func(j int) bool {
		return j >= 0 && j < len(ts) && ts[j].Fold == t.Fold && ts[j].Shape == lex.ShapeTitle && ts[max(i, j)].Lines == 0 && ts[max(i, j)].Gap
	}
	if t.Shape != lex.ShapeTitle || t.Runes < 2 || t.Has(lex.MarkKin|lex.MarkWeekday|lex.MarkNumber) || saidTwice.Has(t.Fold) {
		return false
	}
	return same(i+1) || same(i-1)
}

// saidTwice are words that are said twice and name nobody.
var saidTwice = lex.SetOf("no yes bye ha so well very more now there night half never knock tut hear please sorry okay ok same again ho oh ah why what big many up down in out wait hush shh chop bora bling beep tick yeah yo hey hi help stop go run quick slow soon dear poor boo blah wah sing dum pom goody tom walla wagga")

// threefold reports whether the word goes on such a pair: the "Mon" of "Aye Aye
// Mon".
func (s scene) threefold(i int) bool {
	t := &s.Tokens[i]
	return i >= 2 && t.Shape == lex.ShapeTitle && t.Lines == 0 && t.Gap && !t.Has(lex.MarkFunction) && t.Runes > 1 && s.Tokens[i-1].Fold == s.Tokens[i-2].Fold && s.twice(i-1)
}

// eastMiddle reports whether "ah" stands between two words in lower case, as in
// names of the East of Asia where nothing has a capital: "tan ah seng".
func (s scene) eastMiddle(i int) bool {
	ts := s.Tokens
	if !s.Lower || i >= len(ts) || i < 1 || i+1 >= len(ts) || !ts[i].Is("ah") || ts[i].Shape != lex.ShapeLower || ts[i].Lines > 0 || ts[i+1].Lines > 0 {
		return false
	}
	a, b := &ts[i-1], &ts[i+1]
	short := func(t *lex.Token) bool {
		return t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && t.Runes <= 6 && !t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkSpeech)
	}
	return short(a) && short(b) && (a.Has(lex.MarkNamed) || a.Stranger()) && (b.Has(lex.MarkNamed) || b.Stranger())
}

// respected reports whether a word of respect in lower case stands behind the
// word, as in the South of Asia: "Baby tai", "Happy bhai".
func (s scene) respected(i int) bool {
	t, n := &s.Tokens[i], s.Next(i)
	return t.Shape == lex.ShapeTitle && n != nil && n.Shape == lex.ShapeLower && n.Gap && !t.Poss && respects.Has(n.Fold) && !t.Has(lex.MarkFunction|lex.MarkRole|lex.MarkMonth|lex.MarkWeekday)
}

// respects are such words.
var respects = lex.SetOf("tai didi bhai amma akka anna ji bai bibi saheb sahib kaka kaki begum apa bhabhi chacha chachi masi mausi mama garu dada dadi nani ammachi chettan chechi ben bhen vahini")

// inLaw reports whether the word is the law that somebody's kin are in.
func (s scene) inLaw(i int) bool {
	t, prev, who := &s.Tokens[i], s.Before(i, 1), s.Before(i, 2)
	return who != nil && (t.Is("law") || t.Is("laws")) && t.Lines == 0 && prev.Is("in") && who.Has(lex.MarkKin)
}
