package page

import (
	"strings"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// Survey finds out how the page uses capitals.
func (s *Page) Survey() {
	ts := s.Tokens
	starts, small := 0, 0
	for i := range ts {
		if ts[i].Kind == lex.KindWord && ts[i].Place >= lex.Sentence {
			starts++
			if ts[i].Shape == lex.ShapeLower {
				small++
			}
		}
	}
	s.Lower = starts > 0 && small*2 >= starts
	for i := 0; i < len(ts); {
		j, words, titles, uppers, commas := i, 0, 0, 0, 0
		for ; j < len(ts) && (j == i || ts[j].Lines == 0); j++ {
			t := &ts[j]
			if t.Fold == "," {
				commas++
			}
			if t.Kind != lex.KindWord || t.Runes < 4 {
				continue
			}
			words++
			if t.Shape == lex.ShapeTitle {
				titles++
			}
			if t.Shape == lex.ShapeUpper {
				uppers++
			}
		}
		for k := i; k < j; k++ {
			s.Tokens[k].Heading = words >= 3 && commas == 0 && titles*10 >= words*8 && words <= 14
			s.Tokens[k].Shout = words >= 2 && uppers*2 >= words
		}
		i = j
	}
}

// Place gives where the word at i stands: one of a heading stands at a start.
func (s *Page) Place(i int) lex.Place {
	t := &s.Tokens[i]
	if s.Tokens[i].Heading && t.Place < lex.Sentence {
		return lex.Sentence
	}
	return t.Place
}

// Prev gives the word before in the same sentence, past an abbreviation's point.
func (s *Page) Prev(i int) *lex.Token {
	if i == 0 || s.Tokens[i].Place == lex.Sentence || s.Tokens[i].Lines > 1 {
		return nil
	}
	t := &s.Tokens[i-1]
	if t.Fold == "." && i >= 2 && !t.Gap {
		return &s.Tokens[i-2]
	}
	return t
}

// Next gives the word or sign behind on the same line, or nil.
func (s *Page) Next(i int) *lex.Token {
	n := s.After(i, 1)
	if n == nil || n.Lines > 0 {
		return nil
	}
	return n
}

// CapitalAt reports whether the token at j is a word with a capital.
func (s *Page) CapitalAt(j int) bool {
	return j < len(s.Tokens) && s.Tokens[j].Kind == lex.KindWord && s.Tokens[j].Capital() && s.Tokens[j].Lines == 0
}

// NameAt reports whether a word with a capital, or what stands for a name, stands
// at j.
func (s *Page) NameAt(j int) bool {
	return s.CapitalAt(j) || j < len(s.Tokens) && s.Tokens[j].Own && s.Tokens[j].Lines == 0
}

// BeforeTitle reports whether an English word at a sentence start stands before a
// title and a name, so that it is a verb, whoever may be called so: "Chase Dr
// Patel".
func (s *Page) BeforeTitle(i int) bool {
	t, title := &s.Tokens[i], s.Next(i)
	if title == nil || !title.Has(lex.MarkTitle) || title.Has(lex.MarkKin) || !title.Capital() || t.Shape != lex.ShapeTitle || !t.Has(lex.MarkDict) || s.Place(i) < lex.Sentence || t.Poss {
		return false
	}
	name := i + 2
	if n := s.After(i, 2); n != nil && n.Fold == "." && !n.Gap {
		name++
	}
	return s.NameAt(name) && !s.Tokens[name].Has(lex.MarkStreet|lex.MarkFunction)
}

// Modal reports whether a word like Will or May stands as a verb: a pronoun, an
// article or a plain verb follows.
func (s *Page) Modal(i int) bool {
	next := s.Next(i)
	if next == nil || s.Tokens[i].Poss || next.Runes > 5 && strings.HasSuffix(next.Fold, "ing") {
		return false
	}
	if n, m := s.After(i, 2), s.After(i, 3); next.Is("the") && (n != nil && n.Has(lex.MarkKin|lex.MarkRole) || m != nil && m.Has(lex.MarkRole) && m.Lines == 0 && n.Kind == lex.KindWord) {
		return false
	}
	switch next.Fold {
	case "i", "he", "she", "they", "we", "you", "it", "the", "a", "an", "this", "that", "there", "her", "him", "them", "my", "his", "their", "our",
		"your", "someone", "anyone", "everyone", "in", "of", "for", "up", "on", "out", "these", "those", "to", "not", "be", "with":
		return s.Tokens[i].Has(lex.MarkFunction) || next.Fold != "in" && next.Fold != "on" && next.Fold != "out" && next.Fold != "to" && next.Fold != "not" && next.Fold != "with"
	}
	t := &s.Tokens[i]
	if t.Is("will") || t.Is("can") || t.Is("may") || t.Is("do") {
		return next.Shape == lex.ShapeLower && next.Has(lex.MarkDict) && !next.Has(lex.MarkSpeech) && !next.Has(lex.MarkFunction)
	}
	return false
}

// Closes reports whether the token ends what a name stands in: a sign, the end
// or a word that begins something else.
func (s *Page) Closes(n *lex.Token) bool {
	return n == nil || n.Kind == lex.KindPunct || n.Is("and") || n.Is("who") || n.Is("from") || n.Is("at") || n.Is("in") || n.Is("on") || n.Is("she") || n.Is("he") || n.Is("hes") || n.Is("shes") || n.Is("to") || n.Is("re") || n.Is("what")
}

// Ended reports whether a sign, a word in lower case or the line's end stands at i.
func (s *Page) Ended(i int) bool {
	ts := s.Tokens
	return i >= len(ts) || ts[i].Lines > 0 || ts[i].Kind == lex.KindPunct || ts[i].Shape == lex.ShapeLower
}

// Masked reports whether the word at i would be masked by its own evidence.
func (s *Page) Masked(i int) bool { return s.Guesses[i].Confidence() >= evidence.MaskAt }

// IsCut reports whether the word at i is broken off: an ellipsis hangs on it, and
// nothing more stands on the line. A title that is too long ends so.
func IsCut(ts []lex.Token, i int) bool {
	j := i + 1
	if j >= len(ts) || ts[j].Gap || ts[j].Kind != lex.KindPunct {
		return false
	}
	if ts[j].Fold != "…" {
		if j+2 >= len(ts) || ts[j].Fold != "." || ts[j+1].Fold != "." || ts[j+2].Fold != "." {
			return false
		}
		j += 2
	}
	return j+1 >= len(ts) || ts[j+1].Lines > 0
}
