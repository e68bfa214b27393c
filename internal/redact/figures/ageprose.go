package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// subjects may have an age.
var subjects = lex.SetOf("you he she they who i'm i he's she's they're who's hes shes theyre baby mum dad child kid boy girl lad client daughter son " +
	"brother sister twins eldest youngest oldest both all now only nearly almost barely just about around recently still already actually even newly " +
	"thats that's was is are were turned turns turning be being becomes became 'll aged age ages nan gran mother father himself herself isn't wasn't")

// beVerbs are verbs behind which a number may be their subject's age.
var beVerbs = lex.SetOf("is was are were turned turns turning be he's she's they're who's hes shes theyre i'm im aged age ages becomes became it's its isn't wasn't thats that's")

// proseAge weighs ages told in prose: "a boy of nine", "rising five", "at
// fourteen she", "(only 12)", "kids 9, 7 and 4", "F, 34".
func proseAge(pg *page.Page, q quantity, prev, next *lex.Token) evidence.Row {
	closes := next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && strings.Contains(",.;:)!?/—–-", next.Fold)
	who := pg.Before(q.first, 2)
	personal := who != nil && page.Persons.Has(who.Fold)
	// "a boy of nine stone": the number counts something else
	counted := next != nil && next.Lines == 0 && next.Has(lex.MarkUnit) && q.unit == ""
	switch {
	case prev.Is("of") && personal && !counted:
		return evidence.AgeOf
	case (prev.Is("herself") || prev.Is("himself")) && !counted && closes:
		return evidence.AgeKin
	case prev.Is("quite") && who != nil && who.Is("not") && closes && q.unit == "":
		return evidence.AgeNearly
	case (prev.Is("complete") || prev.Is("completes") || prev.Is("completed") || prev.Is("completing")) && who != nil && (who.Is("will") || who.Is("she") || who.Is("he") || who.Is("just") || who.Is("is")) && !counted && q.unit == "":
		return evidence.AgeWillBe
	case next != nil && (next.Is("she") || next.Is("he")) && pg.Tokens[q.first].Place >= lex.Sentence && q.unit == "" && q.value > 2 && isBehind(pg, q.last+1):
		return evidence.AgeWillBe
	// "she's nine going on ten"
	case next != nil && next.Is("going") && page.WordIs(pg.After(q.last, 2), "on") && numberAfter(pg, q.last+2) && q.unit == "":
		return evidence.AgeWillBe
	case prev.Is("soon") && who != nil && who.Fold == "," && closes && q.unit == "":
		return evidence.AgeWillBe
	case prev.Is("having") && q.unit == "year" && closes:
		return evidence.AgeKin
	case prev.Is("of") && who != nil && page.Children.Has(who.Fold) && !counted && q.unit == "":
		return evidence.AgeOf
	case prev.Is("at") && (q.unit == "day" || q.unit == "week" || q.unit == "month") && takenBefore(pg, q.first-1):
		return evidence.AgeAt
	case q.joint && prev.Kind == lex.KindPunct && closes:
		return evidence.AgeHalf
	case prev.Is("now") && who != nil && (who.Fold == "," || who.Fold == ")") && closes && q.value > 1 && q.unit != "day":
		return evidence.AgeWillBe
	case prev.Fold == "~" && who != nil && (who.Has(lex.MarkKin) || page.Persons.Has(who.Fold)) && closes:
		return evidence.AgeKin
	case (prev.Is("gent") || prev.Is("woman") || prev.Is("man") || prev.Is("lady") || prev.Is("lad") || prev.Is("girl") || prev.Is("boy")) && closes && q.unit == "" && q.value > 2 && q.value < 106 && who != nil && !who.Has(lex.MarkNumber) && who.Kind != lex.KindNumber:
		return evidence.AgeKin
	case (prev.Is("rising") || prev.Is("pushing") || prev.Is("approaching") || prev.Is("barely") || prev.Is("newly")) && !counted && q.value > 1:
		return evidence.AgeRising
	case page.Hedge(prev.Fold) && !prev.Is("all") && !prev.Is("now") && who != nil && who.Fold == "(" && closes:
		return evidence.AgeHedged
	case prev.Is("maybe") && who != nil && who.Fold == "," && closes && q.value > 10 && q.value < 100 && q.unit == "":
		return evidence.AgeMaybe
	case (prev.Is("nearly") || prev.Is("almost") || prev.Is("on") && who != nil && who.Is("going") || prev.Is("to") && who != nil && who.Is("up")) && closes && q.value >= 3 && q.value <= 105 && q.unit == "":
		return evidence.AgeNearly
	case prev.Is("for") && who != nil && builds.Has(who.Fold) && closes && q.unit == "":
		return evidence.AgeOf
	case prev.Fold == "," && q.unit == "" && q.value > 1 && next != nil && next.Is("each") && childNear(pg, q.first):
		return evidence.AgeListMiddle
	case prev.Fold == "," && (q.unit == "week" || q.unit == "month") && closes && babyNear(pg, q.first):
		return evidence.AgeKin
	case elders.Has(prev.Fold) && q.unit == "" && q.value <= 105 && (closes || next.Is("and")):
		return evidence.AgeKin
	case prev.Is("be") && who != nil && (who.Is("she") || who.Is("he") || who.Is("will") || who.Is("would") || who.Is("might") || who.Is("must") || who.Is("they") || who.Is("to") || who.Is("d") || who.Is("ll")) && ends(next, q.unit) && q.value > 1:
		return evidence.AgeWillBe
	// "At fourteen she" tells an age, "at nine and" an hour where hourMeant says so.
	case prev.Is("at") && q.unit == "" && (q.value >= 13 || pg.Tokens[q.first].Has(lex.MarkNumber) && q.value >= 5) && q.value <= 100 && next != nil && next.Lines == 0 && (next.Is("she") || next.Is("he") || next.Is("they") || next.Is("and") && !closesSentence(pg, q.last) && !hourMeant(pg, q) || next.Is("with") || next.Fold == "," && !closesSentence(pg, q.last)):
		return evidence.AgeAt
	case prev.Is("at") && q.unit == "" && q.value >= 13 && q.value <= 100 && closes && pg.Tokens[q.first].Kind == lex.KindWord:
		return evidence.AgeAt
	// "He's gone seventy." is an age, "the bus is gone ten" none.
	case prev.Is("gone") && q.unit == "" && q.value > 1 && q.value <= 100 && closes && subjectOf(pg, q.first-1) == 2:
		return evidence.AgeWillBe
	case prev.Has(lex.MarkKin) && closes && prev.Lines == 0 && q.value <= 100 && !page.Children.Has(prev.Fold) && q.value > 0 && (q.unit != "" || prev.Shape == lex.ShapeLower && who != nil && !who.Has(lex.MarkNumber) && who.Kind != lex.KindNumber):
		return evidence.AgeKin
	case page.Children.Has(prev.Fold) && next != nil && (next.Fold == "," || next.Is("and") || next.Fold == "&" || next.Fold == "/") && numberAfter(pg, q.last+1):
		return evidence.AgeChildren
	case (prev.Fold == ":" || prev.Fold == "(" || prev.Fold == ",") && who != nil && page.Children.Has(who.Fold) && (closes || next.Is("and") || next.Fold == "&"):
		return evidence.AgeChildrenSign
	case prev.Fold == "," && next != nil && next.Fold == "," && numberAfter(pg, q.last+1) && childNear(pg, q.first):
		return evidence.AgeListMiddle
	case (prev.Fold == "," || prev.Fold == "/") && who != nil && (who.Is("f") || who.Is("m")) && closes:
		return evidence.AgeSex
	}
	return evidence.None
}

