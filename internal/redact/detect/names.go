package detect

import (
	"math"
	"slices"
	"strings"

	"aftershift/internal/redact/lex"
)

// guess is what the engine believes of one word: the sum of the evidence, as
// log odds, and the strongest reason for it.
type guess struct {
	score    float64
	kind     lex.Type
	detector string
	reason   string
	best     float64
	fixed    bool   // where it stands settles it
	rows     *[]row // while weights are fitted: what was added
}

// add counts evidence; the strongest piece gives the reason.
func (g *guess) add(by row) {
	weight := by.weight()
	g.score += weight
	if weight > g.best && evidence[by].reason != "" {
		g.best, g.detector, g.reason = weight, evidence[by].detector, evidence[by].reason
	}
	if g.rows != nil {
		*g.rows = append(*g.rows, by)
	}
}

// raise counts evidence that comes to a least sum, and gives its reason.
func (g *guess) raise(by, least row) {
	g.score = max(g.score+by.weight(), least.weight())
	g.detector, g.reason = evidence[by].detector, evidence[by].reason
}

// confidence turns log odds into 0–1.
func (g *guess) confidence() float64 { return 1 / (1 + math.Exp(-g.score)) }

// never is the evidence of a word that can't be a name by itself.
const never = -9

// names weighs every word of the page and records what looks like a name, a
// place or an organisation.
func (d *Reading) names(p int) {
	pg := &d.pages[p]
	s := &scene{d: d, pg: pg, guesses: d.desk.guessTable(len(pg.tokens))}
	d.scenes = append(d.scenes, s)
	s.survey()
	for i := range pg.tokens {
		s.guesses[i] = s.weigh(i)
		if pg.tokens[i].Shape == lex.ShapeLower && isCut(pg.tokens, i) {
			s.guesses[i].score = never // "in the mor…"
		}
	}
	s.neighbours()
	s.judge()
	s.theorists()
	s.spreadNames(p)
	s.towns(p)
	s.addresses(p)
	s.numbered(p)
	s.windows(p)
	s.parcelFinds(p)
	s.routeFinds(p)
	s.loneHouses(p)
	s.communeFinds(p)
	s.bareLanes(p)
	s.institutions(p)
	s.wings(p)
	s.prefixes(p)
	s.theNames(p)
	s.lowerPlaces(p)
	s.plainTails(p)
	s.waysidePlaces(p)
	s.runs(p)
	s.saidPlaces(p)
	s.employers(p)
	s.stateful(p)
	s.placeTails(p)
	s.initials(p)
	s.rolls(p)
	s.outcodes(p)
	s.hashTails(p)
	s.record(p)
	s.surrounds(p)
	s.guesses = nil // the next page takes the room
}

// scene is one page while its words are weighed.
type scene struct {
	d       *Reading
	pg      *page
	guesses []guess
	lower   bool   // the text is typed without capitals
	traced  *[]row // while weights are fitted: where the rows that speak go
}

// survey finds out how the page uses capitals.
func (s *scene) survey() {
	ts := s.pg.tokens
	starts, small := 0, 0
	for i := range ts {
		if ts[i].Kind == lex.KindWord && ts[i].Place >= lex.Sentence {
			starts++
			if ts[i].Shape == lex.ShapeLower {
				small++
			}
		}
	}
	s.lower = starts > 0 && small*2 >= starts
	for i := 0; i < len(ts); {
		j, words, titles, uppers, commas := i, 0, 0, 0, 0
		for ; j < len(ts) && (j == i || ts[j].Lines == 0); j++ {
			t := &ts[j]
			if t.Fold == "," {
				commas++
			}
			if t.Kind != lex.KindWord || t.Runes < 4 {
				continue
			}
			words++
			if t.Shape == lex.ShapeTitle {
				titles++
			}
			if t.Shape == lex.ShapeUpper {
				uppers++
			}
		}
		for k := i; k < j; k++ {
			s.pg.tokens[k].Heading = words >= 3 && commas == 0 && titles*10 >= words*8 && words <= 14
			s.pg.tokens[k].Shout = words >= 2 && uppers*2 >= words
		}
		i = j
	}
}

// weigh gives the evidence for one word.
func (s *scene) weigh(i int) guess {
	t := &s.pg.tokens[i]
	g := guess{kind: lex.TypePerson, detector: "name.capital", rows: s.traced}
	if t.Kind != lex.KindWord || t.Taken || t.Stays && !s.threefold(i) {
		g.score = never
		return g
	}
	switch {
	case s.twice(i), s.threefold(i):
		return s.settledGuess(twiceSaid)
	case s.eastMiddle(i - 1), s.eastMiddle(i), s.eastMiddle(i + 1):
		return s.settledGuess(lowerEast)
	case t.Shape == lex.ShapeLower:
		s.weighLower(i, &g)
	default:
		s.weighCapital(i, &g)
	}
	s.typeOf(i, &g)
	return g
}

// settledGuess gives what one row settles, whatever the word is by itself.
func (s *scene) settledGuess(by row) guess {
	g := by.guess(lex.TypePerson)
	g.fixed = true
	return g
}

