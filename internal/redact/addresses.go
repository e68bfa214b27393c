package redact

import (
	"strings"
)

// flats are words before the number of a dwelling.
var flats = setOf("flat apt apartment shop plot suite ste unit block bldg building house box maisonette caravan pitch berth bay villa lot level flr stand erf trailer")

// addresses finds houses in streets, and joins what follows: town, postcode.
func (s *scene) addresses(p int) {
	ts := s.pg.tokens
	for i := 0; i < len(ts); i++ {
		if end, w := s.address(i); end >= i && w > 0 {
			first := i
			if ts[i].is("box") && i >= 4 && ts[i-2].is("o") && ts[i-4].is("p") {
				first = i - 4
			} else if ts[i].is("box") && i >= 1 && ts[i-1].is("po") {
				first = i - 1
			}
			s.d.found = append(s.d.found, candidate{p, ts[first].start, ts[end].end, TypeLocation, w, "place.address", "It reads like an address."})
			s.tail(p, end)
			i = end
		}
	}
}

// address gives the last token of the address that starts at i and its weight;
// -1 where there is none.
func (s *scene) address(i int) (int, float64) {
	t := &s.pg.tokens[i]
	if t.kind == kindNumber && i+2 < len(s.pg.tokens) && s.pg.tokens[i+1].fold == "/" && !s.pg.tokens[i+1].gap && s.pg.tokens[i+2].kind == kindNumber && !s.pg.tokens[i+2].gap {
		if c, n := after(s.pg, i, 3), after(s.pg, i, 4); n != nil && c.fold == "," && (n.kind == kindNumber || n.kind == kindMixed) && n.lines == 0 {
			return s.house(i + 4)
		}
		return s.house(i + 2)
	}
	if end := s.grid(i); end > i {
		return end, 0.75
	}
	if t.kind == kindNumber && t.runes >= 3 && i+2 < len(s.pg.tokens) && s.pg.tokens[i+1].is("block") && s.pg.tokens[i+2].is("of") {
		end := max(s.run(i+2), i+2)
		for end+1 < len(s.pg.tokens) && s.pg.tokens[end+1].lines == 0 && (s.pg.tokens[end+1].kind == kindMixed && ordinalForm(s.pg.tokens[end+1].fold) || s.pg.tokens[end+1].has(markStreet)) {
			end++
		}
		return end, 0.85
	}
	switch {
	case t.kind == kindWord && flats[t.fold] && (t.capital() || t.is("flat") || t.is("apt") || t.is("lot") || t.is("plot") || t.is("suite") || t.is("apartment")):
		return s.flat(i)
	case t.stays || t.taken && (t.kind != kindNumber || i+1 < len(s.pg.tokens) && s.pg.tokens[i+1].taken):
		return -1, 0
	case (t.is("number") || t.is("no")) && i > 0 && s.pg.tokens[i-1].is("at") && t.lines == 0:
		if n := after(s.pg, i, 1); n != nil && (n.kind == kindNumber || n.kind == kindMixed) && n.runes <= 4 && n.lines == 0 && !n.taken {
			if end, w := s.house(i + 1); w > 0 {
				return end, w
			}
			return i + 1, 0.55
		}
		return -1, 0
	case t.kind == kindNumber && t.runes <= 5 || t.kind == kindMixed && t.runes <= 4 && t.fold[0] <= '9':
		if money(s.pg, i) || i > 0 && !t.gap && s.pg.tokens[i-1].kind == kindPunct && s.pg.tokens[i-1].fold != "(" && s.pg.tokens[i-1].fold != "\"" && s.pg.tokens[i-1].fold != "-" && t.lines == 0 {
			return -1, 0
		}
		if end := s.smallStreet(i); end > i {
			return end, 0.7
		}
		if n := after(s.pg, i, 1); n != nil && n.kind == kindNumber && n.lines == 0 && n.gap && t.kind == kindNumber {
			return s.house(i + 1)
		}
		return s.house(i)
	}
	return -1, 0
}

