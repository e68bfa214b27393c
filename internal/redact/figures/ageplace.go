package figures

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/pseudonym"
)

// AgePlace says where the age of the tokens from first to end stands in its
// phrase.
// The replacement is worded by it, and must read in the same sentence: "a 7-year-old
// boy", "aged 7", "his 7th birthday".
func AgePlace(pg *page.Page, first, end int) pseudonym.Place {
	ts := pg.Tokens
	prev, last := &ts[max(first-1, 0)], &ts[max(end-1, first)]
	next := pg.After(end, 0)
	switch {
	case next != nil && next.Lines == 0 && (next.Is("birthday") || next.Is("bday") || next.Is("birthdays")):
		return pseudonym.Birthday
	case strings.HasSuffix(last.Fold, "yos") || last.Is("olds"):
		if next != nil && next.Lines == 0 && (page.Persons.Has(next.Fold) || page.Children.Has(next.Fold) || next.Has(lex.MarkKin)) {
			return pseudonym.Describing
		}
		return pseudonym.Noun
	case phrasedAge(pg, first, last):
		return nounBehind(next)
	case last.Kind == lex.KindMixed && strings.Contains(last.Fold, "yo") && next != nil && next.Lines == 0 && (page.Persons.Has(next.Fold) || page.Children.Has(next.Fold)):
		return pseudonym.Describing
	case last.Is("old") && end-2 >= first && ts[end-2].Fold == "-" || last.Is("old") && end-2 >= first && singularUnit(ts[end-2].Fold), singularUnit(last.Fold) && end-2 >= first && ts[end-2].Fold == "-":
		return nounBehind(next)
	case prev.Is("turned") || prev.Is("turning") || prev.Is("turns") || prev.Is("turn"), prev.Is("at"):
		return pseudonym.Turning
	case prev.Is("aged") || prev.Is("age") || prev.Is("ages") || prev.Fold == "/", ageLabel(pg, first), prev.Is("of") && page.WordIs(pg.Before(first, 2), "age"), next != nil && next.Fold == "/":
		return pseudonym.Limit
	case prev.Is("of"):
		return pseudonym.Of
	}
	return pseudonym.Predicate
}

// nounBehind tells an age that describes the noun behind it from one that is a noun.
// "The 9yo brother" describes; in "the 9yo cried" the age is the noun.
func nounBehind(next *lex.Token) pseudonym.Place {
	if next != nil && next.Lines == 0 && next.Kind == lex.KindWord && !pastDeed(next) && (next.Has(lex.MarkKin|lex.MarkRole) || page.Persons.Has(next.Fold) || page.Children.Has(next.Fold) || !next.Has(lex.MarkFunction|lex.MarkSpeech)) {
		return pseudonym.Describing
	}
	return pseudonym.Noun
}

// pastDeed reports whether the word reads as what somebody did: "fought", "cried".
func pastDeed(t *lex.Token) bool {
	return page.Personal.Has(t.Fold) || t.Has(lex.MarkSpeech) || strings.HasSuffix(t.Fold, "ed") && t.Runes > 4 || t.Has(lex.MarkWeekday)
}

// phrasedAge reports whether a short form of an age ("14yo", "9 y/o", "14 yr old")
// stands behind a determiner, and a word that describes between them at most, or
// begins a sentence, as a noun phrase does: "the 14yo was", "an angry 9yo".
func phrasedAge(pg *page.Page, first int, last *lex.Token) bool {
	if last.Kind != lex.KindMixed && !last.Is("o") && !last.Is("yo") && !last.Is("old") && !last.Is("olds") || last.Kind == lex.KindMixed && !strings.Contains(last.Fold, "yo") {
		return false
	}
	prev, led := pg.Before(first, 1), pg.Before(first, 2)
	switch {
	// "14yo was seen" begins a sentence; "14 yr old" does so as a predicate too.
	case prev == nil || pg.Tokens[first].Lines > 0 || pg.Tokens[first].Place == lex.Sentence:
		return !last.Is("old")
	case page.Determiners.Has(prev.Fold) || page.Owners.Has(prev.Fold) || prev.Is("this") || prev.Is("that") || prev.Is("another") || prev.Has(lex.MarkNumber):
		return true
	}
	return led != nil && prev.Kind == lex.KindWord && prev.Lines == 0 && (page.Determiners.Has(led.Fold) || page.Owners.Has(led.Fold)) && prev.Has(lex.MarkDict) && !prev.Has(lex.MarkKin|lex.MarkRole|lex.MarkSpeech|lex.MarkFunction|lex.MarkNamed) && !page.Persons.Has(prev.Fold) && !prev.Is("client")
}

// singularUnit reports whether the word is a unit of age as "7-year-old" has it.
func singularUnit(w string) bool {
	return w == "year" || w == "yr" || w == "month" || w == "week" || w == "day" || w == "mth" || w == "wk"
}

// hourMeant reports whether a number up to twelve behind "at" is rather an hour: right
// before it stands what somebody does by the clock ("finish at ten and"), with a word such
// as "in" between ("came in at ten and"), or where one works ("left the office at six
// and"). Anything else may be an age: "arrived in the country at nine and".
func hourMeant(pg *page.Page, q quantity) bool {
	before := func(n int) string {
		if i := q.first - 1 - n; i >= 0 {
			return pg.Tokens[i].Fold
		}
		return ""
	}
	verb := 1
	for verb < 3 && inBetween.Has(before(verb)) {
		verb++
	}
	return q.value <= 12 && (clocked.Has(before(verb)) || atWork.Has(before(1)))
}

// clocked are what somebody does by the clock, inBetween what may stand between such
// a verb and "at", atWork where one works by the hour.
var (
	clocked   = lex.SetOf("came come comes coming arrived arrive arrives left leave leaves got get gets start started starts finish finished finishes met meet meets rang ring rings called call calls phoned woke wake opened closed")
	inBetween = lex.SetOf("in on out off back up over round")
	atWork    = lex.SetOf("office shift meeting visit duty desk ward court work")
)
