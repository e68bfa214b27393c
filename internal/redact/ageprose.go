package redact

import (
	"strings"
)

// subjects may have an age.
var subjects = setOf("he she they who i'm i he's she's they're who's hes shes theyre baby mum dad child kid boy girl lad client daughter son " +
	"brother sister twins eldest youngest oldest both all now only nearly almost barely just about around recently still already actually even newly " +
	"thats that's was is are were turned turns turning be being becomes became 'll aged age ages nan gran mother father himself herself isn't wasn't")

var beVerbs = setOf("is was are were turned turns turning be he's she's they're who's hes shes theyre i'm im aged age ages becomes became it's its isn't wasn't thats that's")

// persons are nouns that "of nine" may follow.
var persons = setOf("boy girl lad lass man woman child kid youngster lady fella fellow mother father teenager baby daughter son toddler gentleman infant chap bloke guy")

// children are nouns before a list of ages.
var children = setOf("kids children boys girls sons daughters siblings grandchildren twins brothers sisters sibs ages aged grandkids lads child kid babies")

// proseAge weighs ages told in prose: "a boy of nine", "rising five", "at
// fourteen she", "(only 12)", "kids 9, 7 and 4", "F, 34".
func proseAge(pg *page, q quantity, prev, next *token) float64 {
	closes := next == nil || next.lines > 0 || next.kind == kindPunct && strings.Contains(",.;:)!?/—–-", next.fold)
	who := before(pg, q.first, 2)
	personal := who != nil && persons[who.fold]
	counted := next != nil && next.lines == 0 && next.has(markUnit) && q.unit == ""
	switch {
	case prev.is("of") && personal && !counted:
		return 0.85
	case (prev.is("rising") || prev.is("pushing") || prev.is("approaching") || prev.is("barely") || prev.is("newly")) && !counted && q.value > 1:
		return 0.75
	case hedge(prev.fold) && !prev.is("all") && !prev.is("now") && who != nil && who.fold == "(" && closes:
		return 0.85
	case prev.is("maybe") && who != nil && who.fold == "," && closes && q.value > 10 && q.value < 100 && q.unit == "":
		return 0.6
	case (prev.is("nearly") || prev.is("almost") || prev.is("on") && who != nil && who.is("going") || prev.is("to") && who != nil && who.is("up")) && closes && q.value >= 3 && q.value <= 105 && q.unit == "":
		return 0.6
	case prev.is("be") && who != nil && (who.is("she") || who.is("he") || who.is("will") || who.is("they") || who.is("to") || who.is("d") || who.is("ll")) && ends(next, q.unit) && q.value > 1:
		return 0.7
	case prev.is("at") && q.unit == "" && (q.value >= 13 || pg.tokens[q.first].has(markNumber) && q.value >= 5) && q.value <= 100 && next != nil && next.lines == 0 && (next.is("she") || next.is("he") || next.is("they") || next.is("and") && !closesSentence(pg, q.last) || next.is("with") || next.fold == "," && !closesSentence(pg, q.last)):
		return 0.55
	case prev.has(markKin) && closes && prev.lines == 0 && q.value <= 100 && !children[prev.fold] && q.value > 0 && (q.unit != "" || prev.shape == lower && who != nil && !who.has(markNumber) && who.kind != kindNumber):
		return 0.65
	case children[prev.fold] && next != nil && (next.fold == "," || next.is("and") || next.fold == "&") && numberAfter(pg, q.last+1):
		return 0.75
	case (prev.fold == ":" || prev.fold == "(" || prev.fold == ",") && who != nil && children[who.fold] && (closes || next.is("and") || next.fold == "&"):
		return 0.75
	case prev.fold == "," && next != nil && next.fold == "," && numberAfter(pg, q.last+1) && childNear(pg, q.first):
		return 0.65
	case (prev.fold == "," || prev.fold == "/") && who != nil && (who.is("f") || who.is("m")) && closes:
		return 0.7
	}
	return 0
}

// childNear reports whether children are spoken of in the eight words before.
func childNear(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-8 && pg.tokens[j].fold != "."; j-- {
		if children[pg.tokens[j].fold] {
			return true
		}
	}
	return false
}

// closesSentence reports whether a capital follows the sign behind the token.
func closesSentence(pg *page, last int) bool {
	n := after(pg, last, 2)
	return n == nil || n.capital()
}

// ageNear reports whether one of the four words before is "age".
func ageNear(pg *page, i int) bool {
	for j := max(0, i-4); j < i; j++ {
		if pg.tokens[j].is("age") || pg.tokens[j].is("ages") {
			return true
		}
	}
	return false
}

// afterBe weighs "she's 8", "Robbie is 20 and", "they are only eight".
func afterBe(pg *page, q quantity, next *token) float64 {
	i := q.first - 1
	hedges := 0
	for i >= 0 && hedges < 3 && hedge(pg.tokens[i].fold) {
		i--
		hedges++
	}
	if i < 0 {
		return 0
	}
	t := &pg.tokens[i]
	verb := beVerbs[t.fold]
	if t.poss && (t.capital() || t.has(markKin|markRole) || subjects[t.fold]) && !t.is("let") && !t.is("it") && !t.is("that") {
		verb = true
	}
	if t.is("both") || t.is("twins") && pg.tokens[i+1].fold != "," {
		verb = true
	}
	if !verb || !ends(next, q.unit) {
		return 0
	}
	if q.unit == "day" && q.value > 28 || q.unit == "" && q.value > 110 {
		return 0
	}
	subject := subjectOf(pg, i)
	switch {
	case subject == 2:
		return 0.9
	case subject == 1:
		return 0.6
	}
	return 0
}