// grid reads a numbered street with its quarter of the compass, and the street
// that crosses it: "East 9th and Alameda". It gives the last token, or -1.
func (s *scene) grid(i int) int {
	ts := s.pg.tokens
	t := &ts[i]
	if i+1 >= len(ts) || !t.capital() || t.place >= sentence && t.runes < 2 || !compass[t.fold] || ts[i+1].kind != kindMixed || ts[i+1].lines > 0 || !ordinalForm(ts[i+1].fold) {
		return -1
	}
	end := i + 1
	if end+1 < len(ts) && ts[end+1].has(markStreet) && ts[end+1].lines == 0 {
		end++
	}
	if end+2 < len(ts) && (ts[end+1].is("and") || ts[end+1].fold == "&") && ts[end+2].lines == 0 && (ts[end+2].capital() && ts[end+2].kind == kindWord || ordinalForm(ts[end+2].fold)) {
		end += 2
	}
	return end
}

var compass = setOf("n s e w north south east west ne nw se sw")

// flat reads "Flat 14", "Plot 6", "PO Box 12".
func (s *scene) flat(i int) (int, float64) {
	n, at := after(s.pg, i, 1), i+1
	if n != nil && n.fold == "." && !n.gap {
		n, at = after(s.pg, i, 2), i+2
	}
	if n != nil && n.fold == "#" {
		return min(at+1, len(s.pg.tokens)-1), 0.85
	}
	if n != nil && (n.is("no") || n.is("number")) && n.lines == 0 {
		at++
		if n = after(s.pg, at, 0); n != nil && n.fold == "." {
			at++
			n = after(s.pg, at, 0)
		}
	}
	if n == nil || n.lines > 0 || !n.gap {
		return -1, 0
	}
	if n.kind == kindNumber && n.runes <= 5 || n.kind == kindMixed && n.runes <= 5 || n.kind == kindWord && n.runes == 1 && (n.shape == upper || s.lower && !n.is("a") && !n.is("i")) {
		if end := s.smallHouse(at); end > at {
			return end, 0.85
		}
		if s.pg.tokens[i].is("level") || s.pg.tokens[i].is("bay") || s.pg.tokens[i].is("house") || s.pg.tokens[i].is("unit") {
			return at, 0.55
		}
		return at, 0.85
	}
	return -1, 0
}

