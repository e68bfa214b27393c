package detect

import "aftershift/internal/redact/lex"

// wings finds what names a part of a larger place: a hospital's unit by its
// floor and side ("on 6 West"), a township's section by its letter ("V
// Section"), the corner of two streets by their names alone ("on Hastings and
// Columbia"), and a county in lower case.
func (s *scene) wings(p int) {
	ts := s.pg.tokens
	for i := range ts {
		end, w := s.wing(i)
		if w != none {
			s.d.add(w.at(p, ts[i].Start, ts[end].End, lex.TypeLocation))
		}
	}
}

func (s *scene) wing(i int) (int, row) {
	ts := s.pg.tokens
	t, prev := &ts[i], before(s.pg, i, 1)
	if i+1 >= len(ts) || prev == nil || t.Taken && t.Kind != lex.KindNumber || t.Stays || ts[i+1].Lines > 0 || ts[i+1].Taken || ts[i+1].Own {
		return i, none
	}
	n, third := &ts[i+1], after(s.pg, i, 2)
	ends := third == nil || third.Lines > 0 || third.Kind == lex.KindPunct && third.Fold != "-" || third.Shape == lex.ShapeLower && third.Kind == lex.KindWord && !third.Has(lex.MarkStreet)
	switch {
	case t.Kind == lex.KindNumber && t.Runes <= 2 && t.Lines == 0 && n.Shape == lex.ShapeTitle && n.Runes > 3 && compass.Has(n.Fold) && ends && (prev.Is("on") || prev.Is("to") || prev.Is("from") || prev.Is("unit") || prev.Is("floor") || prev.Fold == "," || prev.Fold == "("):
		return i + 1, floorWing
	case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeUpper && t.Lines == 0 && n.Is("section") && n.Capital() && ends && (prev.Fold == "," || prev.Is("at") || prev.Is("in") || prev.Is("from") || prev.Is("to")):
		return i + 1, sectionLetter
	case t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 4 && t.Lines == 0 && (n.Is("and") || n.Fold == "&") && third != nil && third.Kind == lex.KindMixed && lex.OrdinalForm(third.Fold) && (prev.Is("on") || prev.Is("at") || prev.Is("near") || prev.Is("seen") || prev.Is("off")):
		return i + 2, streetsMeet
	case t.Kind == lex.KindWord && t.Shape == lex.ShapeTitle && streetOrdinals.Has(t.Fold) && (n.Is("and") || n.Fold == "&") && i+2 < len(ts) && (s.capitalAt(i+2) || lex.OrdinalForm(ts[i+2].Fold)) && (prev.Is("on") || prev.Is("at") || prev.Is("near") || prev.Is("off") || prev.Is("of")):
		return i + 2, streetsMeet
	case (prev.Is("on") || prev.Is("at")) && (n.Is("and") || n.Fold == "&") && i+2 < len(ts) && s.streetAlone(i) && (s.streetAlone(i+2) || lex.OrdinalForm(ts[i+2].Fold)):
		return i + 2, streetsMeet
	case s.lower && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && n.Is("county") && n.Shape == lex.ShapeLower && t.Runes > 2 && t.Lines == 0 && !t.Has(lex.MarkFunction|lex.MarkNumber|lex.MarkRole|lex.MarkKin) && (t.Stranger() || prev.Is("in") || prev.Is("from") || prev.Kind == lex.KindPunct) && !plainCounties.Has(t.Fold) && ends:
		return i + 1, countyLower
	}
	return i, none
}

// streetOrdinals are numbers that streets are called by.
var streetOrdinals = lex.SetOf("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

var plainCounties = lex.SetOf("same other another next whole this that every each any our their home different neighbouring neighboring per out")

// streetAlone reports whether the token may be a street without a word for it: a
// capital that is nobody's given name.
func (s *scene) streetAlone(i int) bool {
	t := &s.pg.tokens[i]
	return t.Kind == lex.KindWord && t.Shape == lex.ShapeTitle && t.Place == lex.Inner && t.Runes > 3 && !t.Poss && !t.Has(lex.MarkFirst|lex.MarkWordFirst|lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkDemonym|lex.MarkCasual|lex.MarkCommon|lex.MarkCountry|lex.MarkTheory|lex.MarkTheorist|lex.MarkSurely) && (t.Stranger() || t.Has(lex.MarkPlace|lex.MarkLast|lex.MarkWordPlace))
}

// hashTails finds a number behind # that goes on a place: "NHA Housing #27".
func (s *scene) hashTails(p int) {
	ts := s.pg.tokens
	placed := map[int]bool{}
	for _, c := range s.pg.found {
		if (c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg) && c.Weight >= MaskAt {
			placed[c.End] = true
		}
	}
	for i := 1; i+1 < len(ts); i++ {
		n := &ts[i+1]
		if ts[i].Fold == "#" && ts[i].Lines == 0 && !n.Gap && !n.Taken && n.Runes <= 5 && (n.Kind == lex.KindNumber || n.Kind == lex.KindMixed && n.Fold[0] <= '9') && placed[ts[i-1].End] {
			s.d.add(hashBehind.at(p, ts[i].Start, n.End, lex.TypeLocation))
		}
	}
}
