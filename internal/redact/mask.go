package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// passes is how often Mask reads its own result at most; a result longer than
// rereadLimit bytes isn't read again.
const (
	passes      = 4
	rereadLimit = 256 << 10
)

// Mask redacts a text that nobody will review: it masks findings from MaskAt
// upwards, with Strict all of them, and gives the result and what was masked,
// in order; the spans are never nil. It reads its result again until nothing
// more is found, so that redacting twice changes nothing (texts above 256 KB are
// read once).
func (e *Engine) Mask(text string, o Options) (string, []Span) {
	n := newNamer(o, e.lists)
	var masks []Finding
	for _, f := range e.scan([]Part{{Text: text}}, o, n).findings {
		if o.masks(f) {
			masks = append(masks, f)
		}
	}
	out, kept := apply(text, masks)
	for range passes {
		if len(out) > rereadLimit {
			break
		}
		more := e.overlooked(out, kept, o, n)
		if len(more) == 0 {
			break
		}
		masks = append(masks, more...)
		slices.SortFunc(masks, func(a, b Finding) int { return a.Start - b.Start })
		out, kept = apply(text, masks)
	}
	return out, spansOf(text, masks)
}

// masks reports whether a finding goes without a reviewer.
func (o Options) masks(f Finding) bool { return o.Strict || f.Confidence >= MaskAt }

// stretch is text that was kept: where it stands in the result and in the
// original.
type stretch struct{ out, in, size int }

// apply gives the text with the masks' replacements and what was kept of it.
func apply(text string, masks []Finding) (string, []stretch) {
	var out strings.Builder
	var kept []stretch
	at := 0
	for _, f := range masks {
		kept = append(kept, stretch{out.Len(), at, f.Start - at})
		out.WriteString(text[at:f.Start])
		out.WriteString(f.Replacement)
		at = f.End
	}
	kept = append(kept, stretch{out.Len(), at, len(text) - at})
	out.WriteString(text[at:])
	return out.String(), kept
}

// overlooked gives what a further pass over the result finds in text that was
// kept, with the offsets of the original.
func (e *Engine) overlooked(out string, kept []stretch, o Options, n *namer) []Finding {
	var more []Finding
	i := 0
	for _, f := range e.scan([]Part{{Text: out}}, o, n).findings {
		if !o.masks(f) {
			continue
		}
		for i < len(kept) && kept[i].out+kept[i].size <= f.Start {
			i++
		}
		for k := i; k < len(kept) && kept[k].out < f.End; k++ {
			start, end := max(f.Start, kept[k].out), min(f.End, kept[k].out+kept[k].size)
			if start < end && letterOrDigit(out[start:end]) {
				g := f
				g.Start, g.End = start-kept[k].out+kept[k].in, end-kept[k].out+kept[k].in
				more = append(more, g)
			}
		}
	}
	return more
}

func letterOrDigit(text string) bool { return strings.IndexFunc(text, wordRune) >= 0 }

// spansOf counts the masks in code points.
func spansOf(text string, masks []Finding) []Span {
	spans := make([]Span, 0, len(masks))
	seen, at := 0, 0
	for _, f := range masks {
		seen += utf8.RuneCountInString(text[at:f.Start])
		size := utf8.RuneCountInString(text[f.Start:f.End])
		spans = append(spans, Span{seen, seen + size, f.Type, f.Replacement, f.Detector, f.Reason})
		seen, at = seen+size, f.End
	}
	return spans
}
