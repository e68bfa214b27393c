package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// linking are words that may stand inside a name of several words.
var linking = lex.SetOf("of the and & for in on upon de la le du des y ap ab ferch ni uí ui na an van von der den bin bint ibn al el st - ' / da di do dos del abu umm")

// weakHeads end the names of institutions, but just as often a plain phrase.
var weakHeads = lex.SetOf("care health practice service services team group project programme law legal lives living place recovery housing agency council unit high " +
	"police media news times post party games union bar company co partners home homes association board committee court courts clinic therapy station home house " +
	"charity society trust foundation club shop store market authority department adoption fostering media futures pathways police prison jail law payee hub women children primary middle " +
	"systems records energy capital junior juniors nursery service surgery university college comp facility institution chambers college bureau gym pool library school hospital ward wing shelter refuge")

// strongHeads need only one capital word that sets them apart.
var strongHeads = lex.SetOf("school schools academy college primary juniors infants nursery elementary infirmary hospital hospice surgery ward lodge court prison university " +
	"gurdwara mosque masjid mandir church chapel synagogue temple hostel hotel shelter refuge homecare healthcare solicitors staffing recruitment ltd limited llp plc inc corp " +
	"clinic centre center pharmacy preschool kindergarten daycare playgroup tots counselling counseling cathedral abbey parish library house station farm inn arms " +
	"marae convent monastery ashram madrasa orphanage dispensary polyclinic daycare creche crèche depot abattoir foundry brewery dojo tavern roadhouse motel casino")

// institutions finds names of several words that end, or begin, with a word
// that says what they are: schools, wards, streets, bridges.
func (s finder) institutions() {
	ts := s.Tokens
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if t.Kind != lex.KindWord || !t.Capital() || t.Stays && !t.Has(lex.MarkNamed|lex.MarkPlace) || t.Taken && !t.Has(lex.MarkPlace) {
			continue
		}
		last := s.run(i)
		if c, end := s.institution(i, last); end > i {
			s.Add(c)
			if c.Kind == lex.TypeLocation && end+2 < len(ts) && ts[end+1].Fold == "," && (dwellings.Has(ts[end+2].Fold) || page.Flats.Has(ts[end+2].Fold)) {
				s.tail(end)
			}
			for j := i; j <= end; j++ {
				s.Guesses[j].Score = max(s.Guesses[j].Score, evidence.HeadWord.Weight())
			}
			i = end
		}
	}
}

// run gives the last token of the run of capital words from i, linking words
// inside included.
// It looks nine tokens ahead within the line. "I" is never in it, and a head in small
// letters ends it: "Tarvane Bank school".
func (s finder) run(i int) int {
	ts := s.Tokens
	last := i
	for j := i + 1; j < len(ts) && j <= i+9; j++ {
		t := &ts[j]
		if t.Lines > 0 {
			break
		}
		if t.Kind == lex.KindWord && t.Capital() && !(t.Runes == 1 && t.Is("i")) {
			last = j
			continue
		}
		if !linking.Has(t.Fold) && !(t.Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkBuilding|lex.MarkStreet) && last == j-1) {
			break
		}
		if t.Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkBuilding|lex.MarkStreet) && !t.Capital() {
			last = j
			break
		}
		if t.Kind == lex.KindPunct && t.Fold != "-" && t.Fold != "&" {
			break
		}
	}
	return last
}

// pureStreets are words that hardly ever end anything but the name of a street.
var pureStreets = lex.SetOf("street road rd lane lanes avenue ave crescent cres cresc terrace ter gardens gdns grove mews boulevard blvd st")

// landmarks are lower-case words that go on the name of a place.
var landmarks = lex.SetOf("shops flats estate station bridge roundabout parking lot car park underpass precinct allotments playground end")

// settlements are lower-case words behind the name of where people live
// together.
var settlements = lex.SetOf("estate flats scheme maisonettes tower towers apartments projects complex encampment reserve reservation township compound settlement")

