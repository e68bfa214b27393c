package redact

import (
	"slices"
	"unicode/utf8"

	"aftershift/internal/redact/page"
	"aftershift/internal/redact/pseudonym"
)

// Mask redacts a text that nobody will review: it masks findings from MaskAt
// upwards, with Strict all of them, and gives the result and what was masked,
// in order; the spans are never nil. A replacement changes what its neighbours
// look like, so Mask reads its own result, without any memory of the first
// reading, until nothing in it is found: redacting the result with the same
// options changes nothing.
func (e *Engine) Mask(text string, o Options) (string, []Span) {
	n, k := pseudonym.New(o.Style, o.Register, e.lists), &page.Desk{}
	found, _ := e.scan([]Part{{Text: text}}, o, n, k)
	masks := slices.DeleteFunc(found, func(f Finding) bool { return !o.masks(f) })
	for pass := 0; ; pass++ {
		out, pieces := apply(text, masks)
		more, done := e.reread(out, pieces, masks, o, n, k, pass)
		if done {
			return out, spansOf(text, out, pieces, masks)
		}
		masks = append(masks, more...)
		slices.SortFunc(masks, func(a, b Finding) int { return a.Start - b.Start })
	}
}

// masks reports whether a finding goes without a reviewer.
func (o Options) masks(f Finding) bool { return o.Strict || f.Confidence >= MaskAt }

// patience is how many readings take what they find and no more. From then on a
// finding takes words around it as well, twice as many bytes each time, so that
// even a text made to unmask one word a reading is done in a few more.
const patience = 6

// reread reads the result as a stranger would. It gives what is found in text
// that was kept, with the offsets of the original. Where a finding lies in a
// replacement alone, that replacement becomes a bracket, which no detector
// touches. Done is true where nothing was found. Each reading that isn't done
// leaves fewer kept letters or fewer replacements that aren't brackets, so there
// is a last one.
func (e *Engine) reread(out string, pieces []piece, masks []Finding, o Options, n *pseudonym.Namer, k *page.Desk, pass int) (more []Finding, done bool) {
	done = true
	reach := 0
	if pass >= patience {
		reach = 8 << min(pass-patience, 24)
	}
	found, _ := e.scan([]Part{{Text: out}}, o, n, k)
	for _, f := range found {
		if !o.masks(f) {
			continue
		}
		done = false
		took, touched := 0, touching(pieces, f)
		for _, p := range touched {
			if g, ok := p.share(out, f, reach); ok {
				more = append(more, g)
				took++
			}
		}
		for _, p := range touched {
			if took == 0 && p.mask >= 0 {
				masks[p.mask].Replacement = pseudonym.Brackets[masks[p.mask].Type]
			}
		}
	}
	return apartFrom(more), done
}

// apartFrom drops findings that overlap the one before, which widening may
// bring about; they are found again if need be.
func apartFrom(found []Finding) []Finding {
	slices.SortFunc(found, func(a, b Finding) int { return a.Start - b.Start })
	out := found[:0]
	for _, f := range found {
		if len(out) == 0 || f.Start >= out[len(out)-1].End {
			out = append(out, f)
		}
	}
	return out
}

// spansOf counts the masks in code points, each with what stands for it in out.
func spansOf(text, out string, pieces []piece, masks []Finding) []Span {
	spans := make([]Span, 0, len(masks))
	seen, at := 0, 0
	for _, f := range masks {
		seen += utf8.RuneCountInString(text[at:f.Start])
		size := utf8.RuneCountInString(text[f.Start:f.End])
		spans = append(spans, Span{Start: seen, End: seen + size, Type: f.Type, Detector: f.Detector, Reason: f.Reason})
		seen, at = seen+size, f.End
	}
	for _, p := range pieces {
		if p.mask >= 0 {
			spans[p.mask].Replacement = out[p.out:p.end()]
		}
	}
	return spans
}
