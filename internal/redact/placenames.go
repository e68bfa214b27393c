package redact

import (
	"strings"
	"unicode/utf8"
)

// prefixes finds names that begin with the word that says what they are: St
// Anne's, HMP Marlow, Ysbyty Gwynedd.
func (s *scene) prefixes(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		kind, ok := prefixKinds[t.fold]
		if t.is("st") && s.lower && t.shape == lower && t.gap && ts[i+1].kind == kindWord && ts[i+1].lines == 0 && ts[i+1].gap && ts[i+1].shape == lower && (ts[i+1].stranger() || ts[i+1].has(markSeldom)) && (i == 0 || ts[i-1].kind == kindPunct || ts[i-1].has(markDict)) {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[i+1].end, TypeOrg, 0.7, "org.prefix", "It reads like the name of an institution or a place."})
			continue
		}
		if t.is("our") && !ts[i+1].is("lady") {
			continue
		}
		if !ok || !t.capital() && !t.is("st") {
			continue
		}
		j := i + 1
		if ts[j].fold == "." && !ts[j].gap {
			j++
		}
		if j >= len(ts) || ts[j].lines > 0 || ts[j].kind != kindWord || !ts[j].capital() || !ts[j].gap && j == i+1 {
			continue
		}
		if t.is("st") && i > 0 && ts[i-1].has(markFirst|markLast) && ts[i-1].capital() {
			kind = TypePerson
		}
		if ts[j].has(markFunction|markCasual|markAllow|markTitle) && !ts[j].has(markNamed) && kind != TypeOrg || ts[j].has(markFunction) {
			continue
		}
		last := j
		if kind != TypePerson {
			if end := s.run(j); end <= j+4 && ts[end].has(markOrgHead|markGround|markStreet|markBuilding|markPlace) {
				last = end
			} else if j+1 < len(ts) && ts[j+1].kind == kindWord && ts[j+1].capital() && ts[j+1].lines == 0 && !ts[j].poss && ts[j+1].stranger() {
				last = j + 1
			}
		}
		stop := ts[last].end
		if ts[last].poss && kind == TypeOrg {
			stop = min(stop+len("'s"), len(s.pg.text))
			for stop < len(s.pg.text) && !utf8.RuneStart(s.pg.text[stop]) {
				stop++
			}
			if strings.HasSuffix(s.pg.text[:stop], "’") {
				stop++
			}
		}
		s.d.found = append(s.d.found, candidate{p, t.start, min(stop, len(s.pg.text)), kind, 0.88, "org.prefix", "It reads like the name of an institution or a place."})
	}
}

var prefixKinds = map[string]Type{
	"our": TypeOrg, "sacred": TypeOrg, "holy": TypeOrg, "immaculate": TypeOrg, "blessed": TypeOrg,
	"st": TypeOrg, "ste": TypeOrg, "saint": TypeOrg, "san": TypeLocation, "santa": TypeLocation, "hmp": TypeOrg, "hmyoi": TypeOrg, "hmp/yoi": TypeOrg,
	"ysbyty": TypeOrg, "ysgol": TypeOrg, "ward": TypeOrg, "camp": TypeLocation, "fort": TypeLocation, "lake": TypeLocation, "mount": TypeLocation,
	"mt": TypeLocation, "port": TypeLocation, "loch": TypeLocation, "lough": TypeLocation, "glen": TypeLocation, "scoil": TypeOrg, "gaelscoil": TypeOrg, "cnoc": TypeLocation,
	"llan": TypeLocation, "pentre": TypeLocation, "tŷ": TypeLocation, "ty": TypeLocation, "plas": TypeLocation, "maes": TypeLocation, "parc": TypeLocation,
	"baile": TypeLocation, "colegio": TypeOrg, "escuela": TypeOrg, "casa": TypeLocation, "masjid": TypeOrg, "isle": TypeLocation, "cape": TypeLocation, "hotel": TypeLocation, "co": TypeLocation, "county": TypeLocation,
}