// smallHouse reads the name of the building behind a dwelling's number where
// both are typed in lower case ("flat 9 osprey court"); it gives its last token,
// or at.
func (s *scene) smallHouse(at int) int {
	ts := s.pg.tokens
	j := at + 1
	if j < len(ts) && ts[j].fold == "," {
		j++
	}
	for n := 0; n < 2 && j+1 < len(ts) && ts[j].kind == kindWord && ts[j].shape == lower && ts[j].lines == 0 && !ts[j].has(markFunction|markKin|markRole|markSpeech|markUnit); n++ {
		if head := &ts[j+1]; head.lines == 0 && head.shape == lower && head.has(markStreet|markBuilding|markGround) && !head.has(markFunction) {
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
	lettered := t.kind == kindMixed && len(t.fold) <= 4 && t.fold[len(t.fold)-1] >= 'a' && t.fold[len(t.fold)-1] <= 'f' && t.fold[len(t.fold)-2] <= '9'
	led := prev != nil && t.lines == 0 && (prev.is("at") || prev.runes <= 2 && i >= 2 && flats[ts[i-2].fold])
	if t.kind != kindNumber && !lettered || !lettered && !led || i+2 >= len(ts) || ts[i+1].kind != kindWord || ts[i+1].shape != lower || ts[i+1].lines > 0 || ts[i+2].lines > 0 {
		return -1
	}
	a, b := &ts[i+1], &ts[i+2]
	switch {
	case a.has(markUnit | markNumber | markMonth | markWeekday), a.has(markFunction) && !a.is("the") && !a.is("old") && !a.is("new") && !a.is("long"):
		return -1
	case a.is("the") && b.kind == kindWord && b.runes > 3 && !b.has(markUnit|markNumber|markFunction|markKin|markRole):
		return i + 2
	case b.kind == kindWord && b.shape == lower && (pureStreets[b.fold] || (lettered || !prev.is("at")) && b.has(markStreet|markBuilding|markGround)):
		return i + 2
	case lettered && i+3 < len(ts) && ts[i+3].lines == 0 && b.kind == kindWord && b.shape == lower && !b.has(markFunction) && ts[i+3].has(markStreet|markBuilding|markGround):
		return i + 3
	}
	return -1
}

// house reads a number with a street behind it.
func (s *scene) house(i int) (int, float64) {
	ts := s.pg.tokens
	ordinal := ts[i].kind == kindMixed && ordinalForm(ts[i].fold)
	words, strange := 0, 0
	for j := i + 1; j < len(ts) && j <= i+7; j++ {
		t := &ts[j]
		if t.lines == 0 && t.kind == kindMixed && ordinalForm(t.fold) {
			words++
			strange++
			continue
		}
		if t.lines > 0 || t.kind == kindMixed || t.kind == kindNumber {
			break
		}
		if t.kind == kindPunct {
			if (t.fold == "-" || t.fold == "." || t.fold == "'" || t.fold == "½") && !t.gap {
				continue
			}
			break
		}
		street := t.has(markStreet|markBuilding|markGround) && (!t.has(markFunction) || t.capital())
		if street && (words > 0 || ordinal && t.has(markStreet) && pureStreets[t.fold]) && (t.capital() || strange > 0 && !t.is("way") && !t.is("view") || pureStreets[t.fold] && !t.is("st") && !t.is("gardens") && !t.is("ter")) {
			if k := j + 1; k < len(ts) && ts[k].kind == kindWord && ts[k].capital() && ts[k].has(markStreet) && ts[k].lines == 0 {
				return k, 0.95
			}
			return j, 0.95
		}
		if ordinal && words == 0 && t.is("and") || ordinal && t.fold == "&" {
			if n := after(s.pg, j, 1); n != nil && n.capital() && n.kind == kindWord && n.lines == 0 && !n.has(markMonth) {
				return j + 1, 0.75
			}
			break
		}
		if words == 0 && s.foreignArticle(j) {
			return s.run(j + 1), 0.8
		}
		if words == 0 && s.saintly(j) {
			words++
			continue
		}
		if t.kind == kindWord && t.shape == lower && !t.stranger() && words < 2 && !t.has(markFunction|markUnit|markKin|markRole|markSpeech|markNumber) && !ts[i].taken && pureStreetAhead(ts, j) {
			words++
			continue
		}
		if !t.capital() && !t.stranger() || t.has(markFunction) && !t.is("the") && !t.is("new") && !t.is("old") && !t.is("upper") && !t.is("lower") || t.has(markMonth|markUnit) && !t.capital() {
			break
		}
		words++
		if t.stranger() {
			strange++
		}
	}
	if n := after(s.pg, i, 1); !ordinal && n != nil && n.kind == kindWord && n.lines == 0 && n.capital() && n.stranger() && s.guesses[i+1].score > 0 && (n.has(markPlace) || !n.has(markFirst) && s.pg.tokens[i].runes >= 2) && !n.has(markMonth|markWeekday|markAllow|markLetters|markDemonym) {
		return i + 1, 0.7
	}
	return -1, 0
}

// foreignArticle reports whether an article of another language begins the name
// of a street: "12 An Cnoc".
func (s *scene) foreignArticle(j int) bool {
	ts := s.pg.tokens
	t := &ts[j]
	return t.shape == title && (t.is("an") || t.is("na") || t.is("le") || t.is("la") || t.is("el")) && j+1 < len(ts) && ts[j+1].shape == title && ts[j+1].stranger() && ts[j+1].lines == 0
}

// saintly reports whether "st" stands for a saint, with more of the name behind.
func (s *scene) saintly(j int) bool {
	ts := s.pg.tokens
	return ts[j].is("st") && j+2 < len(ts) && ts[j+1].kind == kindWord && !ts[j+1].has(markStreet) && ts[j+1].lines == 0
}

// pureStreetAhead reports whether one of the next two words is a word for a
// street, as in "188 high rd".
func pureStreetAhead(ts []token, j int) bool {
	for k := j + 1; k <= j+2 && k < len(ts) && ts[k].lines == 0; k++ {
		if pureStreets[ts[k].fold] {
			return true
		}
	}
	return false
}

// ordinalForm reports whether the word is a number with th, st, nd or rd.
func ordinalForm(w string) bool {
	for _, tail := range [...]string{"th", "st", "nd", "rd"} {
		if cut := strings.TrimSuffix(w, tail); len(cut) < len(w) && len(cut) <= 3 && strings.Trim(cut, "0123456789") == "" {
			return true
		}
	}
	return false
}
