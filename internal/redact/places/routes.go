package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// routes are the first words of numbered roads and of mail routes, with those
// that may stand between them and the number. A road known by its letters has
// none.
var routes = lex.TableOf(map[string]*lex.Set{
	"county": roadWords, "co": roadWords, "cty": roadWords, "township": roadWords, "twp": roadWords, "range": roadWords, "rge": roadWords, "concession": roadWords, "state": roadWords,
	"parish": roadWords, "forest": roadWords, "forestry": roadWords, "ranch": roadWords, "farm": roadWords, "section": roadWords, "town": roadWords, "rural": lex.SetOf("route road delivery rte rd"),
	"star": lex.SetOf("route"), "provincial": roadWords, "regional": roadWords, "grid": roadWords,
})

// roadWords may stand between a route's first word and its number.
var roadWords = lex.SetOf("road rd route rte highway hwy line trunk sideroad")

// lettered are roads and mail routes known by capitals before a number.
var letteredRoutes = lex.SetOf("fm rm cr sh rr rd hc twp rge bia us nfs")

// alongs are words that stand before a road one goes along.
var alongs = lex.SetOf("on off by via along near from down up to of old take took taking")

// routeFinds finds numbered country roads and mail routes: "County Road D16",
// "Rural Route 4, Box 22-A", "RD 3".
func (s finder) routeFinds() {
	ts := s.Tokens
	for i := 0; i < len(ts); i++ {
		end := s.route(i)
		if end < 0 {
			continue
		}
		for {
			next := end + 1
			if next < len(ts) && ts[next].Fold == "," {
				next++
			}
			if next >= len(ts) || ts[next].Lines > 0 {
				break
			}
			stop, says := s.parcel(next)
			if says == 0 {
				break
			}
			end = stop
		}
		first := i
		if i > 0 && ts[i].Lines == 0 && ts[i-1].Kind == lex.KindNumber && ts[i-1].Runes >= 2 {
			first--
		}
		s.Note(evidence.RouteNumbered, first, end, lex.TypeLocation)
		s.tail(end)
		i = end
	}
}

// route gives the last token of the road that begins at i, or -1.
// "US 61" needs "on" or the like before it, as "US" is a country besides; a number has
// four digits at most, and letters and digits together are five.
func (s finder) route(i int) int {
	ts := s.Tokens
	t := &ts[i]
	if t.Taken || t.Stays || t.Own {
		return -1
	}
	if t.Kind == lex.KindMixed && t.Shape == lex.ShapeUpper && t.Runes <= 6 && t.Runes >= 4 && (t.Fold[:2] == "sh" || t.Fold[:2] == "fm" || t.Fold[:2] == "rr") && digitsOnly(t.Fold[2:]) {
		return i
	}
	at := i + 1
	switch {
	case t.Kind != lex.KindWord || at >= len(ts) || ts[at].Lines > 0:
		return -1
	case routes.Of(t.Fold).Has(ts[at].Fold):
		at++
	case t.Is("concession") && t.Capital():
	case letteredRoutes.Has(t.Fold) && t.Shape == lex.ShapeUpper && !s.Tokens[i].Shout && (!t.Is("us") || i > 0 && alongs.Has(ts[i-1].Fold)):
	default:
		return -1
	}
	for at < len(ts) && (ts[at].Fold == "#" || ts[at].Is("no") || ts[at].Fold == "." && !ts[at].Gap) {
		at++
	}
	if at >= len(ts) || ts[at].Lines > 0 || ts[at].Taken || !(ts[at].Kind == lex.KindNumber && ts[at].Runes <= 4 || ts[at].Kind == lex.KindMixed && ts[at].Runes <= 5 && !lex.OrdinalForm(ts[at].Fold)) {
		return -1
	}
	return at
}

