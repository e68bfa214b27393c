package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// surrounds finds what belongs to a place that was found and stands around it: a
// plain word for what it is ("Whangaehu valley road"), what it lies beside ("Trans-
// Ekulu, beside the borehole"), a part of it with a number ("Kharagpur, PF 3",
// "E412 Joe Slovo") and the letters of its state ("Gary IN").
func (s finder) surrounds() {
	placed, begun := map[int]bool{}, map[int]bool{} // by where places end and begin
	for _, c := range s.Found {
		if c.Kind == lex.TypeLocation && c.Masked() {
			placed[c.End], begun[c.Start] = true, true
		}
	}
	for i := range s.Tokens {
		// "Highway 61" is a place by itself, "bus route 61" is none.
		if n := s.After(i, 1); n != nil && n.Lines == 0 && (n.Kind == lex.KindNumber || n.Kind == lex.KindMixed && !lex.OrdinalForm(n.Fold)) && n.Runes <= 4 && n.Gap && mainRoads.Has(s.Tokens[i].Fold) && !page.WordIs(s.Before(i, 1), "bus") {
			s.Note(evidence.RouteNumbered, i, i+1, lex.TypeLocation)
		}
	}
	for n := 0; n < len(s.Found); n++ {
		c := s.Found[n]
		if !c.Masked() || c.By == evidence.SurroundBefore {
			continue
		}
		first, end := s.hyphened(s.TokenAt(c.Start), s.TokenAt(c.End))
		if c.Kind == lex.TypePerson && first > 1 && s.Tokens[first-1].Fold == "," && placed[s.Tokens[first-2].End] && s.Tokens[first].Lines == 0 {
			c.Kind = lex.TypeLocation // within an address
		} else if (c.Kind == lex.TypePerson || c.Kind == lex.TypeOrg) && s.placed(end-1) || c.Kind == lex.TypePerson && s.coded(first) {
			c.Kind = lex.TypeLocation
			s.Add(evidence.SurroundBehind.At(c.Start, c.End, lex.TypeLocation))
		}
		if c.Kind == lex.TypeOrg && first < end && c.By != evidence.SurroundBehind {
			s.orgTail(c.Start, end)
		}
		if c.Kind != lex.TypeLocation || first >= end {
			continue
		}
		if to := s.surround(end); to > end {
			s.Note(evidence.SurroundBehind, end, to-1, lex.TypeLocation)
		}
		if to := s.between(first, end, begun); to > end {
			s.Note(evidence.SurroundBehind, end, to-1, lex.TypeLocation)
		}
		if from := s.leadsPlace(first); from < first {
			s.Note(evidence.SurroundBefore, from, first-1, lex.TypeLocation)
		}
	}
}

// hyphened widens the tokens from first to end by what hyphens hold to them.
func (s finder) hyphened(first, end int) (int, int) {
	ts := s.Tokens
	for first > 1 && ts[first-1].Fold == "-" && !ts[first].Gap && !ts[first-1].Gap && ts[first-2].Kind == lex.KindWord {
		first -= 2
	}
	for end+1 < len(ts) && ts[end].Fold == "-" && !ts[end].Gap && !ts[end+1].Gap && ts[end+1].Kind == lex.KindWord {
		end += 2
	}
	return first, end
}

// coded reports whether the code of a house stands before the token, behind a word
// of place: "at E412 Joe Slovo".
// Then what seemed a person is a place.
func (s finder) coded(i int) bool {
	prev := s.Before(i, 2)
	return prev != nil && page.PlaceWords.Has(prev.Fold) && s.leadsPlace(i) == i-1
}

