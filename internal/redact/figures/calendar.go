package figures

import (
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// calendar lets stay weekdays, months and languages that are meant as such, where
// they are no part of a date.
func calendar(pg *page.Page) {
	for i := range pg.Tokens {
		t := &pg.Tokens[i]
		if !t.Taken && !t.Own && t.Kind == lex.KindWord && t.Capital() && (staysFeast(pg, i) || staysWeekday(pg, i) || staysMonth(pg, i) || staysTongue(pg, i)) {
			t.Stays = true
		}
	}
}

// nameBehind reports whether a name with a capital stands right behind the token.
// In "June Selvan" and "April Khoza" the month is a given name.
func nameBehind(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return n != nil && n.Lines == 0 && n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && n.Has(lex.MarkNamed) && !n.Has(lex.MarkMonth|lex.MarkWeekday|lex.MarkCommon|lex.MarkAllow)
}

// namedAt reports whether what stands before the token makes a name of it: a
// title, or a given name.
func namedAt(pg *page.Page, i int) bool {
	if i == 0 || pg.Tokens[i].Lines > 0 {
		return false
	}
	prev := &pg.Tokens[i-1]
	if prev.Fold == "." && i > 1 {
		prev = &pg.Tokens[i-2]
		return prev.Has(lex.MarkTitle)
	}
	return prev.Has(lex.MarkTitle|lex.MarkNaming) || prev.Kind == lex.KindWord && prev.Capital() && prev.Has(lex.MarkFirst) && !prev.Has(lex.MarkCommon|lex.MarkMonth)
}

// actsBehind reports whether the token does what only a person does.
// "June rang" and "Wednesday cried" are persons.
func actsBehind(pg *page.Page, i int) bool {
	n := pg.After(i, 1)
	return n != nil && n.Lines == 0 && page.Personal.Has(n.Fold)
}

// staysWeekday reports whether a weekday is meant as one, as nearly always.
// A short form that is a name besides isn't decided here.
func staysWeekday(pg *page.Page, i int) bool {
	t := &pg.Tokens[i]
	return t.Has(lex.MarkWeekday) && t.Shape != lex.ShapeLower && !(t.Runes <= 4 && t.Has(lex.MarkNamed)) && !nameBehind(pg, i) && !namedAt(pg, i) && !actsBehind(pg, i)
}

// staysFeast reports whether a feast is meant as one.
// In "Easter rang" and "Eid's mother" it is a name.
func staysFeast(pg *page.Page, i int) bool {
	t := &pg.Tokens[i]
	return page.Feasts.Has(t.Fold) && !nameBehind(pg, i) && !namedAt(pg, i) && !actsBehind(pg, i) && !t.Poss
}

// staysMonth reports whether a month that is a name as well stands behind a word
// of time, or between other months, and no name behind it: "in June".
// In "confided in June" and "trusts in May" it is somebody.
func staysMonth(pg *page.Page, i int) bool {
	t, prev := &pg.Tokens[i], pg.Before(i, 1)
	if !t.Has(lex.MarkMonth) || t.Shape != lex.ShapeTitle || prev == nil || t.Lines > 0 || t.Poss || nameBehind(pg, i) || actsBehind(pg, i) {
		return false
	}
	if prev.Has(lex.MarkMonth) && prev.Capital() {
		return true
	}
	if who := pg.Before(i, 2); prev.Is("in") && who != nil && trusts.Has(who.Fold) {
		return false
	}
	return monthLeads.Has(prev.Fold) && (!prev.Is("now") && !prev.Is("by") || !t.Has(lex.MarkWordFirst) || t.Is("may") || t.Is("august"))
}

// staysTongue reports whether a nationality, a language or a faith is meant as
// one: nobody is called so, or one speaks or writes it.
// A demonym that is a place as well never stays by this.
func staysTongue(pg *page.Page, i int) bool {
	t, prev := &pg.Tokens[i], pg.Before(i, 1)
	next := pg.After(i, 1)
	if !t.Has(lex.MarkDemonym) || namedAt(pg, i) || t.Has(lex.MarkPlace|lex.MarkCountry) || next != nil && next.Lines == 0 && next.Capital() || prev != nil && t.Lines == 0 && (prev.Capital() || prev.Fold == "(") && prev.Place < lex.Sentence {
		return false
	}
	if prev != nil && t.Lines == 0 && demonymLeads.Has(prev.Fold) && next != nil && next.Lines == 0 && next.Shape == lex.ShapeLower && next.Kind == lex.KindWord && !next.Has(lex.MarkSpeech|lex.MarkFunction) {
		return true
	}
	return !t.Has(lex.MarkNamed) || prev != nil && t.Lines == 0 && tongueLeads.Has(prev.Fold)
}

// monthLeads stand before a month; trusts are what one does or has in a person, with
// "in" behind; demonymLeads stand before "Polish lad", tongueLeads before a language
// that is somebody's name as well.
var (
	monthLeads   = lex.SetOf("in since until till til during early mid late last next this of by now throughout every each around end start through")
	trusts       = lex.SetOf("confide confides confided confiding trust trusts trusted believe believes believed faith confidence interest interested change changes difference anger")
	demonymLeads = lex.SetOf("the a an only young old this that these those two three every another local big little proper good")
	tongueLeads  = lex.SetOf("in speak speaks spoke speaking spoken some no little good broken poor whose her his their my our fluent learning learns learn basic limited of from and")
)