// contracted reports whether the verb hangs on the token: "they're".
func contracted(pg *page.Page, i int, verb string) bool {
	tail := strings.ToLower(pg.Text[pg.Tokens[i].End:min(pg.Tokens[i].End+5, len(pg.Text))])
	at := strings.Index(tail, verb)
	return at > 0 && at <= 3 && !strings.ContainsAny(tail[:at], " ,.")
}

// isBehind reports whether a pronoun at i and "is" or "was" tell of whom the age is.
func isBehind(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return pg.Tokens[i].Poss || n != nil && (n.Is("is") || n.Is("was"))
}

// takenBefore reports whether one of the four words before says what was done with
// a small child: "uplifted from home at 2 weeks".
func takenBefore(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if takings.Has(pg.Tokens[j].Fold) {
			return true
		}
	}
	return false
}

// takings are what is done with a small child, or befalls it, before "at 2 weeks".
var takings = lex.SetOf("uplifted removed adopted placed died taken weaned fostered abandoned relinquished orphaned accommodated found")

// builds stand before "for nine", elders before a child's age: "the younger 4".
var (
	builds = lex.SetOf("small big tall young old tiny mature clever bright strong little short")
	elders = lex.SetOf("elder older younger eldest youngest oldest")
)

// babyNear reports whether a baby is spoken of in the sentence before.
func babyNear(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-10 && pg.Tokens[j].Fold != "."; j-- {
		if pg.Tokens[j].Is("baby") || pg.Tokens[j].Is("newborn") {
			return true
		}
	}
	return false
}

