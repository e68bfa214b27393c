package detect

import (
	"strings"

	"aftershift/internal/redact/lex"
)

// numbered finds streets whose number stands behind them ("Koidula 46"), and the
// corner of two streets.
func (s *scene) numbered(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t, n := &ts[i], &ts[i+1]
		if t.Is("corner") && n.Is("of") {
			s.corner(p, i)
			continue
		}
		if t.Kind != lex.KindWord || s.guesses[i].score <= 0 || t.Poss || n.Lines > 0 || n.Taken || n.Kind != lex.KindNumber && n.Kind != lex.KindMixed || n.Runes > 4 || !n.Gap ||
			n.Kind == lex.KindMixed && n.Fold[0] > '9' || lex.OrdinalForm(n.Fold) || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkCountry) {
			continue
		}
		first := i
		for first > 0 && first > i-6 && ts[first-1].Kind == lex.KindWord && ts[first-1].Capital() && ts[first].Lines == 0 && (s.guesses[first-1].score > 0 || ts[first-1].Has(lex.MarkCommon|lex.MarkUsual) && first > 1 && ts[first-2].Kind == lex.KindNumber) {
			first--
		}
		before := first > 0 && ts[first-1].Kind == lex.KindNumber && ts[first-1].Runes >= 3
		next := after(s.pg, i, 2)
		closes := next == nil || next.Lines > 0 || next.Fold == "," || next.Fold == "." || next.Has(lex.MarkStreet) || flats.Has(next.Fold)
		switch {
		case before:
			s.d.add(streetBetween.at(p, ts[first-1].Start, n.End, lex.TypeLocation))
		case closes && t.Stranger() && !t.Has(lex.MarkFirst) && first == i && n.Runes <= 3 && n.Kind == lex.KindNumber:
			s.d.add(streetStranger.at(p, t.Start, n.End, lex.TypeLocation))
		case closes && t.Stranger() && !t.Has(lex.MarkFirst) && next != nil && (next.Has(lex.MarkStreet) || flats.Has(next.Fold)):
			s.d.add(streetGoesOn.at(p, ts[first].Start, n.End, lex.TypeLocation))
		}
	}
}

// foreignStreets are words for a street in other languages, short forms too.
var foreignStreets = lex.SetOf("rue via rua ul ulica utca ut utja u rkp trg calle c avenida avda av avenue str strasse gate gata gatan vej tee tie weg laan straat plac pl platz cesta nabrezi piazza corso viale strada paseo ronda rua chemin allee boulevard quai")

// windows finds an address between two numbers, or behind one, in the order of
// other countries: "1180 Ekelunds gata 41", "12 rue de la Fontaine".
func (s *scene) windows(p int) {
	ts := s.pg.tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		led := t.Kind == lex.KindNumber && t.Runes >= 2 && t.Runes <= 5 && !money(s.pg, i) && !(i > 0 && !t.Gap && ts[i-1].Kind == lex.KindPunct && ts[i-1].Fold != "(" && t.Lines == 0)
		street := t.Kind == lex.KindWord && foreignStreets.Has(t.Fold) && (t.Runes > 2 || ts[i+1].Fold == ".") && !t.Taken
		if !led && !street || t.Stays {
			continue
		}
		if end := s.window(i, street); end > i {
			s.d.add(streetForeign.at(p, t.Start, ts[end].End, lex.TypeLocation))
			s.tail(p, end)
			i = end
		}
	}
}

