package search

import "aftershift/internal/fold"

// NameBegins reports whether the name, or a word of it, begins with what is typed.
// Case, diacritics, and hyphens and apostrophes within words don't matter.
func NameBegins(name, typed string) bool {
	t := word(fold.String(typed, fold.Find))
	if t.text == "" {
		return false
	}
	folded := fold.String(name, fold.Find)
	return t.find(folded, 0) >= 0 || t.find(joined(folded), 0) >= 0
}
