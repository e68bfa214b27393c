package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// tailPairs are two plain words in lower case that end the name of an
// institution, by the first.
var tailPairs = lex.TableOf(map[string]*lex.Set{
	"police": lex.SetOf("station post office"), "group": lex.SetOf("home"), "day": lex.SetOf("centre center program programme nursery hospital care"),
	"field": lex.SetOf("hosp hospital"), "visitation": lex.SetOf("ctr center centre"), "bus": lex.SetOf("loop station depot"), "lunch": lex.SetOf("club"),
	"youth": lex.SetOf("club court centre center hub"), "community": lex.SetOf("centre center hall hub school hospital"), "truck": lex.SetOf("stop"), "fire": lex.SetOf("station"),
	"care": lex.SetOf("home centre center"), "nursing": lex.SetOf("home"), "boxing": lex.SetOf("club gym"), "football": lex.SetOf("club"), "rugby": lex.SetOf("club"), "food": lex.SetOf("bank pantry"),
	"health": lex.SetOf("centre center post clinic"), "medical": lex.SetOf("centre center practice"), "leisure": lex.SetOf("centre center"), "resource": lex.SetOf("centre center"),
	"family": lex.SetOf("centre center court hub"), "contact": lex.SetOf("centre center"), "detention": lex.SetOf("centre center"), "bail": lex.SetOf("hostel"), "ward": lex.SetOf("office"),
	"council": lex.SetOf("office offices"), "district": lex.SetOf("office hospital court"), "county": lex.SetOf("court jail"), "crown": lex.SetOf("court"), "high": lex.SetOf("school court"),
	"primary": lex.SetOf("school"), "secondary": lex.SetOf("school"), "middle": lex.SetOf("school"), "elementary": lex.SetOf("school"), "special": lex.SetOf("school"), "social": lex.SetOf("services work"),
	"children": lex.SetOf("home services court centre center hospital"), "women": lex.SetOf("refuge centre center shelter aid"), "magistrates": lex.SetOf("court"),
})

// plainHeads end the name of an institution in lower case where a word that is
// no plain English stands before them within a sentence.
var plainHeads = lex.SetOf("gym office factory mall hosp ctr temple church school mosque clinic foodbank depot warehouse")

// plainTails finds institutions whose name is followed by plain words in lower
// case: "Bridgeway group home", "the Footscray office".
func (s finder) plainTails() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		first, end := s.tailLead(i), s.tailEnd(i)
		if end == i || first < 0 {
			continue
		}
		s.Note(evidence.PlainTail, first, end, lex.TypeOrg)
	}
}

// tailEnd gives the last token of the plain words behind the one at i; i where
// none stand there.
// In "the Tarvane office" the name must stand within its sentence and be no person's.
func (s finder) tailEnd(i int) int {
	ts := s.Tokens
	head := &ts[i+1]
	if head.Lines > 0 || head.Shape != lex.ShapeLower || head.Taken {
		return i
	}
	if kind := tailPairs.Of(head.Fold); kind != nil && i+2 < len(ts) && ts[i+2].Lines == 0 && ts[i+2].Shape == lex.ShapeLower && kind.Has(ts[i+2].Fold) {
		return i + 2
	}
	if t := &ts[i]; plainHeads.Has(head.Fold) && t.Shape == lex.ShapeTitle && t.Place == lex.Inner && (t.Stranger() && !t.Has(lex.MarkFirst|lex.MarkLast) || t.Has(lex.MarkPlace)) {
		return i + 1
	}
	return i
}

