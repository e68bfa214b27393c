package places

import (
	"strings"
	"unicode/utf8"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// prefixes finds names that begin with the word that says what they are: St
// Anne's, HMP Marlow, Ysbyty Gwynedd.
// Apart from "st" such a word needs its capital.
func (s finder) prefixes() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t := &ts[i]
		kind, ok := prefixKinds.Find(t.Fold)
		if t.Is("st") && s.Lower && t.Shape == lex.ShapeLower && t.Gap && ts[i+1].Kind == lex.KindWord && ts[i+1].Lines == 0 && ts[i+1].Gap && ts[i+1].Shape == lex.ShapeLower && (ts[i+1].Stranger() || ts[i+1].Has(lex.MarkSeldom)) && (i == 0 || ts[i-1].Kind == lex.KindPunct || ts[i-1].Has(lex.MarkDict)) {
			s.Note(evidence.SaintLower, i, i+1, lex.TypeOrg)
			continue
		}
		if ofHeads.Has(t.Fold) && t.Capital() && ts[i+1].Is("of") && s.CapitalAt(i+2) && ts[i+1].Lines == 0 && ts[i+2].Stranger() && ts[i+2].Shape == lex.ShapeTitle && !ts[i+2].Has(lex.MarkAllow|lex.MarkDemonym) {
			s.Note(evidence.Prefixed, i, i+2, lex.TypeLocation)
			continue
		}
		if t.Is("our") && !ts[i+1].Is("lady") || t.Is("te") && (t.Stays || ts[i+1].Stays) {
			continue
		}
		if !ok || !t.Capital() && !t.Is("st") {
			continue
		}
		j := i + 1
		if ts[j].Fold == "." && !ts[j].Gap {
			j++
		}
		if j >= len(ts) || ts[j].Lines > 0 || ts[j].Kind != lex.KindWord || !ts[j].Capital() || !ts[j].Gap && j == i+1 {
			continue
		}
		// In "Adam St Clair" it begins a family name.
		if t.Is("st") && i > 0 && ts[i-1].Has(lex.MarkFirst|lex.MarkLast) && ts[i-1].Capital() {
			kind = lex.TypePerson
		}
		if ts[j].Has(lex.MarkFunction|lex.MarkCasual|lex.MarkAllow|lex.MarkTitle) && !ts[j].Has(lex.MarkNamed) && kind != lex.TypeOrg || ts[j].Has(lex.MarkFunction) {
			continue
		}
		last := j
		if kind != lex.TypePerson {
			if end := s.run(j); end <= j+4 && ts[end].Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkStreet|lex.MarkBuilding|lex.MarkPlace) {
				last = end
			} else if j+1 < len(ts) && ts[j+1].Kind == lex.KindWord && ts[j+1].Capital() && ts[j+1].Lines == 0 && !ts[j].Poss && ts[j+1].Stranger() {
				last = j + 1
			}
		}
		stop := ts[last].End
		// The genitive of "St Anne's" belongs to the name.
		if ts[last].Poss && kind == lex.TypeOrg {
			stop = min(stop+len("'s"), len(s.Text))
			for stop < len(s.Text) && !utf8.RuneStart(s.Text[stop]) {
				stop++
			}
			if strings.HasSuffix(s.Text[:stop], "’") {
				stop++
			}
		}
		s.Add(evidence.Prefixed.At(t.Start, min(stop, len(s.Text)), kind))
	}
}

