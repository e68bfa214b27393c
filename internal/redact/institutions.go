package redact

import (
	"strings"
	"unicode/utf8"
)

// linking are words that may stand inside a name of several words.
var linking = setOf("of the and & for in on upon de la le du des y ap ab ferch ni uí ui na an van von der den bin bint ibn al el st - ' / da di do dos del abu umm")

// weakHeads end the names of institutions, but just as often a plain phrase.
var weakHeads = setOf("care health practice service services team group project programme law legal lives living place recovery housing agency council unit high " +
	"police media news times post party games union bar company co partners home homes association board committee court courts clinic therapy station home house " +
	"charity society trust foundation club shop store market authority department adoption fostering media futures pathways police prison jail law payee hub women children primary middle " +
	"systems records energy capital junior juniors nursery service surgery university college comp facility institution chambers college bureau gym pool library school hospital ward wing shelter refuge")

// strongHeads need only one capital word that sets them apart.
var strongHeads = setOf("school schools academy college primary juniors infants nursery elementary infirmary hospital hospice surgery ward lodge court prison university " +
	"gurdwara mosque masjid mandir church chapel synagogue temple hostel hotel shelter refuge homecare healthcare solicitors staffing recruitment ltd limited llp plc inc corp " +
	"clinic centre center pharmacy preschool kindergarten daycare playgroup tots counselling counseling cathedral abbey parish library house station farm inn arms")

// institutions finds names of several words that end, or begin, with a word
// that says what they are: schools, wards, streets, bridges.
func (s *scene) institutions(p int) {
	ts := s.pg.tokens
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if t.kind != kindWord || !t.capital() || t.stays && !t.has(markNamed|markPlace) || t.taken && !t.has(markPlace) {
			continue
		}
		last := s.run(i)
		if c, end := s.institution(p, i, last); end > i {
			s.d.found = append(s.d.found, c)
			for j := i; j <= end; j++ {
				s.guesses[j].score = max(s.guesses[j].score, -4)
			}
			i = end
		}
	}
}

// run gives the last token of the run of capital words from i, linking words
// inside included.
func (s *scene) run(i int) int {
	ts := s.pg.tokens
	last := i
	for j := i + 1; j < len(ts) && j <= i+9; j++ {
		t := &ts[j]
		if t.lines > 0 {
			break
		}
		if t.kind == kindWord && t.capital() && !(t.runes == 1 && t.is("i")) {
			last = j
			continue
		}
		if !linking[t.fold] && !(t.has(markOrgHead|markGround|markBuilding|markStreet) && last == j-1) {
			break
		}
		if t.has(markOrgHead|markGround|markBuilding|markStreet) && !t.capital() {
			last = j
			break
		}
		if t.kind == kindPunct && t.fold != "-" && t.fold != "&" {
			break
		}
	}
	return last
}

// pureStreets are words that hardly ever end anything but the name of a street.
var pureStreets = setOf("street road rd lane lanes avenue ave crescent cres cresc terrace ter gardens gdns grove mews boulevard blvd st")

// landmarks are lower-case words that go on the name of a place.
var landmarks = setOf("shops flats estate station bridge roundabout parking lot car park underpass precinct allotments playground")

// institution looks for the longest stretch within the run that ends with a
// head word; it gives the candidate and its last token, or i where there is none.
func (s *scene) institution(p, i, last int) (candidate, int) {
	ts := s.pg.tokens
	for end := last; end > i; end-- {
		t := &ts[end]
		if t.kind != kindWord || !t.has(markOrgHead|markStreet|markBuilding|markGround) || t.taken {
			continue
		}
		first := i
		for first < end && (ts[first].has(markFunction|markKin|markTitle|markWeekday|markMonth) && ts[first].place >= soft || ts[first].has(markFunction) && !ts[first].is("the") && !ts[first].is("new") && !ts[first].is("old")) {
			first++
		}
		apart, known := s.apart(first, end)
		if apart == 0 && pureStreets[t.fold] && t.capital() && ts[end-1].capital() && ts[end-1].kind == kindWord && ts[end-1].runes > 1 && !ts[end-1].has(markLetters) && !ts[end-1].has(markFunction) {
			apart, known = 1, 1
		}
		if first >= end || apart == 0 {
			continue
		}
		w := s.headWeight(first, end, apart, known)
		if w == 0 {
			continue
		}
		for end+1 < len(ts) && ts[end+1].kind == kindWord && ts[end+1].shape == lower && ts[end+1].lines == 0 && landmarks[ts[end+1].fold] && w > 0.5 && t.has(markStreet|markGround|markOrg|markBuilding) {
			end++
		}
		if end < last && (ts[end+1].is("of") || ts[end+1].is("for")) {
			end = last
		}
		c := candidate{part: p, start: ts[first].start, end: ts[end].end, kind: TypeOrg, weight: w, detector: "org.head", reason: "It reads like the name of an institution."}
		if t.has(markStreet|markBuilding|markGround) && !(t.has(markOrgHead) && !t.has(markStreet)) {
			c.kind, c.detector, c.reason = TypeLocation, "place.head", "It reads like the name of a place."
			if first > 0 && ts[first-1].is("the") && ts[first-1].capital() && ts[first].lines == 0 {
				c.start = ts[first-1].start
			}
		}
		return c, end
	}
	return candidate{}, i
}

