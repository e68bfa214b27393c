package detect

import "aftershift/internal/redact/lex"

// flats are words before the number of a dwelling.
var flats = lex.SetOf("flat apt apartment shop plot suite ste unit block bldg building house box maisonette caravan pitch berth bay villa lot level flr stand erf trailer blok")

// addresses finds houses in streets, and joins what follows: town, postcode.
func (s *scene) addresses(p int) {
	ts := s.pg.tokens
	for i := 0; i < len(ts); i++ {
		if end, w := s.address(i); end >= i && w != none {
			first := i
			if ts[i].Is("box") && i >= 4 && ts[i-2].Is("o") && ts[i-4].Is("p") {
				first = i - 4
			} else if ts[i].Is("box") && i >= 1 && ts[i-1].Is("po") {
				first = i - 1
			}
			first = s.numberWord(first)
			s.d.add(w.at(p, ts[first].Start, ts[end].End, lex.TypeLocation))
			s.tail(p, end)
			i = end
		}
	}
}

// numberWord gives the token of "No." or "Number" right before the house at i, or
// i.
func (s *scene) numberWord(i int) int {
	ts := s.pg.tokens
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
func (s *scene) address(i int) (int, row) {
	t := &s.pg.tokens[i]
	if t.Kind == lex.KindNumber && i+2 < len(s.pg.tokens) && s.pg.tokens[i+1].Fold == "/" && !s.pg.tokens[i+1].Gap && s.pg.tokens[i+2].Kind == lex.KindNumber && !s.pg.tokens[i+2].Gap {
		if c, n := after(s.pg, i, 3), after(s.pg, i, 4); n != nil && c.Fold == "," && (n.Kind == lex.KindNumber || n.Kind == lex.KindMixed) && n.Lines == 0 {
			return s.house(i + 4)
		}
		return s.house(i + 2)
	}
	if end := s.grid(i); end > i {
		return end, houseGrid
	}
	if t.Kind == lex.KindNumber && t.Runes >= 3 && i+2 < len(s.pg.tokens) && s.pg.tokens[i+1].Is("block") && s.pg.tokens[i+2].Is("of") {
		end := max(s.run(i+2), i+2)
		for end+1 < len(s.pg.tokens) && s.pg.tokens[end+1].Lines == 0 && (s.pg.tokens[end+1].Kind == lex.KindMixed && lex.OrdinalForm(s.pg.tokens[end+1].Fold) || s.pg.tokens[end+1].Has(lex.MarkStreet)) {
			end++
		}
		return end, houseBlock
	}
	switch {
	case t.Kind == lex.KindWord && flats.Has(t.Fold) && (t.Capital() || t.Is("flat") || t.Is("apt") || t.Is("lot") || t.Is("plot") || t.Is("suite") || t.Is("apartment")):
		return s.flat(i)
	case t.Stays || t.Taken && (t.Kind != lex.KindNumber || i+1 < len(s.pg.tokens) && s.pg.tokens[i+1].Taken):
		return -1, none
	case (t.Is("number") || t.Is("no")) && i > 0 && s.pg.tokens[i-1].Is("at") && t.Lines == 0:
		n := after(s.pg, i, 1)
		if n == nil || n.Lines > 0 || n.Taken {
			return -1, none
		}
		last := i + 1
		if n.Has(lex.MarkNumber) && !n.Is("one") {
			last = saidEnd(s.pg.tokens, last)
		} else if n.Kind != lex.KindNumber && n.Kind != lex.KindMixed || n.Runes > 4 {
			return -1, none
		}
		if end, w := s.house(last); w != none {
			return end, w
		}
		return last, houseNumberAt
	case t.Is("number") && i+3 < len(s.pg.tokens) && s.pg.tokens[i+1].Kind == lex.KindNumber && s.pg.tokens[i+1].Runes <= 3 && s.pg.tokens[i+2].Fold == "," && s.pg.tokens[i+1].Lines == 0:
		from := i + 3
		if s.pg.tokens[from].Is("the") && s.pg.tokens[from].Lines == 0 {
			from++
		}
		if s.capitalAt(from) && !s.pg.tokens[from].Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkKin|lex.MarkRole) {
			return s.run(from), houseNumberAt
		}
		return -1, none
	case t.Kind == lex.KindWord && t.Has(lex.MarkNumber):
		return s.saidHouse(i)
	case t.Kind == lex.KindNumber && t.Runes <= 5 || t.Kind == lex.KindMixed && t.Runes <= 4 && t.Fold[0] <= '9':
		if money(s.pg, i) || i > 0 && !t.Gap && s.pg.tokens[i-1].Kind == lex.KindPunct && s.pg.tokens[i-1].Fold != "(" && s.pg.tokens[i-1].Fold != "\"" && s.pg.tokens[i-1].Fold != "-" && t.Lines == 0 {
			return -1, none
		}
		if end := s.smallStreet(i); end > i {
			return end, houseSmallStreet
		}
		if n := after(s.pg, i, 1); n != nil && n.Kind == lex.KindNumber && n.Lines == 0 && n.Gap && t.Kind == lex.KindNumber {
			return s.house(i + 1)
		}
		return s.house(i)
	}
	return -1, none
}

