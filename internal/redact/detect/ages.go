package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/plain"
)

// quantity is a number in figures or words that may be an age.
type quantity struct {
	first, last int // tokens
	value       int
	unit        string // "", "year", "month", "week", "day"
	old         bool   // "old", "yo" or the like follows
	half        bool   // "and a half" or the like belongs to it
	joint       bool   // months stand behind its years
}

// ages finds exact ages in figures and words.
func (d *Reading) ages(p int) {
	pg := &d.pages[p]
	for i := 0; i < len(pg.tokens); i++ {
		if w, last := labelledAge(pg, i); w != none {
			i = d.take(w.at(p, pg.tokens[i].Start, pg.tokens[last].End, lex.TypeAge), i)
			continue
		}
		q, ok := readQuantity(pg, i)
		if !ok || q.unit == "" && plain.CountedBefore(pg.tokens, i) && !mends(pg, i) {
			continue
		}
		if w := ageWeight(pg, q); w != none {
			q.first = withHedge(pg, q.first)
			d.take(w.at(p, pg.tokens[q.first].Start, pg.tokens[q.last].End, lex.TypeAge), q.first)
			d.moreAges(p, q.last)
			d.agesBefore(p, q)
		}
		i = q.last
	}
}

// withHedge takes "nearly", "just" and "not yet" before an age along with it.
func withHedge(pg *page, i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch t := &pg.tokens[j]; {
		case pg.tokens[j+1].Lines > 0 || t.Taken:
			return i
		case t.Is("nearly") || t.Is("almost") || t.Is("just") || t.Is("barely") || t.Is("rising") || t.Is("about") || t.Is("approx") || t.Is("maybe") || t.Is("perhaps") || t.Is("also") || t.Is("yet") && j > 0 && pg.tokens[j-1].Is("not"):
			i = j
		case t.Is("not") && i == j+1:
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
	if t.Taken || t.Stays || i > 0 && !t.Gap && t.Lines == 0 && strings.Contains(".,:/£$€#-–@'’", pg.tokens[i-1].Fold) && pg.tokens[i-1].Kind == lex.KindPunct && !slashField(pg, i) {
		return quantity{}, false
	}
	if clockLike(pg, i) {
		return quantity{}, false
	}
	q := quantity{first: i, last: i}
	switch {
	case t.Kind == lex.KindNumber && t.Runes <= 3:
		q.value = lex.Number(t.Fold)
		if point, tenth, unit := after(pg, i, 1), after(pg, i, 2), after(pg, i, 3); unit != nil && point.Fold == "." && !point.Gap && tenth.Kind == lex.KindNumber && tenth.Runes == 1 && !tenth.Gap && unit.Gap && lex.AgeUnits.Of(unit.Fold) != "" {
			q.last = i + 2
		} else if unit == nil && tenth != nil && point.Fold == "." && !point.Gap && tenth.Kind == lex.KindNumber && !tenth.Gap || unit != nil && point.Fold == "." && !point.Gap && tenth.Kind == lex.KindNumber && !tenth.Gap && t.Is("0") {
			return quantity{}, false
		}
	case t.Kind == lex.KindMixed:
		if !q.readMixed(t.Fold) {
			return q, false
		}
	case t.Kind == lex.KindWord && t.Has(lex.MarkNumber):
		q.value = lex.NumberValues.Of(t.Fold)
		if n := after(pg, i, 1); n != nil && n.Fold == "-" && !n.Gap {
			if m := after(pg, i, 2); m != nil && m.Has(lex.MarkNumber) && !m.Gap {
				q.value, q.last = q.value+lex.NumberValues.Of(m.Fold), i+2
			}
		} else if n != nil && n.Has(lex.MarkNumber) && q.value >= 20 && n.Lines == 0 && lex.NumberValues.Of(n.Fold) < 10 {
			q.value, q.last = q.value+lex.NumberValues.Of(n.Fold), i+1
		}
	default:
		return q, false
	}
	q.readUnit(pg)
	return q, q.value <= 115 || q.unit != ""
}

// clockLike reports whether the number goes on behind a point or a colon as a
// time of day or a quantity does: "14.35", "9.10am", "8:04", "2.1 kg".
func clockLike(pg *page, i int) bool {
	point, n := after(pg, i, 1), after(pg, i, 2)
	if n == nil || point.Gap || n.Gap || point.Fold != "." && point.Fold != ":" {
		return false
	}
	if n.Kind == lex.KindMixed {
		return strings.HasSuffix(n.Fold, "am") || strings.HasSuffix(n.Fold, "pm") || lex.QuantityForm(n.Fold) && lex.AgeUnits.Of(strings.TrimLeft(n.Fold, "0123456789")) == ""
	}
	unit := after(pg, i, 3)
	return n.Kind == lex.KindNumber && (n.Runes == 2 || unit != nil && unit.Has(lex.MarkUnit) && lex.AgeUnits.Of(unit.Fold) == "")
}

// slashField reports whether a number stands alone between slashes ("/ 6 /").
func slashField(pg *page, i int) bool {
	return pg.tokens[i-1].Fold == "/" && pg.tokens[i-1].Gap
}

// readMixed reads "21yo", "8yrs", "34M".
func (q *quantity) readMixed(word string) bool {
	cut := strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' })
	if cut < 1 || cut > 3 {
		return false
	}
	for _, n := range lex.DigitsOf(word[:cut]) {
		q.value = q.value*10 + n
	}
	switch tail := word[cut:]; tail {
	case "yo", "yos", "yro", "yrold", "yearold":
		q.unit, q.old = "year", true
	case "f", "m":
		q.unit = "sex"
		return q.value < 100
	default:
		if years, ok := strings.CutPrefix(tail, "y"); ok && strings.HasSuffix(years, "m") && strings.Trim(years[:len(years)-1], "0123456789") == "" && len(years) > 1 {
			q.unit, q.old = "year", true
			return true
		}
		q.unit = lex.AgeUnits.Of(tail)
		return q.unit != ""
	}
	return true
}

// ageWeight says how surely the quantity is somebody's age.
func ageWeight(pg *page, q quantity) row {
	prev, next := before(pg, q.first, 1), after(pg, q.last, 1)
	if q.old {
		return ageOld
	}
	if q.unit == "sex" {
		return ageWithSex
	}
	if prev == nil {
		return none
	}
	switch {
	case prev.Is("aged") || prev.Is("age") || prev.Is("turned") || prev.Is("turning") || prev.Is("turns") || prev.Is("ages") || prev.Is("turn"):
		if next == nil || !next.Has(lex.MarkUnit) || q.unit != "" {
			return aged
		}
	case agedRange(pg, q.first):
		return aged
	case prev.Is("of") && wordIs(before(pg, q.first, 2), "age"):
		return ageOfAge
	case ageLabel(pg, q.first):
		return ageColon
	}
	if w := toldAge(pg, q, prev, next); w != none {
		return w
	}
	if said(pg, q, prev, next) {
		return ageSaid
	}
	if afterPronouns(pg, q, prev, next) {
		return agePronouns
	}
	if w := proseAge(pg, q, prev, next); w != none {
		return w
	}
	if next != nil && next.Lines == 0 && (next.Is("himself") || next.Is("herself")) {
		return ageSelf
	}
	if who := before(pg, q.first, 2); (prev.Is("says") || prev.Is("say")) && who != nil && (who.Is("he") || who.Is("she") || who.Kind == lex.KindPunct || who.Has(lex.MarkNamed) && who.Capital()) && next != nil && next.Kind == lex.KindPunct && next.Fold != "%" && q.value > 3 && q.value < 100 {
		return ageSays
	}
	if q.half && next != nil && next.Kind == lex.KindPunct && prev.Fold == ")" {
		return ageHalf
	}
	if prev.Is("as") && ageNear(pg, q.first) {
		return ageAs
	}
	if w := heldAge(pg, q, prev, next); w != none {
		return w
	}
	if h := withHedge(pg, q.first); h > 0 && h < q.first {
		early := q
		early.first = h
		if w := besideName(pg, early, before(pg, h, 1), next); w != none {
			return w
		}
	}
	if w := besideName(pg, q, prev, next); w != none {
		return w
	}
	if w := afterBe(pg, q, next); w != none {
		return w
	}
	return fragment(pg, q, prev, next)
}

// agedRange reports whether the number goes on from "aged", past "between", "from"
// or "approx" or past a first number and "and", "to" or a hyphen.
func agedRange(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch t := &pg.tokens[j]; {
		case pg.tokens[j+1].Lines > 0:
			return false
		case t.Is("aged") || t.Is("ages"):
			return j < i-1
		case t.Is("age"):
			return j < i-1 && !pg.tokens[j+1].Is("group")
		case t.Taken && (t.Kind == lex.KindNumber || t.Has(lex.MarkNumber)), t.Is("and"), t.Is("to"), t.Is("or"), t.Is("between"), t.Is("from"), t.Is("approx"), t.Is("roughly"), t.Fold == "-", t.Fold == "–", t.Fold == "/", t.Fold == "~", t.Fold == "c", hedge(t.Fold):
		default:
			return false
		}
	}
	return false
}

