package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// saidPlaces finds places by how they are called rather than by an address: a
// street of another language ("the rue Adam"), a possessive before a word for a
// place ("Mitchell's Plain") and a church by its faith ("First Baptist", "zion
// lutheran").
func (s finder) saidPlaces() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t, n := &ts[i], &ts[i+1]
		if t.Kind != lex.KindWord || n.Kind != lex.KindWord || n.Lines > 0 || !n.Gap || t.Taken || n.Taken || t.Stays || n.Stays {
			continue
		}
		switch {
		case foreignStreet(t, n):
			s.Note(evidence.StreetNamed, i, s.streetEnd(i+1), lex.TypeLocation)
		case t.Poss && t.Shape == lex.ShapeTitle && n.Shape == lex.ShapeTitle && possessedPlaces.Has(n.Fold) && !t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday):
			s.Note(evidence.PlacePossessive, i, i+1, lex.TypeLocation)
		case t.Poss && t.Place <= lex.Soft && t.Shape == lex.ShapeTitle && n.Shape == lex.ShapeTitle && possessedHouses.Has(n.Fold) && !t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday):
			s.Note(evidence.PlacePossessive, i, i+1, lex.TypeOrg)
		default:
			s.church(i + 1)
		}
	}
}

// foreignStreet reports whether a street's word of another language stands before
// what it is called.
// "Plaza Selvan" at a sentence's start isn't one.
func foreignStreet(t, n *lex.Token) bool {
	return namedStreets.Has(t.Fold) && n.Shape == lex.ShapeTitle && n.Runes > 2 && (t.Shape == lex.ShapeLower || t.Place <= lex.Soft) && !n.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkMonth|lex.MarkWeekday)
}

// namedStreets are words for a street before its name, possessedPlaces and
// possessedHouses what is somebody's by name alone: "Selvan's Cove", "St Tobi's
// College". A house that begins a sentence may be somebody's indeed.
var (
	namedStreets    = lex.SetOf("rue calle avenida avenue chemin boulevard rua ulica viale piazza plaza strada jalan lorong soi")
	possessedPlaces = lex.SetOf("plain bay cross corner corners point landing ferry creek mill hill head cove harbour harbor gap rest bridge town wood green heath end island ford well wells arm cut nest ridge run crossing hollow common park farm quay wharf passage")
	possessedHouses = lex.SetOf("college hospital institute hospice court lodge inn arms hall house")
)

// church takes a church that ends with its faith at i.
func (s finder) church(i int) {
	ts := s.Tokens
	t, name := &ts[i], &ts[i-1]
	if !faiths.Has(t.Fold) || name.Shape != t.Shape && !(t.Is("ame") && name.Shape == lex.ShapeTitle) || name.Poss || name.Has(lex.MarkDemonym|lex.MarkWeekday|lex.MarkMonth|lex.MarkRole|lex.MarkKin) || s.Tokens[i].Shout {
		return
	}
	first := i - 1
	if first > 0 && ts[first].Lines == 0 && churchLeads.Has(ts[first-1].Fold) && ts[first-1].Shape == name.Shape {
		first--
	}
	switch lead := s.Before(first, 1); {
	case t.Shape == lex.ShapeLower && (!s.Lower || lead == nil || !lead.Has(lex.MarkPlaceCue) || name.Has(lex.MarkFunction) || !name.Stranger() && !name.Has(lex.MarkNamed|lex.MarkWordPlace|lex.MarkPlace)):
		return
	case name.Has(lex.MarkFunction) && !churchLeads.Has(name.Fold), name.Place >= lex.Sentence && name.Has(lex.MarkDict) && !name.Has(lex.MarkNamed):
		return
	}
	s.Note(evidence.HeadFaith, first, i, lex.TypeOrg)
}

// faiths end the name of a church; churchLeads may stand before the rest of it, and
// some of them be all of it: "First Baptist".
var (
	faiths      = lex.SetOf("lutheran baptist methodist presbyterian episcopal ame pentecostal adventist mennonite evangelical unitarian congregational nazarene tabernacle cogic")
	churchLeads = lex.SetOf("first second third new mt mount st saint greater old grace holy good")
)
