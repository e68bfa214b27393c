package redact

import "slices"

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
}

// reading is a whole document under scan.
type reading struct {
	lists  *Lists
	pages  []page
	found  []candidate
	scenes []*scene
}

func (e *Engine) read(parts []Part, o Options) *reading {
	d := &reading{lists: e.lists}
	for _, p := range parts {
		d.pages = append(d.pages, page{p.Text, e.lists.tokenize(p.Text)})
	}
	for p := range d.pages {
		d.patterns(p)
		d.shortDates(p)
		d.groups(p)
		d.netAndCodes(p)
		d.capitalsOfCodes(p)
		d.ages(p)
		d.knownPhrases(p)
		d.names(p)
	}
	d.propagate(o)
	return d
}

// spans gives the candidates sorted and disjoint: where two overlap they become
// one, with the heavier one's type and reason.
func (d *reading) spans() []candidate {
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
		if n := len(out) - 1; n >= 0 && out[n].part == c.part && c.start < out[n].end {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return out
}

func union(a, b candidate) candidate {
	best := a
	if b.weight > a.weight {
		best = b
	}
	best.start, best.end = min(a.start, b.start), max(a.end, b.end)
	return best
}