// institution looks for the longest stretch within the run that ends with a
// head word; it gives the candidate and its last token, or i where there is none.
func (s finder) institution(i, last int) (evidence.Candidate, int) {
	ts := s.Tokens
	for end := last; end > i; end-- {
		t := &ts[end]
		if t.Kind != lex.KindWord || !t.Has(lex.MarkOrgHead|lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) || t.Taken {
			continue
		}
		first := i
		for first < end && (ts[first].Has(lex.MarkFunction|lex.MarkKin|lex.MarkTitle|lex.MarkWeekday|lex.MarkMonth) && ts[first].Place >= lex.Soft || ts[first].Has(lex.MarkFunction) && !ts[first].Is("the") && !ts[first].Is("new") && !ts[first].Is("old")) {
			first++
		}
		// "Selvan in Kestrel Lane": the street begins behind "in".
		if pureStreets.Has(t.Fold) && t.Capital() {
			for j := end - 1; j > first; j-- {
				if ts[j].Shape == lex.ShapeLower && (ts[j].Is("on") || ts[j].Is("in")) && j < end-1 {
					first = j + 1
					break
				}
			}
		}
		if first == end-1 && ts[first].Poss && !t.Capital() && ts[first].Has(lex.MarkFirst|lex.MarkWordFirst) {
			continue // somebody's school
		}
		if ts[end-1].Poss && !t.Capital() && (ts[first].Has(lex.MarkTitle) && first < end-1 || first == end-1 && first > 0 && ts[first-1].Has(lex.MarkTitle) && ts[first-1].Capital()) || t.Is("dr") && end == first+1 && s.BeforeTitle(first) {
			continue // "Mrs Bell's house", "Ring Dr Amin"
		}
		if !t.Capital() && headVerbs.Has(t.Fold) && end+1 < len(ts) && ts[end+1].Lines == 0 && ts[end+1].Has(lex.MarkFunction) && objects.Has(ts[end+1].Fold) {
			continue // "did Steeve close the door"
		}
		apart, known := s.apart(first, end)
		if apart == 0 && pureStreets.Has(t.Fold) && t.Capital() && ts[end-1].Capital() && ts[end-1].Kind == lex.KindWord && ts[end-1].Runes > 1 && !ts[end-1].Has(lex.MarkLetters) && !ts[end-1].Has(lex.MarkFunction) {
			apart, known = 1, 1
		}
		if first >= end || apart == 0 {
			continue
		}
		w := s.headWeight(first, end, apart, known)
		if w == evidence.None {
			continue
		}
		for end+1 < len(ts) && ts[end+1].Kind == lex.KindWord && ts[end+1].Shape == lex.ShapeLower && ts[end+1].Lines == 0 && landmarks.Has(ts[end+1].Fold) && w.Weight() > evidence.Even && t.Has(lex.MarkStreet|lex.MarkGround|lex.MarkOrg|lex.MarkBuilding) {
			end++
		}
		if end < last && (ts[end+1].Is("of") || ts[end+1].Is("for")) {
			end = last
		}
		c := w.At(ts[first].Start, ts[end].End, lex.TypeOrg)
		if t.Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) && !(t.Has(lex.MarkOrgHead) && !t.Has(lex.MarkStreet)) {
			c.Kind, c.Detector, c.Reason = lex.TypeLocation, "place.head", "It reads like the name of a place."
			if first > 0 && ts[first-1].Is("the") && ts[first-1].Capital() && ts[first].Lines == 0 {
				c.Start = ts[first-1].Start
			}
		}
		return c, end
	}
	return evidence.Candidate{}, i
}

// headVerbs are heads that say as well what somebody does, to what objects begin.
var (
	headVerbs = lex.SetOf("close park rise walk place drive view pass cross fold house home school court mill fort gate bank wood")
	objects   = lex.SetOf("the a an his her their my your our it him them me us this that up down out in on off back to with into")
)

// apart counts the words of the stretch that set it apart from a plain phrase,
// and how many of those no dictionary knows or a list names.
func (s finder) apart(first, end int) (apart, known int) {
	for j := first; j < end; j++ {
		t := &s.Tokens[j]
		if t.Kind != lex.KindWord || !t.Capital() || t.Has(lex.MarkFunction|lex.MarkCasual|lex.MarkAllow|lex.MarkLetters|lex.MarkOrgHead|lex.MarkRole|lex.MarkDemonym|lex.MarkWeekday|lex.MarkMonth) && !t.Has(lex.MarkFirst|lex.MarkLast|lex.MarkPlace) && (!t.Has(lex.MarkWordFirst|lex.MarkWordLast) || t.Has(lex.MarkFunction|lex.MarkCasual)) || t.Runes == 1 {
			continue
		}
		if t.Has(lex.MarkTitle|lex.MarkKin) && !t.Has(lex.MarkFirst|lex.MarkLast) {
			continue
		}
		apart++
		if t.Stranger() || t.Has(lex.MarkNamed|lex.MarkPlace|lex.MarkWordPlace) {
			known++
		}
	}
	return apart, known
}

// headWeight says how surely a stretch with this head is a name.
// A head in small letters ("Tarvane school") needs a word that a list names or no
// dictionary has, or must be of settlements.
func (s finder) headWeight(first, end, apart, known int) evidence.Row {
	head, lead := &s.Tokens[end], &s.Tokens[first]
	capital := head.Capital()
	startsSentence := s.Place(first) >= lex.Sentence
	switch {
	case known > 0 && capital:
		return evidence.HeadKnown
	case known > 0 && head.Has(lex.MarkGround|lex.MarkStreet|lex.MarkBuilding) && s.Guesses[first].Score > 0:
		return evidence.HeadGround
	case known > 0 && !capital && end-first >= 2 && s.Tokens[end-1].Shape == lex.ShapeUpper && s.Tokens[end-1].Runes > 1 && s.Guesses[first].Score > 0:
		return evidence.HeadLettered
	case known > 0 && strongHeads.Has(head.Fold) && s.Guesses[first].Score > 0:
		return evidence.HeadStrong
	case !capital && settlements.Has(head.Fold) && s.Tokens[first].Place == lex.Inner && apart > 0:
		return evidence.HeadSettlement
	case !capital:
		return evidence.None
	case head.Has(lex.MarkStreet) && !head.Has(lex.MarkOrgHead) && !(startsSentence && apart == 1):
		return evidence.HeadStreet
	case strongHeads.Has(head.Fold) && !startsSentence:
		return evidence.HeadStrongInside
	case strongHeads.Has(head.Fold) && !s.Tokens[first].Heading:
		return evidence.HeadStrongStart
	case s.Prev(first) != nil && (s.Prev(first).Is("at") || s.Prev(first).Is("from") || s.Prev(first).Is("with") || s.Prev(first).Is("via")) && !head.Has(lex.MarkCasual):
		return evidence.HeadLed
	case apart >= 2 && !startsSentence && !s.Tokens[first].Heading:
		return evidence.HeadTwo
	case !weakHeads.Has(head.Fold) && !startsSentence && !s.Tokens[first].Heading && !lead.Has(lex.MarkAllow):
		return evidence.HeadOne
	}
	return evidence.None
}