// childNear reports whether children are spoken of in the eight words before.
func childNear(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && pg.Tokens[j].Fold != "."; j-- {
		if page.Children.Has(pg.Tokens[j].Fold) {
			return true
		}
	}
	return false
}

// closesSentence reports whether a capital follows the sign behind the token.
func closesSentence(pg *page.Page, last int) bool {
	n := pg.After(last, 2)
	return n == nil || n.Capital()
}

// ageNear reports whether one of the four words before is "age".
func ageNear(pg *page.Page, i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if pg.Tokens[j].Is("age") || pg.Tokens[j].Is("ages") {
			return true
		}
	}
	return false
}

// afterBe weighs "she's 8", "Robbie is 20 and", "they are only eight".
func afterBe(pg *page.Page, q quantity, next *lex.Token) evidence.Row {
	i := q.first - 1
	hedges := 0
	for i >= 0 && hedges < 3 && page.Hedge(pg.Tokens[i].Fold) {
		i--
		hedges++
	}
	if i < 0 || scoreNear(pg, i) {
		return evidence.None
	}
	t := &pg.Tokens[i]
	verb := beVerbs.Has(t.Fold)
	// "Tobi's 8", not "that's 8"
	if t.Poss && (t.Capital() || t.Has(lex.MarkKin|lex.MarkRole) || subjects.Has(t.Fold)) && !t.Is("let") && !t.Is("it") && !t.Is("that") {
		verb = true
	}
	if t.Is("they") && contracted(pg, i, "re") || t.Is("am") && q.unit == "" {
		verb = true
	}
	if t.Is("both") || t.Is("twins") && pg.Tokens[i+1].Fold != "," {
		verb = true
	}
	if verb && !ends(next, q.unit) && grown(pg, q, next) && subjectOf(pg, i) > 0 {
		return evidence.AgeGrown
	}
	if !verb || !ends(next, q.unit) || q.unit != "" && q.unit != "year" && (t.Is("i'm") || t.Is("im") || t.Is("am")) {
		return evidence.None // "I'm 6 weeks in"
	}
	if q.unit == "day" && q.value > 28 || q.unit == "" && q.value > 110 {
		return evidence.None
	}
	subject := subjectOf(pg, i)
	switch {
	case subject == 2:
		return evidence.AgeIsSurely
	case subject == 1:
		return evidence.AgeIsPerhaps
	}
	return evidence.None
}

// grown reports whether a bare number from the teens on is followed by a word
// that nothing is counted in: "Marcus is 34 cerebral palsy".
// A word in the plural may be what is counted: "Marcus is 34 points up".
func grown(pg *page.Page, q quantity, next *lex.Token) bool {
	return q.unit == "" && q.value >= 13 && q.value <= 105 && next != nil && next.Kind == lex.KindWord && next.Shape == lex.ShapeLower && !next.Has(lex.MarkUnit|lex.MarkNumber) &&
		next.Fold[len(next.Fold)-1] != 's' && !next.Is("times") && !next.Is("per") && !next.Is("percent") && !next.Is("more") && !next.Is("of") && !next.Is("people") && pg.Tokens[q.first].Gap
}

// said reports whether somebody gives the number as the age: "she said
// nineteen,", "adopted at 3".
func said(pg *page.Page, q quantity, prev, next *lex.Token) bool {
	who := pg.Before(q.first, 2)
	if who == nil || q.unit != "" || next != nil && next.Lines == 0 && next.Kind != lex.KindPunct && !next.Is("and") && !next.Is("when") && !next.Is("by") || next != nil && strings.Contains("%£$€/:", next.Fold) && next.Lines == 0 {
		return false
	}
	switch {
	case prev.Is("said") || prev.Is("claims"):
		return (who.Is("she") || who.Is("he")) && q.value >= 12 && q.value <= 105
	case prev.Is("at"):
		return who.Is("adopted") || who.Is("orphaned") || who.Is("widowed") || who.Is("married") || who.Is("diagnosed") || who.Is("died")
	}
	return false
}