// placed reports whether what goes on a place stands behind a word that may name a
// person as well: "Gary IN", "Sealdah, platform 9A".
func (s finder) placed(i int) bool {
	ts := s.Tokens
	t, n, m := &ts[i], s.After(i, 1), s.After(i, 2)
	if n == nil || n.Lines > 0 || t.Poss || t.Has(lex.MarkTitle) {
		return false
	}
	if n.Fold == "," && m != nil && strongParts.Has(m.Fold) {
		return s.numberedPart(i+1) > i+1
	}
	return t.Has(lex.MarkPlace|lex.MarkTown|lex.MarkWordPlace) && n.Shape == lex.ShapeUpper && lex.StateLetters.Has(n.Fold) && n.Runes == 2 && !s.Tokens[i].Shout && s.Ended(i+2)
}

// strongParts are such words that only places have.
var strongParts = lex.SetOf("zone block blk sector phase camp platform pf plot lot qr qrs")

// surround gives the token behind all that goes on the place that ends before the
// one at i.
func (s finder) surround(i int) int {
	ts := s.Tokens
	if i >= len(ts) || ts[i].Lines > 0 {
		return i
	}
	if t := &ts[i]; t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes == 2 && lex.StateLetters.Has(t.Fold) && t.Gap && !s.Tokens[i].Shout && s.Ended(i+1) {
		return i + 1
	}
	if t := &ts[i]; t.Kind == lex.KindNumber && t.Runes <= 4 && t.Gap && i > 0 && numberedRoads.Has(ts[i-1].Fold) && !t.Taken {
		return i + 1
	}
	if to := s.placeNouns(i); to > i {
		return to
	}
	if to := s.besidePlace(i); to > i {
		return to
	}
	return s.numberedPart(i)
}

// between gives the token of another place that a few words for where it lies join
// to the one of the tokens from first to end, where either is a road or a number:
// "Route 61 just south of Frackville".
func (s finder) between(first, end int, begun map[int]bool) int {
	ts := s.Tokens
	at := end
	for at < len(ts) && at < end+4 && ts[at].Lines == 0 && ts[at].Shape == lex.ShapeLower && ts[at].Gap && lieWords.Has(ts[at].Fold) {
		at++
	}
	if at == end || at >= len(ts) || ts[at].Lines > 0 || !begun[ts[at].Start] {
		return end
	}
	for j := first; j < len(ts) && j < at+4 && (j <= at || ts[j].Kind != lex.KindPunct); j++ {
		if t := &ts[j]; (j < end || j >= at) && (t.Kind == lex.KindNumber || t.Kind == lex.KindMixed || t.Has(lex.MarkStreet|lex.MarkGround)) {
			return at
		}
	}
	return end
}

// lieWords stand between two places of which one lies by the other.
var lieWords = lex.SetOf("on in of off near behind under past by just south north east west the outside above below opposite next beside across beyond top at before after")

// mainRoads are such words that mean nothing else before a number.
var mainRoads = lex.SetOf("route rte highway hwy interstate turnpike")

// numberedRoads are words for a road that is called by its number.
var numberedRoads = lex.SetOf("route rte rt highway hwy interstate turnpike road rd sr cr")

// orgTail takes what the institution is that ends before the token at i, in plain
// words or short, and the s that makes a shop of a name: "oakhanger juniors", "Elm
// Bank AP", "at Mimmo's, and".
func (s finder) orgTail(from, i int) {
	ts := s.Tokens
	if to := s.placeNouns(i); to > i {
		s.Add(evidence.SurroundBehind.At(from, ts[to-1].End, lex.TypeOrg))
	} else if i < len(ts) && ts[i].Lines == 0 && ts[i].Gap && ts[i].Shape == lex.ShapeUpper && shortHeads.Has(ts[i].Fold) {
		s.Add(evidence.SurroundBehind.At(from, ts[i].End, lex.TypeOrg))
	} else if t := &ts[i-1]; t.Poss && t.Capital() && (i >= len(ts) || ts[i].Lines > 0 || ts[i].Kind == lex.KindPunct || ts[i].Has(lex.MarkFunction)) {
		s.Add(evidence.SurroundBehind.At(from, s.WordEnd(i-1), lex.TypeOrg))
	}
}

