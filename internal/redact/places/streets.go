package places

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// numbered finds streets whose number stands behind them ("Koidula 46"), and the
// corner of two streets.
// What stays by a list, a country or letters name no street before a number.
func (s finder) numbered() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t, n := &ts[i], &ts[i+1]
		if t.Is("corner") && n.Is("of") {
			s.corner(i)
			continue
		}
		if t.Kind != lex.KindWord || s.Guesses[i].Score <= 0 || t.Poss || n.Lines > 0 || n.Taken || n.Kind != lex.KindNumber && n.Kind != lex.KindMixed || n.Runes > 4 || !n.Gap ||
			n.Kind == lex.KindMixed && n.Fold[0] > '9' || lex.OrdinalForm(n.Fold) || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkCountry) {
			continue
		}
		first := i
		for first > 0 && first > i-6 && ts[first-1].Kind == lex.KindWord && ts[first-1].Capital() && ts[first].Lines == 0 && (s.Guesses[first-1].Score > 0 || ts[first-1].Has(lex.MarkCommon|lex.MarkUsual) && first > 1 && ts[first-2].Kind == lex.KindNumber) {
			first--
		}
		before := first > 0 && ts[first-1].Kind == lex.KindNumber && ts[first-1].Runes >= 3
		next := s.After(i, 2)
		closes := next == nil || next.Lines > 0 || next.Fold == "," || next.Fold == "." || next.Has(lex.MarkStreet) || page.Flats.Has(next.Fold)
		switch {
		case before:
			s.Note(evidence.StreetBetween, first-1, i+1, lex.TypeLocation)
		case closes && t.Stranger() && !t.Has(lex.MarkFirst) && first == i && n.Runes <= 3 && n.Kind == lex.KindNumber:
			s.Note(evidence.StreetStranger, i, i+1, lex.TypeLocation)
		case closes && t.Stranger() && !t.Has(lex.MarkFirst) && next != nil && (next.Has(lex.MarkStreet) || page.Flats.Has(next.Fold)):
			s.Note(evidence.StreetGoesOn, first, i+1, lex.TypeLocation)
		}
	}
}

// foreignStreets are words for a street in other languages, short forms too.
var foreignStreets = lex.SetOf("rue via rua ul ulica utca ut utja u rkp trg calle c avenida avda av avenue str strasse gate gata gatan vej tee tie weg laan straat plac pl platz cesta nabrezi piazza corso viale strada paseo ronda rua chemin allee boulevard quai")

// windows finds an address between two numbers, or behind one, in the order of
// other countries: "1180 Ekelunds gata 41", "12 rue de la Fontaine".
func (s finder) windows() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		led := t.Kind == lex.KindNumber && t.Runes >= 2 && t.Runes <= 5 && !s.Money(i) && !(i > 0 && !t.Gap && ts[i-1].Kind == lex.KindPunct && ts[i-1].Fold != "(" && t.Lines == 0)
		street := t.Kind == lex.KindWord && foreignStreets.Has(t.Fold) && (t.Runes > 2 || ts[i+1].Fold == ".") && !t.Taken
		if !led && !street || t.Stays {
			continue
		}
		if end := s.window(i, street); end > i {
			s.Note(evidence.StreetForeign, i, end, lex.TypeLocation)
			s.tail(end)
			i = end
		}
	}
}

// window gives the last token of such an address, or -1.
func (s finder) window(i int, street bool) int {
	ts := s.Tokens
	strange, words, named := 0, 0, 0
	for j := i + 1; j < len(ts) && j <= i+8 && ts[j].Lines == 0; j++ {
		t := &ts[j]
		switch {
		case t.Kind == lex.KindPunct && (t.Fold == "." || t.Fold == "'" || t.Fold == "-" || t.Fold == "/") && !t.Gap && (t.Fold != "." || foreignStreets.Has(ts[j-1].Fold)):
		case t.Kind == lex.KindNumber && words == 0 && t.Runes <= 4 && t.Gap && !street:
		case t.Kind == lex.KindNumber && words > 0 && t.Runes <= 4 && (street || strange > 0 && words <= 5) && (strange > 0 || named > 0):
			return j
		case t.Kind == lex.KindWord && foreignStreets.Has(t.Fold) && !t.Is("u") && !t.Is("c") && !t.Is("via") && !t.Is("tie") && !t.Is("tee") && !t.Is("gate"):
			street = true
			words++
		case t.Kind == lex.KindWord && (page.Particle(t.Fold) || foreignStreets.Has(t.Fold)):
			words++
		case t.Kind == lex.KindWord && t.Capital() && !t.Has(lex.MarkFunction|lex.MarkMonth|lex.MarkWeekday|lex.MarkLetters|lex.MarkAllow):
			words++
			named++
			if t.Stranger() {
				strange++
			}
		case t.Kind == lex.KindWord && t.Stranger() && !t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkUnit|lex.MarkDemonym) && t.Runes > 2:
			words++
			strange++
		default:
			return s.windowEnd(i, j, street, named+strange)
		}
	}
	return -1
}