func hedge(w string) bool {
	switch w {
	case "only", "just", "about", "nearly", "almost", "now", "barely", "around", "still", "all", "both", "already", "not", "yet", "even", "be":
		return true
	}
	return false
}

// ends reports whether the sentence may go on after an age: by a sign, a
// conjunction or a preposition, not by something that is counted.
func ends(next *token, unit string) bool {
	if next == nil || next.lines > 0 || next.kind == kindPunct {
		return next == nil || !strings.Contains("%£$€/:", next.fold) || next.lines > 0
	}
	if next.has(markFunction) && !next.has(markUnit) && !next.is("more") && !next.is("times") && !next.is("other") && !next.is("of") && !next.is("or") && !next.is("to") && !next.is("less") && !next.is("little") && !next.is("new") && !next.is("old") {
		return true
	}
	switch next.fold {
	case "and", "but", "now", "with", "when", "on", "in", "so", "already", "or", "going", "at", "next", "this", "today", "tomorrow", "last", "too",
		"himself", "herself", "then", "because", "cos", "though", "which", "who", "wants", "has", "had", "is", "was", "w", "&", "lives", "living", "yesterday",
		"again", "soon", "by", "if", "while", "until", "from", "as", "apparently", "actually", "years", "isn't", "not", "nearly", "that", "like", "for", "ffs", "btw", "innit", "never", "still", "she", "he", "they", "it", "what":
		return true
	}
	return false
}

// subjectOf says whether the words before the verb at i name a person: 2 surely,
// 1 perhaps, 0 no.
func subjectOf(pg *page, i int) int {
	t := &pg.tokens[i]
	switch t.fold {
	case "he's", "she's", "hes", "shes", "who's", "aged", "both", "twins", "turned", "turns", "turning":
		return 2
	case "they're", "theyre", "i'm", "im":
		return 1
	case "it's", "its", "thats", "that's":
		return 0
	}
	if t.poss {
		if t.is("they") {
			return 1
		}
		return 2
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		s := &pg.tokens[j]
		switch {
		case s.is("he") || s.is("she") || s.is("who"):
			return 2
		case s.is("i") || s.is("they"):
			return 1
		case s.has(markKin) || children[s.fold] || s.has(markFirst) && s.stranger():
			return 2
		case s.capital() && s.kind == kindWord && s.stranger() && !s.has(markAllow|markMonth|markWeekday):
			return 2
		case s.capital() && s.has(markNamed) && !s.has(markFunction):
			return 2
		case s.capital() && s.has(markWordFirst) && j == i-1:
			return 1
		case s.kind == kindPunct && s.fold != ")" && s.fold != "(" && !(s.fold == "," && j == i-1):
			return 0
		}
	}
	return 0
}

// fragment weighs a number that is a sentence of its own, or begins one: "72,
// first night away", ". 15. Found at".
func fragment(pg *page, q quantity, prev, next *token) (float64, string) {
	const reason = "A number alone like this may be an age."
	if (q.unit == "month" || q.unit == "week") && pg.tokens[q.first].place >= sentence && next != nil && next.fold == "," {
		return 0.6, reason
	}
	if prev.fold == "." && next != nil && next.is("now") && q.unit == "" && q.value > 2 && q.value < 100 && pg.tokens[q.first].kind == kindNumber {
		return 0.7, reason
	}
	if q.unit != "" || next == nil || next.kind != kindPunct || q.value < 1 || q.value > 108 {
		return 0, ""
	}
	t := &pg.tokens[q.first]
	if t.place == line && (next.fold == ")" || next.fold == "." || next.fold == ":") {
		return 0, ""
	}
	switch {
	case next.fold == "," && (prev.fold == "." || prev.fold == ",") && t.gap && q.value > 3 && !numberAfter(pg, q.last+1):
		if prev.fold == "." {
			return 0.8, reason
		}
		return 0.55, reason
	case next.fold == "." && prev.fold == "," && t.gap && q.value > 15 && q.value < 100 && !closesWord(pg, q.first):
		return 0.52, reason
	case next.fold == "." && prev.fold == "." && t.gap && q.value > 5 && t.place == sentence:
		if b := before(pg, q.first, 2); b != nil && b.kind == kindNumber && b.runes < 4 {
			return 0, ""
		}
		return 0.55, reason
	}
	return 0, ""
}

// closesWord reports whether the comma before goes on a list of numbers.
func closesWord(pg *page, i int) bool {
	b := before(pg, i, 2)
	return b == nil || b.kind == kindNumber || b.has(markNumber)
}

func numberAfter(pg *page, i int) bool {
	n := after(pg, i, 1)
	return n != nil && (n.kind == kindNumber || n.has(markNumber))
}

// moreAges takes the numbers that go on a list of ages: "(8, 6 and 4)".
func (d *reading) moreAges(p, last int) {
	pg := &d.pages[p]
	for steps := 0; steps < 12; steps++ {
		j := last + 1
		for j < len(pg.tokens) && (pg.tokens[j].fold == "," || pg.tokens[j].is("and") || pg.tokens[j].fold == "&" || pg.tokens[j].is("or")) {
			j++
		}
		if j == last+1 || j >= len(pg.tokens) {
			return
		}
		q, ok := readQuantity(pg, j)
		next := after(pg, q.last, 1)
		if !ok || q.value > 105 || q.first != j || next != nil && next.kind != kindPunct && !next.is("and") && next.lines == 0 {
			return
		}
		d.take(candidate{p, pg.tokens[q.first].start, pg.tokens[q.last].end, TypeAge, 0.7, "age", "It goes on a list of ages."}, j)
		last = q.last
	}
}