// digitsOnly reports whether the word is made of digits, of one at least.
func digitsOnly(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// unitMost is how many tokens before a house's number may be of its unit. A row of
// hyphens goes on for ever and is none.
const unitMost = 6

// loneHouses finds a house's number with the name of its street alone, where
// what stands before says that somebody is there: "at 402 East Columbia".
func (s finder) loneHouses() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		house := t.Kind == lex.KindNumber && t.Runes <= 5 || t.Kind == lex.KindMixed && t.Runes <= 5 && t.Fold[0] <= '9' && t.Fold[len(t.Fold)-1] >= 'a' && t.Fold[len(t.Fold)-1] <= 'f' && !lex.OrdinalForm(t.Fold)
		if !house || t.Taken && t.Kind != lex.KindNumber || t.Stays || s.Money(i) || i > 0 && !t.Gap && ts[i-1].Kind == lex.KindPunct && ts[i-1].Fold != "-" && t.Lines == 0 {
			continue
		}
		first := i
		for first > 0 && first > i-unitMost && ts[first].Lines == 0 && (ts[first-1].Fold == "-" || ts[first-1].Fold == "#" || ts[first-1].Kind == lex.KindNumber && ts[first].Fold == "-") {
			first--
		}
		if end, w := s.loneHouse(first, i); end > i {
			s.Note(w, first, end, lex.TypeLocation)
			s.tail(end)
			i = end
		}
	}
}

// loneHouse gives the last token of the street behind the number at i and its
// weight, or -1.
// A year before a name isn't a house ("at 2019 Tarvane"), and what is counted, or a
// relative or a role, isn't a street.
func (s finder) loneHouse(first, i int) (int, evidence.Row) {
	ts := s.Tokens
	t, at := &ts[i], i+1
	led := s.addressed(first)
	if ts[at].Lines > 0 || ts[at].Kind == lex.KindPunct || ts[at].Taken || page.IsCut(ts, at) {
		return -1, evidence.None
	}
	quarter := compass.Has(ts[at].Fold) && at+1 < len(ts) && ts[at+1].Lines == 0 && (ts[at+1].Kind != lex.KindPunct || ts[at+1].Fold == "." && ts[at].Runes == 1 && at+2 < len(ts) && ts[at+2].Kind == lex.KindWord) && (!ts[at].Is("s") || ts[at+1].Fold == ".")
	if quarter {
		at++
		if ts[at].Fold == "." && !ts[at].Gap && at+1 < len(ts) && ts[at+1].Lines == 0 {
			at++
		}
	}
	n := &ts[at]
	switch {
	case quarter && s.Lower && led && t.Runes >= 3 && n.Kind == lex.KindWord && n.Shape == lex.ShapeLower && n.Runes > 3 && n.Gap && !n.Has(lex.MarkFunction|lex.MarkUnit|lex.MarkNumber|lex.MarkMonth|lex.MarkWeekday):
		return at, evidence.LonelyQuarter
	case n.Has(lex.MarkUnit|lex.MarkNumber|lex.MarkMonth|lex.MarkWeekday|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkLetters|lex.MarkAllow|lex.MarkSpeech|lex.MarkDemonym|lex.MarkCasual) || n.Has(lex.MarkFunction) || n.Runes == 1 || !n.Gap:
		return -1, evidence.None
	case quarter && lex.OrdinalForm(n.Fold) && (led || t.Runes >= 3):
		return at, evidence.LonelyNumbered
	case n.Kind != lex.KindWord || n.Poss || year(t):
		return -1, evidence.None
	case quarter && n.Capital() && (led || t.Runes >= 3):
		return s.streetEnd(at), evidence.LonelyQuarter
	case n.Capital() && led && t.Runes >= 2 && n.Place == lex.Inner:
		return s.streetEnd(at), evidence.LonelyLed
	case n.Capital() && n.Stranger() && first < i-1 && n.Place == lex.Inner:
		return s.streetEnd(at), evidence.LonelyStranger
	case n.Shape == lex.ShapeLower && at+1 < len(ts) && ts[at+1].Lines == 0 && ts[at+1].Shape == lex.ShapeLower && ts[at+1].Has(lex.MarkStreet) && !ts[at+1].Has(lex.MarkFunction) && led:
		at++
		if b := s.After(at, 1); b != nil && b.Lines == 0 && b.Kind == lex.KindWord && b.Has(lex.MarkBuilding) && !b.Has(lex.MarkFunction) {
			at++
		}
		return at, evidence.LonelyStreet
	case n.Shape == lex.ShapeLower && led && (t.Runes >= 3 && n.Fold[len(n.Fold)-1] != 's' || t.Kind == lex.KindMixed) && n.Runes >= 4 && !n.Has(lex.MarkOrgHead):
		return at, evidence.LonelyLower
	case n.Shape == lex.ShapeLower && t.Kind == lex.KindMixed && n.Stranger() && n.Runes >= 5:
		return at, evidence.LonelyLettered
	}
	return -1, evidence.None
}

