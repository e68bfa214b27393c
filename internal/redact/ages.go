package redact

import (
	"strings"
)

// quantity is a number in figures or words that may be an age.
type quantity struct {
	first, last int // tokens
	value       int
	unit        string // "", "year", "month", "week", "day"
	old         bool   // "old", "yo" or the like follows
	half        bool   // "and a half" or the like belongs to it
}

var ageUnits = map[string]string{
	"year": "year", "years": "year", "yr": "year", "yrs": "year", "y": "year", "month": "month", "months": "month", "mth": "month",
	"mths": "month", "mo": "month", "mos": "month", "week": "week", "weeks": "week", "wk": "week", "wks": "week", "day": "day", "days": "day",
}

var numberValues = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}

// ages finds exact ages in figures and words.
func (d *reading) ages(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		q, ok := readQuantity(pg, i)
		if !ok {
			continue
		}
		if w, reason := ageWeight(pg, q); w > 0 {
			q.first = withHedge(pg, q.first)
			d.take(candidate{p, pg.tokens[q.first].start, pg.tokens[q.last].end, TypeAge, w, "age", reason}, q.first)
			d.moreAges(p, q.last)
		}
		i = q.last
	}
}

// withHedge takes "nearly", "just" and "not yet" before an age along with it.
func withHedge(pg *page, i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch t := &pg.tokens[j]; {
		case pg.tokens[j+1].lines > 0 || t.taken:
			return i
		case t.is("nearly") || t.is("almost") || t.is("just") || t.is("barely") || t.is("rising") || t.is("about") || t.is("yet") && j > 0 && pg.tokens[j-1].is("not"):
			i = j
		case t.is("not") && i == j+1:
			i = j
		default:
			return i
		}
	}
	return i
}

// readQuantity reads the number that starts at token i, with its unit and "and
// a half".
func readQuantity(pg *page, i int) (quantity, bool) {
	t := &pg.tokens[i]
	if t.taken || i > 0 && !t.gap && t.lines == 0 && strings.Contains(".,:/£$€#-–@'’", pg.tokens[i-1].fold) && pg.tokens[i-1].kind == kindPunct && !slashField(pg, i) {
		return quantity{}, false
	}
	if clockLike(pg, i) {
		return quantity{}, false
	}
	q := quantity{first: i, last: i}
	switch {
	case t.kind == kindNumber && t.runes <= 3:
		for _, n := range digitsOf(t.fold) {
			q.value = q.value*10 + n
		}
	case t.kind == kindMixed:
		if !q.readMixed(t.fold) {
			return q, false
		}
	case t.kind == kindWord && t.has(markNumber):
		q.value = numberValues[t.fold]
		if n := after(pg, i, 1); n != nil && n.fold == "-" && !n.gap {
			if m := after(pg, i, 2); m != nil && m.has(markNumber) && !m.gap {
				q.value, q.last = q.value+numberValues[m.fold], i+2
			}
		} else if n != nil && n.has(markNumber) && q.value >= 20 && n.lines == 0 && numberValues[n.fold] < 10 {
			q.value, q.last = q.value+numberValues[n.fold], i+1
		}
	default:
		return q, false
	}
	q.readUnit(pg)
	return q, q.value <= 115 || q.unit != ""
}

// clockLike reports whether two digits follow the number behind a point: "14.35".
func clockLike(pg *page, i int) bool {
	point, n := after(pg, i, 1), after(pg, i, 2)
	return n != nil && point.fold == "." && !point.gap && !n.gap && n.kind == kindNumber && n.runes == 2
}

// slashField reports whether a number stands alone between slashes ("/ 6 /").
func slashField(pg *page, i int) bool {
	return pg.tokens[i-1].fold == "/" && pg.tokens[i-1].gap
}

// readMixed reads "21yo", "8yrs", "34M".
func (q *quantity) readMixed(word string) bool {
	cut := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if cut < 1 || cut > 3 {
		return false
	}
	for _, n := range digitsOf(word[:cut]) {
		q.value = q.value*10 + n
	}
	switch tail := word[cut:]; tail {
	case "yo", "yro", "yrold", "yearold":
		q.unit, q.old = "year", true
	case "f", "m":
		q.unit = "sex"
	default:
		q.unit = ageUnits[tail]
		return q.unit != ""
	}
	return true
}

func (q *quantity) readUnit(pg *page) {
	half := func() {
		if a, b, c := after(pg, q.last, 1), after(pg, q.last, 2), after(pg, q.last, 3); c != nil && a.is("and") && (b.is("a") || b.is("three")) &&
			(c.is("half") || c.is("bit") || c.is("quarter") || c.is("quarters")) {
			q.last += 3
			q.half = true
		} else if a != nil && (a.fold == "½" || a.fold == "¼" || a.fold == "¾") {
			q.last++
		}
	}
	half()
	if a, b, c := after(pg, q.last, 1), after(pg, q.last, 2), after(pg, q.last, 3); c != nil && a.is("and") && (b.kind == kindNumber || b.has(markNumber)) && ageUnits[c.fold] != "" && c.lines == 0 {
		q.last += 3
		q.half = true
	}
	n := after(pg, q.last, 1)
	skip := 1
	if n != nil && n.fold == "-" && !n.gap {
		n, skip = after(pg, q.last, 2), 2
	}
	if n != nil && n.lines == 0 && n.kind == kindWord && ageUnits[n.fold] != "" {
		q.unit = ageUnits[n.fold]
		q.last += skip
		half()
		if m := after(pg, q.last, 1); m != nil && m.kind == kindMixed && m.lines == 0 && strings.HasSuffix(m.fold, "m") && len(m.fold) <= 3 {
			q.last++
		}
		n, skip = after(pg, q.last, 1), 1
		if n != nil && n.fold == "-" && !n.gap {
			n, skip = after(pg, q.last, 2), 2
		}
	} else if n != nil && n.kind == kindMixed && q.unit == "year" && strings.HasSuffix(n.fold, "m") && len(n.fold) <= 3 {
		q.last++
		n = after(pg, q.last, 1)
	}
	if n != nil && n.lines == 0 && (n.is("old") || n.is("olds") || n.is("yo") || n.is("y") && q.unit == "" || n.fold == "o" && skip == 2) {
		q.old = true
		if q.unit == "" && !n.is("yo") && !n.is("y") {
			q.old = n.is("old") || n.is("olds")
		}
		q.last += skip
		if o := after(pg, q.last, 2); n.is("y") && o != nil && o.is("o") && pg.tokens[q.last+1].fold == "/" {
			q.last += 2
			q.old = true
		}
	}
}