func wordIs(t *lex.Token, word string) bool { return t != nil && t.Fold == word }

// listedAge reports whether the number ends its line, or what stands between two
// signs, behind a given name and a colon or a dash: "Keeley: 14", "Milo - 6".
func listedAge(pg *page, q quantity, prev, next, who *lex.Token) bool {
	if prev == nil || pg.tokens[q.first].Lines > 0 || q.value < 1 || next != nil && next.Lines == 0 && !strings.Contains(",;).", next.Fold) {
		return false
	}
	name := prev
	if prev.Kind == lex.KindPunct {
		if prev.Fold != ":" && !(strings.Contains("-–—=", prev.Fold) && prev.Gap && pg.tokens[q.first].Gap) {
			return false
		}
		name = who
	} else if next != nil && next.Lines == 0 {
		return false
	}
	return name != nil && name.Kind == lex.KindWord && name.Shape == lex.ShapeTitle && name.Has(lex.MarkFirst) && !name.Has(lex.MarkFunction|lex.MarkCommon|lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow)
}

// openBefore reports whether a bracket is open on the line before the token.
func openBefore(pg *page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-12 && pg.tokens[j+1].Lines == 0; j-- {
		switch pg.tokens[j].Fold {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}

// besideName weighs "Milo (8)", "Nóra, 84, lives", "M / 34 /".
func besideName(pg *page, q quantity, prev, next *lex.Token) row {
	who := before(pg, q.first, 2)
	if q.unit == "" && q.value > 110 {
		return none
	}
	if listedAge(pg, q, prev, next, who) {
		return besideColon
	}
	if next == nil {
		return none
	}
	if who == nil {
		who = &lex.Token{}
	}
	closes := next.Kind == lex.KindPunct && strings.Contains(",.;:)!?/—–-]+&", next.Fold) || next.Is("approx")
	if prev.Fold == "," && who.Fold == "." && !who.Gap {
		if w := before(pg, q.first, 3); w != nil && (w.Is("jr") || w.Is("sr")) {
			who = w
		}
	}
	if who.Fold == "." && !who.Gap {
		if w := before(pg, q.first, 3); w != nil && w.Runes == 1 && w.Shape == lex.ShapeUpper {
			who = w // the initial of a family name
		}
	}
	hyphened := pg.tokens[q.first].Lines == 0 && q.first >= 4 && pg.tokens[q.first-3].Fold == "-" && !pg.tokens[q.first-3].Gap && who.Shape == lex.ShapeTitle && who.Kind == lex.KindWord
	personal := hyphened || who.Shape == lex.ShapeLower && who.Kind == lex.KindWord && who.Runes > 2 && who.Stranger() && !who.Has(lex.MarkAllow|lex.MarkUnit) || who.Capital() && who.Kind == lex.KindWord && !who.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday) || who.Has(lex.MarkKin) || who.Has(lex.MarkRole)
	switch {
	case (prev.Fold == "(" || prev.Fold == "[") && strings.Contains(")],!;-.+&?", next.Fold) && next.Kind == lex.KindPunct && (personal || who.Fold == ")"):
		if !who.Capital() && q.unit == "" && !who.Has(lex.MarkKin) {
			return besideBracketWeak
		}
		return besideBracket
	case prev.Fold == "(" && next.Kind == lex.KindWord && personal && who.Capital() && !next.Has(lex.MarkUnit):
		return besideBracketWord
	case prev.Fold == "," && who.Kind == lex.KindWord && personal && closes && who.Capital():
		return besideCommas
	case prev.Fold == "," && who.Kind == lex.KindWord && personal && (closes || next.Is("and") || next.Is("who") || next.Is("with") || next.Is("in") || next.Is("at") || next.Is("next") || next.Is("today") || next.Is("tomorrow")):
		return besideCommaWord
	case prev.Fold == "," && who.Kind == lex.KindMixed && who.Fold[0] == 'y' && len(who.Fold) <= 3 && closes:
		return besideCommaBracket
	case prev.Fold == "," && who.Fold == ")" && closes:
		return besideCommaBracket
	case (prev.Fold == "—" || prev.Fold == "–") && (next.Fold == "—" || next.Fold == "–") && q.value > 3:
		return besideDashes
	case prev.Fold == "/" && prev.Gap && next.Fold == "/" && next.Gap:
		return besideSlashes
	case pg.tokens[q.first].Kind == lex.KindMixed && q.first == q.last && q.unit != "" && q.unit != "day" && prev.Kind == lex.KindWord && prev.Shape == lex.ShapeTitle && prev.Has(lex.MarkFirst) && closes:
		return besideMixed
	case personal && who.Capital() && prev.Kind == lex.KindWord && prev.Capital() && closes && q.unit != "":
		return none
	}
	if pg.tokens[q.first].Lines > 0 || (next.Fold == "-" || next.Fold == "–") && !next.Gap && numberAfter(pg, q.last+1) {
		return none
	}
	if q.value == 1 && pg.tokens[q.first].Kind == lex.KindWord || next.Fold == ")" && !openBefore(pg, q.first) {
		return none
	}
	if prev.Kind == lex.KindWord && prev.Capital() && prev.Shape == lex.ShapeTitle && (prev.Stranger() || prev.Has(lex.MarkNamed) && !prev.Has(lex.MarkFunction|lex.MarkCasual) && closes) && !prev.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkMonth|lex.MarkWeekday) && q.value >= 1 && q.value < 105 {
		if closes {
			return besideClosed
		}
		if next.Kind == lex.KindWord && next.Shape == lex.ShapeLower && !next.Has(lex.MarkUnit) && q.unit == "" {
			return besideOpen
		}
	}
	return none
}