// apart counts the words of the stretch that set it apart from a plain phrase,
// and how many of those no dictionary knows or a list names.
func (s *scene) apart(first, end int) (apart, known int) {
	for j := first; j < end; j++ {
		t := &s.pg.tokens[j]
		if t.kind != kindWord || !t.capital() || t.has(markFunction|markCasual|markAllow|markLetters|markOrgHead|markRole|markDemonym|markWeekday|markMonth) && !t.has(markFirst|markLast|markPlace) && (!t.has(markWordFirst|markWordLast) || t.has(markFunction|markCasual)) || t.runes == 1 {
			continue
		}
		if t.has(markTitle|markKin) && !t.has(markFirst|markLast) {
			continue
		}
		apart++
		if t.stranger() || t.has(markNamed|markPlace|markWordPlace) {
			known++
		}
	}
	return apart, known
}

// headWeight says how surely a stretch with this head is a name.
func (s *scene) headWeight(first, end, apart, known int) float64 {
	head, lead := &s.pg.tokens[end], &s.pg.tokens[first]
	capital := head.capital()
	startsSentence := s.place(first) >= sentence
	switch {
	case known > 0 && capital:
		return 0.85
	case known > 0 && head.has(markGround|markStreet|markBuilding) && s.guesses[first].score > 0:
		return 0.75
	case known > 0 && strongHeads[head.fold] && s.guesses[first].score > 0:
		return 0.7
	case !capital:
		return 0
	case head.has(markStreet) && !head.has(markOrgHead) && !(startsSentence && apart == 1):
		return 0.7
	case strongHeads[head.fold] && !startsSentence:
		return 0.65
	case strongHeads[head.fold] && !s.heading[first]:
		return 0.52
	case s.prev(first) != nil && (s.prev(first).is("at") || s.prev(first).is("from") || s.prev(first).is("with") || s.prev(first).is("via")) && !head.has(markCasual):
		return 0.55
	case apart >= 2 && !startsSentence && !s.heading[first]:
		return 0.55
	case !weakHeads[head.fold] && !startsSentence && !s.heading[first] && !lead.has(markAllow):
		return 0.45
	}
	return 0
}

// prefixes finds names that begin with the word that says what they are: St
// Anne's, HMP Durham, Ysbyty Gwynedd.
func (s *scene) prefixes(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		kind, ok := prefixKinds[t.fold]
		if t.is("st") && s.lower && t.shape == lower && t.gap && ts[i+1].kind == kindWord && ts[i+1].lines == 0 && ts[i+1].gap && ts[i+1].shape == lower && (ts[i+1].stranger() || ts[i+1].has(markSeldom)) && (i == 0 || ts[i-1].kind == kindPunct || ts[i-1].has(markDict)) {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[i+1].end, TypeOrg, 0.7, "org.prefix", "It reads like the name of an institution or a place."})
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

// lowerPlaces finds "crossgate moor": a word no dictionary knows before a word
// for a street or a stretch of land, all in lower case.
func (s *scene) lowerPlaces(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t, head := &ts[i], &ts[i+1]
		if t.kind == kindWord && t.shape == lower && !t.taken && head.shape == lower && head.lines == 0 &&
			(t.stranger() && t.has(markPlace) && head.has(markWordPlace|markGround|markStreet|markBuilding) && !head.has(markFunction) || t.has(markWordPlace) && !t.has(markFunction) && t.runes > 2 && pureStreets[head.fold] && head.runes > 2) {
			s.d.found = append(s.d.found, candidate{p, t.start, head.end, TypeLocation, 0.65, "place.head", "It reads like the name of a place."})
			continue
		}
		if t.kind != kindWord || t.taken || t.stays || t.shape != lower || !t.stranger() || t.runes < 4 || t.has(markAllow|markLetters|markDemonym|markKin) ||
			head.lines > 0 || head.shape != lower || !head.has(markStreet|markGround|markBuilding) || head.has(markFunction) || head.runes < 3 {
			continue
		}
		s.d.found = append(s.d.found, candidate{p, t.start, head.end, TypeLocation, 0.65, "place.head", "It reads like the name of a place."})
	}
}