// ageWeight says how surely the quantity is somebody's age.
func ageWeight(pg *page, q quantity) (float64, string) {
	prev, next := before(pg, q.first, 1), after(pg, q.last, 1)
	if q.old {
		return 0.95, "It says how old somebody is."
	}
	if q.unit == "sex" {
		return 0.6, "It reads like an age with a sex."
	}
	if prev == nil {
		return 0, ""
	}
	switch {
	case prev.is("aged") || prev.is("age") || prev.is("turned") || prev.is("turning") || prev.is("turns") || prev.is("ages") || prev.is("turn"):
		if next == nil || !next.has(markUnit) || q.unit != "" {
			return 0.93, "A word before it says that it is an age."
		}
	case prev.is("of") && wordIs(before(pg, q.first, 2), "age"):
		return 0.93, "A word before it says that it is an age."
	case prev.fold == ":" && wordIs(before(pg, q.first, 2), "age"):
		return 0.95, "A word before it says that it is an age."
	}
	if w := proseAge(pg, q, prev, next); w > 0 {
		return w, "The sentence says how old somebody is."
	}
	if next != nil && next.lines == 0 && (next.is("himself") || next.is("herself")) {
		return 0.8, "The sentence says how old somebody is."
	}
	if who := before(pg, q.first, 2); (prev.is("says") || prev.is("say")) && who != nil && (who.is("he") || who.is("she") || who.kind == kindPunct || who.has(markNamed) && who.capital()) && next != nil && next.kind == kindPunct && next.fold != "%" && q.value > 3 && q.value < 100 {
		return 0.55, "The sentence may say how old somebody is."
	}
	if q.half && next != nil && next.kind == kindPunct && prev.fold == ")" {
		return 0.7, "The sentence says how old somebody is."
	}
	if prev.is("as") && ageNear(pg, q.first) {
		return 0.85, "The sentence says how old somebody is."
	}
	if h := withHedge(pg, q.first); h > 0 && h < q.first {
		early := q
		early.first = h
		if w := besideName(pg, early, before(pg, h, 1), next); w > 0 {
			return w, "A number beside a name like this is an age."
		}
	}
	if w := besideName(pg, q, prev, next); w > 0 {
		return w, "A number beside a name like this is an age."
	}
	if w := afterBe(pg, q, next); w > 0 {
		return w, "The sentence says how old somebody is."
	}
	return fragment(pg, q, prev, next)
}

func wordIs(t *token, word string) bool { return t != nil && t.fold == word }

// besideName weighs "Milo (8)", "Nóra, 84, lives", "M / 34 /".
func besideName(pg *page, q quantity, prev, next *token) float64 {
	if q.unit == "" && q.value > 110 || next == nil {
		return 0
	}
	who := before(pg, q.first, 2)
	if who == nil {
		return 0
	}
	closes := next.kind == kindPunct && strings.Contains(",.;:)!?/—–-]", next.fold)
	personal := who.shape == lower && who.kind == kindWord && who.runes > 2 && who.stranger() && !who.has(markAllow|markUnit) || who.capital() && who.kind == kindWord && !who.has(markFunction|markMonth|markWeekday) || who.has(markKin) || who.has(markRole)
	switch {
	case prev.fold == "(" && strings.Contains("),!;-.", next.fold) && next.kind == kindPunct && (personal || who.fold == ")"):
		if !who.capital() && q.unit == "" && !who.has(markKin) {
			return 0.5
		}
		return 0.9
	case prev.fold == "(" && next.kind == kindWord && personal && who.capital() && !next.has(markUnit):
		return 0.6
	case prev.fold == "," && who.kind == kindWord && personal && closes && who.capital():
		return 0.88
	case prev.fold == "," && who.kind == kindWord && personal && (closes || next.is("and") || next.is("who") || next.is("with") || next.is("in") || next.is("at")):
		return 0.75
	case prev.fold == "," && who.fold == ")" && closes:
		return 0.7
	case (prev.fold == "—" || prev.fold == "–") && (next.fold == "—" || next.fold == "–") && q.value > 3:
		return 0.75
	case prev.fold == "/" && prev.gap && next.fold == "/" && next.gap:
		return 0.85
	case personal && who.capital() && prev.kind == kindWord && prev.capital() && closes && q.unit != "":
		return 0
	}
	if prev.kind == kindWord && prev.capital() && prev.shape == title && (prev.stranger() || prev.has(markNamed) && !prev.has(markFunction|markCasual) && closes) && !prev.has(markAllow|markLetters|markDemonym|markMonth|markWeekday) && q.value >= 1 && q.value < 105 {
		if closes {
			return 0.75
		}
		if next.kind == kindWord && next.shape == lower && !next.has(markUnit) && q.unit == "" {
			return 0.55
		}
	}
	return 0
}
