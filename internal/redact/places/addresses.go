package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// addresses finds houses in streets, and joins what follows: town, postcode.
func (s finder) addresses() {
	ts := s.Tokens
	for i := 0; i < len(ts); i++ {
		if end, w := s.address(i); end >= i && w != evidence.None {
			first := i
			if ts[i].Is("box") && i >= 4 && ts[i-2].Is("o") && ts[i-4].Is("p") {
				first = i - 4
			} else if ts[i].Is("box") && i >= 1 && ts[i-1].Is("po") {
				first = i - 1
			}
			first = s.numberWord(first)
			s.Note(w, first, end, lex.TypeLocation)
			s.tail(end)
			i = end
		}
	}
}

// numberWord gives the token of "No." or "Number" right before the house at i, or
// i.
func (s finder) numberWord(i int) int {
	ts := s.Tokens
	at := i - 1
	if at > 0 && ts[at].Fold == "." && !ts[at].Gap {
		at--
	}
	if at >= 0 && (ts[i].Kind != lex.KindWord || ts[i].Has(lex.MarkNumber)) && ts[i].Lines == 0 && (ts[at].Is("no") || ts[at].Is("nos") || ts[at].Is("number")) && ts[at].Runes > 1 {
		return at
	}
	return i
}

// address gives the last token of the address that starts at i and its weight;
// -1 where there is none.
func (s finder) address(i int) (int, evidence.Row) {
	t := &s.Tokens[i]
	// "2/14 Kestrel Way" and "3/2, 14 Kestrel Way" begin with the flat.
	if t.Kind == lex.KindNumber && i+2 < len(s.Tokens) && s.Tokens[i+1].Fold == "/" && !s.Tokens[i+1].Gap && s.Tokens[i+2].Kind == lex.KindNumber && !s.Tokens[i+2].Gap {
		if c, n := s.After(i, 3), s.After(i, 4); n != nil && c.Fold == "," && (n.Kind == lex.KindNumber || n.Kind == lex.KindMixed) && n.Lines == 0 {
			return s.house(i + 4)
		}
		return s.house(i + 2)
	}
	if end := s.grid(i); end > i {
		return end, evidence.HouseGrid
	}
	// "the 1200 block of Kestrel Ave"
	if t.Kind == lex.KindNumber && t.Runes >= 3 && i+2 < len(s.Tokens) && s.Tokens[i+1].Is("block") && s.Tokens[i+2].Is("of") {
		end := max(s.run(i+2), i+2)
		for end+1 < len(s.Tokens) && s.Tokens[end+1].Lines == 0 && (s.Tokens[end+1].Kind == lex.KindMixed && lex.OrdinalForm(s.Tokens[end+1].Fold) || s.Tokens[end+1].Has(lex.MarkStreet)) {
			end++
		}
		return end, evidence.HouseBlock
	}
	switch {
	case t.Kind == lex.KindWord && page.Flats.Has(t.Fold) && (t.Capital() || t.Is("flat") || t.Is("apt") || t.Is("lot") || t.Is("plot") || t.Is("suite") || t.Is("apartment")):
		return s.flat(i)
	case t.Stays || t.Taken && (t.Kind != lex.KindNumber || i+1 < len(s.Tokens) && s.Tokens[i+1].Taken):
		return -1, evidence.None
	case (t.Is("number") || t.Is("no")) && i > 0 && s.Tokens[i-1].Is("at") && t.Lines == 0:
		n := s.After(i, 1)
		if n == nil || n.Lines > 0 || n.Taken {
			return -1, evidence.None
		}
		last := i + 1
		if n.Has(lex.MarkNumber) && !n.Is("one") {
			last = saidEnd(s.Tokens, last)
		} else if n.Kind != lex.KindNumber && n.Kind != lex.KindMixed || n.Runes > 4 {
			return -1, evidence.None
		}
		if end, w := s.house(last); w != evidence.None {
			return end, w
		}
		return last, evidence.HouseNumberAt
	// "number 9, the Paddocks"
	case t.Is("number") && i+3 < len(s.Tokens) && s.Tokens[i+1].Kind == lex.KindNumber && s.Tokens[i+1].Runes <= 3 && s.Tokens[i+2].Fold == "," && s.Tokens[i+1].Lines == 0:
		from := i + 3
		if s.Tokens[from].Is("the") && s.Tokens[from].Lines == 0 {
			from++
		}
		if s.CapitalAt(from) && !s.Tokens[from].Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkKin|lex.MarkRole) {
			return s.run(from), evidence.HouseNumberAt
		}
		return -1, evidence.None
	case t.Kind == lex.KindWord && t.Has(lex.MarkNumber):
		return s.saidHouse(i)
	case t.Kind == lex.KindNumber && t.Runes <= 5 || t.Kind == lex.KindMixed && t.Runes <= 4 && t.Fold[0] <= '9':
		if s.Money(i) || i > 0 && !t.Gap && s.Tokens[i-1].Kind == lex.KindPunct && s.Tokens[i-1].Fold != "(" && s.Tokens[i-1].Fold != "\"" && s.Tokens[i-1].Fold != "-" && t.Lines == 0 {
			return -1, evidence.None
		}
		if end := s.smallStreet(i); end > i {
			return end, evidence.HouseSmallStreet
		}
		// "4 112 Kestrel Way": the unit, then the house
		if n := s.After(i, 1); n != nil && n.Kind == lex.KindNumber && n.Lines == 0 && n.Gap && t.Kind == lex.KindNumber {
			return s.house(i + 1)
		}
		return s.house(i)
	}
	return -1, evidence.None
}

