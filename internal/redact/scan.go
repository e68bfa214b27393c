package redact

import "unicode/utf8"

// Scan finds the identifiers of all parts together and gives them for review.
// Text that isn't valid UTF-8 is scanned as it is; offsets stay those of the
// bytes handed in.
func (e *Engine) Scan(parts []Part, o Options) *Review {
	r := &Review{parts: append([]Part(nil), parts...), decided: map[int]Decision{}, namer: newNamer(o)}
	doc := e.read(parts, o)
	for _, c := range doc.spans() {
		f := Finding{
			ID: r.next, Part: c.part, Start: c.start, End: c.end, Type: c.kind, Confidence: c.weight,
			Certain: c.weight >= CertainAt, Detector: c.detector, Reason: c.reason,
		}
		f.Replacement = r.namer.replace(f.Type, parts[c.part].Text[c.start:c.end])
		r.findings = append(r.findings, f)
		r.next++
	}
	return r
}

// Mask redacts a text that nobody will review: it masks findings from MaskAt
// upwards, with Strict all of them, and gives the result and what was masked.
func (e *Engine) Mask(text string, o Options) (string, []Span) {
	r := e.Scan([]Part{{Text: text}}, o)
	spans := []Span{}
	seen, at := 0, 0
	for _, f := range r.findings {
		if !o.Strict && f.Confidence < MaskAt {
			r.decided[f.ID] = Decision{Action: Keep}
			continue
		}
		r.decided[f.ID] = Decision{Action: Mask}
		seen += utf8.RuneCountInString(text[at:f.Start])
		size := utf8.RuneCountInString(text[f.Start:f.End])
		spans = append(spans, Span{seen, seen + size, f.Type, f.Replacement, f.Detector, f.Reason})
		seen, at = seen+size, f.End
	}
	return r.shown(0), spans
}