// shortHeads are short for what an institution is.
var shortHeads = lex.SetOf("ap pru yoi ebd jmi")

// placeNouns takes one or two plain words for what the place is.
func (s finder) placeNouns(i int) int {
	ts, to := s.Tokens, i
	if i+1 < len(ts) && ts[i].Lines == 0 && ts[i].Gap && ts[i].Shape == lex.ShapeLower && ts[i+1].Lines == 0 && ts[i+1].Shape == lex.ShapeLower && !ts[i].Taken {
		if kind := nounPairs.Of(ts[i].Fold); kind != nil && kind.Has(ts[i+1].Fold) {
			return i + 2
		}
	}
	for to < len(ts) && to < i+2 && ts[to].Lines == 0 && ts[to].Gap && ts[to].Shape == lex.ShapeLower && !ts[to].Taken && !ts[to].Poss && placeNouns.Has(ts[to].Fold) {
		to++
	}
	return to
}

// placeNouns are plain words for what a place is, which end its name.
var placeNouns = lex.SetOf("road rd street st lane line mall slum colony market plaza arcade wharf jetty pier quay junction crossing valley reserve reservation mission settlement estate township parish district county highway " +
	"freeway motorway bridge river creek beach farm station loop way side exit compound encampment camp bypass roundabout turnoff turn-off ghat nagar basti bazaar chowk layout gully mohalla " +
	"lookout trailhead landing viewpoint overlook boardwalk foreshore jetty campground fairgrounds fairground bank green moor heath common hill cross estates flats heights gardens villas square circle parade avenue drive close crescent terrace hostel shelter lodge hotel motel inn hospital hosp surgery school primary academy college juniors infants nursery church mosque temple gurdwara chapel cemetery garage prison court clinic library baths stadium racecourse showground barracks docks harbour marina")

// nounPairs are pairs of plain words that say so, by the first.
var nounPairs = lex.TableOf(map[string]*lex.Set{
	"bus": lex.SetOf("stand stop station depot garage"), "railway": lex.SetOf("station colony line crossing"), "train": lex.SetOf("station"), "police": lex.SetOf("station stn post"), "sixth": lex.SetOf("form"),
	"taxi": lex.SetOf("rank"), "fire": lex.SetOf("station"), "petrol": lex.SetOf("station pump"), "health": lex.SetOf("centre center"), "leisure": lex.SetOf("centre center"), "shopping": lex.SetOf("centre center"),
	"community": lex.SetOf("centre center hall hub"), "retail": lex.SetOf("park"), "industrial": lex.SetOf("estate park"), "metro": lex.SetOf("station"), "tube": lex.SetOf("station"), "tram": lex.SetOf("stop"), "primary": lex.SetOf("school"), "high": lex.SetOf("school court street"), "caravan": lex.SetOf("park site"), "trailer": lex.SetOf("park court"), "mobile": lex.SetOf("park home homes court"),
})

// besidePlace takes what the place lies beside, up to the next sign: behind a
// comma anything with an article or a capital, else what is built or named.
func (s finder) besidePlace(i int) int {
	ts := s.Tokens
	at, comma := i, false
	if ts[at].Fold == "," {
		at, comma = at+1, true
	}
	if at+1 >= len(ts) || ts[at].Lines > 0 || ts[at].Shape != lex.ShapeLower || !sides.Has(ts[at].Fold) {
		return i
	}
	word := &ts[at]
	for at++; at < len(ts) && ts[at].Lines == 0 && (ts[at].Is("to") || ts[at].Is("of") || ts[at].Is("from")); at++ {
	}
	from, named := at, false
	for at < len(ts) && at < from+5 && ts[at].Lines == 0 && (ts[at].Kind == lex.KindWord || ts[at].Kind == lex.KindMixed || ts[at].Fold == "-") {
		if t := &ts[at]; at > from && t.Has(lex.MarkFunction|lex.MarkSpeech) || t.Has(lex.MarkNumber|lex.MarkUnit|lex.MarkWeekday|lex.MarkMonth) || t.Is("way") || t.Is("i") {
			break
		}
		named = named || ts[at].Capital() || ts[at].Has(lex.MarkGround|lex.MarkBuilding|lex.MarkOrgHead|lex.MarkStreet)
		at++
	}
	article := from < len(ts) && (ts[from].Is("the") || ts[from].Is("an") || ts[from].Is("a"))
	switch {
	case at == from || at == from+1 && article || !s.Ended(at):
		return i
	case comma && (article || ts[from].Capital()) && (at >= len(ts) || ts[at].Kind == lex.KindPunct || ts[at].Lines > 0):
		return at
	case !named || !strongSides.Has(word.Fold):
		return i
	}
	return at
}

