package redact

import (
	"strings"
)

// initials finds "J.M.", "A. Tarrantine" and two capitals that act as a person.
func (s *scene) initials(p int) {
	ts := s.pg.tokens
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if s.lower && t.kind == kindWord && t.runes == 1 && t.shape == lower && !t.taken && i+2 < len(ts) && ts[i+1].fold == "." && !ts[i+1].gap && ts[i+2].kind == kindWord && ts[i+2].lines == 0 && ts[i+2].stranger() &&
			ts[i+2].runes > 3 && !ts[i+2].has(markAllow|markLetters|markDemonym|markFunction) && (i == 0 || t.gap) {
			s.d.found = append(s.d.found, candidate{p, t.start, ts[i+2].end, TypePerson, 0.65, "name.initials", "An initial stands before it."})
		}
		if t.taken || t.stays || t.kind != kindWord || t.shape != upper {
			continue
		}
		if t.is("us") && !s.shout[i] || t.is("u") && i+2 < len(ts) && ts[i+1].fold == "." && !ts[i+1].gap && (ts[i+2].is("s") || ts[i+2].is("k")) && !ts[i+2].gap && ts[i+2].shape == upper {
			last := i
			if t.is("u") {
				last = i + 2
			}
			s.d.found = append(s.d.found, candidate{p, t.start, ts[last].end, TypeLocation, 0.8, "place.country", "It is the name of a country."})
			i = last
			continue
		}
		switch {
		case t.runes == 1:
			i = s.dotted(p, i)
		case t.runes == 2 && !t.has(markLetters|markDict|markAllow|markTitle|markFunction|markRole|markUnit):
			next, prev := s.next(i), s.prev(i)
			if next != nil && next.kind == kindWord && next.shape == upper && next.runes > 2 && s.guesses[i+1].score > 0 && s.guesses[i+1].kind == TypePerson && t.place == inner {
				s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypePerson, 0.6, "name.initials", "Initials stand before a name."})
			} else if next != nil && next.has(markSpeech) && next.shape == lower || t.poss ||
				prev != nil && (prev.has(markNaming|markKin) || prev.has(markContact) && !prev.has(markPlaceCue)) {
				s.d.found = append(s.d.found, candidate{p, t.start, t.end, TypePerson, 0.6, "name.initials", "Two capitals stand where a person would."})
			}
		}
	}
}

// dotted reads initials with points from token i and gives the last it used.
func (s *scene) dotted(p, i int) int {
	ts := s.pg.tokens
	count, last, j := 0, i, i
	for count < 8 && j+1 < len(ts) && ts[j].kind == kindWord && ts[j].runes == 1 && ts[j].shape == upper && ts[j+1].fold == "." && !ts[j+1].gap {
		count++
		last = j + 1
		j += 2
		if j < len(ts) && ts[j].lines > 0 {
			break
		}
	}
	name := j < len(ts) && ts[j].kind == kindWord && ts[j].lines == 0 && ts[j].shape != lower && ts[j].runes > 1 && ts[j].gap && !ts[j].has(markFunction|markAllow|markLetters)
	word := ""
	for k := i; k <= last; k++ {
		if ts[k].kind == kindWord {
			word += ts[k].fold
		}
	}
	switch {
	case word == "us" || word == "uk" || word == "usa":
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[last].end, TypeLocation, 0.8, "place.country", "It is the name of a country."})
	case count == 0 || word == "ps" || word == "nb" || word == "un" || word == "am" || word == "pm" || word == "eu" || word == "po" || word == "ni":
		return i
	case name && (ts[j].stranger() || ts[j].has(markNamed)) && (count > 1 || ts[i].place == inner || ts[i].place == soft || ts[j].stranger()):
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[j].end, TypePerson, 0.85, "name.initials", "An initial stands before it."})
		return j
	case count >= 2 && count <= 3:
		s.d.found = append(s.d.found, candidate{p, ts[i].start, ts[last].end, TypePerson, 0.7, "name.initials", "It is written like somebody's initials."})
	}
	return last
}

