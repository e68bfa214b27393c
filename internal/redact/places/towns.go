package places

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// townWords is the most words that a town's name on the lists has.
const townWords = 4

// towns finds towns of several words, each with its capital. Many are made of
// plain words, so nothing is taken where the words may mean what they say: in a
// heading, or right behind a title or a role.
func (s finder) towns() {
	ts := s.Tokens
	for i := 0; i < len(ts); i++ {
		t := &ts[i]
		if !t.Has(lex.MarkTownHead) || t.Shape != lex.ShapeTitle || t.Taken || t.Stays || s.Tokens[i].Heading {
			continue
		}
		if end := s.townEnd(i); end > i {
			s.Note(s.townRow(i, end), i, end, lex.TypeLocation)
			i = end
		}
	}
}

// townEnd gives the last token of the longest town that begins at i, or i.
func (s finder) townEnd(i int) int {
	ts := s.Tokens
	var room [64]byte
	key, end := append(room[:0], ts[i].Fold...), i
	for j, words := i+1, 1; j < len(ts) && words < townWords && ts[j].Lines == 0; j++ {
		t := &ts[j]
		if t.Kind == lex.KindPunct && !t.Gap && (t.Fold == "-" || t.Fold == "." && words == 1 && ts[i].Runes <= 2) {
			continue
		}
		if t.Kind != lex.KindWord || t.Taken || t.Stays || ts[j-1].Poss || t.Shape != lex.ShapeTitle && !t.Has(lex.MarkFunction) {
			break
		}
		key = append(append(key, ' '), t.Fold...)
		words++
		if t.Shape == lex.ShapeTitle && s.Lists.Town(key) {
			end = j
		}
	}
	return end
}

// townRow says what speaks for the town: a word of place before it, a state or a
// code behind it, or its words alone.
// "By" and "of" lead to authors and things as well as to towns.
func (s finder) townRow(i, end int) evidence.Row {
	prev, next := s.Prev(i), s.After(end, 1)
	state := s.After(end, 2)
	led := prev != nil && prev.Has(lex.MarkPlaceCue) && !prev.Is("by") && !prev.Is("of")
	located := next != nil && next.Fold == "," && state != nil && (lex.StateLetters.Has(state.Fold) && state.Shape == lex.ShapeUpper || state.Has(lex.MarkPlace|lex.MarkCountry) && state.Capital())
	if led || located {
		return evidence.TownLed
	}
	return evidence.TownBare
}

// stateful finds a place that no list knows by the state behind it: "Lick Skillet,
// Alabama", "Joe Batt's Arm, NL".
func (s finder) stateful() {
	ts := s.Tokens
	for i := 2; i < len(ts); i++ {
		t := &ts[i]
		if ts[i-1].Fold != "," || t.Lines > 0 || t.Kind != lex.KindWord || !s.stateAt(i) {
			continue
		}
		if prev := &ts[i-2]; t.Shape == lex.ShapeUpper && prev.Capital() && prev.Has(lex.MarkGround|lex.MarkPlace|lex.MarkTown) && prev.Lines == 0 {
			s.Note(evidence.OutcodeState, i, i, lex.TypeLocation)
		}
		first := i - 1
		for first > 0 && first > i-5 && ts[first].Lines == 0 && s.sets(first-1) && (first == i-1 || ts[first-1].Place < lex.Sentence || ts[first-1].Stranger() || ts[first-1].Has(lex.MarkDict)) {
			first--
		}
		if first < i-1 && !ts[first].Stays && !s.person(first, i-2) {
			end := i - 2
			if t.Shape == lex.ShapeUpper {
				end = i
			}
			s.Note(evidence.PlaceOfState, first, end, lex.TypeLocation)
		}
	}
}

// person reports whether a given name stands among the tokens.
// "Tobi Selvan, Alabama" is somebody from there.
func (s finder) person(first, last int) bool {
	for j := first; j <= last; j++ {
		if s.Tokens[j].Has(lex.MarkFirst) && !s.Tokens[j].Poss {
			return true
		}
	}
	return false
}

// stateAt reports whether the token is a state or a province, in full or by its
// two letters.
// "OR" and "IN" in capitals are words that somebody stresses.
func (s finder) stateAt(i int) bool {
	t := &s.Tokens[i]
	if t.Shape == lex.ShapeUpper && !s.Tokens[i].Shout {
		return lex.StateLetters.Has(t.Fold) && !t.Is("or") && !t.Is("in") || lex.Provinces.Has(t.Fold)
	}
	return t.Shape == lex.ShapeTitle && lex.StateNames.Has(t.Fold)
}