// tailLead gives the first token of the name that ends at i, or less than
// nothing where no name ends there.
// A capital that begins its sentence must be a name or no English word: "Local police
// station" is none. A word in small letters takes along "st" or a strange word before.
func (s finder) tailLead(i int) int {
	ts := s.Tokens
	t := &ts[i]
	if t.Kind != lex.KindWord || t.Taken || t.Stays || t.Poss || t.Runes < 3 || t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkDemonym|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkLetters|lex.MarkAllow|lex.MarkOrgHead) {
		return -1
	}
	if !t.Capital() {
		if !t.Stranger() || t.Shape != lex.ShapeLower {
			return -1
		}
		if i > 0 && t.Lines == 0 && (ts[i-1].Is("st") || ts[i-1].Stranger() && ts[i-1].Shape == lex.ShapeLower) {
			return i - 1
		}
		return i
	}
	if !t.Stranger() && !t.Has(lex.MarkPlace|lex.MarkWordPlace|lex.MarkNamed) && t.Place != lex.Inner || s.Tokens[i].Shout {
		return -1
	}
	first := i
	for first > 0 && first > i-3 && ts[first].Lines == 0 && ts[first-1].Kind == lex.KindWord && ts[first-1].Capital() && !ts[first-1].Poss && !ts[first-1].Has(lex.MarkFunction|lex.MarkKin|lex.MarkTitle|lex.MarkRole|lex.MarkLetters|lex.MarkAllow) {
		first--
	}
	return first
}

// placeParts are words that a number follows behind the name of a place.
var placeParts = lex.SetOf("zone block sector phase village camp ward platform plot lot unit section site compound stage extension ext street lane gate row line stand house flat no number extn cluster pocket")

// placeTails finds what goes on a place behind a comma: "Bidi Bidi, Zone 3, Village
// 9", "Kutupalong, block C-17", "Dharavi, 13 Compound".
func (s finder) placeTails() {
	ts := s.Tokens
	for i := 0; i+3 < len(ts); i++ {
		if s.Guesses[i].Kind != lex.TypeLocation || !s.Masked(i) || ts[i].Kind != lex.KindWord {
			continue
		}
		for end := i; end+3 < len(ts); {
			last := s.placePart(end)
			if last < 0 {
				break
			}
			s.Note(evidence.TailPlace, end+2, last, lex.TypeLocation)
			end = last
		}
	}
}

// placePart gives the last token of what goes on the place that ends at the token,
// or -1.
// A number has four digits behind its word, three before it.
func (s finder) placePart(end int) int {
	ts := s.Tokens
	comma, t, n := &ts[end+1], &ts[end+2], &ts[end+3]
	if comma.Fold != "," || t.Lines > 0 || n.Lines > 0 || t.Taken || n.Taken || !n.Gap {
		return -1
	}
	switch {
	case placeParts.Has(t.Fold) && (n.Kind == lex.KindNumber && n.Runes <= 4 || n.Kind == lex.KindMixed && n.Runes <= 5 || n.Kind == lex.KindWord && n.Shape == lex.ShapeUpper && n.Runes == 1):
		return s.suffix(end + 3)
	case t.Kind == lex.KindNumber && t.Runes <= 3 && n.Capital() && placeParts.Has(n.Fold):
		return end + 3
	}
	return -1
}

// waysides are pairs of lower-case words behind the name of the place or the
// shop that they belong to.
var waysides = lex.TableOf(map[string]string{"metro": "station", "taxi": "rank", "petrol": "station", "gas": "station", "car": "park", "parking": "lot", "retail": "park", "bus": "station", "train": "station", "railway": "station", "caravan": "park", "trailer": "park", "lorry": "park", "truck": "stop", "motorway": "services"})

// waysidePlaces finds "Tarvane Spar parking lot": capitals of which no dictionary
// knows one, before such a pair.
func (s finder) waysidePlaces() {
	ts := s.Tokens
	for i := 1; i+1 < len(ts); i++ {
		second, ok := waysides.Find(ts[i].Fold)
		if !ok || ts[i].Shape != lex.ShapeLower || ts[i].Lines > 0 || !ts[i+1].Is(second) || ts[i+1].Lines > 0 {
			continue
		}
		first, strange := i, false
		for first > 0 && first > i-4 && s.sets(first-1) && (first == i || ts[first].Lines == 0) {
			first--
			strange = strange || ts[first].Stranger() && !ts[first].Has(lex.MarkAllow|lex.MarkOrg)
		}
		if strange {
			s.Note(evidence.Wayside, first, i+1, lex.TypeLocation)
		}
	}
}

// sets reports whether the token is a capital word that may set a place apart.
func (s finder) sets(i int) bool {
	t := &s.Tokens[i]
	return t.Kind == lex.KindWord && t.Capital() && t.Runes > 1 && !t.Taken && !t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkWeekday|lex.MarkMonth)
}
