package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// wings finds what names a part of a larger place: a hospital's unit by its
// floor and side ("on 6 West"), a township's section by its letter ("V
// Section"), the corner of two streets by their names alone ("on Hastings and
// Columbia"), and a county in lower case.
func (s finder) wings() {
	ts := s.Tokens
	for i := range ts {
		end, w := s.wing(i)
		if last := s.meets(i); w == evidence.None && last > i {
			end, w = last, evidence.StreetsFloor
		}
		if w != evidence.None {
			s.Note(w, i, end, lex.TypeLocation)
		}
	}
}

// wing gives the last token of such a part or crossing from i on, with its row; i and
// no row where there is none. What stands before decides, so the first token is none.
func (s finder) wing(i int) (int, evidence.Row) {
	ts := s.Tokens
	t, prev := &ts[i], s.Before(i, 1)
	if i+1 >= len(ts) || prev == nil || t.Taken && t.Kind != lex.KindNumber || t.Stays || ts[i+1].Lines > 0 || ts[i+1].Taken || ts[i+1].Own {
		return i, evidence.None
	}
	n, third := &ts[i+1], s.After(i, 2)
	ends := third == nil || third.Lines > 0 || third.Kind == lex.KindPunct && third.Fold != "-" || third.Shape == lex.ShapeLower && third.Kind == lex.KindWord && !third.Has(lex.MarkStreet)
	switch {
	// "ward round 4B", not "ward round B"
	case t.Is("round") && prev.Is("ward") && n.Gap && n.Kind == lex.KindMixed && partNumberForm(n):
		return i + 1, evidence.WardNumbered
	case t.Kind == lex.KindWord && wardWords.Has(t.Fold) && n.Gap && partNumberForm(n) && n.Kind != lex.KindWord && (t.Capital() || n.Kind == lex.KindMixed || prev.Is("on") || prev.Is("to") || prev.Is("from") || prev.Is("in") || prev.Is("medical") || prev.Is("surgical") || prev.Fold == ","):
		return i + 1, evidence.WardNumbered
	// "on 6 West", not "3 west of"
	case t.Kind == lex.KindNumber && t.Runes <= 2 && t.Lines == 0 && n.Shape == lex.ShapeTitle && n.Runes > 3 && compass.Has(n.Fold) && ends && (prev.Is("on") || prev.Is("to") || prev.Is("from") || prev.Is("unit") || prev.Is("floor") || prev.Fold == "," || prev.Fold == "("):
		return i + 1, evidence.FloorWing
	case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeUpper && t.Lines == 0 && n.Is("section") && n.Capital() && ends && (prev.Fold == "," || prev.Is("at") || prev.Is("in") || prev.Is("from") || prev.Is("to")):
		return i + 1, evidence.SectionLetter
	case t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 4 && t.Lines == 0 && (n.Is("and") || n.Fold == "&") && third != nil && third.Kind == lex.KindMixed && lex.OrdinalForm(third.Fold) && (prev.Is("on") || prev.Is("at") || prev.Is("near") || prev.Is("seen") || prev.Is("off")):
		return i + 2, evidence.StreetsMeet
	case t.Kind == lex.KindWord && t.Shape == lex.ShapeTitle && streetOrdinals.Has(t.Fold) && (n.Is("and") || n.Fold == "&") && i+2 < len(ts) && (s.CapitalAt(i+2) || lex.OrdinalForm(ts[i+2].Fold)) && (prev.Is("on") || prev.Is("at") || prev.Is("near") || prev.Is("off") || prev.Is("of")):
		return i + 2, evidence.StreetsMeet
	case (prev.Is("on") || prev.Is("at")) && (n.Is("and") || n.Fold == "&") && i+2 < len(ts) && s.streetAlone(i) && (s.streetAlone(i+2) || lex.OrdinalForm(ts[i+2].Fold)):
		return i + 2, evidence.StreetsMeet
	case s.Lower && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && n.Is("county") && n.Shape == lex.ShapeLower && t.Runes > 2 && t.Lines == 0 && !t.Has(lex.MarkFunction|lex.MarkNumber|lex.MarkRole|lex.MarkKin) && (t.Stranger() || prev.Is("in") || prev.Is("from") || prev.Kind == lex.KindPunct) && !plainCounties.Has(t.Fold) && ends:
		return i + 1, evidence.CountyLower
	}
	return i, evidence.None
}

