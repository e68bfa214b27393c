// Package text is a written text as an editor needs it, without a window: its
// bytes, the caret and the selection in characters as people count them, undo
// and redo, marks that move with the words, and the rows into which the text is
// wrapped.
//
// Places are byte offsets from the beginning of the text. Every place that the
// package hands out stands between two grapheme clusters (Unicode Standard Annex
// 29). Nothing here is safe for use by several goroutines at once.
package text