// windowEnd accepts a window without a second number if it names a street.
// Two words at least stand behind its first.
func (s finder) windowEnd(i, j int, street bool, named int) int {
	if street && named > 0 && s.Tokens[i].Kind == lex.KindNumber && j-1 > i+1 {
		return j - 1
	}
	return -1
}

// corner finds "the corner of X and Y".
// "The corner of the bed and table" has a common word behind "and", and is none.
func (s finder) corner(i int) {
	ts := s.Tokens
	first := i
	if i > 0 && ts[i-1].Is("the") {
		first--
	}
	and := -1
	for j := i + 2; j < len(ts) && j <= i+9 && ts[j].Lines == 0; j++ {
		if ts[j].Is("and") || ts[j].Fold == "&" {
			and = j
		}
	}
	if and < 0 || !s.CapitalAt(and+1) && !(and+1 < len(ts) && ts[and+1].Kind != lex.KindPunct && !ts[and+1].Has(lex.MarkCommon)) {
		return
	}
	last := max(s.run(and+1), and+1)
	s.Note(evidence.StreetCorner, first, last, lex.TypeLocation)
}

// tail takes what follows an address: a house number behind the street, a
// postcode's first half, a state's letters, a ZIP code.
// It reads up to eight parts, over one line's end each: letters write an address in
// lines. Towns are only weighed, as they are named elsewhere too.
func (s finder) tail(end int) {
	ts := s.Tokens
	for steps := 0; steps < 8; steps++ {
		j := end + 1
		for j < len(ts) && (ts[j].Fold == "," || ts[j].Fold == "#") && ts[j].Lines <= 1 {
			j++
		}
		if j >= len(ts) || ts[j].Lines > 1 {
			return
		}
		t := &ts[j]
		near := t.Lines == 0
		stop, says := j, 0
		if near && j > end+1 {
			stop, says = s.parcel(j)
		}
		switch {
		case says > 0:
			s.Note(evidence.TailParcel, j, stop, lex.TypeLocation)
			j = stop
		case t.Taken:
		case near && j > end+1 && (dwellings.Has(t.Fold) || page.Flats.Has(t.Fold)) && j+1 < len(ts) && ts[j+1].Lines == 0 && (ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes <= 4 || ts[j+1].Kind == lex.KindMixed && ts[j+1].Runes <= 5):
			s.Note(evidence.TailDwelling, j, j+1, lex.TypeLocation)
			j++
		case near && j == end+1 && (t.Is("unit") || t.Is("apt") || t.Is("apartment") || t.Is("suite") || t.Is("lot") || t.Is("app")) && j+1 < len(ts) && ts[j+1].Lines == 0 && ts[j+1].Gap && parcelNumber(&ts[j+1], true):
			s.Note(evidence.TailDwelling, j, j+1, lex.TypeLocation)
			j++
		case near && t.Capital() && subdivisions.Has(t.Fold) && j+1 < len(ts) && ts[j+1].Lines == 0 && (ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes <= 4 || ts[j+1].Kind == lex.KindMixed && ts[j+1].Runes <= 5 || ts[j+1].Kind == lex.KindWord && ts[j+1].Shape == lex.ShapeUpper && ts[j+1].Runes <= 3):
			s.Note(evidence.TailSubdivision, j, j+1, lex.TypeLocation)
			j++
		case near && j == end+1 && t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 2 && compass.Has(t.Fold):
			s.Note(evidence.TailCode, j, j, lex.TypeLocation)
		case near && t.Shape == lex.ShapeLower && page.Quarters.Has(t.Fold) && j+1 < len(ts) && ts[j+1].Lines == 0 && s.Guesses[j+1].Score > 0 && ts[j+1].Shape == lex.ShapeLower:
			s.Guesses[j] = evidence.TailQuarter.Guess(lex.TypeLocation)
		case t.Kind == lex.KindWord && t.Runes <= 3 && j+1 < len(ts) && ts[j+1].Lines <= 1 && (j > end+1 || t.Shape == lex.ShapeUpper) && !t.Is("the") && !t.Is("and") &&
			(ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes >= 4 || ts[j+1].Lines == 1 && ts[j+1].Has(lex.MarkCountry)):
			s.Note(evidence.TailStateZip, j, j+1, lex.TypeLocation)
			j++
		case near && t.Kind == lex.KindMixed && t.Shape == lex.ShapeUpper && t.Runes <= 4 && t.Fold[0] > '9', near && t.Kind == lex.KindNumber && (j > end+1 && ts[j-1].Fold == "#" || t.Runes >= 4),
			near && t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && (t.Runes <= 3 && lex.StateLetters.Has(t.Fold) || t.Runes <= 2 && (t.Is("n") || t.Is("s") || t.Is("e") || t.Is("w") || t.Is("ne") || t.Is("nw") || t.Is("se") || t.Is("sw"))):
			s.Note(evidence.TailCode, j, j, lex.TypeLocation)
		case t.Kind == lex.KindWord && t.Capital() && !t.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkSpeech) && (j > end+1 || t.Lines == 1):
			if s.Guesses[j].Score < 1 && (t.Stranger() || t.Has(lex.MarkPlace|lex.MarkWordPlace|lex.MarkGround|lex.MarkBuilding) || t.Shape == lex.ShapeUpper && t.Lines == 1) {
				s.Guesses[j] = evidence.TailTown.Guess(lex.TypeLocation)
			} else if s.Guesses[j].Score < 0 {
				return
			}
			for k := j + 1; k < len(ts) && k < j+6 && ts[k].Kind == lex.KindWord && ts[k].Capital() && ts[k].Lines == 0 && !ts[k].Has(lex.MarkFunction); k++ {
				j = k
			}
		case t.Kind == lex.KindWord && t.Capital() && s.Guesses[j].Score > 0:
		case near && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && t.Is("the") && j > end+1 && j+1 < len(ts) && ts[j+1].Kind == lex.KindWord && ts[j+1].Lines == 0 && !ts[j+1].Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkSpeech) && (ts[j+1].Capital() || s.Lower && listed(ts, j+1)):
			s.Note(evidence.TailThe, j, j+1, lex.TypeLocation)
			j++
		case near && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && s.Guesses[j].Score > 0:
		case near && t.Kind == lex.KindMixed && t.Runes <= 4 && t.Fold[0] > '9' && t.Fold[0] < 0x80 && end == j-1:
			s.Note(evidence.TailOutcode, j, j, lex.TypeLocation)
		default:
			return
		}
		end = j
	}
}

