package detect

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// initials finds "J.M.", "A. Tarrantine" and two capitals that act as a person.
// "US" and "U.S." are a country. Two capitals that acted as a person once are the same
// person all over the page, so they are looked for again at the end.
func (s scene) initials() {
	ts := s.Tokens
	acting := map[string]bool{}
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if s.Lower && t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeLower && !t.Taken && i+2 < len(ts) && ts[i+1].Fold == "." && !ts[i+1].Gap && ts[i+2].Kind == lex.KindWord && ts[i+2].Lines == 0 && ts[i+2].Stranger() &&
			ts[i+2].Runes > 3 && !ts[i+2].Has(lex.MarkAllow|lex.MarkLetters|lex.MarkDemonym|lex.MarkFunction) && (i == 0 || t.Gap) {
			s.Note(evidence.InitialLower, i, i+2, lex.TypePerson)
		}
		if t.Taken || t.Stays || t.Kind != lex.KindWord || t.Shape != lex.ShapeUpper {
			continue
		}
		if t.Is("us") && !s.Tokens[i].Shout || t.Is("u") && i+2 < len(ts) && ts[i+1].Fold == "." && !ts[i+1].Gap && (ts[i+2].Is("s") || ts[i+2].Is("k")) && !ts[i+2].Gap && ts[i+2].Shape == lex.ShapeUpper {
			last := i
			if t.Is("u") {
				last = i + 2
			}
			s.Note(evidence.CountryLetters, i, last, lex.TypeLocation)
			i = last
			continue
		}
		switch {
		case s.youngPerson(i):
			s.Note(evidence.InitialsAct, i, i, lex.TypePerson)
		case t.Runes == 1:
			i = s.dotted(i)
		case s.twoCapitals(i):
			next := s.Next(i)
			if next != nil && next.Kind == lex.KindWord && next.Shape == lex.ShapeUpper && next.Runes > 2 && s.Guesses[i+1].Score > 0 && s.Guesses[i+1].Kind == lex.TypePerson && t.Place == lex.Inner {
				s.Note(evidence.InitialsBefore, i, i, lex.TypePerson)
			} else if s.signedInitials(i) {
				s.Note(evidence.InitialsSigned, i, i, lex.TypePerson)
			} else if s.initialsAct(i) {
				s.Note(evidence.InitialsAct, i, i, lex.TypePerson)
				acting[t.Fold] = true
			}
		}
	}
	s.initialsAgain(acting)
}

// youngPerson reports whether one capital or two stand right behind the letters
// for a young person or the like: "YP T".
func (s scene) youngPerson(i int) bool {
	t, prev, next := &s.Tokens[i], s.Prev(i), s.After(i, 1)
	if prev == nil || !clientLetters.Has(prev.Fold) || prev.Shape != lex.ShapeUpper || t.Lines > 0 || !t.Gap || t.Runes > 2 || t.Runes == 2 && !s.twoCapitals(i) {
		return false
	}
	return next == nil || next.Gap || next.Kind == lex.KindPunct
}

// clientLetters are short for whom the work is with.
var clientLetters = lex.SetOf("yp cyp su")

// twoCapitals reports whether two capitals are no word and no acronym that is
// known: a unit is one behind a number alone.
func (s scene) twoCapitals(i int) bool {
	t, prev := &s.Tokens[i], s.Before(i, 1)
	if t.Runes != 2 || t.Has(lex.MarkLetters|lex.MarkCommon|lex.MarkAllow|lex.MarkTitle|lex.MarkFunction|lex.MarkRole) || prev != nil && prev.Kind == lex.KindNumber {
		return false
	}
	return !t.Has(lex.MarkUsual) || t.Has(lex.MarkUnit)
}

// initialsAct reports whether two capitals stand where a person would: they do
// what a person does, something is theirs, somebody meets them, or they are joined
// to a young person or to whoever speaks.
func (s scene) initialsAct(i int) bool {
	t, next, prev := &s.Tokens[i], s.Next(i), s.Prev(i)
	if t.Poss || next != nil && next.Has(lex.MarkSpeech) && next.Shape == lex.ShapeLower {
		return true
	}
	if prev != nil && (prev.Has(lex.MarkNaming|lex.MarkKin) || prev.Has(lex.MarkContact) && !prev.Has(lex.MarkPlaceCue) || page.DirectContact.Has(prev.Fold)) {
		return true
	}
	for _, step := range [2]int{-1, 1} {
		and, who := i+step, i+2*step
		if who < 0 || who >= len(s.Tokens) || s.Tokens[max(i, and)].Lines > 0 || s.Tokens[max(and, who)].Lines > 0 || !s.Tokens[and].Is("and") && s.Tokens[and].Fold != "&" {
			continue
		}
		if w := &s.Tokens[who]; w.Is("yp") || w.Is("i") || w.Is("me") || w.Has(lex.MarkKin) {
			return true
		}
	}
	return false
}

