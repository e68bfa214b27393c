package detect

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// neighbours lets a sure name vouch for the words it stands with.
// It goes over the page twice, so that a name of three words holds together whichever
// of them is the sure one.
func (s scene) neighbours() {
	for range 2 {
		for i := range s.Guesses {
			s.vouch(i)
		}
	}
}

// vouch gives word i what its neighbours lend it.
func (s scene) vouch(i int) {
	t, g := &s.Tokens[i], &s.Guesses[i]
	if t.Shape == lex.ShapeLower && t.Kind == lex.KindWord && t.Mark&(lex.MarkDict|lex.MarkKin|lex.MarkRole|lex.MarkTitle|lex.MarkFunction) == 0 && g.Score <= evidence.Vouched && g.Score > evidence.Never/2 && t.Runes > 2 {
		for _, step := range [2]int{-1, 1} {
			if j := s.side(i, step); j >= 0 && s.Guesses[j].Score > evidence.Vouched && s.Tokens[j].Shape == lex.ShapeLower {
				g.Add(evidence.BesideLower)
				g.Kind = s.Guesses[j].Kind
				return
			}
		}
	}
	if s.familyBehind(i) {
		g.Add(evidence.BesideLowerWord)
		g.Kind = lex.TypePerson
		return
	}
	if bynames.Has(t.Fold) && s.byName(i) {
		return
	}
	if s.familyFirst(i) {
		*g = evidence.FamilyFirst.Guess(lex.TypePerson)
		return
	}
	if firstHalves.Has(t.Fold) && t.Shape == lex.ShapeTitle && !t.Taken && !t.Stays && g.Score <= evidence.Never/2 && i+1 < len(s.Guesses) {
		if n := &s.Tokens[i+1]; n.Lines == 0 && n.Shape == lex.ShapeTitle && n.Kind == lex.KindWord && s.Guesses[i+1].Kind == lex.TypePerson && s.Guesses[i+1].Score > evidence.Vouched {
			*g = evidence.FirstHalf.Guess(lex.TypePerson)
		}
		return
	}
	if t.Kind != lex.KindWord || t.Taken || t.Stays || !t.Capital() || g.Score > evidence.SettledAt || g.Score <= evidence.Never/2 || t.Runes == 1 {
		return
	}
	if j := s.side(i, -1); j >= 0 && s.Guesses[j].Score > evidence.Vouched && !s.Tokens[j].Poss {
		s.lend(i, j, t.Place == lex.Inner)
	}
	if j := s.side(i, +1); j >= 0 && s.Guesses[j].Score > evidence.Vouched && s.Tokens[j].Capital() && !t.Poss {
		s.lend(i, j, t.Has(lex.MarkNamed))
	}
}

// familyFirst reports whether a short word with a capital stands before two
// capital words held by a hyphen, of which no list knows the second as a given
// name of the West: "An Kwok-Fai".
func (s scene) familyFirst(i int) bool {
	ts := s.Tokens
	t := &ts[i]
	if t.Shape != lex.ShapeTitle || t.Runes > 5 || t.Taken || t.Stays || i+3 >= len(ts) || s.Guesses[i].Score > evidence.Vouched || ts[i+2].Fold != "-" || ts[i+2].Gap || ts[i+3].Gap {
		return false
	}
	a, b := &ts[i+1], &ts[i+3]
	return a.Lines == 0 && a.Shape == lex.ShapeTitle && b.Shape == lex.ShapeTitle && a.Runes <= 6 && b.Runes <= 6 && b.Stranger() && !b.Has(lex.MarkFirst|lex.MarkAllow) && s.Guesses[i+3].Score > 0 && s.Guesses[i+3].Kind == lex.TypePerson
}