// saidEnd gives the last token of the number in words at i: "forty-two".
func saidEnd(ts []lex.Token, i int) int {
	if lex.NumberValues.Of(ts[i].Fold) == 100 {
		return i
	}
	return smallEnd(ts, i)
}

// saidHouse reads a house whose number is in words, where its street has a
// capital: "forty-two Acacia Avenue", "number nine, Mill Lane".
func (s *scene) saidHouse(i int) (int, row) {
	ts := s.pg.tokens
	last := saidEnd(ts, i)
	from := last
	if s.numberWord(i) < i && last+1 < len(ts) && ts[last+1].Fold == "," {
		from++
	}
	end, w := s.house(from)
	if w == none && from == last && s.numberWord(i) < i && s.capitalAt(last+1) && ts[last+1].Shape == lex.ShapeTitle && ts[last+1].Stranger() && ts[last+1].Runes > 3 {
		return s.run(last + 1), houseStranger
	}
	if w != houseStreet && w != houseStreetTwo || !ts[end].Capital() {
		return -1, none
	}
	return end, w
}

// grid reads a numbered street with its quarter of the compass, and the street
// that crosses it: "East 9th and Alameda". It gives the last token, or -1.
func (s *scene) grid(i int) int {
	ts := s.pg.tokens
	t := &ts[i]
	if i+2 < len(ts) && t.Capital() && t.Runes <= 2 && compass.Has(t.Fold) && ts[i+1].Fold == "." && !ts[i+1].Gap && ts[i+2].Lines == 0 && lex.OrdinalForm(ts[i+2].Fold) {
		if i+3 < len(ts) && ts[i+3].Has(lex.MarkStreet) && ts[i+3].Lines == 0 && ts[i+3].Capital() {
			return i + 3
		}
		return i + 2
	}
	small := s.lower && t.Shape == lex.ShapeLower && i+2 < len(ts) && ts[i+2].Has(lex.MarkStreet)
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

var compass = lex.SetOf("n s e w north south east west ne nw se sw")

// flat reads "Flat 14", "Plot 6", "PO Box 12".
func (s *scene) flat(i int) (int, row) {
	n, at := after(s.pg, i, 1), i+1
	if n != nil && n.Fold == "." && !n.Gap {
		n, at = after(s.pg, i, 2), i+2
	}
	if n != nil && n.Fold == "#" {
		return min(at+1, len(s.pg.tokens)-1), flatHash
	}
	if n != nil && (n.Is("no") || n.Is("number")) && n.Lines == 0 {
		at++
		if n = after(s.pg, at, 0); n != nil && n.Fold == "." {
			at++
			n = after(s.pg, at, 0)
		}
	}
	if n != nil && n.Is("is") && n.Lines == 0 {
		if n = after(s.pg, at, 1); n != nil && n.Lines == 0 && n.Kind != lex.KindPunct && n.Fold[0] <= '9' && (n.Kind == lex.KindMixed && n.Runes <= 4 && !lex.OrdinalForm(n.Fold) && !lex.QuantityForm(n.Fold) || s.suffix(at+1) > at+1) {
			return s.suffix(at + 1), flatIs
		}
		return -1, none
	}
	if n == nil || n.Lines > 0 || !n.Gap {
		return -1, none
	}
	if n.Kind == lex.KindNumber && n.Runes <= 5 || n.Kind == lex.KindMixed && n.Runes <= 5 || n.Kind == lex.KindWord && n.Runes == 1 && (n.Shape == lex.ShapeUpper || s.lower && !n.Is("a") && !n.Is("i")) {
		if end := s.smallHouse(at); end > at {
			return end, flatHouse
		}
		if s.pg.tokens[i].Is("level") || s.pg.tokens[i].Is("bay") || s.pg.tokens[i].Is("house") || s.pg.tokens[i].Is("unit") {
			return at, flatWeak
		}
		return at, flat
	}
	return -1, none
}

// smallHouse reads the name of the building behind a dwelling's number where
// both are typed in lower case ("flat 9 osprey court"); it gives its last token,
// or at.
func (s *scene) smallHouse(at int) int {
	ts := s.pg.tokens
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
func (s *scene) smallStreet(i int) int {
	ts := s.pg.tokens
	t, prev := &ts[i], before(s.pg, i, 1)
	lettered := t.Kind == lex.KindMixed && len(t.Fold) <= 4 && t.Fold[len(t.Fold)-1] >= 'a' && t.Fold[len(t.Fold)-1] <= 'f' && t.Fold[len(t.Fold)-2] <= '9'
	led := prev != nil && t.Lines == 0 && (prev.Is("at") || prev.Runes <= 2 && i >= 2 && flats.Has(ts[i-2].Fold))
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
func (s *scene) ranked(i int) bool {
	prev := before(s.pg, i, 1)
	return prev != nil && s.pg.tokens[i].Lines == 0 && ranks.Has(prev.Fold) && prev.Capital()
}

var ranks = lex.SetOf("pc pcs pcso wpc dc ds di ps sgt sergeant constable officer trooper deputy garda badge collar")

// house reads a number with a street behind it.
func (s *scene) house(i int) (int, row) {
	ts := s.pg.tokens
	if s.ranked(i) || ts[i].Runes == 4 && clockDigits(&ts[i]) && ts[i].Fold[0] == '0' {
		return -1, none
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
		if t.Lines > 0 || t.Kind == lex.KindMixed || t.Kind == lex.KindNumber || isCut(ts, j) {
			break
		}
		if t.Kind == lex.KindPunct {
			if ordinal && words == 0 && t.Fold == "&" && s.capitalAt(j+1) && !ts[j+1].Has(lex.MarkMonth) {
				return j + 1, houseCrossing
			}
			if (t.Fold == "-" || t.Fold == "." && words > 0 || t.Fold == "'" || t.Fold == "½") && !t.Gap {
				continue
			}
			break
		}
		street := t.Has(lex.MarkStreet|lex.MarkBuilding|lex.MarkGround) && (!t.Has(lex.MarkFunction) || t.Capital())
		if street && (words > 0 || ordinal && t.Has(lex.MarkStreet) && pureStreets.Has(t.Fold)) && (t.Capital() || strange > 0 && !t.Is("way") && !t.Is("view") || pureStreets.Has(t.Fold) && !t.Is("st") && !t.Is("gardens") && !t.Is("ter")) {
			if k := j + 1; k < len(ts) && ts[k].Kind == lex.KindWord && ts[k].Capital() && ts[k].Has(lex.MarkStreet) && ts[k].Lines == 0 {
				return k, houseStreetTwo
			}
			return j, houseStreet
		}
		if ordinal && words == 0 && t.Is("and") || ordinal && t.Fold == "&" {
			if n := after(s.pg, j, 1); n != nil && n.Capital() && n.Kind == lex.KindWord && n.Lines == 0 && !n.Has(lex.MarkMonth) {
				return j + 1, houseCrossing
			}
			break
		}
		if words == 0 && s.foreignArticle(j) {
			return s.run(j + 1), houseForeign
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
	if n := after(s.pg, i, 1); !ordinal && n != nil && !isCut(ts, i+1) && n.Kind == lex.KindWord && n.Lines == 0 && n.Capital() && n.Stranger() && s.guesses[i+1].score > 0 && (n.Has(lex.MarkPlace) || !n.Has(lex.MarkFirst) && s.pg.tokens[i].Runes >= 2) && !n.Has(lex.MarkMonth|lex.MarkWeekday|lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym) {
		return i + 1, houseStranger
	}
	return -1, none
}

// foreignArticle reports whether an article of another language begins the name
// of a street: "12 An Cnoc".
func (s *scene) foreignArticle(j int) bool {
	ts := s.pg.tokens
	t := &ts[j]
	return t.Shape == lex.ShapeTitle && (t.Is("an") || t.Is("na") || t.Is("le") || t.Is("la") || t.Is("el")) && j+1 < len(ts) && ts[j+1].Shape == lex.ShapeTitle && ts[j+1].Stranger() && ts[j+1].Lines == 0
}

// saintly reports whether "st" stands for a saint, with more of the name behind.
func (s *scene) saintly(j int) bool {
	ts := s.pg.tokens
	return ts[j].Is("st") && j+2 < len(ts) && ts[j+1].Kind == lex.KindWord && !ts[j+1].Has(lex.MarkStreet) && ts[j+1].Lines == 0
}

// pureStreetAhead reports whether one of the next two words is a word for a
// street, as in "188 high rd".
func pureStreetAhead(ts []lex.Token, j int) bool {
	for k := j + 1; k <= j+2 && k < len(ts) && ts[k].Lines == 0; k++ {
		if pureStreets.Has(ts[k].Fold) {
			return true
		}
	}
	return false
}