// initialsAgain finds the initials that stood for a person once, wherever they
// stand on the page.
func (s scene) initialsAgain(acting map[string]bool) {
	if len(acting) == 0 {
		return
	}
	for i := range s.Tokens {
		if t := &s.Tokens[i]; acting[t.Fold] && t.Shape == lex.ShapeUpper && !t.Taken && !t.Stays && s.twoCapitals(i) {
			s.Note(evidence.InitialsAct, i, i, lex.TypePerson)
		}
	}
}

// signedInitials reports whether the capitals at i stand in brackets or behind a
// sign, and before another or a line's end, behind a word for a person: "mother
// (TW)", "father - JD".
func (s scene) signedInitials(i int) bool {
	who, sign, next := s.Before(i, 2), s.Before(i, 1), s.After(i, 1)
	if who == nil || s.Tokens[i].Lines > 0 || sign.Lines > 0 {
		return false
	}
	if n := s.After(i, 2); next != nil && next.Kind == lex.KindNumber && next.Runes <= 2 && next.Lines == 0 && (n == nil || n.Lines > 0 || n.Kind == lex.KindPunct) && (sign.Fold == "," || sign.Fold == ":") && (who.Taken || sign.Fold == ":") {
		return true // in a list of children: "Mia 6, DJ 4"
	}
	ends := next == nil || next.Lines > 0 || next.Kind == lex.KindPunct && strings.Contains(",.;:)", next.Fold)
	if !who.Has(lex.MarkKin) && !page.Persons.Has(who.Fold) && !page.Children.Has(who.Fold) {
		return false
	}
	switch sign.Fold {
	case "(":
		return next != nil && strings.Contains("),;", next.Fold)
	case ":", "=", ",":
		return ends
	case "-", "–", "—":
		return sign.Gap && s.Tokens[i].Gap && ends
	}
	return false
}

// dotted reads initials with points from token i and gives the last it used.
// "P.S.", "N.B." and the like are none; neither are more than three letters, which
// institutions have ("R.S.P.C.A."), unless a family name follows.
func (s scene) dotted(i int) int {
	ts := s.Tokens
	count, last, j := 0, i, i
	for count < 8 && j+1 < len(ts) && ts[j].Kind == lex.KindWord && ts[j].Runes == 1 && ts[j].Shape == lex.ShapeUpper && ts[j+1].Fold == "." && !ts[j+1].Gap {
		count++
		last = j + 1
		j += 2
		if j < len(ts) && ts[j].Lines > 0 {
			break
		}
	}
	name := j < len(ts) && ts[j].Kind == lex.KindWord && ts[j].Lines == 0 && ts[j].Shape != lex.ShapeLower && ts[j].Runes > 1 && ts[j].Gap && !ts[j].Has(lex.MarkFunction|lex.MarkAllow|lex.MarkLetters)
	word := ""
	for k := i; k <= last; k++ {
		if ts[k].Kind == lex.KindWord {
			word += ts[k].Fold
		}
	}
	switch {
	case word == "us" || word == "uk" || word == "usa":
		s.Note(evidence.CountryDotted, i, last, lex.TypeLocation)
	case count == 0 || word == "ps" || word == "nb" || word == "un" || word == "am" || word == "pm" || word == "eu" || word == "po" || word == "ni":
		return i
	case name && (ts[j].Stranger() || ts[j].Has(lex.MarkNamed)) && (count > 1 || ts[i].Place == lex.Inner || ts[i].Place == lex.Soft || ts[j].Stranger()):
		s.Note(evidence.InitialFamily, i, j, lex.TypePerson)
		return j
	case count >= 2 && count <= 3:
		s.Note(evidence.InitialsDotted, i, last, lex.TypePerson)
	}
	return last
}

