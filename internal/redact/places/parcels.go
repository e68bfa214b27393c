package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// parcels are words that a number or a letter follows where land or a building
// is divided: lots, blocks, units, sectors, sites. Where 2 stands the word
// hardly means anything else; with 1 it needs a neighbour that belongs to an
// address.
var parcels = lex.TableOf(map[string]int{
	"blk": 2, "blok": 2, "chak": 2, "erf": 2, "parcela": 2, "lote": 2, "manzana": 2, "villa": 1, "apto": 2, "app": 1, "appt": 2, "postbox": 2,
	"lot": 1, "plot": 1, "block": 1, "unit": 1, "suite": 1, "site": 1, "comp": 1, "compartment": 1, "stand": 1, "space": 1, "pad": 1, "farm": 1, "sector": 1, "phase": 1,
	"stage": 1, "zone": 1, "extension": 1, "ext": 1, "wing": 1, "tower": 1, "floor": 1, "flr": 1, "level": 1, "door": 1, "house": 1, "flat": 1, "apt": 1, "building": 1, "bldg": 1,
	"line": 1, "camp": 1, "pocket": 1, "cluster": 1, "quarter": 1, "quarters": 1, "row": 1, "division": 1, "section": 1, "room": 1, "gali": 1, "lane": 1, "street": 1, "cross": 1, "main": 1,
	"village": 1, "rang": 1, "gate": 1, "colony": 1, "bo": 1, "barrio": 1, "mohalla": 1, "soi": 1, "kampung": 1, "kampong": 1, "box": 1, "rr": 2, "rd": 1, "hc": 1, "ward": 1, "concession": 2, "con": 1, "township": 1, "no": 1,
})

// storeys are words behind an ordinal: "3rd Cross", "2nd flr rear".
var storeys = lex.SetOf("floor flr fl cross main stage block phase storey")

// parcelFinds finds addresses that are laid out by parcels, and those without a
// word for a street: "Lot 47, Shady Pines", "Blk 9", "C-214, 2nd Floor, Sector
// 49", "Rohini Phase II".
func (s finder) parcelFinds() {
	ts := s.Tokens
	for i := 0; i < len(ts); i++ {
		first, end, w := s.parcelChain(i)
		if w == 0 {
			continue
		}
		s.Note(w, first, end, lex.TypeLocation)
		s.tail(end)
		i = end
	}
}

// parcelChain reads the parts of an address from i on, and gives its first and
// last token and its weight, 0 where there is none.
// One part does if it says much ("Blk 9") or a name stands by it ("Lot 4, Tarvane
// Pines"). "Lot 4" alone is no address.
func (s finder) parcelChain(i int) (first, end int, weight evidence.Row) {
	end, sum := s.parcel(i)
	if sum == 0 {
		return i, i, evidence.None
	}
	ts := s.Tokens
	first, parts, named := s.namedBefore(i), 1, false
	named = first < i
	for {
		next := end + 1
		if next < len(ts) && ts[next].Fold == "," && !ts[next].Gap {
			next++
		}
		if next >= len(ts) || ts[next].Lines > 0 {
			break
		}
		if stop, n := s.parcel(next); n > 0 {
			end, sum, parts = stop, sum+n, parts+1
			continue
		}
		stop := s.placeName(next)
		if next == end+1 || stop < next {
			break
		}
		end, named = stop, true
	}
	if first == i && named && i > 0 && ts[i].Lines == 0 && ts[i].Capital() && ts[i-1].Place == lex.Inner && s.sets(i-1) {
		first-- // "Labour Line No. 7"
	}
	switch {
	case parts > 1 && sum > parts, parts > 2:
		return first, end, evidence.ParcelMany
	case parts > 1 && (named || s.addressed(first)):
		return first, end, evidence.ParcelNamed
	case parts > 1 && ts[i].Capital():
		return first, end, evidence.ParcelCapital
	case sum > 1:
		return first, end, evidence.ParcelSure
	case named && (ts[i].Capital() || s.addressed(first)), s.dwellsBehind(i):
		return first, end, evidence.ParcelOne
	}
	return i, i, evidence.None
}

