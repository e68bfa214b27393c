package lex

import "aftershift/internal/fold"

// Seen is a text as a reader sees it, with the way back to how it was written.
type Seen = fold.Seen

// See gives the text as a reader sees it: every space as a space, every hyphen
// as one, nothing invisible, no letters that only look Latin, and words whole
// that a line's end breaks. Tokens are cut from what is seen.
func (l *Lists) See(text string) Seen { return fold.See(text, l.oneWord) }

// oneWord reports whether the halves of what a line's end breaks make one word:
// the lists know it, or they don't know both halves.
func (l *Lists) oneWord(before, after string) bool {
	return l.Marks(Fold(before+after)) != 0 || l.Marks(Fold(before)) == 0 || l.Marks(Fold(after)) == 0
}
