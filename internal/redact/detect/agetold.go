package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/plain"
)

// toldAge weighs ages that are told in few words: "female 34,", "15 BM", "nine
// no ten", "Boy you seventeen and", "and 17 when you left".
func toldAge(pg *page, q quantity, prev, next *lex.Token) row {
	who := before(pg, q.first, 2)
	closes := next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && strings.Contains(",.;)!?", next.Fold)
	bare := q.unit == "" && q.value > 0 && q.value <= 105
	switch {
	case !bare:
		return none
	case (prev.Is("female") || prev.Is("male")) && closes && pg.tokens[q.first].Lines == 0:
		return ageSex
	case next != nil && next.Lines == 0 && next.Shape == lex.ShapeUpper && chartSexes.Has(next.Fold) && q.value >= 8:
		return ageWithSex
	case mends(pg, q.first) && (next == nil || !next.Has(lex.MarkUnit)):
		return ageMended
	case (prev.Is("you") || prev.Is("he") || prev.Is("she")) && q.value >= 5 && (closes || next.Is("and") || next.Is("now")) && opens(who, prev):
		return ageBare
	case prev.Is("and") && q.value >= 3 && next != nil && next.Is("when") && pronounAfter(pg, q.last+1):
		return ageBare
	}
	return none
}

// mends reports whether the number at i corrects an age right before it.
func mends(pg *page, i int) bool {
	prev, wrong := before(pg, i, 1), before(pg, i, 2)
	return wrong != nil && wrong.Taken && (wrong.Kind == lex.KindNumber || wrong.Has(lex.MarkNumber)) && (prev.Is("no") || prev.Is("sorry") || prev.Is("wait"))
}

// chartSexes are ethnic group and sex as charts in the United States have them
// behind an age.
var chartSexes = lex.SetOf("bm bf wm wf hm hf")

// opens reports whether the pronoun begins its clause, so that a verb was left
// out behind it.
func opens(who, pronoun *lex.Token) bool {
	return who == nil || pronoun.Lines > 0 || who.Kind == lex.KindPunct || persons.Has(who.Fold) || who.Has(lex.MarkKin)
}

func pronounAfter(pg *page, i int) bool {
	n := after(pg, i, 1)
	return n != nil && (n.Is("you") || n.Is("he") || n.Is("she") || n.Is("i") || n.Is("they"))
}

// scoreNear reports whether a score is spoken of in the words before, up to the
// one at i.
func scoreNear(pg *page, i int) bool {
	for j := i; j >= 0 && j >= i-6 && pg.tokens[j].Fold != "."; j-- {
		if t := &pg.tokens[j]; t.Is("score") || t.Is("scored") || t.Is("scale") || t.Is("total") || t.Is("dash") && t.Shape == lex.ShapeUpper {
			return true
		}
	}
	return false
}

// namedBefore reports whether a given name ends the sentence before the number.
func namedBefore(pg *page, i int) bool {
	t := before(pg, i, 2)
	return t != nil && t.Capital() && t.Has(lex.MarkFirst) && !t.Has(lex.MarkCommon)
}

// birthdayMeant reports whether an ordinal from ten on, behind "on her" and the
// like and with nothing counted behind it, stands for a birthday.
func birthdayMeant(pg *page, i, last int) bool {
	whose, led, next := before(pg, i, 1), before(pg, i, 2), after(pg, last, 1)
	if led == nil || !whose.Poss && !owners.Has(whose.Fold) || !birthdayLeads.Has(led.Fold) {
		return false
	}
	value := lex.Number(pg.tokens[last].Fold)
	if pg.tokens[last].Kind == lex.KindWord {
		value = 10
		if smallOrdinals.Has(pg.tokens[last].Fold) && last == i {
			value = 1
		}
	}
	return value >= 10 && (next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && next.Fold != "-" || next.Is("you") || next.Is("he") || next.Is("she") || next.Is("they") || next.Is("and") || next.Is("i"))
}

var (
	owners        = lex.SetOf("his her your my their")
	birthdayLeads = lex.SetOf("on for after before since until till by past from")
	smallOrdinals = lex.SetOf("first second third fourth fifth sixth seventh eighth ninth")
)

// agesBefore takes the numbers that share the unit of the age behind them: "4 and
// 6-year-olds", "a two and a four year old", "kids 4/6/9".
func (d *Reading) agesBefore(p int, q quantity) {
	pg := &d.pages[p]
	for first := q.first; q.old && first > 1; {
		j := first - 1
		if (pg.tokens[j].Is("a") || pg.tokens[j].Is("an")) && pg.tokens[first].Lines == 0 {
			j--
		}
		if j < 1 || pg.tokens[j+1].Lines > 0 || pg.tokens[j].Lines > 0 || !strings.Contains("&,/-–+", pg.tokens[j].Fold) && !pg.tokens[j].Is("and") && !pg.tokens[j].Is("or") && !pg.tokens[j].Is("to") {
			return
		}
		t := &pg.tokens[j-1]
		number := t.Kind == lex.KindNumber && t.Runes <= 2 || t.Kind == lex.KindWord && t.Has(lex.MarkNumber)
		if !number || t.Taken || t.Stays || plain.CountedBefore(pg.tokens, j-1) || j > 1 && pg.tokens[j-2].Kind == lex.KindPunct && !t.Gap {
			return
		}
		d.take(ageList.at(p, t.Start, t.End, lex.TypeAge), j-1)
		first = j - 1
	}
}
