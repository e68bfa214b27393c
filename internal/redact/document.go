package redact

import (
	"slices"
)

// candidate is a stretch that a detector believes to identify.
type candidate struct {
	part, start, end int
	kind             Type
	weight           float64
	detector, reason string
}

// page is one part under scan.
type page struct {
	text   string
	tokens []token
	own    bool // it holds words of ours
}

// reading is a whole document under scan.
type reading struct {
	desk     *desk
	lists    *Lists
	pages    []page
	found    []candidate
	scenes   []*scene
	strict   bool            // every doubt counts
	standing map[string]bool // invented names that an earlier reading put in
}

func (e *Engine) read(parts []Part, o Options, k *desk) *reading {
	d := &reading{lists: e.lists, desk: k, standing: map[string]bool{}, strict: o.Strict}
	for _, p := range parts {
		d.pages = append(d.pages, page{text: p.Text, tokens: e.lists.tokenize(p.Text, k.tokenTable(p.Text))})
	}
	for p := range d.pages {
		d.ownWords(p, o)
		d.patterns(p)
		d.shortDates(p)
		d.groups(p)
		d.netAndCodes(p)
		d.capitalsOfCodes(p)
		d.ages(p)
		d.knownPhrases(p)
		d.names(p)
	}
	d.temper()
	d.propagate(o)
	if o.Strict {
		for p := range d.pages {
			d.sweep(p)
		}
	}
	return d
}

// faint is the confidence below which nothing is recorded; faint findings count
// where a text is peopled.
const (
	faint       = 0.12
	faintStrict = 0.05
	peopled     = 3
)

// temper weighs what is faint by what else the text holds: who names some
// people surely names more of them, and a text that surely names nobody speaks
// of ideas. Faint findings are raised to MaskAt in the one and dropped in the
// other.
func (d *reading) temper() {
	if d.strict {
		return
	}
	sure := 0
	for _, c := range d.found {
		if c.weight >= CertainAt && c.kind != TypeDate && c.kind != TypeOrg && c.kind != TypeURL {
			sure++
		}
	}
	d.found = slices.DeleteFunc(d.found, func(c candidate) bool { return sure < peopled && c.weight < 0.3 })
	for i := range d.found {
		if c := &d.found[i]; sure >= peopled && c.weight < MaskAt {
			c.weight = MaskAt
		}
	}
}

// spans gives the candidates sorted and disjoint: where two overlap they become
// one, with the heavier one's type and reason.
func (d *reading) spans() []candidate {
	d.spareOwn()
	slices.SortStableFunc(d.found, func(a, b candidate) int {
		if a.part != b.part {
			return a.part - b.part
		}
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []candidate
	for _, c := range d.found {
		if !letterOrDigit(d.pages[c.part].text[c.start:c.end]) {
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n].part == c.part && c.start < out[n].end {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return d.joined(out)
}

// joined makes one of names that stand side by side, and of the lines of an
// address, so that each is replaced once.
func (d *reading) joined(spans []candidate) []candidate {
	out := spans[:0]
	for _, c := range spans {
		if n := len(out) - 1; n >= 0 && out[n].part == c.part && out[n].kind == c.kind && out[n].weight >= MaskAt && c.weight >= MaskAt &&
			joins(c.kind, d.pages[c.part].text[out[n].end:c.start]) {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return out
}

// joins reports whether what lies between two findings holds them together.
func joins(kind Type, between string) bool {
	switch kind {
	case TypePerson:
		return between == " " || between == "-" || between == ""
	case TypeLocation:
		return between == " " || between == ", " || between == "," || between == "-" || between == ""
	}
	return between == ""
}

func union(a, b candidate) candidate {
	best := a
	switch inA, inB := b.start >= a.start && b.end <= a.end, a.start >= b.start && a.end <= b.end; {
	case inA && !inB && a.weight >= MaskAt:
	case inB && !inA && b.weight >= MaskAt, b.weight > a.weight:
		best = b
	}
	best.weight = max(a.weight, b.weight)
	best.start, best.end = min(a.start, b.start), max(a.end, b.end)
	return best
}
