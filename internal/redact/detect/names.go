package detect

import (
	"math"
	"slices"
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/places"
)

// names weighs every word of the page and records what looks like a name, a
// place or an organisation.
func names(pg *page.Page) {
	pg.Guesses = pg.Desk.GuessTable(len(pg.Tokens))
	pg.Survey()
	s := scene{pg}
	for i := range pg.Tokens {
		pg.Guesses[i] = s.weigh(i)
		if pg.Tokens[i].Shape == lex.ShapeLower && page.IsCut(pg.Tokens, i) {
			pg.Guesses[i].Score = evidence.Never // "in the mor…"
		}
	}
	s.neighbours()
	s.judge()
	s.theorists()
	s.spreadNames()
	places.Find(pg)
	s.initials()
	s.rolls()
	places.Codes(pg)
	s.record()
	places.Around(pg)
	pg.Guesses = nil // the next page takes the room
}

// scene is a page while its words are weighed.
type scene struct{ *page.Page }

// weigh gives the evidence for one word.
func (s scene) weigh(i int) evidence.Guess {
	t := &s.Tokens[i]
	g := evidence.Guess{Kind: lex.TypePerson, Detector: "name.capital", Rows: s.Traced}
	if t.Kind != lex.KindWord || t.Taken || t.Stays && !s.threefold(i) {
		g.Score = evidence.Never
		return g
	}
	switch {
	case s.twice(i), s.threefold(i):
		return s.settledGuess(evidence.TwiceSaid)
	case s.eastMiddle(i - 1), s.eastMiddle(i), s.eastMiddle(i + 1):
		return s.settledGuess(evidence.LowerEast)
	case t.Shape == lex.ShapeLower:
		s.weighLower(i, &g)
	default:
		s.weighCapital(i, &g)
	}
	s.typeOf(i, &g)
	return g
}

// settledGuess gives what one row settles, whatever the word is by itself.
// It is fixed: fitted evidence no longer changes it.
func (s scene) settledGuess(by evidence.Row) evidence.Guess {
	g := by.Guess(lex.TypePerson)
	g.Fixed = true
	return g
}

// typeOf decides between person, place and organisation.
// A person is the default. Behind "at" a word on no list of names is an institution:
// "at Tarvane".
func (s scene) typeOf(i int, g *evidence.Guess) {
	t, prev := &s.Tokens[i], s.Prev(i)
	if s.personForm(i) {
		return
	}
	place := t.Has(lex.MarkPlace|lex.MarkCountry) || t.Has(lex.MarkWordPlace) && !t.Has(lex.MarkNamed)
	cue := prev != nil && prev.Has(lex.MarkPlaceCue) && !prev.Is("from") && !prev.Is("by") && !prev.Is("of") && !prev.Is("to")
	switch {
	case place && (cue || !t.Has(lex.MarkNamed)), cue && t.Has(lex.MarkTown):
		g.Kind = lex.TypeLocation
	case cue && prev.Is("in") || cue && prev.Is("near"):
		g.Kind = lex.TypeLocation
	case s.placeForm(i, g):
		g.Kind, g.Reason = lex.TypeLocation, "It ends as the names of places do."
	case cue && prev.Is("at") && !t.Has(lex.MarkName):
		g.Kind = lex.TypeOrg
	}
}

// personForm reports whether the word is of a person whatever stands before it: a
// title, or a given name that is no place before another name or a possessive.
func (s scene) personForm(i int) bool {
	t := &s.Tokens[i]
	if t.Has(lex.MarkTitle) {
		return true
	}
	n, prev := s.Next(i), s.Prev(i)
	if !t.Has(lex.MarkFirst) || t.Has(lex.MarkPlace|lex.MarkCountry|lex.MarkTown) && prev != nil && page.PlaceWords.Has(prev.Fold) {
		return false
	}
	return t.Poss || n != nil && n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && n.Has(lex.MarkName) && !n.Has(lex.MarkStreet|lex.MarkOrgHead|lex.MarkGround|lex.MarkBuilding)
}

// least gives the confidence below which nothing is recorded.
func (s scene) least() float64 {
	if s.Strict {
		return evidence.FaintStrict
	}
	return evidence.Faint
}

// faintly reports whether faint evidence may count for the word at all: not for
// one that is known to stay, for an acronym, or for a strange word in lower case
// where capitals are used.
func (s scene) faintly(t *lex.Token) bool {
	switch {
	case t.Has(page.Staying):
		return false
	case s.Strict, t.Has(lex.MarkNamed | lex.MarkPlace | lex.MarkWordPlace):
		return true
	case t.Shape == lex.ShapeUpper:
		return t.Runes > 5
	}
	return t.Shape != lex.ShapeLower || s.Lower
}

// placeEnds are the ends of many names of towns and villages.
var placeEnds = strings.Fields("brook bridge borough burgh bourne burn bury by caster cester chester church combe croft dale den don field ford gate ham haven head hill hithe holme hurst kirk land leigh ley lock mere minster mouth ness pool port shire stead stoke stone stow thorpe thwaite ton vale ville water well wick wood worth")

// placeForm reports whether a word that no list names is built like the name of
// a place and nothing beside it speaks of a person. A family name built so is a
// place behind a word of place alone.
func (s scene) placeForm(i int, g *evidence.Guess) bool {
	t, prev := &s.Tokens[i], s.Prev(i)
	if t.Runes < 6 || t.Shape != lex.ShapeTitle || t.Has(lex.MarkDict|lex.MarkFirst|lex.MarkWordFirst) || g.Detector != "name.capital" && g.Detector != "place.cue" && g.Detector != "name.contact" && g.Detector != "name.family" {
		return false
	}
	toward := prev != nil && prev.Has(lex.MarkPlaceCue) && !prev.Is("by")
	if t.Has(lex.MarkLast) && !toward || prev != nil && prev.Capital() && prev.Kind == lex.KindWord && s.Tokens[i].Place == lex.Inner {
		return false
	}
	return slices.ContainsFunc(placeEnds, func(end string) bool { return strings.HasSuffix(t.Fold, end) })
}

// record turns guesses into candidates. What is unlikely even for a reviewer is
// dropped.
func (s scene) record() {
	ts := s.Tokens
	for i := range ts {
		g := &s.Guesses[i]
		if c := g.Confidence(); c >= evidence.Dim || c >= s.least() && s.faintly(&ts[i]) {
			end := ts[i].End
			if g.Reason == "" {
				g.Reason = "It may be a name."
			}
			// "Tobi s bag" lost its apostrophe; "Tobi s/o Selvan" is a son.
			if i+1 < len(ts) && ts[i+1].Is("s") && ts[i+1].Lines == 0 && ts[i+1].Runes == 1 && !(i+2 < len(ts) && ts[i+2].Fold == "/") {
				end = ts[i+1].End
			}
			// "Tobi 's bag"
			if i+2 < len(ts) && ts[i+1].Kind == lex.KindPunct && ts[i+1].Gap && lex.Apostrophe([]rune(ts[i+1].Fold)[0]) && ts[i+2].Is("s") && !ts[i+2].Gap {
				end = ts[i+2].End
			}
			s.Add(evidence.Candidate{Start: ts[i].Start, End: end, Kind: g.Kind, Weight: math.Round(c*100) / 100, Detector: g.Detector, Reason: g.Reason})
		}
	}
}
