package redact

import (
	"strings"
)

// numbered finds streets whose number stands behind them ("Koidula 46"), and the
// corner of two streets.
func (s *scene) numbered(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t, n := &ts[i], &ts[i+1]
		if t.is("corner") && n.is("of") {
			s.corner(p, i)
			continue
		}
		if t.kind != kindWord || s.guesses[i].score <= 0 || t.poss || n.lines > 0 || n.taken || n.kind != kindNumber && n.kind != kindMixed || n.runes > 4 || !n.gap ||
			n.kind == kindMixed && n.fold[0] > '9' || ordinalForm(n.fold) || t.has(markAllow|markLetters|markCountry) {
			continue
		}
		first := i
		for first > 0 && first > i-6 && ts[first-1].kind == kindWord && ts[first-1].capital() && ts[first].lines == 0 && (s.guesses[first-1].score > 0 || ts[first-1].has(markCommon|markUsual) && first > 1 && ts[first-2].kind == kindNumber) {
			first--
		}
		before := first > 0 && ts[first-1].kind == kindNumber && ts[first-1].runes >= 3
		next := after(s.pg, i, 2)
		closes := next == nil || next.lines > 0 || next.fold == "," || next.fold == "." || next.has(markStreet) || flats[next.fold]
		switch {
		case before:
			s.d.found = append(s.d.found, candidate{p, ts[first-1].start, n.end, TypeLocation, 0.85, "place.address", "It reads like an address."})
		case closes && t.stranger() && !t.has(markFirst) && first == i && n.runes <= 3 && n.kind == kindNumber:
			s.d.found = append(s.d.found, candidate{p, t.start, n.end, TypeLocation, 0.6, "place.address", "It reads like an address."})
		case closes && t.stranger() && !t.has(markFirst) && next != nil && (next.has(markStreet) || flats[next.fold]):
			s.d.found = append(s.d.found, candidate{p, ts[first].start, n.end, TypeLocation, 0.7, "place.address", "It reads like an address."})
		}
	}
}

// foreignStreets are words for a street in other languages, short forms too.
var foreignStreets = setOf("rue via rua ul ulica utca ut utja u rkp trg calle c avenida avda av avenue str strasse gate gata gatan vej tee tie weg laan straat plac pl platz cesta nabrezi piazza corso viale strada paseo ronda rua chemin allee boulevard quai")

// windows finds an address between two numbers, or behind one, in the order of
// other countries: "1180 Ekelunds gata 41", "12 rue de la Fontaine".
func (s *scene) windows(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		led := t.kind == kindNumber && t.runes >= 2 && t.runes <= 5 && !money(s.pg, i) && !(i > 0 && !t.gap && ts[i-1].kind == kindPunct && ts[i-1].fold != "(" && t.lines == 0)
		street := t.kind == kindWord && foreignStreets[t.fold] && (t.runes > 2 || ts[i+1].fold == ".") && !t.taken
		if !led && !street || t.stays {
			continue
		}
		if end := s.window(i, street); end > i {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[end].end, TypeLocation, 0.75, "place.address", "It reads like an address."})
			s.tail(p, end)
			i = end
		}
	}
}

// window gives the last token of such an address, or -1.
func (s *scene) window(i int, street bool) int {
	ts := s.pg.tokens
	strange, words, named := 0, 0, 0
	for j := i + 1; j < len(ts) && j <= i+8 && ts[j].lines == 0; j++ {
		t := &ts[j]
		switch {
		case t.kind == kindPunct && (t.fold == "." || t.fold == "'" || t.fold == "-" || t.fold == "/") && !t.gap && (t.fold != "." || foreignStreets[ts[j-1].fold]):
		case t.kind == kindNumber && words == 0 && t.runes <= 4 && t.gap && !street:
		case t.kind == kindNumber && words > 0 && t.runes <= 4 && (street || strange > 0 && words <= 5) && (strange > 0 || named > 0):
			return j
		case t.kind == kindWord && foreignStreets[t.fold] && !t.is("u") && !t.is("c") && !t.is("via") && !t.is("tie") && !t.is("tee") && !t.is("gate"):
			street = true
			words++
		case t.kind == kindWord && (particle(t.fold) || foreignStreets[t.fold]):
			words++
		case t.kind == kindWord && t.capital() && !t.has(markFunction|markMonth|markWeekday|markLetters|markAllow):
			words++
			named++
			if t.stranger() {
				strange++
			}
		case t.kind == kindWord && t.stranger() && !t.has(markAllow|markLetters|markUnit|markDemonym) && t.runes > 2:
			words++
			strange++
		default:
			return s.windowEnd(i, j, street, named+strange)
		}
	}
	return -1
}

