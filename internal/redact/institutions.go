package redact

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
			if c.kind == TypeLocation && end+2 < len(ts) && ts[end+1].fold == "," && (dwellings[ts[end+2].fold] || flats[ts[end+2].fold]) {
				s.tail(p, end)
			}
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

// settlements are lower-case words behind the name of where people live
// together.
var settlements = setOf("estate flats scheme maisonettes tower towers apartments projects complex encampment reserve reservation township compound settlement")

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
	case !capital && settlements[head.fold] && s.pg.tokens[first].place == inner && apart > 0:
		return 0.6
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
