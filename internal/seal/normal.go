package seal

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normal returns a copy of text in Unicode's Normalization Form C (UAX #15) and
// nothing beside it: norm.NFC is the stream-safe variant, which puts U+034F into
// a run of more than 30 marks, so that other readers would derive another key.
// Bytes that aren't UTF-8 are returned as they are.
func normal(text []byte) []byte {
	if !utf8.Valid(text) {
		return slices.Clone(text)
	}
	whole := compose(reorder(decompose(text)))
	defer clear(whole)
	out := make([]byte, 0, len(text)+utf8.UTFMax*len(whole)) // never grows: no copy stays unwiped
	for _, r := range whole {
		out = utf8.AppendRune(out, r)
	}
	return out
}

// decompose decomposes each character for itself, so that no run of marks forms.
func decompose(text []byte) []rune {
	all := make([]rune, 0, 4*len(text)) // no character has more than four parts
	var buffer [64]byte
	defer clear(buffer[:])
	for len(text) > 0 {
		_, size := utf8.DecodeRune(text)
		for parts := norm.NFD.Append(buffer[:0], text[:size]...); len(parts) > 0; {
			r, n := utf8.DecodeRune(parts)
			all, parts = append(all, r), parts[n:]
		}
		text = text[size:]
	}
	return all
}

// reorder sorts the marks after each starter by their combining class.
func reorder(all []rune) []rune {
	for from := 0; from < len(all); {
		to := from + 1
		for ; to < len(all) && class(all[to]) != 0; to++ {
		}
		if class(all[from]) == 0 {
			from++
		}
		slices.SortStableFunc(all[from:to], func(a, b rune) int { return class(a) - class(b) })
		from = to
	}
	return all
}

// compose joins each character to the starter before it, in place, where the two
// are one and nothing stands between that would block it.
func compose(all []rune) []rune {
	out, starter, between := all[:0], -1, -1
	for _, r := range all {
		c := class(r)
		if starter >= 0 && between < c {
			if one, ok := pair(out[starter], r); ok {
				out[starter] = one
				continue
			}
		}
		if between = c; c == 0 {
			starter, between = len(out), -1
		}
		out = append(out, r)
	}
	return out
}

// pair returns the character that a and b make, if they make one.
func pair(a, b rune) (rune, bool) {
	var buffer [64]byte
	defer clear(buffer[:])
	joined := norm.NFC.Append(buffer[:0], []byte(string([]rune{a, b}))...)
	one, size := utf8.DecodeRune(joined)
	return one, size == len(joined)
}

// class returns the canonical combining class; 0 is a starter.
func class(r rune) int {
	var encoded [utf8.UTFMax]byte
	return int(norm.NFD.Properties(encoded[:utf8.EncodeRune(encoded[:], r)]).CCC())
}