// strongSides are such words that need no comma before them.
var strongSides = lex.SetOf("behind beside opposite opp past alongside")

// sides are words for where something lies.
var sides = lex.SetOf("near behind beside by opposite opp off past above below across next beyond alongside facing adjoining top back")

// numberedPart takes a part of the place with its number, with or without a comma.
func (s finder) numberedPart(i int) int {
	ts, at := s.Tokens, i
	for {
		j := at
		if j < len(ts) && ts[j].Fold == "," {
			j++
		}
		if j+1 >= len(ts) || ts[j].Lines > 0 || !numbersOf.Has(ts[j].Fold) {
			return at
		}
		n := j + 1
		if ts[n].Fold == "." && !ts[n].Gap {
			n++
		}
		if n >= len(ts) || ts[n].Lines > 0 || !partNumberForm(&ts[n]) {
			return at
		}
		at = s.suffix(n) + 1
	}
}

// numbersOf are words that a number follows within the name of a place.
var numbersOf = lex.SetOf("zone block blk sector phase village camp ward platform pf plot lot unit section site stage extension ext lane gate row line stand flat bed room qr qrs qtr quarter pole tower mile km exit gali street shed hut tent bay apt shelter cluster pocket pitch berth dorm cell hatch marker milepost buzz buzzer buzzcode")

// partNumberForm reports whether the token is what such a word is numbered by.
// It has four digits, five letters and digits, or is one capital but "I".
func partNumberForm(t *lex.Token) bool {
	switch t.Kind {
	case lex.KindNumber:
		return t.Runes <= 4
	case lex.KindMixed:
		return t.Runes <= 5 && !lex.OrdinalForm(t.Fold)
	}
	return t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes == 1 && !t.Is("i")
}

// leadsPlace gives the first token of a house's code or a numbered part right before
// the place that begins at i.
func (s finder) leadsPlace(i int) int {
	ts := s.Tokens
	if i == 0 || ts[i].Lines > 0 {
		return i
	}
	j := i - 1
	comma := ts[j].Fold == "," && j > 0
	if comma {
		j--
	}
	t := &ts[j]
	if t.Taken || t.Stays || ts[j+1].Lines > 0 {
		return i
	}
	if j > 0 && t.Lines == 0 && comma && partNumberForm(t) && t.Kind != lex.KindWord && numbersOf.Has(ts[j-1].Fold) {
		return j - 1
	}
	if n := s.Before(j, 1); !comma && t.Lines == 0 && t.Shape == lex.ShapeTitle && t.Has(lex.MarkDict) && t.Gap && n != nil && n.Kind == lex.KindNumber && n.Runes >= 2 && n.Runes <= 5 && !s.Money(j-1) && !t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkUnit) {
		return j - 1 // "4409 Old Gentilly"
	}
	if !comma && t.Kind == lex.KindMixed && t.Shape == lex.ShapeUpper && t.Runes >= 2 && t.Runes <= 5 && t.Gap && t.Fold[0] > '9' && ts[i].Gap {
		return j
	}
	return i
}