// prefixKinds are words that begin the name of a place or an institution, in many
// languages, with what it is: "Ysgol Tarvane", "Camp Tarvane".
var prefixKinds = lex.TableOf(map[string]lex.Type{
	"our": lex.TypeOrg, "sacred": lex.TypeOrg, "holy": lex.TypeOrg, "immaculate": lex.TypeOrg, "blessed": lex.TypeOrg,
	"st": lex.TypeOrg, "ste": lex.TypeOrg, "saint": lex.TypeOrg, "san": lex.TypeLocation, "santa": lex.TypeLocation, "hmp": lex.TypeOrg, "hmyoi": lex.TypeOrg, "hmp/yoi": lex.TypeOrg,
	"ysbyty": lex.TypeOrg, "ysgol": lex.TypeOrg, "ward": lex.TypeOrg, "camp": lex.TypeLocation, "fort": lex.TypeLocation, "lake": lex.TypeLocation, "mount": lex.TypeLocation,
	"mt": lex.TypeLocation, "port": lex.TypeLocation, "loch": lex.TypeLocation, "lough": lex.TypeLocation, "glen": lex.TypeLocation, "scoil": lex.TypeOrg, "gaelscoil": lex.TypeOrg, "cnoc": lex.TypeLocation,
	"mohalla": lex.TypeLocation, "mahalla": lex.TypeLocation, "vill": lex.TypeLocation, "kampung": lex.TypeLocation, "kampong": lex.TypeLocation, "jalan": lex.TypeLocation, "jln": lex.TypeLocation, "lorong": lex.TypeLocation, "taluk": lex.TypeLocation,
	"tehsil": lex.TypeLocation, "mandal": lex.TypeLocation, "barrio": lex.TypeLocation, "urb": lex.TypeLocation, "sitio": lex.TypeLocation, "purok": lex.TypeLocation, "brgy": lex.TypeLocation, "barangay": lex.TypeLocation, "desa": lex.TypeLocation, "taman": lex.TypeLocation,
	"te": lex.TypeOrg, "jva": lex.TypeOrg, "laerskool": lex.TypeOrg, "hoerskool": lex.TypeOrg, "kura": lex.TypeOrg, "marae": lex.TypeOrg, "ecole": lex.TypeOrg, "lycee": lex.TypeOrg,
	"llan": lex.TypeLocation, "pentre": lex.TypeLocation, "tŷ": lex.TypeLocation, "ty": lex.TypeLocation, "plas": lex.TypeLocation, "maes": lex.TypeLocation, "parc": lex.TypeLocation,
	"baile": lex.TypeLocation, "colegio": lex.TypeOrg, "escuela": lex.TypeOrg, "casa": lex.TypeLocation, "masjid": lex.TypeOrg, "isle": lex.TypeLocation, "cape": lex.TypeLocation, "hotel": lex.TypeLocation, "co": lex.TypeLocation, "county": lex.TypeLocation,
})

// ofHeads begin names of farms and hamlets with "of" behind them: "Mill of Culquoich".
var ofHeads = lex.SetOf("mill mains milton bridge kirk kirkton newton haugh braes hill muir bogs croft head water vale")

// theNames finds "The Willows", a capital article within a sentence.
// First in a sentence or line, or in a heading, the article has its capital anyway.
func (s finder) theNames() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		if !ts[i].Is("the") || ts[i].Shape != lex.ShapeTitle || s.Tokens[i].Heading || ts[i].Place == lex.Sentence || ts[i].Place == lex.Line {
			continue
		}
		end := s.run(i)
		t := &ts[i+1]
		if end == i || end > i+4 || t.Lines > 0 || t.Stays || t.Kind != lex.KindWord || !t.Capital() || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym) || t.Has(lex.MarkFunction) && !t.Is("old") && !t.Is("new") {
			continue
		}
		w := evidence.TheInside
		if ts[i].Place == lex.Soft {
			w = evidence.TheSoft
		}
		for end > i && (ts[end].Kind != lex.KindWord || ts[end].Taken) {
			end--
		}
		s.Note(w, i, end, lex.TypeOrg)
	}
}

