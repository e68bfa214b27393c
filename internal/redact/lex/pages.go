package lex

import (
	"iter"
	"strings"
)

// pageLeast is how many bytes a page holds before it may end, and pageStretch how
// far from there a better end is looked for. The words of one page are weighed at
// a time, so a long text needs no more room for that than a short one.
const (
	pageLeast   = 1 << 14
	pageStretch = 1 << 12
)

// PagesOf cuts a text where a paragraph, a line or a sentence ends; a text
// without any is one page.
func PagesOf(text string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		from := 0
		for at := pageLeast; at < len(text); {
			end := pageEnd(text, at)
			if end < 0 {
				at += pageStretch
				continue
			}
			if !yield(from, text[from:end]) {
				return
			}
			from, at = end, end+pageLeast
		}
		yield(from, text[from:])
	}
}

// pageEnd gives where a page that holds enough at the byte ends best within
// reach, or -1.
func pageEnd(text string, at int) int {
	near := text[at:min(at+pageStretch, len(text))]
	for _, end := range [...]string{"\n\n", "\n\r\n", "\n"} {
		if i := strings.Index(near, end); i >= 0 && text[at+i-1] != '-' {
			return at + i + len(end)
		}
	}
	for i := strings.Index(near, ". "); i >= 0 && i+2 < len(near); {
		if sentenceEnd(text, at+i) {
			return at + i + 2
		}
		next := strings.Index(near[i+2:], ". ")
		if next < 0 {
			break
		}
		i += 2 + next
	}
	return -1
}

// sentenceEnd reports whether the point at the byte ends a sentence beyond
// doubt: five small letters stand before it, and a capital behind.
func sentenceEnd(text string, at int) bool {
	for i := at - 5; i < at; i++ {
		if i < 0 || text[i] < 'a' || text[i] > 'z' {
			return false
		}
	}
	return at+2 < len(text) && 'A' <= text[at+2] && text[at+2] <= 'Z'
}