// theNames finds "The Willows", a capital article within a sentence.
func (s *scene) theNames(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		if !ts[i].is("the") || ts[i].shape != title || s.heading[i] || ts[i].place == sentence || ts[i].place == line {
			continue
		}
		end := s.run(i)
		t := &ts[i+1]
		if end == i || end > i+4 || t.lines > 0 || t.stays || t.kind != kindWord || !t.capital() || t.has(markAllow|markLetters|markDemonym) || t.has(markFunction) && !t.is("old") && !t.is("new") {
			continue
		}
		w := 0.6
		if ts[i].place == soft {
			w = 0.42
		}
		for end > i && (ts[end].kind != kindWord || ts[end].taken) {
			end--
		}
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[end].end, TypeOrg, w, "org.the", "A capital article within a sentence begins a name."})
	}
}

// lowerPlaces finds "thornsett moor": a word no dictionary knows before a word
// for a street or a stretch of land, all in lower case.
func (s *scene) lowerPlaces(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t, head := &ts[i], &ts[i+1]
		if t.kind == kindWord && t.shape == lower && !t.taken && head.shape == lower && head.lines == 0 &&
			(t.stranger() && t.has(markPlace) && head.has(markWordPlace|markGround|markStreet|markBuilding) && !head.has(markFunction) || t.has(markWordPlace|markNamed) && !t.has(markFunction|markCommon) && t.runes > 2 && pureStreets[head.fold] && head.runes > 2) {
			s.d.found = append(s.d.found, candidate{p, t.start, head.end, TypeLocation, 0.65, "place.head", "It reads like the name of a place."})
			continue
		}
		if s.lower && s.smallInstitution(i) {
			s.d.found = append(s.d.found, candidate{p, t.start, head.end, TypeOrg, 0.55, "org.head", "It reads like the name of an institution."})
			continue
		}
		if t.kind != kindWord || t.taken || t.stays || t.shape != lower || !t.stranger() || t.runes < 4 || t.has(markAllow|markLetters|markDemonym|markKin) ||
			head.lines > 0 || head.shape != lower || !head.has(markStreet|markGround|markBuilding) || head.has(markFunction) || head.runes < 3 {
			continue
		}
		s.d.found = append(s.d.found, candidate{p, t.start, head.end, TypeLocation, 0.65, "place.head", "It reads like the name of a place."})
	}
}

// smallHeads end the names of institutions that have no article before them.
var smallHeads = setOf("house lodge court hall grange manor centre surgery nursery academy hostel clinic hospice ward college primary infirmary")

// smallInstitution reports whether a word that sets it apart and a head stand
// behind a word of place without an article: "at ash lodge", "from crown house".
func (s *scene) smallInstitution(i int) bool {
	t, head, prev := &s.pg.tokens[i], &s.pg.tokens[i+1], s.prev(i)
	return prev != nil && (prev.is("at") || prev.is("from") || prev.is("in") || prev.is("to") || prev.is("near")) && t.kind == kindWord && t.shape == lower && !t.taken && !t.stays && t.runes > 2 &&
		head.shape == lower && head.lines == 0 && smallHeads[head.fold] && (t.has(markNamed|markWordPlace|markPlace) || t.stranger()) && !t.has(markFunction|markRole|markKin|markOrgHead|markUnit|markAllow|markLetters|markDemonym|markWeekday|markMonth)
}

// runs finds two to four capital words within a sentence behind a word of
// place: "at Rising Lights".
func (s *scene) runs(p int) {
	ts := s.pg.tokens
	for i := 1; i+1 < len(ts); i++ {
		t, prev := &ts[i], &ts[i-1]
		if t.kind != kindWord || !t.capital() || t.place != inner || s.heading[i] || s.shout[i] || t.stays || t.taken ||
			!(prev.is("at") || prev.is("from") || prev.is("via") || prev.is("with") || prev.is("in") || prev.is("to") || prev.is("called")) {
			continue
		}
		end, ok := i, true
		for j := i; j <= i+4 && j < len(ts) && ts[j].kind == kindWord && ts[j].capital() && (j == i || ts[j].lines == 0); j++ {
			ok = ok && !ts[j].stays && ts[j].runes > 1 && !ts[j].has(markFunction|markCasual|markAllow|markLetters|markRole|markKin|markTitle|markDemonym|markWeekday|markMonth|markTheory)
			end = j
		}
		if ok && end > i && end <= i+3 {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[end].end, TypeOrg, 0.6, "org.run", "Capitals within a sentence read like a name."})
		}
	}
}
