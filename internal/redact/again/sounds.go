package again

import (
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