// spreadNames joins what belongs to a name: particles, a single capital behind
// a family name, the other half of a hyphen.
func (s scene) spreadNames() {
	ts := s.Tokens
	named := func(i int) bool {
		return i >= 0 && i < len(ts) && s.Guesses[i].Score > 0 && ts[i].Kind == lex.KindWord
	}
	for i := range ts {
		t := &ts[i]
		// "Tobi van der Berg"
		if t.Kind == lex.KindWord && t.Shape == lex.ShapeLower && !named(i) && page.Particle(t.Fold) && named(i-1) && ts[i-1].Capital() && i+2 < len(ts) && page.Particle(ts[i+1].Fold) && named(i+2) && ts[i+2].Capital() && ts[i+2].Lines == 0 && ts[i+1].Lines == 0 && t.Lines == 0 {
			s.Guesses[i] = evidence.ParticlePair.Guess(s.Guesses[i-1].Kind)
			s.Guesses[i+1] = s.Guesses[i]
			continue
		}
		if t.Is("the") && s.calledThe(i) && named(i-1) {
			s.Guesses[i], s.Guesses[i+1] = evidence.CalledThe.Guess(lex.TypePerson), evidence.CalledThe.Guess(lex.TypePerson)
			continue
		}
		switch {
		// "Yusuf al-K"
		case t.Kind == lex.KindWord && page.Particle(t.Fold) && i+2 < len(ts) && ts[i+1].Fold == "-" && !ts[i+1].Gap && !ts[i+2].Gap && ts[i+2].Kind == lex.KindWord && ts[i+2].Runes == 1 && ts[i+2].Shape == lex.ShapeUpper && (named(i-1) && ts[i-1].Capital() && t.Lines == 0 || t.Capital()):
			s.Guesses[i] = evidence.ParticleInitial.Guess(lex.TypePerson)
			s.Guesses[i+2] = s.Guesses[i]
		// "Mi-sook", "Selvan-tarvane"
		case t.Kind == lex.KindWord && t.Shape == lex.ShapeTitle && i+2 < len(ts) && ts[i+1].Fold == "-" && !ts[i+1].Gap && !ts[i+2].Gap && ts[i+2].Kind == lex.KindWord && ts[i+2].Shape == lex.ShapeLower && (eastHalves.Has(ts[i+2].Fold) || (ts[i+2].Runes > 2 || named(i-1) && ts[i-1].Capital() && t.Lines == 0) && ts[i+2].Stranger()) &&
			!ts[i+2].Has(lex.MarkAllow|lex.MarkLetters|lex.MarkKin) && (named(i) || eastHalves.Has(ts[i+2].Fold) && t.Runes <= 6 && !t.Has(lex.MarkFunction) || !t.Has(lex.MarkFunction|lex.MarkAllow|lex.MarkCommon) || t.Has(lex.MarkWordFirst|lex.MarkWeekday|lex.MarkFirst)):
			s.Guesses[i].Score = max(s.Guesses[i].Score, evidence.HyphenHalf.Weight())
			if s.Guesses[i].Reason == "" {
				s.Guesses[i].Detector, s.Guesses[i].Reason = "name.beside", "It stands beside a name."
			}
			s.Guesses[i+2] = evidence.HyphenHalf.Guess(s.Guesses[i].Kind)
		// "al-Haddad"
		case t.Kind == lex.KindWord && !named(i) && page.Particle(t.Fold) && i+2 < len(ts) && ts[i+1].Fold == "-" && !ts[i+1].Gap && named(i+2) && ts[i+2].Capital():
			s.Guesses[i] = evidence.ParticleHyphen.Guess(s.Guesses[i+2].Kind)
		// "Nora de Vries", "De Vries"
		case t.Kind == lex.KindWord && !named(i) && page.Particle(t.Fold) && named(i+1) && ts[i+1].Capital() && (named(i-1) && ts[i-1].Capital() && t.Lines == 0 || t.Capital() && t.Lines == 0 || leads.Has(t.Fold)) && ts[i+1].Lines == 0:
			s.Guesses[i] = evidence.ParticleBefore.Guess(s.Guesses[i+1].Kind)
		// "Tobi-ka-Tarvan"
		case t.Kind == lex.KindWord && !named(i) && !t.Gap && i >= 2 && i+2 < len(ts) && ts[i-1].Fold == "-" && ts[i+1].Fold == "-" && !ts[i+2].Gap && !ts[i+1].Gap && named(i-2) && ts[i+2].Capital():
			s.Guesses[i] = evidence.ParticleMiddle.Guess(s.Guesses[i-2].Kind)
			s.Guesses[i+2].Score = max(s.Guesses[i+2].Score, evidence.HyphenHalf.Weight())
		// "tobi k", but "tobi w him" is short for "with"
		case s.Lower && t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeLower && named(i-1) && ts[i-1].Shape == lex.ShapeLower && t.Lines == 0 && !t.Is("a") && !t.Is("i") && !t.Is("w") && !t.Is("u") && s.Guesses[i-1].Kind == lex.TypePerson && !ts[i-1].Poss:
			s.Guesses[i] = evidence.InitialLowerBehind.Guess(lex.TypePerson)
		// "tobi k selvan"
		case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeLower && named(i-1) && named(i+1) && ts[i-1].Shape == lex.ShapeLower && ts[i+1].Shape == lex.ShapeLower && t.Lines == 0 && ts[i+1].Lines == 0 && !ts[i-1].Poss:
			s.Guesses[i] = evidence.InitialLowerMiddle.Guess(lex.TypePerson)
		case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeUpper && i+2 < len(ts) && ts[i+1].Fold == "-" && !ts[i+1].Gap && !ts[i+2].Gap && named(i+2) && ts[i+2].Shape == lex.ShapeTitle && s.Guesses[i+2].Kind == lex.TypePerson && ts[i+2].Stranger() && (i == 0 || t.Gap || t.Lines > 0):
			s.Guesses[i] = evidence.InitialBefore.Guess(lex.TypePerson)
		// "T Selvan", "T K Selvan"
		case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeUpper && !t.Is("i") && named(i+1) && ts[i+1].Capital() && ts[i+1].Lines == 0 && ts[i+1].Gap && s.Guesses[i+1].Kind == lex.TypePerson && (!t.Is("a") || t.Place == lex.Inner):
			s.Guesses[i] = evidence.InitialBefore.Guess(lex.TypePerson)
			if i > 0 && ts[i-1].Kind == lex.KindWord && ts[i-1].Runes == 1 && ts[i-1].Shape == lex.ShapeUpper && t.Lines == 0 {
				s.Guesses[i-1] = s.Guesses[i]
			}
		// "Selvan T", not "Selvan A little later"
		case t.Kind == lex.KindWord && t.Runes == 1 && t.Shape == lex.ShapeUpper && named(i-1) && ts[i-1].Capital() && t.Lines == 0 && t.Gap && !t.Is("i") && !ts[i-1].Poss && !(t.Is("a") && i+1 < len(ts) && ts[i+1].Gap && ts[i+1].Shape == lex.ShapeLower):
			s.Guesses[i] = evidence.InitialAfter.Guess(lex.TypePerson)
		}
	}
}