// saidEnd gives the last token of the number in words at i: "forty-two".
func saidEnd(ts []lex.Token, i int) int {
	if lex.NumberValues.Of(ts[i].Fold) == 100 {
		return i
	}
	return page.SmallEnd(ts, i)
}

// saidHouse reads a house whose number is in words, where its street has a
// capital: "forty-two Acacia Avenue", "number nine, Mill Lane".
// Small letters ("two long roads") mean what they say.
func (s finder) saidHouse(i int) (int, evidence.Row) {
	ts := s.Tokens
	last := saidEnd(ts, i)
	from := last
	if s.numberWord(i) < i && last+1 < len(ts) && ts[last+1].Fold == "," {
		from++
	}
	end, w := s.house(from)
	if w == evidence.None && from == last && s.numberWord(i) < i && s.CapitalAt(last+1) && ts[last+1].Shape == lex.ShapeTitle && ts[last+1].Stranger() && ts[last+1].Runes > 3 {
		return s.run(last + 1), evidence.HouseStranger
	}
	if w != evidence.HouseStreet && w != evidence.HouseStreetTwo || !ts[end].Capital() {
		return -1, evidence.None
	}
	return end, w
}

// grid reads a numbered street with its quarter of the compass, and the street
// that crosses it: "East 9th and Alameda". It gives the last token, or -1.
// A lone "N" or "S" that begins a sentence needs its point to be a quarter.
func (s finder) grid(i int) int {
	ts := s.Tokens
	t := &ts[i]
	if i+2 < len(ts) && t.Capital() && t.Runes <= 2 && compass.Has(t.Fold) && ts[i+1].Fold == "." && !ts[i+1].Gap && ts[i+2].Lines == 0 && lex.OrdinalForm(ts[i+2].Fold) {
		if i+3 < len(ts) && ts[i+3].Has(lex.MarkStreet) && ts[i+3].Lines == 0 && ts[i+3].Capital() {
			return i + 3
		}
		return i + 2
	}
	small := s.Lower && t.Shape == lex.ShapeLower && i+2 < len(ts) && ts[i+2].Has(lex.MarkStreet)
	if i+1 >= len(ts) || !t.Capital() && !small || t.Place >= lex.Sentence && t.Runes < 2 || !compass.Has(t.Fold) || ts[i+1].Kind != lex.KindMixed || ts[i+1].Lines > 0 || !lex.OrdinalForm(ts[i+1].Fold) {
		return -1
	}
	end := i + 1
	if end+1 < len(ts) && ts[end+1].Has(lex.MarkStreet) && ts[end+1].Lines == 0 {
		end++
	}
	if end+1 < len(ts) && compass.Has(ts[end+1].Fold) && ts[end+1].Lines == 0 && ts[end+1].Shape == t.Shape {
		end++
	}
	if end+2 < len(ts) && (ts[end+1].Is("and") || ts[end+1].Fold == "&") && ts[end+2].Lines == 0 && (ts[end+2].Capital() && ts[end+2].Kind == lex.KindWord || lex.OrdinalForm(ts[end+2].Fold)) {
		end += 2
	}
	return end
}