// window gives the last token of such an address, or -1.
func (s *scene) window(i int, street bool) int {
	ts := s.pg.tokens
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
		case t.Kind == lex.KindWord && (particle(t.Fold) || foreignStreets.Has(t.Fold)):
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
func (s *scene) windowEnd(i, j int, street bool, named int) int {
	if street && named > 0 && s.pg.tokens[i].Kind == lex.KindNumber && j-1 > i+1 {
		return j - 1
	}
	return -1
}

// corner finds "the corner of X and Y".
func (s *scene) corner(p, i int) {
	ts := s.pg.tokens
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
	if and < 0 || !s.capitalAt(and+1) && !(and+1 < len(ts) && ts[and+1].Kind != lex.KindPunct && !ts[and+1].Has(lex.MarkCommon)) {
		return
	}
	last := max(s.run(and+1), and+1)
	s.d.add(streetCorner.at(p, ts[first].Start, ts[last].End, lex.TypeLocation))
}

// tail takes what follows an address: a house number behind the street, a
// postcode's first half, a state's letters, a ZIP code.
func (s *scene) tail(p, end int) {
	ts := s.pg.tokens
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
			s.d.add(tailParcel.at(p, t.Start, ts[stop].End, lex.TypeLocation))
			j = stop
		case t.Taken:
		case near && j > end+1 && (dwellings.Has(t.Fold) || flats.Has(t.Fold)) && j+1 < len(ts) && ts[j+1].Lines == 0 && (ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes <= 4 || ts[j+1].Kind == lex.KindMixed && ts[j+1].Runes <= 5):
			s.d.add(tailDwelling.at(p, t.Start, ts[j+1].End, lex.TypeLocation))
			j++
		case near && j == end+1 && (t.Is("unit") || t.Is("apt") || t.Is("apartment") || t.Is("suite") || t.Is("lot") || t.Is("app")) && j+1 < len(ts) && ts[j+1].Lines == 0 && ts[j+1].Gap && parcelNumber(&ts[j+1], true):
			s.d.add(tailDwelling.at(p, t.Start, ts[j+1].End, lex.TypeLocation))
			j++
		case near && t.Capital() && subdivisions.Has(t.Fold) && j+1 < len(ts) && ts[j+1].Lines == 0 && (ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes <= 4 || ts[j+1].Kind == lex.KindMixed && ts[j+1].Runes <= 5 || ts[j+1].Kind == lex.KindWord && ts[j+1].Shape == lex.ShapeUpper && ts[j+1].Runes <= 3):
			s.d.add(tailSubdivision.at(p, t.Start, ts[j+1].End, lex.TypeLocation))
			j++
		case near && j == end+1 && t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 2 && compass.Has(t.Fold):
			s.d.add(tailCode.at(p, t.Start, t.End, lex.TypeLocation))
		case near && t.Shape == lex.ShapeLower && quarters.Has(t.Fold) && j+1 < len(ts) && ts[j+1].Lines == 0 && s.guesses[j+1].score > 0 && ts[j+1].Shape == lex.ShapeLower:
			s.guesses[j] = tailQuarter.guess(lex.TypeLocation)
		case t.Kind == lex.KindWord && t.Runes <= 3 && j+1 < len(ts) && ts[j+1].Lines <= 1 && (j > end+1 || t.Shape == lex.ShapeUpper) && !t.Is("the") && !t.Is("and") &&
			(ts[j+1].Kind == lex.KindNumber && ts[j+1].Runes >= 4 || ts[j+1].Lines == 1 && ts[j+1].Has(lex.MarkCountry)):
			s.d.add(tailStateZip.at(p, t.Start, ts[j+1].End, lex.TypeLocation))
			j++
		case near && t.Kind == lex.KindMixed && t.Shape == lex.ShapeUpper && t.Runes <= 4 && t.Fold[0] > '9', near && t.Kind == lex.KindNumber && (j > end+1 && ts[j-1].Fold == "#" || t.Runes >= 4),
			near && t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && (t.Runes <= 3 && lex.StateLetters.Has(t.Fold) || t.Runes <= 2 && (t.Is("n") || t.Is("s") || t.Is("e") || t.Is("w") || t.Is("ne") || t.Is("nw") || t.Is("se") || t.Is("sw"))):
			s.d.add(tailCode.at(p, t.Start, t.End, lex.TypeLocation))
		case t.Kind == lex.KindWord && t.Capital() && !t.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkLetters|lex.MarkMonth|lex.MarkWeekday|lex.MarkSpeech) && (j > end+1 || t.Lines == 1):
			if s.guesses[j].score < 1 && (t.Stranger() || t.Has(lex.MarkPlace|lex.MarkWordPlace|lex.MarkGround|lex.MarkBuilding) || t.Shape == lex.ShapeUpper && t.Lines == 1) {
				s.guesses[j] = tailTown.guess(lex.TypeLocation)
			} else if s.guesses[j].score < 0 {
				return
			}
			for k := j + 1; k < len(ts) && k < j+6 && ts[k].Kind == lex.KindWord && ts[k].Capital() && ts[k].Lines == 0 && !ts[k].Has(lex.MarkFunction); k++ {
				j = k
			}
		case t.Kind == lex.KindWord && t.Capital() && s.guesses[j].score > 0:
		case near && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && t.Is("the") && j > end+1 && j+1 < len(ts) && ts[j+1].Kind == lex.KindWord && ts[j+1].Lines == 0 && !ts[j+1].Has(lex.MarkFunction|lex.MarkKin|lex.MarkRole|lex.MarkSpeech) && (ts[j+1].Capital() || s.lower && listed(ts, j+1)):
			s.d.add(tailThe.at(p, t.Start, ts[j+1].End, lex.TypeLocation))
			j++
		case near && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && s.guesses[j].score > 0:
		case near && t.Kind == lex.KindMixed && t.Runes <= 4 && t.Fold[0] > '9' && t.Fold[0] < 0x80 && end == j-1:
			s.d.add(tailOutcode.at(p, t.Start, t.End, lex.TypeLocation))
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
func postcodeArea(w string) bool {
	letters := len(w) - len(strings.TrimLeft(w, "abcdefghijklmnopqrstuvwxyz"))
	return letters >= 1 && letters <= 2 && len(w)-letters <= 2 && strings.Trim(w[letters:], "0123456789") == ""
}

// outcodes finds the first half of a postcode behind a place.
func (s *scene) outcodes(p int) {
	ts := s.pg.tokens
	for i := 1; i < len(ts); i++ {
		t := &ts[i]
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeUpper && t.Runes <= 3 && lex.StateLetters.Has(t.Fold) && ts[i-1].Fold == "," && i >= 2 && s.guesses[i-2].score > 0 && t.Lines == 0 && !s.pg.tokens[i].Shout {
			s.d.add(outcodeState.at(p, t.Start, t.End, lex.TypeLocation))
			continue
		}
		if t.Taken || t.Kind != lex.KindMixed || t.Shape != lex.ShapeUpper && !s.lower || t.Runes < 2 || t.Runes > 4 || t.Lines > 0 || t.Fold[0] <= '9' || t.Fold[t.Runes-1] > '9' && t.Runes < 4 {
			continue
		}
		j := i - 1
		if (ts[j].Fold == "," || ts[j].Fold == "(" && postcodeArea(t.Fold)) && j > 0 {
			j--
		}
		if ts[j].Kind == lex.KindWord && s.guesses[j].score > 0 && (s.guesses[j].kind == lex.TypeLocation || ts[j].Has(lex.MarkPlace|lex.MarkWordPlace) || j < i-1 && postcodeArea(t.Fold)) {
			s.d.add(outcode.at(p, t.Start, t.End, lex.TypeLocation))
		}
	}
}