// calledThe reports whether "the" and a trade with a capital go on a name: "Angus
// John the Miller".
func (s scene) calledThe(i int) bool {
	ts := s.Tokens
	if i == 0 || i+1 >= len(ts) || ts[i].Lines > 0 || ts[i+1].Lines > 0 || ts[i].Capital() || ts[i-1].Shape != lex.ShapeTitle || ts[i-1].Poss || s.Guesses[i-1].Kind != lex.TypePerson {
		return false
	}
	n := &ts[i+1]
	return n.Kind == lex.KindWord && n.Shape == lex.ShapeTitle && n.Runes > 4 && n.Has(lex.MarkDict) && !n.Has(lex.MarkRole|lex.MarkTitle|lex.MarkCasual|lex.MarkKin|lex.MarkAllow|lex.MarkOrgHead) && (strings.HasSuffix(n.Fold, "er") || strings.HasSuffix(n.Fold, "man") || strings.HasSuffix(n.Fold, "smith"))
}

// eastHalves are second halves of given names of the East of Asia, as they are
// written behind a hyphen.
var eastHalves = lex.SetOf("ja hi suk sook soo hee mi jin ho min hyun ah na ok sun hwa kyung jung young yeon woo won joo ki kwon seok seon sik su sup yong ling mei ming fai wah yee kit lok yan yin fong chi chung hung kei keung kin kuen kwan lai lam lan ling man mui ping sang shan shing siu suet tak tim wai wan wing yiu yuen yuk yung hua hui jie jun li na ning ping qing rong ru wei wen xia xin yan ying yu yuan yue yun zhen")

// leads are particles that begin a family name without a given name before it.
var leads = lex.SetOf("al bin ibn von van de du el ap ab ferch ní ni nic della abu ter den")