// compass are the quarters of the compass, in full and short, as streets have them.
var compass = lex.SetOf("n s e w north south east west ne nw se sw")

// flat reads "Flat 14", "Plot 6", "PO Box 12".
func (s finder) flat(i int) (int, evidence.Row) {
	n, at := s.After(i, 1), i+1
	if n != nil && n.Fold == "." && !n.Gap {
		n, at = s.After(i, 2), i+2
	}
	if n != nil && n.Fold == "#" {
		return min(at+1, len(s.Tokens)-1), evidence.FlatHash
	}
	if n != nil && (n.Is("no") || n.Is("number")) && n.Lines == 0 {
		at++
		if n = s.After(at, 0); n != nil && n.Fold == "." {
			at++
			n = s.After(at, 0)
		}
	}
	// "My flat is 14b", not "the flat is 30m away" and not "is 3"
	if n != nil && n.Is("is") && n.Lines == 0 {
		if n = s.After(at, 1); n != nil && n.Lines == 0 && n.Kind != lex.KindPunct && n.Fold[0] <= '9' && (n.Kind == lex.KindMixed && n.Runes <= 4 && !lex.OrdinalForm(n.Fold) && !lex.QuantityForm(n.Fold) || s.suffix(at+1) > at+1) {
			return s.suffix(at + 1), evidence.FlatIs
		}
		return -1, evidence.None
	}
	if n == nil || n.Lines > 0 || !n.Gap {
		return -1, evidence.None
	}
	if n.Kind == lex.KindNumber && n.Runes <= 5 || n.Kind == lex.KindMixed && n.Runes <= 5 || n.Kind == lex.KindWord && n.Runes == 1 && (n.Shape == lex.ShapeUpper || s.Lower && !n.Is("a") && !n.Is("i")) {
		if end := s.smallHouse(at); end > at {
			return end, evidence.FlatHouse
		}
		// These are often of something else: "level 4", "unit 2".
		if s.Tokens[i].Is("level") || s.Tokens[i].Is("bay") || s.Tokens[i].Is("house") || s.Tokens[i].Is("unit") {
			return at, evidence.FlatWeak
		}
		return at, evidence.Flat
	}
	return -1, evidence.None
}

// smallHouse reads the name of the building behind a dwelling's number where
// both are typed in lower case ("flat 9 osprey court"); it gives its last token,
// or at.
func (s finder) smallHouse(at int) int {
	ts := s.Tokens
	j := at + 1
	if j < len(ts) && ts[j].Fold == "," {
		j++
	}
	for n := 0; n < 2 && j+1 < len(ts) && ts[j].Kind == lex.KindWord && ts[j].Shape == lex.ShapeLower && ts[j].Lines == 0 && !ts[j].Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkSpeech|lex.MarkUnit); n++ {
		if head := &ts[j+1]; head.Lines == 0 && head.Shape == lex.ShapeLower && head.Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) && !head.Has(lex.MarkFunction) {
			return j + 1
		}
		j++
	}
	return at
}