// dwellsBehind reports whether a unit or the like stands behind the comma of a
// place: "Arcadia Palms, unit 212".
func (s finder) dwellsBehind(i int) bool {
	ts := s.Tokens
	t := &ts[i]
	if i < 2 || ts[i-1].Fold != "," || t.Lines > 0 || !(t.Is("unit") || t.Is("apt") || t.Is("apartment") || t.Is("lot") || t.Is("suite") || t.Is("flat")) {
		return false
	}
	of := &ts[i-2]
	return of.Capital() && of.Kind == lex.KindWord && s.Guesses[i-2].Score > 0 || of.Has(lex.MarkGround|lex.MarkBuilding|lex.MarkStreet) || of.Taken
}

// parcel reads one part at i: a parcel word with its number, a storey, a unit
// behind #. It gives its last token and how much it says, 0 where there is none.
func (s finder) parcel(i int) (end, says int) {
	ts := s.Tokens
	t := &ts[i]
	if t.Stays || t.Own || t.Taken && t.Kind != lex.KindNumber {
		return i, 0
	}
	switch {
	case t.Fold == "#":
		return s.hashed(i)
	case t.Kind == lex.KindMixed && lex.OrdinalForm(t.Fold) && i+1 < len(ts) && ts[i+1].Lines == 0 && storeys.Has(ts[i+1].Fold):
		end = i + 1
		if n := s.After(end, 1); n != nil && n.Lines == 0 && (n.Is("rear") || n.Is("front") || n.Is("left") || n.Is("right")) {
			end++
		}
		return end, 1
	// "C214, 2nd Floor"
	case t.Kind == lex.KindMixed && t.Shape == lex.ShapeUpper && t.Fold[0] > '9' && t.Runes <= 5 && i+1 < len(ts) && ts[i+1].Fold == "," && !t.Taken:
		return i, 1
	// "C-214, 2nd Floor"
	case t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes == 1 && i+3 < len(ts) && ts[i+1].Fold == "-" && !ts[i+1].Gap && ts[i+2].Kind == lex.KindNumber && !ts[i+2].Gap && ts[i+3].Fold == ",":
		return i + 2, 1
	// "U4/112 Kestrel Way"
	case t.Kind == lex.KindMixed && t.Fold[0] == 'u' && digitsOnly(t.Fold[1:]) && i+2 < len(ts) && ts[i+1].Fold == "/" && !ts[i+1].Gap && ts[i+2].Kind == lex.KindNumber && !ts[i+2].Gap:
		return i + 2, 2
	// "H. No. 4-7-112", as doors are numbered in India
	case (t.Is("h") || t.Is("d")) && i+3 < len(ts) && ts[i+1].Fold == "." && ts[i+2].Is("no") && ts[i+2].Lines == 0:
		if at := s.past(i); at < len(ts) && ts[at].Lines == 0 && parcelNumber(&ts[at], true) {
			return s.suffix(at), 2
		}
		return i, 0
	case t.Kind != lex.KindWord || parcels.Of(t.Fold) == 0:
		return i, 0
	}
	at := s.past(i)
	if at >= len(ts) || ts[at].Lines > 0 || ts[at].Taken && ts[at].Kind != lex.KindNumber || at == i+1 && !ts[at].Gap {
		return i, 0
	}
	if n := &ts[at]; n.Fold == "#" {
		end, says = s.hashed(at)
		return end, min(says, 1) * parcels.Of(t.Fold)
	} else if !parcelNumber(n, t.Capital()) || t.Is("no") && at == i+1 || t.Is("section") && n.Kind != lex.KindWord {
		return i, 0
	}
	return s.suffix(at), parcels.Of(t.Fold)
}

// past gives the token behind the parcel word at i, past "No.", a point or a
// colon.
// Only a short form of up to four letters has a point: "Blk. 9".
func (s finder) past(i int) int {
	ts := s.Tokens
	at := i + 1
	for at < len(ts) && ts[at].Lines == 0 && (ts[at].Is("no") || ts[at].Is("number") || at > i+1 && ts[at].Fold == "." || ts[at].Fold == "." && !ts[at].Gap && ts[i].Runes <= 4) {
		at++
	}
	return at
}

// parcelNumber reports whether the token numbers a parcel: figures, figures and
// a letter, one capital, or a Roman numeral.
func parcelNumber(n *lex.Token, capital bool) bool {
	switch n.Kind {
	case lex.KindNumber:
		return n.Runes <= 5
	case lex.KindMixed:
		return n.Runes <= 6 && !lex.OrdinalForm(n.Fold)
	case lex.KindWord:
		return capital && n.Shape == lex.ShapeUpper && (n.Runes == 1 && !n.Is("i") || n.Runes <= 4 && romans.Has(n.Fold))
	}
	return false
}

