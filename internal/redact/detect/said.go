package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// saidOf tells what the words around a candidate say of it.
func (d *Reading) saidOf(c Candidate) pseudonym.Said {
	pg := &d.pages[c.Part]
	i := tokenAt(pg, c.Start)
	var s pseudonym.Said
	if i < len(pg.tokens) && pg.tokens[i].Place >= lex.Sentence {
		r, _ := utf8.DecodeRuneInString(pg.text[c.Start:])
		s.Capital = !unicode.IsLower(r)
	}
	if c.Kind == lex.TypeAge && i < len(pg.tokens) {
		s.Age = agePlace(pg, i, tokenAt(pg, c.End))
	}
	if i == 0 || i > len(pg.tokens) {
		return s
	}
	prev := &pg.tokens[i-1]
	if prev.Fold == "." && !prev.Gap && i > 1 && pg.tokens[i-2].Has(lex.MarkTitle) {
		prev = &pg.tokens[i-2]
	}
	if c.Kind == lex.TypePerson {
		s.Led, s.Plural = ledBy(pg, i, prev), d.familyAt(pg, i, c)
	}
	s.Vowel = prev.Is("an")
	s.Article = i < len(pg.tokens) && pg.tokens[i].Lines == 0 && determiners.Has(prev.Fold)
	switch {
	case prev.Has(lex.MarkKin):
		s.Kin = prev.Fold
		if i > 1 && pg.tokens[i-2].Poss {
			s.Whose = pg.tokens[i-2].Fold
		}
		s.Adult = grownUp(pg, i, tokenAt(pg, c.End))
	case prev.Is("dc") || prev.Is("pc") || prev.Is("ds") || prev.Is("di") || prev.Is("officer") || prev.Is("garda"):
		s.Role = "officer"
	case prev.Has(lex.MarkRole) && workRoles.Has(prev.Fold):
		s.Role = "worker"
	}
	return s
}

// ledBy gives the title, relative or role right before the name at i, or nothing.
func ledBy(pg *page, i int, prev *lex.Token) string {
	if i < len(pg.tokens) && prev.Own && pg.tokens[i].Lines == 0 {
		if w := lex.Fold(pg.text[prev.Start:prev.End]); workRoles.Has(w) {
			return w // of a label of the user's own
		}
	}
	if i >= len(pg.tokens) || pg.tokens[i].Lines > 0 || !prev.Has(lex.MarkTitle|lex.MarkKin|lex.MarkRole) && !persons.Has(prev.Fold) && !workRoles.Has(prev.Fold) && !prev.Is("client") && !prev.Is("patient") {
		return ""
	}
	return prev.Fold
}

// familyAt reports whether the name of one word at i means a family: it stands
// behind "the" and ends as a plural does.
func (d *Reading) familyAt(pg *page, i int, c Candidate) bool {
	if i >= len(pg.tokens) {
		return false
	}
	t, next := &pg.tokens[i], after(pg, i, 1)
	if t.End != c.End || t.Poss || t.Runes < 4 || t.Shape == lex.ShapeUpper || t.Fold[len(t.Fold)-1] != 's' || !pg.tokens[i-1].Is("the") || next != nil && next.Lines == 0 && (next.Capital() || next.Has(lex.MarkKin) || relatives.Has(next.Fold) || familyHomes.Has(next.Fold)) {
		return false
	}
	return d.lists.Marks(t.Fold[:len(t.Fold)-1])&lex.MarkNamed != 0
}

// determiners are words before a noun that let no article stand there. "Her",
// "this" and "that" are left out, since a name may follow them as well.
var determiners = lex.SetOf("the a an my our his their your every each another")

// grownUp reports whether an age or a deed near the person named by the tokens
// from first to end says that they are an adult: "her adult son Lee", "her son
// Lee, 34", "her son Lee, who works nights".
func grownUp(pg *page, first, end int) bool {
	ts := pg.tokens
	for j := max(first-4, 0); j < first; j++ {
		if ts[j].Is("adult") || ts[j].Is("grown") || ts[j].Is("married") {
			return true
		}
	}
	for j := end; j < len(ts) && j < end+8 && ts[j].Place != lex.Sentence && ts[j].Lines < 2; j++ {
		t := &ts[j]
		if t.Kind == lex.KindNumber && t.Runes == 2 && t.Fold >= "18" && agedAt(ts, j) || adultDeeds.Has(t.Fold) {
			return true
		}
	}
	// The next sentence may say it of nobody else: "He is 34."
	for j := end; j+2 < len(ts) && j < end+14; j++ {
		if ts[j].Place == lex.Sentence && (ts[j].Is("he") || ts[j].Is("she")) && (ts[j+1].Is("is") || ts[j+1].Poss) && ts[j+2].Kind == lex.KindNumber {
			return ts[j+2].Runes == 2 && ts[j+2].Fold >= "18"
		}
	}
	return false
}

// agedAt reports whether the number at j stands as an age does: in brackets,
// between commas, or behind "aged" or "is".
func agedAt(ts []lex.Token, j int) bool {
	prev := &ts[j-1]
	if prev.Is("aged") || prev.Is("is") {
		return true
	}
	return (prev.Fold == "(" || prev.Fold == ",") && (j+1 >= len(ts) || ts[j+1].Kind == lex.KindPunct)
}

// adultDeeds are what grown people do and have.
var adultDeeds = lex.SetOf("works worked employed married divorced wife husband drives mortgage landlord widower widow army soldier")