// spreadNames joins what belongs to a name: particles, a single capital behind
// a family name, the other half of a hyphen.
func (s *scene) spreadNames(p int) {
	ts := s.pg.tokens
	named := func(i int) bool {
		return i >= 0 && i < len(ts) && s.guesses[i].score > 0 && ts[i].kind == kindWord
	}
	for i := range ts {
		t := &ts[i]
		if t.kind == kindWord && t.shape == lower && !named(i) && particle(t.fold) && named(i-1) && ts[i-1].capital() && i+2 < len(ts) && particle(ts[i+1].fold) && named(i+2) && ts[i+2].capital() && ts[i+2].lines == 0 && ts[i+1].lines == 0 && t.lines == 0 {
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i-1].kind, detector: "name.particle", reason: "It joins the parts of a name."}
			s.guesses[i+1] = s.guesses[i]
			continue
		}
		switch {
		case t.kind == kindWord && particle(t.fold) && i+2 < len(ts) && ts[i+1].fold == "-" && !ts[i+1].gap && !ts[i+2].gap && ts[i+2].kind == kindWord && ts[i+2].runes == 1 && ts[i+2].shape == upper && (named(i-1) && ts[i-1].capital() && t.lines == 0 || t.capital()):
			s.guesses[i] = guess{score: 1.5, kind: TypePerson, detector: "name.particle", reason: "It joins the parts of a name."}
			s.guesses[i+2] = s.guesses[i]
		case t.kind == kindWord && t.shape == title && i+2 < len(ts) && ts[i+1].fold == "-" && !ts[i+1].gap && !ts[i+2].gap && ts[i+2].kind == kindWord && ts[i+2].shape == lower && ts[i+2].runes > 2 &&
			ts[i+2].stranger() && !ts[i+2].has(markAllow|markLetters|markKin) && (named(i) || !t.has(markFunction|markAllow|markCommon) || t.has(markWordFirst|markWeekday|markFirst)):
			s.guesses[i].score = max(s.guesses[i].score, 1)
			if s.guesses[i].reason == "" {
				s.guesses[i].detector, s.guesses[i].reason = "name.beside", "It stands beside a name."
			}
			s.guesses[i+2] = guess{score: 1, kind: s.guesses[i].kind, detector: "name.beside", reason: "It stands beside a name."}
		case t.kind == kindWord && !named(i) && particle(t.fold) && i+2 < len(ts) && ts[i+1].fold == "-" && !ts[i+1].gap && named(i+2) && ts[i+2].capital():
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i+2].kind, detector: "name.particle", reason: "It joins the parts of a name."}
		case t.kind == kindWord && !named(i) && particle(t.fold) && named(i+1) && ts[i+1].capital() && (named(i-1) && ts[i-1].capital() && t.lines == 0 || t.capital() && t.lines == 0 || leads[t.fold]) && ts[i+1].lines == 0:
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i+1].kind, detector: "name.particle", reason: "It joins the parts of a name."}
		case t.kind == kindWord && !named(i) && !t.gap && i >= 2 && i+2 < len(ts) && ts[i-1].fold == "-" && ts[i+1].fold == "-" && !ts[i+2].gap && !ts[i+1].gap && named(i-2) && ts[i+2].capital():
			s.guesses[i] = guess{score: 1.5, kind: s.guesses[i-2].kind, detector: "name.particle", reason: "It joins the parts of a name."}
			s.guesses[i+2].score = max(s.guesses[i+2].score, 1)
		case s.lower && t.kind == kindWord && t.runes == 1 && t.shape == lower && named(i-1) && ts[i-1].shape == lower && t.lines == 0 && !t.is("a") && !t.is("i") && !t.is("w") && !t.is("u") && s.guesses[i-1].kind == TypePerson && !ts[i-1].poss:
			s.guesses[i] = guess{score: 0.5, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
		case t.kind == kindWord && t.runes == 1 && t.shape == lower && named(i-1) && named(i+1) && ts[i-1].shape == lower && ts[i+1].shape == lower && t.lines == 0 && ts[i+1].lines == 0 && !ts[i-1].poss:
			s.guesses[i] = guess{score: 1, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
		case t.kind == kindWord && t.runes == 1 && t.shape == upper && !t.is("i") && named(i+1) && ts[i+1].capital() && ts[i+1].lines == 0 && ts[i+1].gap && s.guesses[i+1].kind == TypePerson && (!t.is("a") || t.place == inner):
			s.guesses[i] = guess{score: 0.8, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
			if i > 0 && ts[i-1].kind == kindWord && ts[i-1].runes == 1 && ts[i-1].shape == upper && t.lines == 0 {
				s.guesses[i-1] = s.guesses[i]
			}
		case t.kind == kindWord && t.runes == 1 && t.shape == upper && named(i-1) && ts[i-1].capital() && t.lines == 0 && t.gap && !t.is("i") && !ts[i-1].poss && !(t.is("a") && i+1 < len(ts) && ts[i+1].gap && ts[i+1].shape == lower):
			s.guesses[i] = guess{score: 0.8, kind: TypePerson, detector: "name.initials", reason: "An initial stands beside a name."}
		}
	}
}

// leads are particles that begin a family name without a given name before it.
var leads = setOf("al bin ibn von van de du el ap ab ferch ní ni nic della abu ter den")

func particle(w string) bool {
	switch w {
	case "ap", "ab", "ferch", "ni", "nic", "mac", "mc", "ui", "o", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "van", "von", "der", "den", "bin", "bint",
		"ibn", "al", "el", "st", "y", "nad", "pod", "z", "v", "u", "an", "na", "ter", "ten", "abu", "ul", "ur", "st.", "e":
		return true
	}
	return strings.HasPrefix(w, "d'") && len(w) == 2
}
