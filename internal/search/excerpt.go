package search

import (
	"strings"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// Span is a stretch of an excerpt, in bytes, end exclusive.
type Span struct{ Start, End int }

// Excerpt gives about runes runes of text around the first match of q, on one
// line, and where in it the terms stand. Without a match it gives the beginning.
func Excerpt(text string, q Query, runes int) (string, []Span) {
	line := strings.Join(strings.Fields(text), " ")
	folded, offsets := fold.Map(line)
	at := len(line)
	for _, t := range q.terms {
		if i := t.find(folded); i >= 0 {
			at = min(at, offsets[i])
		}
	}
	if at == len(line) {
		at = 0
	}
	line = window(line, at, runes)
	return line, spans(line, q)
}

// window cuts line to about runes runes that begin a third before at.
func window(line string, at, runes int) string {
	start := at
	for n := 0; n < runes/3 && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(line[:start])
		start -= size
	}
	if start > 0 {
		if space := strings.IndexByte(line[start:at], ' '); space >= 0 {
			start += space + 1
		}
	}
	end := start
	for n := 0; n < runes && end < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[end:])
		end += size
	}
	cut := line[start:end]
	if start > 0 {
		cut = "…" + cut
	}
	if end < len(line) {
		cut += "…"
	}
	return cut
}

func spans(line string, q Query) []Span {
	folded, offsets := fold.Map(line)
	var found []Span
	for _, t := range q.terms {
		for from := 0; from < len(folded); {
			i := t.find(folded[from:])
			if i < 0 {
				break
			}
			i += from
			found = append(found, Span{offsets[i], offsets[i+len(t.text)]})
			from = i + len(t.text)
		}
	}
	return found
}