// romans are Roman numerals up to twelve, but those of one letter, which any capital
// may be.
var romans = lex.SetOf("ii iii iv vi vii viii ix xi xii")

// suffix gives the last token of a number that goes on behind a hyphen or a
// slash: "22-A", "4-7-112".
func (s finder) suffix(at int) int {
	ts := s.Tokens
	for most := at + 2*unitMost; at < most && at+2 < len(ts) && !ts[at+1].Gap && !ts[at+2].Gap && (ts[at+1].Fold == "-" || ts[at+1].Fold == "/") && ts[at+2].Lines == 0 && (ts[at+2].Kind == lex.KindNumber || ts[at+2].Kind == lex.KindMixed || ts[at+2].Runes == 1 && ts[at+2].Kind == lex.KindWord); {
		at += 2
	}
	return at
}

// hashed reads "#03-221", which is a flat, and "#4", which may be.
func (s finder) hashed(i int) (end, says int) {
	ts := s.Tokens
	if i+1 >= len(ts) || ts[i+1].Gap || ts[i+1].Kind != lex.KindNumber && ts[i+1].Kind != lex.KindMixed || ts[i+1].Runes > 4 || ts[i+1].Fold[0] > '9' {
		return i, 0
	}
	if end = s.suffix(i + 1); end > i+1 && ts[i+1].Runes <= 2 && ts[end].Runes >= 2 {
		return end, 2
	}
	return i + 1, 1
}

// parcelAt reports whether a part of an address begins at i.
func (s finder) parcelAt(i int) bool {
	_, says := s.parcel(i)
	return says > 0
}

// namedBefore gives the first of the capital words just before i that no
// dictionary knows or that lists have as places: "Rohini Phase II".
// It takes up to four, and none where each may be a given name: "Adam unit 4".
func (s finder) namedBefore(i int) int {
	ts := s.Tokens
	first, known := i, false
	for first > 0 && first > i-4 && ts[first].Lines == 0 && s.sets(first-1) && !ts[first-1].Stays && !ts[first-1].Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkSpeech) && ts[first-1].Shape == lex.ShapeTitle && !ts[first-1].Poss {
		first--
		known = known || ts[first].Has(lex.MarkPlace|lex.MarkGround|lex.MarkBuilding) || ts[first].Stranger() && (!ts[first].Has(lex.MarkFirst|lex.MarkWordFirst) || planned.Has(ts[i].Fold) && ts[i].Capital())
	}
	if !known {
		return i
	}
	return first
}

// planned are the words by which towns laid out by plan are divided.
var planned = lex.SetOf("phase sector pocket extension ext colony block")

// placeName gives the last of up to four capital words from i that read like
// the name of a place, or i-1.
// Two words in a row do, whatever they are; a single given name doesn't.
func (s finder) placeName(i int) int {
	ts := s.Tokens
	last, known := i-1, false
	for j := i; j < len(ts) && j < i+4 && s.sets(j) && !s.parcelAt(j) && !ts[j].Stays && (j == i || ts[j].Lines == 0) && !ts[j].Has(lex.MarkAllow|lex.MarkLetters|lex.MarkSpeech|lex.MarkDemonym); j++ {
		last = j
		known = known || j > i || ts[j].Stranger() && !ts[j].Has(lex.MarkFirst) || ts[j].Has(lex.MarkPlace|lex.MarkGround|lex.MarkBuilding|lex.MarkStreet)
	}
	if !known {
		return i - 1
	}
	return last
}

// addressed reports whether what stands before i says that an address follows.
func (s finder) addressed(i int) bool {
	prev := s.Before(i, 1)
	if prev == nil {
		return false
	}
	if prev.Fold == ":" || prev.Fold == "=" || prev.Is("is") {
		if prev = s.Before(i, 2); prev == nil {
			return false
		}
		return addressWords.Has(prev.Fold)
	}
	return prev.Is("at") || prev.Is("from") || addressWords.Has(prev.Fold)
}

// addressWords stand before an address.
var addressWords = lex.SetOf("address addr residence resides residing lives living lived home place house located property tenancy tenant premises")