// subdivisions are words that a number follows within an address, as towns laid
// out by plan have them.
var subdivisions = lex.SetOf("sector phase block lane street stage extension ward zone unit flat floor cross main colony plot house villa tower wing gate gali village camp compound")

// dwellings are words before the number of a dwelling behind its street or park.
var dwellings = lex.SetOf("number no space pitch stand site floor flr door stair rear rm room")

// listed reports whether the word at i stands alone in a list, as the parts of
// an address do.
func listed(ts []lex.Token, i int) bool {
	return (i+1 == len(ts) || ts[i+1].Kind == lex.KindPunct || ts[i+1].Lines > 0) && (ts[i].Has(lex.MarkBuilding|lex.MarkGround|lex.MarkWordPlace|lex.MarkPlace) || ts[i].Stranger() || ts[i].Fold[len(ts[i].Fold)-1] == 's')
}

// postcodeArea reports whether the word is one or two letters and one or two
// digits.
// It stands in brackets behind a place as well: "Tarvane (NR3)".
func postcodeArea(w string) bool {
	letters := len(w) - len(strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz"))
	return letters >= 1 && letters <= 2 && len(w)-letters <= 2 && strings.Trim(w[letters:], "0123456789") == ""
}

// outcodes finds the first half of a postcode behind a place.
func (s finder) outcodes() {
	ts := s.Tokens
	for i := 1; i < len(ts); i++ {
		t := &ts[i]
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 3 && lex.StateLetters.Has(t.Fold) && ts[i-1].Fold == "," && i >= 2 && s.Guesses[i-2].Score > 0 && t.Lines == 0 && !s.Tokens[i].Shout {
			s.Note(evidence.OutcodeState, i, i, lex.TypeLocation)
			continue
		}
		if t.Taken || t.Kind != lex.KindMixed || t.Shape != lex.ShapeUpper && !s.Lower || t.Runes < 2 || t.Runes > 4 || t.Lines > 0 || t.Fold[0] <= '9' || t.Fold[t.Runes-1] > '9' && t.Runes < 4 {
			continue
		}
		j := i - 1
		if (ts[j].Fold == "," || ts[j].Fold == "(" && postcodeArea(t.Fold)) && j > 0 {
			j--
		}
		if ts[j].Kind == lex.KindWord && s.Guesses[j].Score > 0 && (s.Guesses[j].Kind == lex.TypeLocation || ts[j].Has(lex.MarkPlace|lex.MarkWordPlace) || j < i-1 && postcodeArea(t.Fold)) {
			s.Note(evidence.Outcode, i, i, lex.TypeLocation)
		}
	}
}
