package figures

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/plain"
)

// toldAge weighs ages that are told in few words: "female 34,", "15 BM", "nine
// no ten", "Boy you seventeen and", "and 17 when you left".
// Only a bare number up to 105 is weighed, and from eight on before a chart's "BM".
func toldAge(pg *page.Page, q quantity, prev, next *lex.Token) evidence.Row {
	who := pg.Before(q.first, 2)
	closes := next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && strings.Contains(",.;)!?", next.Fold)
	bare := q.unit == "" && q.value > 0 && q.value <= 105
	switch {
	case !bare:
		return evidence.None
	case (prev.Is("female") || prev.Is("male")) && closes && pg.Tokens[q.first].Lines == 0:
		return evidence.AgeSex
	case next != nil && next.Lines == 0 && next.Shape == lex.ShapeUpper && chartSexes.Has(next.Fold) && q.value >= 8:
		return evidence.AgeWithSex
	case mends(pg, q.first) && (next == nil || !next.Has(lex.MarkUnit)):
		return evidence.AgeMended
	case (prev.Is("you") || prev.Is("he") || prev.Is("she")) && q.value >= 5 && (closes || next.Is("and") || next.Is("now")) && opens(who, prev):
		return evidence.AgeBare
	case prev.Is("and") && q.value >= 3 && next != nil && next.Is("when") && pronounAfter(pg, q.last+1):
		return evidence.AgeBare
	}
	return evidence.None
}

// mends reports whether the number at i corrects an age right before it.
func mends(pg *page.Page, i int) bool {
	prev, wrong := pg.Before(i, 1), pg.Before(i, 2)
	return wrong != nil && wrong.Taken && (wrong.Kind == lex.KindNumber || wrong.Has(lex.MarkNumber)) && (prev.Is("no") || prev.Is("sorry") || prev.Is("wait"))
}

// chartSexes are ethnic group and sex as charts in the United States have them
// behind an age.
var chartSexes = lex.SetOf("bm bf wm wf hm hf")

// opens reports whether the pronoun begins its clause, so that a verb was left
// out behind it.
func opens(who, pronoun *lex.Token) bool {
	return who == nil || pronoun.Lines > 0 || who.Kind == lex.KindPunct || page.Persons.Has(who.Fold) || who.Has(lex.MarkKin)
}

// pronounAfter reports whether a pronoun that acts follows the token at i: "when you
// left", not "when his".
func pronounAfter(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return n != nil && (n.Is("you") || n.Is("he") || n.Is("she") || n.Is("i") || n.Is("they"))
}

// scoreNear reports whether a score is spoken of in the words before, up to the
// one at i.
// DASH in capitals is a scale of risk; a dash in small letters says nothing.
func scoreNear(pg *page.Page, i int) bool {
	for j := i; j >= 0 && j >= i-6 && pg.Tokens[j].Fold != "."; j-- {
		if t := &pg.Tokens[j]; t.Is("score") || t.Is("scored") || t.Is("scale") || t.Is("total") || t.Is("dash") && t.Shape == lex.ShapeUpper {
			return true
		}
	}
	return false
}

// namedBefore reports whether a given name ends the sentence before the number.
func namedBefore(pg *page.Page, i int) bool {
	t := pg.Before(i, 2)
	return t != nil && t.Capital() && t.Has(lex.MarkFirst) && !t.Has(lex.MarkCommon)
}

// birthdayMeant reports whether an ordinal from ten on, behind "on her" and the
// like and with nothing counted behind it, stands for a birthday.
// "On her second" may count anything, and "since her 14th visit" counts visits.
func birthdayMeant(pg *page.Page, i, last int) bool {
	whose, led, next := pg.Before(i, 1), pg.Before(i, 2), pg.After(last, 1)
	if led == nil || !whose.Poss && !page.Owners.Has(whose.Fold) || !birthdayLeads.Has(led.Fold) {
		return false
	}
	value := lex.Number(pg.Tokens[last].Fold)
	if pg.Tokens[last].Kind == lex.KindWord {
		value = 10
		if smallOrdinals.Has(pg.Tokens[last].Fold) && last == i {
			value = 1
		}
	}
	return value >= 10 && (next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && next.Fold != "-" || next.Is("you") || next.Is("he") || next.Is("she") || next.Is("they") || next.Is("and") || next.Is("i"))
}

// birthdayLeads stand before "her fourteenth"; smallOrdinals are below ten.
var (
	birthdayLeads = lex.SetOf("on for after before since until till by past from")
	smallOrdinals = lex.SetOf("first second third fourth fifth sixth seventh eighth ninth")
)

// agesBefore takes the numbers that share the unit of the age behind them: "4 and
// 6-year-olds", "a two and a four year old", "kids 4/6/9".
// It needs "old" or the like behind the last: the 4 of "4 and 6 weeks" isn't taken.
func agesBefore(pg *page.Page, q quantity) {
	for first := q.first; q.old && first > 1; {
		j := first - 1
		if (pg.Tokens[j].Is("a") || pg.Tokens[j].Is("an")) && pg.Tokens[first].Lines == 0 {
			j--
		}
		if j < 1 || pg.Tokens[j+1].Lines > 0 || pg.Tokens[j].Lines > 0 || !strings.Contains("&,/-–+", pg.Tokens[j].Fold) && !pg.Tokens[j].Is("and") && !pg.Tokens[j].Is("or") && !pg.Tokens[j].Is("to") {
			return
		}
		t := &pg.Tokens[j-1]
		number := t.Kind == lex.KindNumber && t.Runes <= 2 || t.Kind == lex.KindWord && t.Has(lex.MarkNumber)
		if !number || t.Taken || t.Stays || plain.CountedBefore(pg.Tokens, j-1) || j > 1 && pg.Tokens[j-2].Kind == lex.KindPunct && !t.Gap {
			return
		}
		pg.Take(evidence.AgeList, j-1, j-1, lex.TypeAge)
		first = j - 1
	}
}