// workRoles are roles of people at work.
var workRoles = lex.SetOf("worker caseworker keyworker sw hv iro idva isva gal guardian manager mgr supervisor sup colleague consultant therapist counsellor nurse midwife physio ot slt cpn amhp teacher head " +
	"solicitor barrister advocate interpreter chair reporter safeguarder coordinator assessor psychologist psychiatrist sister matron pa ta senco registrar paramedic officer pom imca")

// agePlace says where the age of the tokens from first to end stands in its
// phrase.
func agePlace(pg *page, first, end int) pseudonym.Place {
	ts := pg.tokens
	prev, last := &ts[max(first-1, 0)], &ts[max(end-1, first)]
	next := after(pg, end, 0)
	switch {
	case next != nil && next.Lines == 0 && (next.Is("birthday") || next.Is("bday") || next.Is("birthdays")):
		return pseudonym.Birthday
	case strings.HasSuffix(last.Fold, "yos") || last.Is("olds"):
		if next != nil && next.Lines == 0 && (persons.Has(next.Fold) || children.Has(next.Fold) || next.Has(lex.MarkKin)) {
			return pseudonym.Describing
		}
		return pseudonym.Noun
	case phrasedAge(pg, first, last):
		return nounBehind(next)
	case last.Kind == lex.KindMixed && strings.Contains(last.Fold, "yo") && next != nil && next.Lines == 0 && (persons.Has(next.Fold) || children.Has(next.Fold)):
		return pseudonym.Describing
	case last.Is("old") && end-2 >= first && ts[end-2].Fold == "-" || last.Is("old") && end-2 >= first && singularUnit(ts[end-2].Fold), singularUnit(last.Fold) && end-2 >= first && ts[end-2].Fold == "-":
		return nounBehind(next)
	case prev.Is("turned") || prev.Is("turning") || prev.Is("turns") || prev.Is("turn"), prev.Is("at"):
		return pseudonym.Turning
	case prev.Is("aged") || prev.Is("age") || prev.Is("ages") || prev.Fold == "/", ageLabel(pg, first), prev.Is("of") && wordIs(before(pg, first, 2), "age"), next != nil && next.Fold == "/":
		return pseudonym.Limit
	case prev.Is("of"):
		return pseudonym.Of
	}
	return pseudonym.Predicate
}

// nounBehind tells an age that describes the noun behind it from one that is a noun.
func nounBehind(next *lex.Token) pseudonym.Place {
	if next != nil && next.Lines == 0 && next.Kind == lex.KindWord && !pastDeed(next) && (next.Has(lex.MarkKin|lex.MarkRole) || persons.Has(next.Fold) || children.Has(next.Fold) || !next.Has(lex.MarkFunction|lex.MarkSpeech)) {
		return pseudonym.Describing
	}
	return pseudonym.Noun
}

// pastDeed reports whether the word reads as what somebody did: "fought", "cried".
func pastDeed(t *lex.Token) bool {
	return personal.Has(t.Fold) || t.Has(lex.MarkSpeech) || strings.HasSuffix(t.Fold, "ed") && t.Runes > 4 || t.Has(lex.MarkWeekday)
}

// phrasedAge reports whether a short form of an age ("14yo", "9 y/o", "14 yr old")
// stands behind a determiner, and a word that describes between them at most, or
// begins a sentence, as a noun phrase does: "the 14yo was", "an angry 9yo".
func phrasedAge(pg *page, first int, last *lex.Token) bool {
	if last.Kind != lex.KindMixed && !last.Is("o") && !last.Is("yo") && !last.Is("old") && !last.Is("olds") || last.Kind == lex.KindMixed && !strings.Contains(last.Fold, "yo") {
		return false
	}
	prev, led := before(pg, first, 1), before(pg, first, 2)
	switch {
	case prev == nil || pg.tokens[first].Lines > 0 || pg.tokens[first].Place == lex.Sentence:
		return !last.Is("old")
	case determiners.Has(prev.Fold) || owners.Has(prev.Fold) || prev.Is("this") || prev.Is("that") || prev.Is("another") || prev.Has(lex.MarkNumber):
		return true
	}
	return led != nil && prev.Kind == lex.KindWord && prev.Lines == 0 && (determiners.Has(led.Fold) || owners.Has(led.Fold)) && prev.Has(lex.MarkDict) && !prev.Has(lex.MarkKin|lex.MarkRole|lex.MarkSpeech|lex.MarkFunction|lex.MarkNamed) && !persons.Has(prev.Fold) && !prev.Is("client")
}

// singularUnit reports whether the word is a unit of age as "7-year-old" has it.
func singularUnit(w string) bool {
	return w == "year" || w == "yr" || w == "month" || w == "week" || w == "day" || w == "mth" || w == "wk"
}

// hourMeant reports whether a number up to twelve behind "at" is rather an hour: right
// before it stands what somebody does by the clock ("finish at ten and"), with a word such
// as "in" between ("came in at ten and"), or where one works ("left the office at six
// and"). Anything else may be an age: "arrived in the country at nine and".
func hourMeant(pg *page, q quantity) bool {
	before := func(n int) string {
		if i := q.first - 1 - n; i >= 0 {
			return pg.tokens[i].Fold
		}
		return ""
	}
	verb := 1
	for verb < 3 && inBetween.Has(before(verb)) {
		verb++
	}
	return q.value <= 12 && (clocked.Has(before(verb)) || atWork.Has(before(1)))
}

var (
	clocked   = lex.SetOf("came come comes coming arrived arrive arrives left leave leaves got get gets start started starts finish finished finishes met meet meets rang ring rings called call calls phoned woke wake opened closed")
	inBetween = lex.SetOf("in on out off back up over round")
	atWork    = lex.SetOf("office shift meeting visit duty desk ward court work")
)
