package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
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
func ages(pg *page.Page) {
	for i := 0; i < len(pg.Tokens); i++ {
		if w, last := labelledAge(pg, i); w != evidence.None {
			i = pg.Take(w, i, last, lex.TypeAge)
			continue
		}
		q, ok := readQuantity(pg, i)
		if !ok || q.unit == "" && plain.CountedBefore(pg.Tokens, i) && !mends(pg, i) {
			continue
		}
		if w := ageWeight(pg, q); w != evidence.None {
			q.first = withHedge(pg, q.first)
			pg.Take(w, q.first, q.last, lex.TypeAge)
			moreAges(pg, q.last)
			agesBefore(pg, q)
		}
		i = q.last
	}
}

// withHedge takes "nearly", "just" and "not yet" before an age along with it.
func withHedge(pg *page.Page, i int) int {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch t := &pg.Tokens[j]; {
		case pg.Tokens[j+1].Lines > 0 || t.Taken:
			return i
		case t.Is("nearly") || t.Is("almost") || t.Is("just") || t.Is("barely") || t.Is("rising") || t.Is("about") || t.Is("approx") || t.Is("maybe") || t.Is("perhaps") || t.Is("also") || t.Is("yet") && j > 0 && pg.Tokens[j-1].Is("not"):
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
func readQuantity(pg *page.Page, i int) (quantity, bool) {
	t := &pg.Tokens[i]
	if t.Taken || t.Stays || i > 0 && !t.Gap && t.Lines == 0 && strings.Contains(".,:/£$€#-–@'’", pg.Tokens[i-1].Fold) && pg.Tokens[i-1].Kind == lex.KindPunct && !slashField(pg, i) {
		return quantity{}, false
	}
	if clockLike(pg, i) {
		return quantity{}, false
	}
	q := quantity{first: i, last: i}
	switch {
	case t.Kind == lex.KindNumber && t.Runes <= 3:
		q.value = lex.Number(t.Fold)
		if point, tenth, unit := pg.After(i, 1), pg.After(i, 2), pg.After(i, 3); unit != nil && point.Fold == "." && !point.Gap && tenth.Kind == lex.KindNumber && tenth.Runes == 1 && !tenth.Gap && unit.Gap && lex.AgeUnits.Of(unit.Fold) != "" {
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
		if n := pg.After(i, 1); n != nil && n.Fold == "-" && !n.Gap {
			if m := pg.After(i, 2); m != nil && m.Has(lex.MarkNumber) && !m.Gap {
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
func clockLike(pg *page.Page, i int) bool {
	point, n := pg.After(i, 1), pg.After(i, 2)
	if n == nil || point.Gap || n.Gap || point.Fold != "." && point.Fold != ":" {
		return false
	}
	if n.Kind == lex.KindMixed {
		return strings.HasSuffix(n.Fold, "am") || strings.HasSuffix(n.Fold, "pm") || lex.QuantityForm(n.Fold) && lex.AgeUnits.Of(strings.TrimLeft(n.Fold, "0123456789")) == ""
	}
	unit := pg.After(i, 3)
	return n.Kind == lex.KindNumber && (n.Runes == 2 || unit != nil && unit.Has(lex.MarkUnit) && lex.AgeUnits.Of(unit.Fold) == "")
}

// slashField reports whether a number stands alone between slashes ("/ 6 /").
func slashField(pg *page.Page, i int) bool {
	return pg.Tokens[i-1].Fold == "/" && pg.Tokens[i-1].Gap
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
func ageWeight(pg *page.Page, q quantity) evidence.Row {
	prev, next := pg.Before(q.first, 1), pg.After(q.last, 1)
	if q.old {
		return evidence.AgeOld
	}
	if q.unit == "sex" {
		return evidence.AgeWithSex
	}
	if prev == nil {
		return evidence.None
	}
	switch {
	case prev.Is("aged") || prev.Is("age") || prev.Is("turned") || prev.Is("turning") || prev.Is("turns") || prev.Is("ages") || prev.Is("turn"):
		if next == nil || !next.Has(lex.MarkUnit) || q.unit != "" {
			return evidence.Aged
		}
	case agedRange(pg, q.first):
		return evidence.Aged
	case prev.Is("of") && page.WordIs(pg.Before(q.first, 2), "age"):
		return evidence.AgeOfAge
	case ageLabel(pg, q.first):
		return evidence.AgeColon
	}
	if w := toldAge(pg, q, prev, next); w != evidence.None {
		return w
	}
	if said(pg, q, prev, next) {
		return evidence.AgeSaid
	}
	if afterPronouns(pg, q, prev, next) {
		return evidence.AgePronouns
	}
	if w := proseAge(pg, q, prev, next); w != evidence.None {
		return w
	}
	if next != nil && next.Lines == 0 && (next.Is("himself") || next.Is("herself")) {
		return evidence.AgeSelf
	}
	if who := pg.Before(q.first, 2); (prev.Is("says") || prev.Is("say")) && who != nil && (who.Is("he") || who.Is("she") || who.Kind == lex.KindPunct || who.Has(lex.MarkNamed) && who.Capital()) && next != nil && next.Kind == lex.KindPunct && next.Fold != "%" && q.value > 3 && q.value < 100 {
		return evidence.AgeSays
	}
	if q.half && next != nil && next.Kind == lex.KindPunct && prev.Fold == ")" {
		return evidence.AgeHalf
	}
	if prev.Is("as") && ageNear(pg, q.first) {
		return evidence.AgeAs
	}
	if w := heldAge(pg, q, prev, next); w != evidence.None {
		return w
	}
	if h := withHedge(pg, q.first); h > 0 && h < q.first {
		early := q
		early.first = h
		if w := besideName(pg, early, pg.Before(h, 1), next); w != evidence.None {
			return w
		}
	}
	if w := besideName(pg, q, prev, next); w != evidence.None {
		return w
	}
	if w := afterBe(pg, q, next); w != evidence.None {
		return w
	}
	return fragment(pg, q, prev, next)
}

// agedRange reports whether the number goes on from "aged", past "between", "from"
// or "approx" or past a first number and "and", "to" or a hyphen.
func agedRange(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch t := &pg.Tokens[j]; {
		case pg.Tokens[j+1].Lines > 0:
			return false
		case t.Is("aged") || t.Is("ages"):
			return j < i-1
		case t.Is("age"):
			return j < i-1 && !pg.Tokens[j+1].Is("group")
		case t.Taken && (t.Kind == lex.KindNumber || t.Has(lex.MarkNumber)), t.Is("and"), t.Is("to"), t.Is("or"), t.Is("between"), t.Is("from"), t.Is("approx"), t.Is("roughly"), t.Fold == "-", t.Fold == "–", t.Fold == "/", t.Fold == "~", t.Fold == "c", page.Hedge(t.Fold):
		default:
			return false
		}
	}
	return false
}

// listedAge reports whether the number ends its line, or what stands between two
// signs, behind a given name and a colon or a dash: "Keeley: 14", "Milo - 6".
func listedAge(pg *page.Page, q quantity, prev, next, who *lex.Token) bool {
	if prev == nil || pg.Tokens[q.first].Lines > 0 || q.value < 1 || next != nil && next.Lines == 0 && !strings.Contains(",;).", next.Fold) {
		return false
	}
	name := prev
	if prev.Kind == lex.KindPunct {
		if prev.Fold != ":" && !(strings.Contains("-–—=", prev.Fold) && prev.Gap && pg.Tokens[q.first].Gap) {
			return false
		}
		name = who
	} else if next != nil && next.Lines == 0 {
		return false
	}
	return name != nil && name.Kind == lex.KindWord && name.Shape == lex.ShapeTitle && name.Has(lex.MarkFirst) && !name.Has(lex.MarkFunction|lex.MarkCommon|lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow)
}

// openBefore reports whether a bracket is open on the line before the token.
func openBefore(pg *page.Page, i int) bool {
	for j := i - 1; j >= 0 && j >= i-12 && pg.Tokens[j+1].Lines == 0; j-- {
		switch pg.Tokens[j].Fold {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}

// besideName weighs "Milo (8)", "Nóra, 84, lives", "M / 34 /".
func besideName(pg *page.Page, q quantity, prev, next *lex.Token) evidence.Row {
	who := pg.Before(q.first, 2)
	if q.unit == "" && q.value > 110 {
		return evidence.None
	}
	if listedAge(pg, q, prev, next, who) {
		return evidence.BesideColon
	}
	if next == nil {
		return evidence.None
	}
	if who == nil {
		who = &lex.Token{}
	}
	closes := next.Kind == lex.KindPunct && strings.Contains(",.;:)!?/—–-]+&", next.Fold) || next.Is("approx")
	if prev.Fold == "," && who.Fold == "." && !who.Gap {
		if w := pg.Before(q.first, 3); w != nil && (w.Is("jr") || w.Is("sr")) {
			who = w
		}
	}
	if who.Fold == "." && !who.Gap {
		if w := pg.Before(q.first, 3); w != nil && w.Runes == 1 && w.Shape == lex.ShapeUpper {
			who = w // the initial of a family name
		}
	}
	hyphened := pg.Tokens[q.first].Lines == 0 && q.first >= 4 && pg.Tokens[q.first-3].Fold == "-" && !pg.Tokens[q.first-3].Gap && who.Shape == lex.ShapeTitle && who.Kind == lex.KindWord
	personal := hyphened || who.Shape == lex.ShapeLower && who.Kind == lex.KindWord && who.Runes > 2 && who.Stranger() && !who.Has(lex.MarkAllow|lex.MarkUnit) || who.Capital() && who.Kind == lex.KindWord && !who.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday) || who.Has(lex.MarkKin) || who.Has(lex.MarkRole)
	switch {
	case (prev.Fold == "(" || prev.Fold == "[") && strings.Contains(")],!;-.+&?", next.Fold) && next.Kind == lex.KindPunct && (personal || who.Fold == ")"):
		if !who.Capital() && q.unit == "" && !who.Has(lex.MarkKin) {
			return evidence.BesideBracketWeak
		}
		return evidence.BesideBracket
	case prev.Fold == "(" && next.Kind == lex.KindWord && personal && who.Capital() && !next.Has(lex.MarkUnit):
		return evidence.BesideBracketWord
	case prev.Fold == "," && who.Kind == lex.KindWord && personal && closes && who.Capital():
		return evidence.BesideCommas
	case prev.Fold == "," && who.Kind == lex.KindWord && personal && (closes || next.Is("and") || next.Is("who") || next.Is("with") || next.Is("in") || next.Is("at") || next.Is("next") || next.Is("today") || next.Is("tomorrow")):
		return evidence.BesideCommaWord
	case prev.Fold == "," && who.Kind == lex.KindMixed && who.Fold[0] == 'y' && len(who.Fold) <= 3 && closes:
		return evidence.BesideCommaBracket
	case prev.Fold == "," && who.Fold == ")" && closes:
		return evidence.BesideCommaBracket
	case (prev.Fold == "—" || prev.Fold == "–") && (next.Fold == "—" || next.Fold == "–") && q.value > 3:
		return evidence.BesideDashes
	case prev.Fold == "/" && prev.Gap && next.Fold == "/" && next.Gap:
		return evidence.BesideSlashes
	case pg.Tokens[q.first].Kind == lex.KindMixed && q.first == q.last && q.unit != "" && q.unit != "day" && prev.Kind == lex.KindWord && prev.Shape == lex.ShapeTitle && prev.Has(lex.MarkFirst) && closes:
		return evidence.BesideMixed
	case personal && who.Capital() && prev.Kind == lex.KindWord && prev.Capital() && closes && q.unit != "":
		return evidence.None
	}
	if pg.Tokens[q.first].Lines > 0 || (next.Fold == "-" || next.Fold == "–") && !next.Gap && numberAfter(pg, q.last+1) {
		return evidence.None
	}
	if q.value == 1 && pg.Tokens[q.first].Kind == lex.KindWord || next.Fold == ")" && !openBefore(pg, q.first) {
		return evidence.None
	}
	if prev.Kind == lex.KindWord && prev.Capital() && prev.Shape == lex.ShapeTitle && (prev.Stranger() || prev.Has(lex.MarkNamed) && !prev.Has(lex.MarkFunction|lex.MarkCasual) && closes) && !prev.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkMonth|lex.MarkWeekday) && q.value >= 1 && q.value < 105 {
		if closes {
			return evidence.BesideClosed
		}
		if next.Kind == lex.KindWord && next.Shape == lex.ShapeLower && !next.Has(lex.MarkUnit) && q.unit == "" {
			return evidence.BesideOpen
		}
	}
	return evidence.None
}