// afterPronouns reports whether pronouns stand in brackets before an age: "River (they/them, 14)".
func afterPronouns(pg *page.Page, q quantity, prev, next *lex.Token) bool {
	who := pg.Before(q.first, 2)
	return prev.Fold == "," && who != nil && (who.Is("them") || who.Is("him") || who.Is("her") || who.Is("hers")) && page.WordIs(pg.Before(q.first, 3), "/") && next != nil && !next.Has(lex.MarkUnit)
}

// ends reports whether the sentence may go on after an age: by a sign, a
// conjunction or a preposition, not by something that is counted.
func ends(next *lex.Token, unit string) bool {
	if next == nil || next.Lines > 0 || next.Kind == lex.KindPunct {
		return next == nil || !strings.Contains("%£$€/:", next.Fold) || next.Lines > 0
	}
	if next.Has(lex.MarkFunction) && !next.Has(lex.MarkUnit) && !next.Is("more") && !next.Is("times") && !next.Is("other") && !next.Is("of") && !next.Is("or") && !next.Is("to") && !next.Is("less") && !next.Is("little") && !next.Is("new") && !next.Is("old") {
		return true
	}
	switch next.Fold {
	case "and", "but", "now", "with", "when", "on", "in", "so", "already", "or", "going", "at", "next", "this", "today", "tomorrow", "last", "too",
		"himself", "herself", "then", "because", "cos", "though", "which", "who", "wants", "has", "had", "is", "was", "w", "&", "lives", "living", "yesterday",
		"approx", "full", "comma", "again", "soon", "by", "if", "while", "until", "from", "as", "apparently", "actually", "years", "isn't", "not", "nearly", "that", "like", "for", "ffs", "btw", "innit", "never", "still", "she", "he", "they", "it", "what", "turned", "would", "could", "these":
		return true
	}
	return false
}

// subjectOf says whether the words before the verb at i name a person: 2 surely,
// 1 perhaps, 0 no.
// It looks three tokens back, past a bracket: "Tobi (her eldest) is".
func subjectOf(pg *page.Page, i int) int {
	t := &pg.Tokens[i]
	switch t.Fold {
	case "he's", "she's", "hes", "shes", "who's", "youre", "aged", "both", "twins", "turned", "turns", "turning":
		return 2
	case "they":
		return 1
	case "they're", "theyre", "i'm", "im":
		return 1
	case "it's", "its", "thats", "that's":
		return 0
	}
	if t.Poss {
		if t.Is("they") {
			return 1
		}
		return 2
	}
	if i > 0 && pg.Tokens[i-1].Fold == ")" {
		for j := i - 2; j > 0 && j >= i-8; j-- {
			if pg.Tokens[j].Fold == "(" {
				i = j
				break
			}
		}
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		s := &pg.Tokens[j]
		switch {
		case s.Is("he") || s.Is("she") || s.Is("who"):
			return 2
		case s.Is("i") || s.Is("they") || s.Is("you"):
			return 1
		case s.Is("one") && j > 0 && (elders.Has(pg.Tokens[j-1].Fold) || pg.Tokens[j-1].Is("little") || pg.Tokens[j-1].Is("big")):
			return 2
		case s.Has(lex.MarkKin) || page.Children.Has(s.Fold) || s.Has(lex.MarkFirst) && s.Stranger():
			return 2
		case s.Capital() && s.Kind == lex.KindWord && s.Stranger() && !s.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday):
			return 2
		case s.Capital() && s.Has(lex.MarkNamed) && !s.Has(lex.MarkFunction):
			return 2
		case s.Capital() && s.Has(lex.MarkWordFirst) && j == i-1:
			return 1
		case s.Kind == lex.KindPunct && s.Fold != "&" && s.Fold != ")" && s.Fold != "(" && !(s.Fold == "," && j == i-1):
			return 0
		}
	}
	return 0
}

