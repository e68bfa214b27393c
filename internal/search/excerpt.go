package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/fold"
)

// Span is a stretch of an excerpt, in bytes, end exclusive.
type Span struct{ Start, End int }

const ellipsis = "…"

// Excerpt gives at most runes runes of text around the first match of q, on one
// line, with an ellipsis where it was cut, and where in it the terms stand, in
// order and apart from each other. Without a match it gives the beginning.
func Excerpt(text string, q Query, runes int) (string, []Span) {
	line := strings.Join(strings.Fields(text), " ")
	found := spans(line, q)
	at := 0
	if len(found) > 0 {
		at = found[0].Start
	}
	start, end := window(line, at, runes)
	lead, tail := "", ""
	if start > 0 {
		lead = ellipsis
	}
	if end < len(line) {
		tail = ellipsis
	}
	return lead + line[start:end] + tail, within(found, start, end, len(lead))
}

// window gives where a stretch of line of at most runes runes starts and ends;
// it starts at a word up to a third before at.
func window(line string, at, runes int) (start, end int) {
	start = at
	for n := 0; n < runes/3 && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(line[:start])
		start -= size
	}
	if start > 0 {
		if space := strings.IndexByte(line[start-1:at], ' '); space >= 0 {
			start += space
		} else {
			start = at
		}
	}
	end = start
	for n := 0; n < runes && end < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[end:])
		end += size
	}
	return start, end
}

// within gives the spans that begin between start and end, cut there and
// counted from start, with lead bytes before it.
func within(spans []Span, start, end, lead int) []Span {
	var kept []Span
	for _, s := range spans {
		if s.Start >= end {
			break
		}
		kept = append(kept, Span{s.Start - start + lead, min(s.End, end) - start + lead})
	}
	return kept
}

func spans(line string, q Query) []Span {
	folded, offsets := fold.Map(line)
	found := q.spansIn(folded, offsets)
	if strings.ContainsAny(folded, joiners) {
		found = append(found, q.spansIn(joinMap(folded, offsets))...)
	}
	return apart(found)
}

// spansIn returns where the terms stand in folded text, as spans of the text that
// the offsets lead to.
func (q Query) spansIn(folded string, offsets []int) []Span {
	var found []Span
	for _, terms := range [][]term{q.terms, q.shown} {
		for _, t := range terms {
			found = append(found, t.spans(folded, offsets)...)
			if t.loose != "" && t.loose != t.text {
				found = append(found, term{text: t.loose, whole: t.whole}.spans(folded, offsets)...)
			}
		}
	}
	return found
}

func (t term) spans(folded string, offsets []int) []Span {
	var found []Span
	for i := t.find(folded, 0); i >= 0; {
		end := i + len(t.text)
		found = append(found, Span{offsets[i], runeEnd(offsets, end)})
		i = t.find(folded, end)
	}
	return found
}

// joinMap is joined, for folded text with its offsets.
func joinMap(folded string, offsets []int) (string, []int) {
	b, kept := []byte(folded), offsets[:0:0]
	out := make([]byte, 0, len(b))
	for i, c := range b {
		if joins(b, i) {
			continue
		}
		out, kept = append(out, c), append(kept, offsets[i])
	}
	return string(out), append(kept, offsets[len(b)])
}

// runeEnd gives where the rune that the folded byte before i came from ends: a
// rune such as ß folds to several bytes.
func runeEnd(offsets []int, i int) int {
	for offsets[i] == offsets[i-1] {
		i++
	}
	return offsets[i]
}

// apart puts spans in order and joins those that overlap.
func apart(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	joined := spans[:0]
	for _, s := range spans {
		if n := len(joined); n > 0 && s.Start < joined[n-1].End {
			joined[n-1].End = max(joined[n-1].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}