// windowEnd accepts a window without a second number if it names a street.
func (s *scene) windowEnd(i, j int, street bool, named int) int {
	if street && named > 0 && s.pg.tokens[i].kind == kindNumber && j-1 > i+1 {
		return j - 1
	}
	return -1
}

// corner finds "the corner of X and Y".
func (s *scene) corner(p, i int) {
	ts := s.pg.tokens
	first := i
	if i > 0 && ts[i-1].is("the") {
		first--
	}
	and := -1
	for j := i + 2; j < len(ts) && j <= i+9 && ts[j].lines == 0; j++ {
		if ts[j].is("and") || ts[j].fold == "&" {
			and = j
		}
	}
	if and < 0 || !s.capitalAt(and+1) && !(and+1 < len(ts) && ts[and+1].kind != kindPunct && !ts[and+1].has(markCommon)) {
		return
	}
	last := max(s.run(and+1), and+1)
	s.d.found = append(s.d.found, candidate{p, ts[first].start, ts[last].end, TypeLocation, 0.7, "place.address", "It names where two streets meet."})
}

// tail takes what follows an address: a house number behind the street, a
// postcode's first half, a state's letters, a ZIP code.
func (s *scene) tail(p, end int) {
	ts := s.pg.tokens
	for steps := 0; steps < 8; steps++ {
		j := end + 1
		for j < len(ts) && (ts[j].fold == "," || ts[j].fold == "#") && ts[j].lines <= 1 {
			j++
		}
		if j >= len(ts) || ts[j].lines > 1 {
			return
		}
		t := &ts[j]
		near := t.lines == 0
		switch {
		case t.taken:
		case near && j > end+1 && (dwellings[t.fold] || flats[t.fold]) && j+1 < len(ts) && ts[j+1].lines == 0 && (ts[j+1].kind == kindNumber && ts[j+1].runes <= 4 || ts[j+1].kind == kindMixed && ts[j+1].runes <= 5):
			s.d.found = append(s.d.found, candidate{p, t.start, ts[j+1].end, TypeLocation, 0.8, "place.address", "It goes on an address."})
			j++
		case near && t.capital() && subdivisions[t.fold] && j+1 < len(ts) && ts[j+1].lines == 0 && (ts[j+1].kind == kindNumber && ts[j+1].runes <= 4 || ts[j+1].kind == kindMixed && ts[j+1].runes <= 5 || ts[j+1].kind == kindWord && ts[j+1].shape == upper && ts[j+1].runes <= 3):
			s.d.found = append(s.d.found, candidate{p, t.start, ts[j+1].end, TypeLocation, 0.8, "place.address", "It goes on an address."})
			j++
		case near && t.shape == lower && quarters[t.fold] && j+1 < len(ts) && ts[j+1].lines == 0 && s.guesses[j+1].score > 0 && ts[j+1].shape == lower:
			s.guesses[j] = guess{score: 1.2, kind: TypeLocation, detector: "place.quarter", reason: "It belongs to the name of a place."}
		case t.kind == kindWord && t.runes <= 3 && j+1 < len(ts) && ts[j+1].lines <= 1 && (j > end+1 || t.shape == upper) && !t.is("the") && !t.is("and") &&
			(ts[j+1].kind == kindNumber && ts[j+1].runes >= 4 || ts[j+1].lines == 1 && ts[j+1].has(markCountry)):
			s.d.found = append(s.d.found, candidate{p, t.start, ts[j+1].end, TypeLocation, 0.75, "place.address", "It goes on an address."})
			j++
		case near && t.kind == kindMixed && t.shape == upper && t.runes <= 4 && t.fold[0] > '9', near && t.kind == kindNumber && (j > end+1 && ts[j-1].fold == "#" || t.runes >= 4),
			near && t.kind == kindWord && t.shape == upper && (t.runes <= 3 && stateLetters[t.fold] || t.runes <= 2 && (t.is("n") || t.is("s") || t.is("e") || t.is("w") || t.is("ne") || t.is("nw") || t.is("se") || t.is("sw"))):
			s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypeLocation, 0.9, "place.address", "It goes on an address."})
		case t.kind == kindWord && t.capital() && !t.has(markFunction|markAllow|markLetters|markMonth|markWeekday|markSpeech) && (j > end+1 || t.lines == 1):
			if s.guesses[j].score < 1 && (t.stranger() || t.has(markPlace|markWordPlace|markGround|markBuilding) || t.shape == upper && t.lines == 1) {
				s.guesses[j] = guess{score: 1.2, kind: TypeLocation, detector: "place.address", reason: "It goes on an address."}
			} else if s.guesses[j].score < 0 {
				return
			}
			for k := j + 1; k < len(ts) && k < j+6 && ts[k].kind == kindWord && ts[k].capital() && ts[k].lines == 0 && !ts[k].has(markFunction); k++ {
				j = k
			}
		case t.kind == kindWord && t.capital() && s.guesses[j].score > 0:
		case near && t.kind == kindWord && t.shape == lower && t.is("the") && j > end+1 && j+1 < len(ts) && ts[j+1].kind == kindWord && ts[j+1].lines == 0 && !ts[j+1].has(markFunction|markKin|markRole|markSpeech) && (ts[j+1].capital() || s.lower && listed(ts, j+1)):
			s.d.found = append(s.d.found, candidate{p, t.start, ts[j+1].end, TypeLocation, 0.6, "place.address", "It goes on an address."})
			j++
		case near && t.kind == kindWord && t.shape == lower && s.guesses[j].score > 0:
		case near && t.kind == kindMixed && t.runes <= 4 && t.fold[0] > '9' && t.fold[0] < 0x80 && end == j-1:
			s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypeLocation, 0.7, "place.address", "It goes on an address."})
		default:
			return
		}
		end = j
	}
}