// lowerPlaces finds "thornsett moor": a word no dictionary knows before a word
// for a street or a stretch of land, all in lower case.
func (s finder) lowerPlaces() {
	ts := s.Tokens
	for i := 0; i+1 < len(ts); i++ {
		t, head := &ts[i], &ts[i+1]
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !t.Taken && head.Shape == lex.ShapeLower && head.Lines == 0 &&
			(t.Stranger() && t.Has(lex.MarkPlace) && head.Has(lex.MarkWordPlace|lex.MarkGround|lex.MarkStreet|lex.MarkBuilding) && !head.Has(lex.MarkFunction) || t.Has(lex.MarkWordPlace|lex.MarkNamed) && !t.Has(lex.MarkFunction|lex.MarkCommon) && t.Runes > 2 && pureStreets.Has(head.Fold) && head.Runes > 2) {
			s.Note(evidence.LowerHeadListed, i, i+1, lex.TypeLocation)
			continue
		}
		if s.Lower && s.smallInstitution(i) {
			s.Note(evidence.LowerInstitution, i, i+1, lex.TypeOrg)
			continue
		}
		if t.Kind != lex.KindWord || t.Taken || t.Stays || t.Shape != lex.ShapeLower || !t.Stranger() || strings.Contains(t.Fold, "'") || t.Runes < 4 && !(t.Runes == 3 && pureStreets.Has(head.Fold)) || t.Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkKin) ||
			head.Lines > 0 || head.Shape != lex.ShapeLower || !head.Has(lex.MarkStreet|lex.MarkGround|lex.MarkBuilding) || head.Has(lex.MarkFunction) || head.Runes < 3 && !(shortStreets.Has(head.Fold) && s.Closes(s.After(i, 2))) {
			continue
		}
		s.Note(evidence.LowerHeadStranger, i, i+1, lex.TypeLocation)
	}
}

// shortStreets are short forms of words for a street.
var shortStreets = lex.SetOf("st rd dr ln")

// smallHeads end the names of institutions that have no article before them.
var smallHeads = lex.SetOf("house lodge court hall grange manor centre surgery nursery academy hostel clinic hospice ward college primary infirmary")

// smallInstitution reports whether a word that sets it apart and a head stand
// behind a word of place without an article: "at ash lodge", "from crown house".
func (s finder) smallInstitution(i int) bool {
	t, head, prev := &s.Tokens[i], &s.Tokens[i+1], s.Prev(i)
	return prev != nil && (prev.Is("at") || prev.Is("from") || prev.Is("in") || prev.Is("to") || prev.Is("near")) && t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !t.Taken && !t.Stays && t.Runes > 2 &&
		head.Shape == lex.ShapeLower && head.Lines == 0 && smallHeads.Has(head.Fold) && (t.Has(lex.MarkNamed|lex.MarkWordPlace|lex.MarkPlace) || t.Stranger()) && !t.Has(lex.MarkFunction|lex.MarkRole|lex.MarkKin|lex.MarkOrgHead|lex.MarkUnit|lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkWeekday|lex.MarkMonth)
}

// runs finds two to four capital words within a sentence behind a word of
// place: "at Rising Lights".
// A single word among them for kin, work, a day, an idea or the like spoils the run,
// and five in a row are too many.
func (s finder) runs() {
	ts := s.Tokens
	for i := 1; i+1 < len(ts); i++ {
		t, prev := &ts[i], &ts[i-1]
		if t.Kind != lex.KindWord || !t.Capital() || t.Place != lex.Inner || s.Tokens[i].Heading || s.Tokens[i].Shout || t.Stays || t.Taken ||
			!(prev.Is("at") || prev.Is("from") || prev.Is("via") || prev.Is("with") || prev.Is("in") || prev.Is("to") || prev.Is("called")) {
			continue
		}
		end, ok := i, true
		for j := i; j <= i+4 && j < len(ts) && ts[j].Kind == lex.KindWord && ts[j].Capital() && (j == i || ts[j].Lines == 0); j++ {
			ok = ok && !ts[j].Stays && ts[j].Runes > 1 && !ts[j].Has(lex.MarkFunction|lex.MarkCasual|lex.MarkAllow|lex.MarkLetters|lex.MarkRole|lex.MarkKin|lex.MarkTitle|lex.MarkDemonym|lex.MarkWeekday|lex.MarkMonth|lex.MarkTheory)
			end = j
		}
		if ok && end > i && end <= i+3 && !page.IsCut(ts, end) {
			s.Note(evidence.CapitalRun, i, end, lex.TypeOrg)
		}
	}
}