// fragment weighs a number that is a sentence of its own, or begins one: "72,
// first night away", ". 15. Found at".
func fragment(pg *page.Page, q quantity, prev, next *lex.Token) evidence.Row {
	if (q.unit == "month" || q.unit == "week") && pg.Tokens[q.first].Place >= lex.Sentence && next != nil && next.Fold == "," {
		return evidence.FragmentMonths
	}
	if prev.Fold == "." && next != nil && next.Is("now") && q.unit == "" && q.value > 2 && q.value < 100 && pg.Tokens[q.first].Kind == lex.KindNumber {
		return evidence.FragmentNow
	}
	if q.unit != "" || next == nil || next.Kind != lex.KindPunct || q.value < 1 || q.value > 108 {
		return evidence.None
	}
	t := &pg.Tokens[q.first]
	if t.Kind == lex.KindWord && !personNear(pg, q.first) {
		return evidence.None
	}
	if t.Place == lex.Line && (next.Fold == ")" || next.Fold == "." || next.Fold == ":") {
		return evidence.None
	}
	switch {
	case next.Fold == "," && (prev.Fold == "." || prev.Fold == ",") && t.Gap && q.value > 3 && !numberAfter(pg, q.last+1):
		if prev.Fold == "." {
			return evidence.FragmentStart
		}
		return evidence.FragmentComma
	case next.Fold == "." && prev.Fold == "," && t.Gap && q.value > 15 && q.value < 100 && !closesWord(pg, q.first):
		return evidence.FragmentEnd
	case (next.Fold == "." || next.Fold == "!" || next.Fold == "?") && strings.Contains(".!?", prev.Fold) && t.Gap && (q.value > 5 || namedBefore(pg, q.first)) && t.Place == lex.Sentence:
		if b := pg.Before(q.first, 2); b != nil && b.Kind == lex.KindNumber && b.Runes < 4 {
			return evidence.None
		}
		return evidence.FragmentAlone
	}
	return evidence.None
}

// personNear reports whether somebody is spoken of in the words before.
// It looks forty tokens back, over sentences and lines.
func personNear(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-40; j-- {
		if t := &pg.Tokens[j]; t.Has(lex.MarkKin) || page.Persons.Has(t.Fold) || page.Children.Has(t.Fold) || t.Is("she") || t.Is("he") || t.Capital() && t.Has(lex.MarkNamed) && !t.Has(lex.MarkFunction|lex.MarkCommon) {
			return true
		}
	}
	return false
}

// closesWord reports whether the comma before goes on a list of numbers.
func closesWord(pg *page.Page, i int) bool {
	b := pg.Before(i, 2)
	return b == nil || b.Kind == lex.KindNumber || b.Has(lex.MarkNumber)
}

// numberAfter reports whether a number is the next token, on its line or not.
func numberAfter(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return n != nil && (n.Kind == lex.KindNumber || n.Has(lex.MarkNumber))
}

// moreAges takes the numbers that go on a list of ages: "(8, 6 and 4)".
// A list of more than twelve is of something else.
func moreAges(pg *page.Page, last int) {
	for steps := 0; steps < 12; steps++ {
		j := last + 1
		for j < len(pg.Tokens) && (pg.Tokens[j].Fold == "," || pg.Tokens[j].Is("and") || pg.Tokens[j].Fold == "&" || pg.Tokens[j].Fold == "+" || pg.Tokens[j].Fold == "/" || pg.Tokens[j].Is("or")) {
			j++
		}
		if j == last+1 || j >= len(pg.Tokens) {
			return
		}
		q, ok := readQuantity(pg, j)
		if t := &pg.Tokens[j]; !ok && pg.Tokens[j-1].Fold == "/" && t.Kind == lex.KindNumber && t.Runes <= 2 && !t.Taken {
			q, ok = quantity{first: j, last: j, value: lex.Number(t.Fold)}, true
		}
		next := pg.After(q.last, 1)
		if !ok || q.value > 105 || q.first != j || next != nil && next.Kind != lex.KindPunct && !(q.unit == "" && next.Has(lex.MarkFunction) && !next.Has(lex.MarkUnit)) && next.Lines == 0 {
			return
		}
		pg.Take(evidence.AgeList, j, q.last, lex.TypeAge)
		last = q.last
	}
}