// smallStreet reads a house whose street is typed in lower case, where the
// number or the word before it says that a street follows: "12b kestrel way",
// "at 77 long lane", "at 3 the paddocks". It gives the last token, or -1.
// A letter up to f makes a house of the number; "30m long lane" has none.
func (s finder) smallStreet(i int) int {
	ts := s.Tokens
	t, prev := &ts[i], s.Before(i, 1)
	lettered := t.Kind == lex.KindMixed && len(t.Fold) <= 4 && t.Fold[len(t.Fold)-1] >= 'a' && t.Fold[len(t.Fold)-1] <= 'f' && t.Fold[len(t.Fold)-2] <= '9'
	led := prev != nil && t.Lines == 0 && (prev.Is("at") || prev.Runes <= 2 && i >= 2 && page.Flats.Has(ts[i-2].Fold))
	if t.Kind != lex.KindNumber && !lettered || !lettered && !led || i+2 >= len(ts) || ts[i+1].Kind != lex.KindWord || ts[i+1].Shape != lex.ShapeLower || ts[i+1].Lines > 0 || ts[i+2].Lines > 0 {
		return -1
	}
	a, b := &ts[i+1], &ts[i+2]
	switch {
	case a.Has(lex.MarkUnit | lex.MarkNumber | lex.MarkMonth | lex.MarkWeekday), a.Has(lex.MarkFunction) && !a.Is("the") && !a.Is("old") && !a.Is("new") && !a.Is("long"):
		return -1
	case a.Is("the") && b.Kind == lex.KindWord && b.Runes > 3 && !b.Has(lex.MarkUnit|lex.MarkNumber|lex.MarkFunction|lex.MarkKin|lex.MarkRole):
		return i + 2
	case b.Kind == lex.KindWord && b.Shape == lex.ShapeLower && (pureStreets.Has(b.Fold) || (lettered || !prev.Is("at")) && b.Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround)):
		return i + 2
	case lettered && i+3 < len(ts) && ts[i+3].Lines == 0 && b.Kind == lex.KindWord && b.Shape == lex.ShapeLower && !b.Has(lex.MarkFunction) && ts[i+3].Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround):
		return i + 3
	}
	return -1
}

// ranked reports whether a rank stands before the number, which is its bearer's:
// "PC 4412 Davies".
func (s finder) ranked(i int) bool {
	prev := s.Before(i, 1)
	return prev != nil && s.Tokens[i].Lines == 0 && ranks.Has(prev.Fold) && prev.Capital()
}

// ranks stand before an officer's number, and count with their capital alone.
var ranks = lex.SetOf("pc pcs pcso wpc dc ds di ps sgt sergeant constable officer trooper deputy garda badge collar")

