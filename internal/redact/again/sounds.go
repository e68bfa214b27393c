package again

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// sounds gives the last token of one or two words from i that sound like a known
// name and stand where a name would; less than i where there is none.
func (s finder) sounds(i int, known near) int {
	t := &s.Tokens[i]
	if t.Kind != lex.KindWord || t.Stays || t.Taken || t.Runes < 2 {
		return -1
	}
	if t.Runes >= 3 && (t.Stranger() || t.Capital() && s.Place(i) <= lex.Soft) && known.alike(t.Fold, t.Stranger() && s.naming(i)) {
		return i
	}
	n := s.After(i, 1)
	if n == nil || n.Kind != lex.KindWord || n.Lines > 0 || t.Poss || n.Stays || n.Taken || !(s.naming(i) || t.Capital() && n.Capital()) {
		return -1
	}
	if len(t.Fold)+len(n.Fold) >= nearLeast && lex.Heard(t.Fold+n.Fold) > 0 && known.alike(t.Fold+n.Fold, false) {
		return i + 1
	}
	return -1
}

// naming reports whether a name would stand at i: a word before it announces one
// or somebody is met or told.
func (s finder) naming(i int) bool {
	prev := s.Prev(i)
	return prev != nil && (page.DirectContact.Has(prev.Fold) || prev.Has(lex.MarkNaming|lex.MarkKin|lex.MarkRole) || prev.Is("is") || prev.Is("and") || prev.Is("saw") || prev.Is("as") || prev.Is("partner"))
}

// alike reports whether the word sounds like a known name, by the list or, where
// loosely is set, by its spelling.
func (known near) alike(word string, loosely bool) bool {
	if group := lex.Heard(word); group > 0 && known.groups[group] != "" && known.groups[group] != word {
		return true
	}
	if !loosely || len(word) < nearLeast {
		return false
	}
	name := known.sounds[word[:1]+lex.SoundKey(word)]
	return name != "" && name != word
}

// glued looks for known names in a word that something else was typed onto, or
// that holds several words: "2Hartley", "Hartley2", "%20Hartley", "RoseHartley",
// "hartleyrose". It gives the bytes to take: the name alone where nothing but
// figures hangs on it, or the whole word as what somebody is called on the net. A
// name that is a word as well counts with its capital, or beside figures.
func (s finder) glued(i int, words map[string]named) (start, end int, kind lex.Type) {
	t := &s.Tokens[i]
	if t.Kind != lex.KindMixed && (t.Kind != lex.KindWord || !t.Stranger()) || t.Runes < 3 || t.Runes > 40 || t.Stays || t.Own || t.Has(lex.MarkAllow|lex.MarkNamed) {
		return 0, 0, ""
	}
	word := s.Text[t.Start:t.End]
	if t.Kind == lex.KindMixed {
		from := strings.IndexFunc(word, unicode.IsLetter)
		to := strings.LastIndexFunc(word, unicode.IsLetter)
		_, size := utf8.DecodeRuneInString(word[to:])
		if core := word[from : to+size]; nameOf(core, words, true) {
			return t.Start + from, t.End, lex.TypePerson
		}
	}
	pieces := lex.PiecesOf(word)
	for _, piece := range pieces {
		capital := unicode.IsUpper([]rune(piece)[0])
		if (len(pieces) > 1 || t.Kind == lex.KindMixed) && nameOf(piece, words, capital) {
			return t.Start, t.End, lex.TypeID
		}
		if twoNames(lex.Fold(piece), words) {
			return t.Start, t.End, lex.TypeID
		}
	}
	return 0, 0, ""
}

// nameOf reports whether the piece is the name of somebody known, of three letters or
// more. Without sure nothing is.
func nameOf(piece string, words map[string]named, sure bool) bool {
	n, ok := words[lex.Fold(piece)]
	return ok && n.kind == lex.TypePerson && utf8.RuneCountInString(piece) >= 3 && sure
}

// twoNames reports whether the folded letters are two known names and nothing
// else.
// Each has three letters at least.
func twoNames(letters string, words map[string]named) bool {
	for at := 3; at <= len(letters)-3; at++ {
		if a, ok := words[letters[:at]]; ok && a.kind == lex.TypePerson {
			if b, ok := words[letters[at:]]; ok && b.kind == lex.TypePerson {
				return true
			}
		}
	}
	return false
}
