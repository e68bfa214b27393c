package redact

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/redact/lex"
)

// piece is a stretch of a result: text that was kept, or the replacement of a
// mask.
type piece struct {
	out, size int // where it stands in the result, in bytes
	in        int // where kept text stands in the original
	mask      int // the mask's index, or -1 for kept text
}

func (p piece) end() int { return p.out + p.size }

// touching gives the pieces that the finding lies in.
func touching(pieces []piece, f Finding) []piece {
	first, _ := slices.BinarySearchFunc(pieces, f.Start, func(p piece, at int) int { return p.end() - at - 1 })
	last := first
	for last < len(pieces) && pieces[last].out < f.End {
		last++
	}
	return pieces[first:last]
}

// share gives the part of the finding that lies in the piece, with the offsets
// of the original, and whether there is any: kept text with a letter or a digit
// in it. The part grows by reach bytes on both sides, to the ends of words.
func (p piece) share(out string, f Finding, reach int) (Finding, bool) {
	start, end := max(f.Start, p.out), min(f.End, p.end())
	if p.mask >= 0 || start >= end || !lex.LetterOrDigit(out[start:end]) {
		return f, false
	}
	if reach > 0 {
		start, end = max(start-reach, p.out), min(end+reach, p.end())
		for start > p.out && lex.LetterBefore(out, start) || !utf8.RuneStart(out[start]) && start > p.out {
			start--
		}
		for end < p.end() && (lex.LetterAfter(out, end) || !utf8.RuneStart(out[end])) {
			end++
		}
	}
	f.Start, f.End = start-p.out+p.in, end-p.out+p.in
	return f, true
}

// apply gives the text with the masks' replacements, and the pieces it is made
// of. A space that keeps two pieces from growing into one word belongs to the
// replacement. Masks are in order and apart.
func apply(text string, masks []Finding) (string, []piece) {
	var out strings.Builder
	pieces := make([]piece, 0, 2*len(masks)+1)
	size := len(text) + len(masks)
	for _, f := range masks {
		size += len(f.Replacement) - (f.End - f.Start)
	}
	out.Grow(size)
	put := func(s string, in, mask int) {
		if s == "" {
			return
		}
		from := out.Len()
		if clings(out.String(), s) {
			out.WriteByte(' ')
			if mask < 0 {
				pieces[len(pieces)-1].size++
				from++
			}
		}
		out.WriteString(s)
		pieces = append(pieces, piece{from, out.Len() - from, in, mask})
	}
	at := 0
	for i, f := range masks {
		put(text[at:f.Start], at, -1)
		put(f.Replacement, 0, i)
		at = f.End
	}
	put(text[at:], at, -1)
	return out.String(), pieces
}

// clings reports whether two pieces would grow into one word where the original
// held them together. The s of a plural stays with what replaces the name.
func clings(before, after string) bool {
	if before == "" || !lex.LetterBefore(before, len(before)) || !lex.LetterAfter(after, 0) {
		return false
	}
	return after[0] != 's' || lex.LetterAfter(after, 1)
}