// familyBehind reports whether a family name that is a word as well stands in
// lower case right behind a given name, before what a person does or a sign:
// "margaret ward showed".
func (s scene) familyBehind(i int) bool {
	ts := s.Tokens
	t := &ts[i]
	if t.Kind != lex.KindWord || t.Shape != lex.ShapeLower || t.Taken || t.Stays || t.Runes < 3 || i == 0 || t.Lines > 0 || s.Guesses[i].Score > evidence.Vouched || !t.Has(lex.MarkLast|lex.MarkWordLast) || t.Has(lex.MarkFunction|lex.MarkKin|lex.MarkTitle|lex.MarkUnit|lex.MarkSpeech|lex.MarkContact|lex.MarkWeekday|lex.MarkMonth) {
		return false
	}
	prev, next := &ts[i-1], s.Next(i)
	if prev.Shape != lex.ShapeLower || prev.Poss || !prev.Has(lex.MarkFirst) || prev.Has(lex.MarkDict) || s.Guesses[i-1].Score <= evidence.Vouched || s.Guesses[i-1].Kind != lex.TypePerson {
		return false
	}
	return next == nil || next.Kind == lex.KindPunct || next.Has(lex.MarkSpeech) || page.Personal.Has(next.Fold) || next.Is("and") || next.Is("was") || next.Is("is") || next.Is("who")
}

// bynames stand before a name in what somebody is called.
var bynames = lex.SetOf("big little lil wee ol old young boss fat skinny chubby crazy tall")

// byName takes such a word along with the name behind it, and reports whether
// there was one.
func (s scene) byName(i int) bool {
	t := &s.Tokens[i]
	if i+1 >= len(s.Guesses) || t.Taken || t.Stays || t.Own {
		return false
	}
	n, prev := &s.Tokens[i+1], s.Prev(i)
	if n.Lines > 0 || n.Kind != lex.KindWord || n.Poss && t.Shape == lex.ShapeLower || n.Shape != t.Shape || s.Guesses[i+1].Kind != lex.TypePerson || s.Guesses[i+1].Score <= evidence.Vouched || !n.Has(lex.MarkFirst|lex.MarkWordFirst) && !n.Stranger() && (t.Shape == lex.ShapeLower || n.Has(lex.MarkCommon) && (n.Place != lex.Inner || n.Has(lex.MarkOrgHead|lex.MarkGround|lex.MarkStreet|lex.MarkBuilding|lex.MarkRole|lex.MarkKin|lex.MarkCasual|lex.MarkAllow) || !t.Is("big") && !t.Is("little") && !t.Is("lil") && !t.Is("wee"))) {
		return false
	}
	if (t.Is("old") || t.Is("young")) && s.CapitalAt(i+2) {
		return false // only old, with the family name behind
	}
	if t.Shape == lex.ShapeLower {
		if !s.Lower || prev != nil && prev.Kind == lex.KindWord && !prev.Is("and") && !prev.Has(lex.MarkContact) {
			return false
		}
		s.Guesses[i] = evidence.ByNameLower.Guess(lex.TypePerson)
		s.Guesses[i].Fixed = true
		return true
	}
	s.Guesses[i] = evidence.ByName.Guess(lex.TypePerson)
	s.Guesses[i].Fixed = true
	return true
}

// side gives the token beside i in the same name: next to it by a space, or
// behind a hyphen. It gives -1 where there is none.
func (s scene) side(i, step int) int {
	ts := s.Tokens
	j := i + step
	if j < 0 || j >= len(ts) {
		return -1
	}
	if ts[j].Fold == "-" && ts[j].Kind == lex.KindPunct {
		j += step
		if j < 0 || j >= len(ts) || ts[max(i, j)].Gap || ts[max(i, j)-1].Gap {
			return -1
		}
		return j
	}
	if ts[j].Fold == "." && j+step >= 0 && j+step < len(ts) && ts[j+step].Runes == 1 && step < 0 {
		j += step
	}
	if ts[j].Kind == lex.KindWord && ts[j].Runes == 1 && ts[j].Shape == lex.ShapeUpper && !ts[j].Is("i") {
		j += step
		if j >= 0 && j < len(ts) && ts[j].Fold == "." && step > 0 {
			j += step
		}
	}
	if j < 0 || j >= len(ts) || ts[max(i, j)].Lines > 0 || ts[min(i, j)+1].Lines > 0 || ts[j].Kind != lex.KindWord {
		return -1
	}
	return j
}