// communes are what "of" joins to the name of a place.
var communes = lex.SetOf("town city township village municipality borough county district parish shire hamlet")

// communeFinds finds "Town of Deerfield", a farm with its number ("farm
// Kromdraai 114"), and a place with the number of a house ("at bedok 85").
func (s finder) communeFinds() {
	ts := s.Tokens
	for i := 0; i+2 < len(ts); i++ {
		t, n, third := &ts[i], &ts[i+1], &ts[i+2]
		if t.Kind != lex.KindWord || t.Stays || n.Lines > 0 || third.Lines > 0 {
			continue
		}
		end := -1
		switch {
		case communes.Has(t.Fold) && t.Capital() && n.Is("of") && s.sets(i+2) && !third.Has(lex.MarkAllow|lex.MarkLetters):
			end = s.streetEnd(i + 2)
		case (t.Is("farm") || t.Is("portion") || t.Is("erf")) && s.sets(i+1) && n.Stranger() && third.Kind == lex.KindNumber && third.Runes <= 4:
			end = i + 2
		case t.Has(lex.MarkPlace) && t.Stranger() && s.addressed(i) && n.Kind == lex.KindNumber && n.Runes <= 4 && n.Gap && !n.Taken && !year(n) && !third.Has(lex.MarkUnit|lex.MarkNumber) && third.Fold != "/" && third.Fold != ":":
			end = i + 1
		}
		if end > i {
			s.Note(evidence.Commune, i, end, lex.TypeLocation)
		}
	}
}

// bareLanes finds a street in lower case behind a word of place, without a
// number and without an article: "lives off green lane".
// "Off main road" and the like are no names.
func (s finder) bareLanes() {
	ts := s.Tokens
	for i := 1; i+1 < len(ts); i++ {
		t, head, prev := &ts[i], &ts[i+1], &ts[i-1]
		if t.Shape != lex.ShapeLower || t.Kind != lex.KindWord || !laneWords.Has(head.Fold) || head.Shape != lex.ShapeLower || head.Lines > 0 || t.Lines > 0 || t.Taken || t.Stays || !page.LanePlaces.Has(prev.Fold) {
			continue
		}
		if t.Runes < 3 || page.PlainLanes.Has(t.Fold) || t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkNumber|lex.MarkUnit) || laneWords.Has(t.Fold) {
			continue
		}
		s.Note(evidence.LaneLower, i, i+1, lex.TypeLocation)
	}
}

// laneWords are the words for a street that bareLanes takes in lower case.
var laneWords = lex.SetOf("lane road street avenue rd ave")

// year reports whether the number may be a year of these days.
func year(t *lex.Token) bool {
	return t.Kind == lex.KindNumber && t.Runes == 4 && (t.Fold[:2] == "19" || t.Fold[:2] == "20")
}

// streetEnd gives the last of the capital words from at.
// "At 402 Tarvane Monday" ends before the day.
func (s finder) streetEnd(at int) int {
	ts := s.Tokens
	for at+1 < len(ts) && ts[at+1].Lines == 0 && ts[at+1].Kind == lex.KindWord && ts[at+1].Capital() && !ts[at+1].Has(lex.MarkFunction|lex.MarkWeekday|lex.MarkMonth) {
		at++
	}
	return at
}