// runs finds two to four capital words within a sentence behind a word of
// place: "at Turning Tides".
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

// initials finds "J.M.", "A. Vellacott" and two capitals that act as a person.
func (s *scene) initials(p int) {
	ts := s.pg.tokens
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if s.lower && t.kind == kindWord && t.runes == 1 && t.shape == lower && !t.taken && i+2 < len(ts) && ts[i+1].fold == "." && !ts[i+1].gap && ts[i+2].kind == kindWord && ts[i+2].lines == 0 && ts[i+2].stranger() &&
			ts[i+2].runes > 3 && !ts[i+2].has(markAllow|markLetters|markDemonym|markFunction) && (i == 0 || t.gap) {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[i+2].end, TypePerson, 0.65, "name.initials", "An initial stands before it."})
		}
		if t.taken || t.stays || t.kind != kindWord || t.shape != upper {
			continue
		}
		if t.is("us") && !s.shout[i] || t.is("u") && i+2 < len(ts) && ts[i+1].fold == "." && !ts[i+1].gap && (ts[i+2].is("s") || ts[i+2].is("k")) && !ts[i+2].gap && ts[i+2].shape == upper {
			last := i
			if t.is("u") {
				last = i + 2
			}
			s.d.found = append(s.d.found, candidate{p, t.start, ts[last].end, TypeLocation, 0.8, "place.country", "It is the name of a country."})
			i = last
			continue
		}
		switch {
		case t.runes == 1:
			i = s.dotted(p, i)
		case t.runes == 2 && !t.has(markLetters|markDict|markAllow|markTitle|markFunction|markRole|markUnit):
			next, prev := s.next(i), s.prev(i)
			if next != nil && next.has(markSpeech) && next.shape == lower || t.poss ||
				prev != nil && (prev.has(markNaming|markKin) || prev.has(markContact) && !prev.has(markPlaceCue)) {
				s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypePerson, 0.6, "name.initials", "Two capitals stand where a person would."})
			}
		}
	}
}

// dotted reads initials with points from token i and gives the last it used.
func (s *scene) dotted(p, i int) int {
	ts := s.pg.tokens
	count, last, j := 0, i, i
	for count < 8 && j+1 < len(ts) && ts[j].kind == kindWord && ts[j].runes == 1 && ts[j].shape == upper && ts[j+1].fold == "." && !ts[j+1].gap {
		count++
		last = j + 1
		j += 2
		if j < len(ts) && ts[j].lines > 0 {
			break
		}
	}
	name := j < len(ts) && ts[j].kind == kindWord && ts[j].lines == 0 && ts[j].shape != lower && ts[j].runes > 1 && ts[j].gap && !ts[j].has(markFunction|markAllow|markLetters)
	word := ""
	for k := i; k <= last; k++ {
		if ts[k].kind == kindWord {
			word += ts[k].fold
		}
	}
	switch {
	case word == "us" || word == "uk" || word == "usa":
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[last].end, TypeLocation, 0.8, "place.country", "It is the name of a country."})
	case count == 0 || word == "ps" || word == "nb" || word == "un" || word == "am" || word == "pm" || word == "eu" || word == "po" || word == "ni":
		return i
	case name && (ts[j].stranger() || ts[j].has(markNamed)) && (count > 1 || ts[i].place == inner || ts[i].place == soft || ts[j].stranger()):
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[j].end, TypePerson, 0.85, "name.initials", "An initial stands before it."})
		return j
	case count >= 2 && count <= 3:
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[last].end, TypePerson, 0.7, "name.initials", "It is written like somebody's initials."})
	}
	return last
}