// house reads a number with a street behind it.
// The street ends within seven tokens. Four digits that begin with a nought are a time:
// "0915 Kestrel Road". An ordinal is a street itself: "3rd and Kestrel", not "3rd and
// May". It gives -1 where nothing reads like a street.
func (s finder) house(i int) (int, evidence.Row) {
	ts := s.Tokens
	if s.ranked(i) || ts[i].Runes == 4 && page.ClockDigits(&ts[i]) && ts[i].Fold[0] == '0' {
		return -1, evidence.None
	}
	ordinal := ts[i].Kind == lex.KindMixed && lex.OrdinalForm(ts[i].Fold)
	words, strange := 0, 0
	for j := i + 1; j < len(ts) && j <= i+7; j++ {
		t := &ts[j]
		if t.Lines == 0 && t.Kind == lex.KindMixed && lex.OrdinalForm(t.Fold) {
			words++
			strange++
			continue
		}
		if t.Lines > 0 || t.Kind == lex.KindMixed || t.Kind == lex.KindNumber || page.IsCut(ts, j) {
			break
		}
		if t.Kind == lex.KindPunct {
			if ordinal && words == 0 && t.Fold == "&" && s.CapitalAt(j+1) && !ts[j+1].Has(lex.MarkMonth) {
				return j + 1, evidence.HouseCrossing
			}
			if (t.Fold == "-" || t.Fold == "." && words > 0 || t.Fold == "'" || t.Fold == "½") && !t.Gap {
				continue
			}
			break
		}
		street := t.Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) && (!t.Has(lex.MarkFunction) || t.Capital())
		if street && (words > 0 || ordinal && t.Has(lex.MarkStreet) && pureStreets.Has(t.Fold)) && (t.Capital() || strange > 0 && !t.Is("way") && !t.Is("view") || pureStreets.Has(t.Fold) && !t.Is("st") && !t.Is("gardens") && !t.Is("ter")) {
			if k := j + 1; k < len(ts) && ts[k].Kind == lex.KindWord && ts[k].Capital() && ts[k].Has(lex.MarkStreet) && ts[k].Lines == 0 {
				return k, evidence.HouseStreetTwo
			}
			return j, evidence.HouseStreet
		}
		if ordinal && words == 0 && t.Is("and") || ordinal && t.Fold == "&" {
			if n := s.After(j, 1); n != nil && n.Capital() && n.Kind == lex.KindWord && n.Lines == 0 && !n.Has(lex.MarkMonth) {
				return j + 1, evidence.HouseCrossing
			}
			break
		}
		if words == 0 && s.foreignArticle(j) {
			return s.run(j + 1), evidence.HouseForeign
		}
		if words == 0 && s.saintly(j) {
			words++
			continue
		}
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !t.Stranger() && words < 2 && !t.Has(lex.MarkFunction|lex.MarkUnit|lex.MarkKin|lex.MarkRole|lex.MarkSpeech|lex.MarkNumber) && !ts[i].Taken && pureStreetAhead(ts, j) {
			words++
			continue
		}
		if !t.Capital() && !t.Stranger() || t.Has(lex.MarkFunction) && !t.Is("the") && !t.Is("new") && !t.Is("old") && !t.Is("upper") && !t.Is("lower") || t.Has(lex.MarkMonth|lex.MarkUnit) && !t.Capital() {
			break
		}
		words++
		if t.Stranger() {
			strange++
		}
	}
	// "14 Tarvane": behind a single digit the place must be on a list.
	if n := s.After(i, 1); !ordinal && n != nil && !page.IsCut(ts, i+1) && n.Kind == lex.KindWord && n.Lines == 0 && n.Capital() && n.Stranger() && s.Guesses[i+1].Score > 0 && (n.Has(lex.MarkPlace) || !n.Has(lex.MarkFirst) && s.Tokens[i].Runes >= 2) && !n.Has(lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym) {
		return i + 1, evidence.HouseStranger
	}
	return -1, evidence.None
}

// foreignArticle reports whether an article of another language begins the name
// of a street: "12 An Cnoc".
func (s finder) foreignArticle(j int) bool {
	ts := s.Tokens
	t := &ts[j]
	return t.Shape == lex.ShapeTitle && (t.Is("an") || t.Is("na") || t.Is("le") || t.Is("la") || t.Is("el")) && j+1 < len(ts) && ts[j+1].Shape == lex.ShapeTitle && ts[j+1].Stranger() && ts[j+1].Lines == 0
}

// saintly reports whether "st" stands for a saint, with more of the name behind.
func (s finder) saintly(j int) bool {
	ts := s.Tokens
	return ts[j].Is("st") && j+2 < len(ts) && ts[j+1].Kind == lex.KindWord && !ts[j+1].Has(lex.MarkStreet) && ts[j+1].Lines == 0
}

// pureStreetAhead reports whether one of the next two words is a word for a
// street, as in "188 high rd".
// Only such words, as a "188 long view" may be anything.
func pureStreetAhead(ts []lex.Token, j int) bool {
	for k := j + 1; k <= j+2 && k < len(ts) && ts[k].Lines == 0; k++ {
		if pureStreets.Has(ts[k].Fold) {
			return true
		}
	}
	return false
}