// meets gives the token of a flat or a floor behind two capitals joined by "and"
// where they begin, "Kipling and Mount Olive, 14th floor", or i.
func (s finder) meets(i int) int {
	ts := s.Tokens
	if i+4 >= len(ts) || !s.crossing(i) || ts[i+1].Lines > 0 || !ts[i+1].Is("and") && ts[i+1].Fold != "&" || !s.crossing(i+2) {
		return i
	}
	last := i + 2
	if s.crossing(last+1) && ts[last+1].Lines == 0 {
		last++
	}
	if last+2 >= len(ts) || ts[last+1].Fold != "," || ts[last+2].Lines > 0 {
		return i
	}
	t, n := &ts[last+2], s.After(last, 3)
	if t.Fold == "#" || n != nil && n.Lines == 0 && (lex.OrdinalForm(t.Fold) && n.Is("floor") || dwellingWords.Has(t.Fold) && n.Kind != lex.KindPunct && n.Fold[0] <= '9') {
		return last
	}
	return i
}

// crossing reports whether the token is a capital that a street may be called by.
func (s finder) crossing(i int) bool {
	return s.CapitalAt(i) && s.Tokens[i].Shape == lex.ShapeTitle && !s.Tokens[i].Has(lex.MarkFunction|lex.MarkKin|lex.MarkTitle|lex.MarkWeekday) || i < len(s.Tokens) && s.Tokens[i].Place == lex.Line && s.Tokens[i].Shape == lex.ShapeTitle
}

// dwellingWords stand before a flat's number behind a crossing, wardWords before a
// ward's. "Ward 7" needs its capital, a letter in the number or a word such as "on".
var (
	dwellingWords = lex.SetOf("apt apartment unit flat suite ste floor flr rm room")
	wardWords     = lex.SetOf("ward extension")
)

// streetOrdinals are numbers that streets are called by.
var streetOrdinals = lex.SetOf("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

// plainCounties are words before "county" that name none: "the same county".
var plainCounties = lex.SetOf("same other another next whole this that every each any our their home different neighbouring neighboring per out")

// streetAlone reports whether the token may be a street without a word for it: a
// capital that is nobody's given name.
func (s finder) streetAlone(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == lex.KindWord && t.Shape == lex.ShapeTitle && t.Place == lex.Inner && t.Runes > 3 && !t.Poss && !t.Has(lex.MarkFirst|lex.MarkWordFirst|lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkDemonym|lex.MarkCasual|lex.MarkCommon|lex.MarkCountry|lex.MarkTheory|lex.MarkTheorist|lex.MarkSurely) && (t.Stranger() || t.Has(lex.MarkPlace|lex.MarkLast|lex.MarkWordPlace))
}

// hashTails finds a number behind # that goes on a place: "NHA Housing #27".
// It needs a place or an institution right before it, or a bracket between; "call #27"
// is none.
func (s finder) hashTails() {
	ts := s.Tokens
	placed := map[int]bool{}
	for _, c := range s.Found {
		if (c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg) && c.Masked() {
			placed[c.End] = true
		}
	}
	for i := 1; i+1 < len(ts); i++ {
		n := &ts[i+1]
		if ts[i].Fold == "#" && ts[i].Lines == 0 && !n.Gap && !n.Taken && n.Runes <= 5 && (n.Kind == lex.KindNumber || n.Kind == lex.KindMixed && n.Fold[0] <= '9') && placed[ts[i-1].End] {
			s.Note(evidence.HashBehind, i, i+1, lex.TypeLocation)
		} else if i > 1 && ts[i].Fold == "#" && ts[i-1].Fold == "(" && ts[i-1].Lines == 0 && !n.Gap && !n.Taken && n.Runes <= 5 && n.Kind != lex.KindPunct && placed[ts[i-2].End] {
			s.Note(evidence.HashBehind, i, i+1, lex.TypeLocation)
		}
	}
}