// spreadNames joins what belongs to a name: particles, a single capital behind
// a family name, the other half of a hyphen.
func (s *scene) spreadNames(p int) {
	ts := s.pg.tokens
	named := func(i int) bool {
		return i >= 0 && i < len(ts) && s.guesses[i].score > 0 && ts[i].kind == kindWord
	}
	for i := range ts {
		t := &ts[i]
		if t.kind == kindWord && t.shape == lower && !named(i) && particle(t.fold) && named(i-1) && ts[i-1].capital() && i+2 < len(ts) && particle(ts[i+1].fold) && named(i+2) && ts[i+2].capital() && ts[i+2].lines == 0 && ts[i+1].lines == 0 && t.lines == 0 {
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i-1].kind, detector: "name.particle", reason: "It joins the parts of a name."}
			s.guesses[i+1] = s.guesses[i]
			continue
		}
		switch {
		case t.kind == kindWord && t.shape == title && i+2 < len(ts) && ts[i+1].fold == "-" && !ts[i+1].gap && !ts[i+2].gap && ts[i+2].kind == kindWord && ts[i+2].shape == lower && ts[i+2].runes > 2 &&
			ts[i+2].stranger() && !ts[i+2].has(markAllow|markLetters|markKin) && (named(i) || !t.has(markFunction|markAllow|markCommon) || t.has(markWordFirst|markWeekday|markFirst)):
			s.guesses[i].score = max(s.guesses[i].score, 1)
			if s.guesses[i].reason == "" {
				s.guesses[i].detector, s.guesses[i].reason = "name.beside", "It stands beside a name."
			}
			s.guesses[i+2] = guess{score: 1, kind: s.guesses[i].kind, detector: "name.beside", reason: "It stands beside a name."}
		case t.kind == kindWord && !named(i) && particle(t.fold) && i+2 < len(ts) && ts[i+1].fold == "-" && !ts[i+1].gap && named(i+2) && ts[i+2].capital():
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i+2].kind, detector: "name.particle", reason: "It joins the parts of a name."}
		case t.kind == kindWord && !named(i) && particle(t.fold) && named(i+1) && ts[i+1].capital() && (named(i-1) && ts[i-1].capital() || t.capital() || leads[t.fold]) && ts[i+1].lines == 0 && t.lines == 0:
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i+1].kind, detector: "name.particle", reason: "It joins the parts of a name."}
		case t.kind == kindWord && !named(i) && !t.gap && i >= 2 && i+2 < len(ts) && ts[i-1].fold == "-" && ts[i+1].fold == "-" && !ts[i+2].gap && !ts[i+1].gap && named(i-2) && ts[i+2].capital():
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i-2].kind, detector: "name.particle", reason: "It joins the parts of a name."}
			s.guesses[i+2].score = max(s.guesses[i+2].score, 1)
		case t.kind == kindWord && t.runes == 1 && t.shape == lower && named(i-1) && named(i+1) && ts[i-1].shape == lower && ts[i+1].shape == lower && t.lines == 0 && ts[i+1].lines == 0 && !ts[i-1].poss:
			s.guesses[i] = guess{score: 1, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
		case t.kind == kindWord && t.runes == 1 && t.shape == upper && !t.is("i") && named(i+1) && ts[i+1].capital() && ts[i+1].lines == 0 && ts[i+1].gap && s.guesses[i+1].kind == TypePerson && (!t.is("a") || t.place == inner):
			s.guesses[i] = guess{score: 0.8, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
			if i > 0 && ts[i-1].kind == kindWord && ts[i-1].runes == 1 && ts[i-1].shape == upper && t.lines == 0 {
				s.guesses[i-1] = s.guesses[i]
			}
		case t.kind == kindWord && t.runes == 1 && t.shape == upper && named(i-1) && ts[i-1].capital() && t.lines == 0 && t.gap && !t.is("i") && !ts[i-1].poss && !(t.is("a") && i+1 < len(ts) && ts[i+1].gap && ts[i+1].shape == lower):
			s.guesses[i] = guess{score: 0.8, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
		}
	}
}

// leads are particles that begin a family name without a given name before it.
var leads = setOf("al bin ibn von van de el ap ferch della abu")

func particle(w string) bool {
	switch w {
	case "ap", "ab", "ferch", "ni", "nic", "mac", "mc", "ui", "o", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "bint",
		"ibn", "al", "el", "st", "y", "nad", "pod", "z", "v", "u", "an", "na", "ter", "ten", "abu", "ul", "ur", "st.", "e":
		return true
	}
	return strings.HasPrefix(w, "d'") && len(w) == 2
}
