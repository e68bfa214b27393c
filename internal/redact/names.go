package redact

import (
	"math"
	"slices"
	"strings"
)

// guess is what the engine believes of one word: the sum of the evidence, as
// log odds, and the strongest reason for it.
type guess struct {
	score    float64
	kind     Type
	detector string
	reason   string
	best     float64
}

// add counts evidence; the strongest piece gives the reason.
func (g *guess) add(weight float64, detector, reason string) {
	g.score += weight
	if weight > g.best && reason != "" {
		g.best, g.detector, g.reason = weight, detector, reason
	}
}

// confidence turns log odds into 0–1.
func (g *guess) confidence() float64 { return 1 / (1 + math.Exp(-g.score)) }

// never is the evidence of a word that can't be a name by itself.
const never = -9

// names weighs every word of the page and records what looks like a name, a
// place or an organisation.
func (d *reading) names(p int) {
	pg := &d.pages[p]
	s := &scene{d: d, pg: pg, guesses: d.desk.guessTable(len(pg.tokens))}
	d.scenes = append(d.scenes, s)
	s.survey()
	for i := range pg.tokens {
		s.guesses[i] = s.weigh(i)
	}
	s.neighbours()
	s.spreadNames(p)
	s.addresses(p)
	s.numbered(p)
	s.windows(p)
	s.institutions(p)
	s.prefixes(p)
	s.theNames(p)
	s.lowerPlaces(p)
	s.waysidePlaces(p)
	s.runs(p)
	s.initials(p)
	s.outcodes(p)
	s.record(p)
}

// scene is one page while its words are weighed.
type scene struct {
	d       *reading
	pg      *page
	guesses []guess
	lower   bool   // the text is typed without capitals
	heading []bool // by token: its line is a heading in title case
	shout   []bool // by token: its line is in capitals
}

// survey finds out how the page uses capitals.
func (s *scene) survey() {
	ts := s.pg.tokens
	s.heading, s.shout = make([]bool, len(ts)), make([]bool, len(ts))
	starts, small := 0, 0
	for i := range ts {
		if ts[i].kind == kindWord && ts[i].place >= sentence {
			starts++
			if ts[i].shape == lower {
				small++
			}
		}
	}
	s.lower = starts > 0 && small*2 >= starts
	for i := 0; i < len(ts); {
		j, words, titles, uppers, commas := i, 0, 0, 0, 0
		for ; j < len(ts) && (j == i || ts[j].lines == 0); j++ {
			t := &ts[j]
			if t.fold == "," {
				commas++
			}
			if t.kind != kindWord || t.runes < 4 {
				continue
			}
			words++
			if t.shape == title {
				titles++
			}
			if t.shape == upper {
				uppers++
			}
		}
		for k := i; k < j; k++ {
			s.heading[k] = words >= 3 && commas == 0 && titles*10 >= words*8 && words <= 14
			s.shout[k] = words >= 2 && uppers*2 >= words
		}
		i = j
	}
}

// weigh gives the evidence for one word.
func (s *scene) weigh(i int) guess {
	t := &s.pg.tokens[i]
	g := guess{kind: TypePerson, detector: "name.capital"}
	if t.kind != kindWord || t.taken || t.stays {
		g.score = never
		return g
	}
	if t.shape == lower {
		s.weighLower(i, &g)
	} else {
		s.weighCapital(i, &g)
	}
	s.typeOf(i, &g)
	return g
}

// typeOf decides between person, place and organisation.
func (s *scene) typeOf(i int, g *guess) {
	t, prev := &s.pg.tokens[i], s.prev(i)
	place := t.has(markPlace|markCountry) || t.has(markWordPlace) && !t.has(markNamed)
	cue := prev != nil && prev.has(markPlaceCue) && !prev.is("from") && !prev.is("by") && !prev.is("of") && !prev.is("to")
	switch {
	case place && (cue || !t.has(markNamed)):
		g.kind = TypeLocation
	case cue && prev.is("in") || cue && prev.is("near"):
		g.kind = TypeLocation
	case s.placeForm(i, g):
		g.kind, g.reason = TypeLocation, "It ends as the names of places do."
	case cue && prev.is("at") && !t.has(markName):
		g.kind = TypeOrg
	}
}

// staying are the marks of words that faint evidence leaves alone.
const staying = markAllow | markWeekday | markDemonym | markLetters | markTheorist | markTheory | markTitle

// least gives the confidence below which nothing is recorded.
func (d *reading) least() float64 {
	if d.strict {
		return faintStrict
	}
	return faint
}

// faintly reports whether faint evidence may count for the word at all: not for
// one that is known to stay, for an acronym, or for a strange word in lower case
// where capitals are used.
func (s *scene) faintly(t *token) bool {
	switch {
	case t.has(staying):
		return false
	case s.d.strict, t.has(markNamed | markPlace | markWordPlace):
		return true
	case t.shape == upper:
		return t.runes > 5
	}
	return t.shape != lower || s.lower
}

// placeEnds are the ends of many names of towns and villages.
var placeEnds = strings.Fields("brook bridge borough burgh bourne burn bury by caster cester chester church combe croft dale den don field ford gate ham haven head hill hithe holme hurst kirk land leigh ley lock mere minster mouth ness pool port shire stead stoke stone stow thorpe thwaite ton vale ville water well wick wood worth")

// placeForm reports whether a word that no list names is built like the name of
// a place and nothing beside it speaks of a person. A family name built so is a
// place behind a word of place alone.
func (s *scene) placeForm(i int, g *guess) bool {
	t, prev := &s.pg.tokens[i], s.prev(i)
	if t.runes < 6 || t.shape != title || t.has(markDict|markFirst|markWordFirst) || g.detector != "name.capital" && g.detector != "place.cue" && g.detector != "name.contact" && g.detector != "name.family" {
		return false
	}
	toward := prev != nil && prev.has(markPlaceCue) && !prev.is("by")
	if t.has(markLast) && !toward || prev != nil && prev.capital() && prev.kind == kindWord && s.pg.tokens[i].place == inner {
		return false
	}
	return slices.ContainsFunc(placeEnds, func(end string) bool { return strings.HasSuffix(t.fold, end) })
}

// record turns guesses into candidates. What is unlikely even for a reviewer is
// dropped.
func (s *scene) record(p int) {
	ts := s.pg.tokens
	for i := range ts {
		g := &s.guesses[i]
		if c := g.confidence(); c >= 0.3 || c >= s.d.least() && s.faintly(&ts[i]) {
			end := ts[i].end
			if g.reason == "" {
				g.reason = "It may be a name."
			}
			if i+1 < len(ts) && ts[i+1].is("s") && ts[i+1].lines == 0 && ts[i+1].runes == 1 {
				end = ts[i+1].end
			}
			if i+2 < len(ts) && ts[i+1].kind == kindPunct && ts[i+1].gap && apostrophe([]rune(ts[i+1].fold)[0]) && ts[i+2].is("s") && !ts[i+2].gap {
				end = ts[i+2].end
			}
			s.d.found = append(s.d.found, candidate{p, ts[i].start, end, g.kind, math.Round(c*100) / 100, g.detector, g.reason})
		}
	}
}