// subdivisions are words that a number follows within an address, as towns laid
// out by plan have them.
var subdivisions = setOf("sector phase block lane street stage extension ward zone unit flat floor cross main colony plot house villa tower wing gate gali")

// dwellings are words before the number of a dwelling behind its street or park.
var dwellings = setOf("number no space pitch stand site floor flr door stair rear")

// listed reports whether the word at i stands alone in a list, as the parts of
// an address do.
func listed(ts []token, i int) bool {
	return (i+1 == len(ts) || ts[i+1].kind == kindPunct || ts[i+1].lines > 0) && (ts[i].has(markBuilding|markGround|markWordPlace|markPlace) || ts[i].stranger() || ts[i].fold[len(ts[i].fold)-1] == 's')
}

var stateLetters = setOf("al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc nsw vic qld tas act nt sa")

// postcodeArea reports whether the word is one or two letters and one or two
// digits.
func postcodeArea(w string) bool {
	letters := len(w) - len(strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz"))
	return letters >= 1 && letters <= 2 && len(w)-letters <= 2 && strings.Trim(w[letters:], "0123456789") == ""
}

// outcodes finds the first half of a postcode behind a place.
func (s *scene) outcodes(p int) {
	ts := s.pg.tokens
	for i := 1; i < len(ts); i++ {
		t := &ts[i]
		if t.kind == kindWord && t.shape == upper && t.runes <= 3 && stateLetters[t.fold] && ts[i-1].fold == "," && i >= 2 && s.guesses[i-2].score > 0 && t.lines == 0 && !s.shout[i] {
			s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypeLocation, 0.7, "place.outcode", "It is the state behind a town."})
			continue
		}
		if t.taken || t.kind != kindMixed || t.shape != upper && !s.lower || t.runes < 2 || t.runes > 4 || t.lines > 0 || t.fold[0] <= '9' || t.fold[t.runes-1] > '9' && t.runes < 4 {
			continue
		}
		j := i - 1
		if ts[j].fold == "," && j > 0 {
			j--
		}
		if ts[j].kind == kindWord && s.guesses[j].score > 0 && (s.guesses[j].kind == TypeLocation || ts[j].has(markPlace|markWordPlace) || j < i-1 && postcodeArea(t.fold)) {
			s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypeLocation, 0.8, "place.outcode", "It is the first half of a postcode."})
		}
	}
}