// firstHalves are short words that begin names of two words in many languages.
var firstHalves = lex.SetOf("um umm ah pa mai ko daw nai ma thi nan naw saw abu abd ka lil")

// amongNames reports whether sure names stand on both sides of the word.
func (s scene) amongNames(i int) bool {
	j, k := s.side(i, -1), s.side(i, 1)
	return j >= 0 && k >= 0 && s.named(j) && (s.named(k) || page.Particle(s.Tokens[k].Fold) && k+1 < len(s.Guesses) && s.named(k+1))
}

// among reports whether a sure name stands right before the word, so that a title
// belongs to the inside of a name: "Yusuf Sheikh Adan".
func (s scene) among(i int) bool {
	j := s.side(i, -1)
	return j >= 0 && s.named(j)
}

// named reports whether the word at i is surely somebody's name.
func (s scene) named(i int) bool {
	return s.Guesses[i].Score > evidence.Vouched && s.Guesses[i].Kind == lex.TypePerson && s.Tokens[i].Capital()
}

// lend raises word i by the sure word j beside it. likely says that its place within
// the sentence or a list speaks for it; without that it must be held by a hyphen, name
// a quarter of a place, be a title or a small word inside a name, or stand between two
// names. A day or a month gets nothing but across a hyphen. What counts then is of j's
// kind unless j is a person.
func (s scene) lend(i, j int, likely bool) {
	t, g := &s.Tokens[i], &s.Guesses[i]
	joined := (i-j > 1 || j-i > 1) && s.Tokens[min(i, j)+1].Fold == "-"
	switch {
	case page.Quarters.Has(t.Fold) && t.Capital() && s.Place(i) < lex.Sentence && (s.Guesses[j].Kind != lex.TypePerson || j > i):
		g.Raise(evidence.LendQuarter, evidence.LendQuarterLeast)
	case j > i && !joined && t.Capital() && (t.Has(lex.MarkKin|lex.MarkTitle) && s.among(i) || t.Runes <= 4 && (page.Particle(t.Fold) || firstHalves.Has(t.Fold))) && s.Tokens[j].Capital() && s.Guesses[j].Kind == lex.TypePerson:
		g.Raise(evidence.LendTitle, evidence.LendTitleLeast)
	case j < i && !joined && t.Has(lex.MarkFunction) && t.Shape == lex.ShapeTitle && s.Place(i) == lex.Inner && s.Tokens[j].Capital() && s.Guesses[j].Kind == lex.TypePerson && s.Tokens[j].Shape == lex.ShapeTitle:
		g.Add(evidence.BesideFunction)
	case joined && t.Capital() && (s.Tokens[j].Shape == lex.ShapeLower || t.Has(lex.MarkWeekday|lex.MarkMonth)) && !t.Has(lex.MarkFunction):
		g.Score = max(g.Score, 0)
		g.Raise(evidence.LendJoined, evidence.LendJoined)
	case joined && !t.Has(lex.MarkFunction):
		g.Add(evidence.BesideHyphen)
	case t.Has(lex.MarkAllow) && t.Has(lex.MarkNamed) && s.amongNames(i):
		g.Raise(evidence.BesideNamed, evidence.LendTitleLeast)
	case t.Has(lex.MarkAllow | lex.MarkLetters | lex.MarkWeekday | lex.MarkMonth | lex.MarkDemonym):
	case t.Has(lex.MarkNamed) && likely:
		g.Add(evidence.BesideNamed)
	case t.Has(lex.MarkCasual | lex.MarkOrgHead | lex.MarkRole | lex.MarkKin | lex.MarkTitle | lex.MarkFunction):
	case likely:
		g.Add(evidence.BesideLikely)
	}
	if g.Score > 0 && s.Guesses[j].Kind != lex.TypePerson {
		g.Kind = s.Guesses[j].Kind
	}
}
