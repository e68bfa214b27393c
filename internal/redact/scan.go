package redact

import (
	"slices"

	"aftershift/internal/redact/detect"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/pseudonym"
)

// Scan finds the identifiers of all parts together and gives them for review.
// Text that isn't valid UTF-8 is scanned as it is; offsets stay those of the
// bytes handed in. What shows only once its neighbours are masked is found by a
// second reading. It never fails.
func (e *Engine) Scan(parts []Part, o Options) *Review {
	n, k := pseudonym.New(o.Style, o.Register, e.lists), &page.Desk{}
	r := &Review{parts: slices.Clone(parts), decided: map[int]Decision{}, namer: n, lists: e.lists}
	found, doc := e.scan(parts, o, n, k)
	r.findings, r.next, r.hints = found, len(found), doc.Hints()
	for _, f := range e.overlooked(parts, found, o, n, k) {
		f.ID = r.next
		r.next++
		r.findings = append(r.findings, f)
	}
	r.sort()
	return r
}

// overlooked reads the parts again as they would be with everything masked, and
// gives what shows only then. It is never certain.
func (e *Engine) overlooked(parts []Part, found []Finding, o Options, n *pseudonym.Namer, k *page.Desk) []Finding {
	outs, pieces := slices.Clone(parts), make([][]piece, len(parts))
	masks := make([][]Finding, len(parts))
	for _, f := range found {
		if o.masks(f) {
			masks[f.Part] = append(masks[f.Part], f)
		}
	}
	for p := range parts {
		outs[p].Text, pieces[p] = apply(parts[p].Text, masks[p])
	}
	var more []Finding
	again, _ := e.scan(outs, o, n, k)
	for _, f := range again {
		if !o.masks(f) {
			continue
		}
		for _, piece := range touching(pieces[f.Part], f) {
			g, ok := piece.share(outs[f.Part].Text, f, 0)
			if ok && !slices.ContainsFunc(found, func(h Finding) bool { return h.Part == g.Part && h.Start < g.End && g.Start < h.End }) {
				g.Certain, g.Confidence = false, min(g.Confidence, CertainAt-0.01)
				more = append(more, g)
			}
		}
	}
	return more
}

// scan is Scan with a namer that may know people already and a desk that may
// have been used. It gives the findings in order, numbered, and what was read.
func (e *Engine) scan(parts []Part, o Options, n *pseudonym.Namer, k *page.Desk) ([]Finding, *detect.Reading) {
	texts := make([]string, len(parts))
	for p := range parts {
		texts[p] = parts[p].Text
	}
	doc := detect.Read(e.lists, texts, page.Options{Register: o.Register, Known: o.Known, Strict: o.Strict}, k)
	n.Learn(doc.Dates(), doc.Standing)
	findings := make([]Finding, 0, doc.Count())
	for id, c := range doc.Found() {
		findings = append(findings, Finding{
			ID: id, Part: c.Part, Start: c.Start, End: c.End, Type: c.Kind, Confidence: c.Weight,
			Certain: c.Weight >= CertainAt, Detector: c.Detector, Reason: c.Reason, Replacement: n.Replace(c.Kind, c.Text, c.Detector, c.Said),
		})
	}
	doc.Release()
	return findings, doc
}
