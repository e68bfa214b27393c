package detect

import (
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/figures"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/pseudonym"
)

// saidOf tells what the words around a candidate say of it.
func saidOf(pg *page.Page, c evidence.Candidate) pseudonym.Said {
	i := pg.TokenAt(c.Start)
	var s pseudonym.Said
	if i < len(pg.Tokens) && pg.Tokens[i].Place >= lex.Sentence {
		r, _ := utf8.DecodeRuneInString(pg.Text[c.Start:])
		s.Capital = !unicode.IsLower(r)
	}
	if c.Kind == lex.TypeAge && i < len(pg.Tokens) {
		s.Age = figures.AgePlace(pg, i, pg.TokenAt(c.End))
	}
	if i == 0 || i > len(pg.Tokens) {
		return s
	}
	prev := &pg.Tokens[i-1]
	if prev.Fold == "." && !prev.Gap && i > 1 && pg.Tokens[i-2].Has(lex.MarkTitle) {
		prev = &pg.Tokens[i-2]
	}
	if c.Kind == lex.TypePerson {
		s.Led, s.Plural = ledBy(pg, i, prev), familyAt(pg, i, c)
	}
	s.Vowel = prev.Is("an")
	s.Article = i < len(pg.Tokens) && pg.Tokens[i].Lines == 0 && page.Determiners.Has(prev.Fold)
	switch {
	case prev.Has(lex.MarkKin):
		s.Kin = prev.Fold
		if i > 1 && pg.Tokens[i-2].Poss {
			s.Whose = pg.Tokens[i-2].Fold
		}
		s.Adult = grownUp(pg, i, pg.TokenAt(c.End))
	case prev.Is("dc") || prev.Is("pc") || prev.Is("ds") || prev.Is("di") || prev.Is("officer") || prev.Is("garda"):
		s.Role = "officer"
	case prev.Has(lex.MarkRole) && workRoles.Has(prev.Fold):
		s.Role = "worker"
	}
	return s
}

// ledBy gives the title, relative or role right before the name at i, or nothing.
func ledBy(pg *page.Page, i int, prev *lex.Token) string {
	if i < len(pg.Tokens) && prev.Own && pg.Tokens[i].Lines == 0 {
		if w := lex.Fold(pg.Text[prev.Start:prev.End]); workRoles.Has(w) {
			return w // of a label of the user's own
		}
	}
	if i >= len(pg.Tokens) || pg.Tokens[i].Lines > 0 || !prev.Has(lex.MarkTitle|lex.MarkKin|lex.MarkRole) && !page.Persons.Has(prev.Fold) && !workRoles.Has(prev.Fold) && !prev.Is("client") && !prev.Is("patient") {
		return ""
	}
	return prev.Fold
}

// familyAt reports whether the name of one word at i means a family: it stands
// behind "the" and ends as a plural does.
func familyAt(pg *page.Page, i int, c evidence.Candidate) bool {
	if i >= len(pg.Tokens) {
		return false
	}
	t, next := &pg.Tokens[i], pg.After(i, 1)
	if t.End != c.End || t.Poss || t.Runes < 4 || t.Shape == lex.ShapeUpper || t.Fold[len(t.Fold)-1] != 's' || !pg.Tokens[i-1].Is("the") || next != nil && next.Lines == 0 && (next.Capital() || next.Has(lex.MarkKin) || page.Relatives.Has(next.Fold) || page.FamilyHomes.Has(next.Fold)) {
		return false
	}
	return pg.Lists.Marks(t.Fold[:len(t.Fold)-1])&lex.MarkNamed != 0
}

// grownUp reports whether an age or a deed near the person named by the tokens
// from first to end says that they are an adult: "her adult son Lee", "her son
// Lee, 34", "her son Lee, who works nights".
// It looks four tokens back and eight ahead within the sentence. Adults are those from
// 18 on; an age of one or three figures says nothing here.
func grownUp(pg *page.Page, first, end int) bool {
	ts := pg.Tokens
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
