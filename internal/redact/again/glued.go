package again

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
)

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

// nameOf reports whether the piece is somebody known: a name of three letters or
// more that is no English word, or one of them where sure.
func nameOf(piece string, words map[string]named, sure bool) bool {
	n, ok := words[lex.Fold(piece)]
	return ok && n.kind == lex.TypePerson && utf8.RuneCountInString(piece) >= 3 && sure
}

// twoNames reports whether the folded letters are two known names and nothing
// else.
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