// typeOf decides between person, place and organisation.
func (s *scene) typeOf(i int, g *guess) {
	t, prev := &s.pg.tokens[i], s.prev(i)
	if s.personForm(i) {
		return
	}
	place := t.Has(lex.MarkPlace|lex.MarkCountry) || t.Has(lex.MarkWordPlace) && !t.Has(lex.MarkNamed)
	cue := prev != nil && prev.Has(lex.MarkPlaceCue) && !prev.Is("from") && !prev.Is("by") && !prev.Is("of") && !prev.Is("to")
	switch {
	case place && (cue || !t.Has(lex.MarkNamed)), cue && t.Has(lex.MarkTown):
		g.kind = lex.TypeLocation
	case cue && prev.Is("in") || cue && prev.Is("near"):
		g.kind = lex.TypeLocation
	case s.placeForm(i, g):
		g.kind, g.reason = lex.TypeLocation, "It ends as the names of places do."
	case cue && prev.Is("at") && !t.Has(lex.MarkName):
		g.kind = lex.TypeOrg
	}
}

// personForm reports whether the word is of a person whatever stands before it: a
// title, or a given name that is no place before another name or a possessive.
func (s *scene) personForm(i int) bool {
	t := &s.pg.tokens[i]
	if t.Has(lex.MarkTitle) {
		return true
	}
	n, prev := s.next(i), s.prev(i)
	if !t.Has(lex.MarkFirst) || t.Has(lex.MarkPlace|lex.MarkCountry|lex.MarkTown) && prev != nil && placeWords.Has(prev.Fold) {
		return false
	}
	return t.Poss || n != nil && n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && n.Has(lex.MarkName) && !n.Has(lex.MarkStreet|lex.MarkOrgHead|lex.MarkGround|lex.MarkBuilding)
}

// staying are the marks of words that faint evidence leaves alone.
const staying = lex.MarkAllow | lex.MarkWeekday | lex.MarkDemonym | lex.MarkLetters | lex.MarkTheorist | lex.MarkTheory | lex.MarkTitle

// least gives the confidence below which nothing is recorded.
func (d *Reading) least() float64 {
	if d.strict {
		return faintStrict
	}
	return faint
}

// faintly reports whether faint evidence may count for the word at all: not for
// one that is known to stay, for an acronym, or for a strange word in lower case
// where capitals are used.
func (s *scene) faintly(t *lex.Token) bool {
	switch {
	case t.Has(staying):
		return false
	case s.d.strict, t.Has(lex.MarkNamed | lex.MarkPlace | lex.MarkWordPlace):
		return true
	case t.Shape == lex.ShapeUpper:
		return t.Runes > 5
	}
	return t.Shape != lex.ShapeLower || s.lower
}

// placeEnds are the ends of many names of towns and villages.
var placeEnds = strings.Fields("brook bridge borough burgh bourne burn bury by caster cester chester church combe croft dale den don field ford gate ham haven head hill hithe holme hurst kirk land leigh ley lock mere minster mouth ness pool port shire stead stoke stone stow thorpe thwaite ton vale ville water well wick wood worth")

// placeForm reports whether a word that no list names is built like the name of
// a place and nothing beside it speaks of a person. A family name built so is a
// place behind a word of place alone.
func (s *scene) placeForm(i int, g *guess) bool {
	t, prev := &s.pg.tokens[i], s.prev(i)
	if t.Runes < 6 || t.Shape != lex.ShapeTitle || t.Has(lex.MarkDict|lex.MarkFirst|lex.MarkWordFirst) || g.detector != "name.capital" && g.detector != "place.cue" && g.detector != "name.contact" && g.detector != "name.family" {
		return false
	}
	toward := prev != nil && prev.Has(lex.MarkPlaceCue) && !prev.Is("by")
	if t.Has(lex.MarkLast) && !toward || prev != nil && prev.Capital() && prev.Kind == lex.KindWord && s.pg.tokens[i].Place == lex.Inner {
		return false
	}
	return slices.ContainsFunc(placeEnds, func(end string) bool { return strings.HasSuffix(t.Fold, end) })
}

// record turns guesses into candidates. What is unlikely even for a reviewer is
// dropped.
func (s *scene) record(p int) {
	ts := s.pg.tokens
	for i := range ts {
		g := &s.guesses[i]
		if c := g.confidence(); c >= dim || c >= s.d.least() && s.faintly(&ts[i]) {
			end := ts[i].End
			if g.reason == "" {
				g.reason = "It may be a name."
			}
			if i+1 < len(ts) && ts[i+1].Is("s") && ts[i+1].Lines == 0 && ts[i+1].Runes == 1 && !(i+2 < len(ts) && ts[i+2].Fold == "/") {
				end = ts[i+1].End
			}
			if i+2 < len(ts) && ts[i+1].Kind == lex.KindPunct && ts[i+1].Gap && lex.Apostrophe([]rune(ts[i+1].Fold)[0]) && ts[i+2].Is("s") && !ts[i+2].Gap {
				end = ts[i+2].End
			}
			s.d.add(Candidate{Part: p, Start: ts[i].Start, End: end, Kind: g.kind, Weight: math.Round(c*100) / 100, Detector: g.detector, Reason: g.reason})
		}
	}
}
