package redact

import (
	"slices"
	"strings"
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
	d.propagate(o)
	if o.Strict {
		for p := range d.pages {
			d.sweep(p)
		}
	}
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

// ownWords leaves alone what an earlier pass put in: invented names, "Parent A",
// "[place]".
func (d *reading) ownWords(p int, o Options) {
	registered := map[string]bool{}
	for _, person := range o.Register {
		for _, f := range person.Forms {
			for _, w := range nameWords(f) {
				registered[w] = true
			}
		}
	}
	ts := d.pages[p].tokens
	left := false
	defer func() {
		for i := range ts {
			if left && i > 0 {
				ts[i].place = placeOf(ts, i)
			}
		}
	}()
	for i := range ts {
		t := &ts[i]
		left = left || t.stays
		switch {
		case t.capital() && (aliasWords[t.fold] || aliasWords[strings.TrimSuffix(t.fold, "s")]) && !registered[t.fold]:
			ts[i].leave()
		case t.capital() && ownRoles[t.fold] && i+1 < len(ts) && ownLetter(&ts[i+1]):
			ts[i].leave()
			ts[i+1].leave()
		case t.fold == "[" && i+2 < len(ts) && (ts[i+2].fold == "]" || i+4 < len(ts) && ts[i+4].fold == "]") && ownBracket(d.pages[p].text, t.start):
			for j := i; j < len(ts) && j <= i+4; j++ {
				ts[j].leave()
				if ts[j].start > t.start && d.pages[p].text[ts[j].start] == ']' {
					break
				}
			}
		}
	}
}

// ownLetter reports whether the token is the letter behind a role: A, A2, or As
// where the text left out an apostrophe.
func ownLetter(t *token) bool {
	if t.lines > 0 || t.runes > 2 || !t.capital() || t.fold[0] <= '9' {
		return false
	}
	return t.runes == 1 || t.kind == kindMixed || t.fold[1] == 's'
}

// leave takes a token out of the scan.
func (t *token) leave() { t.mark, t.stays, t.taken, t.fold, t.runes = 0, true, true, "\x00", 3 }

func ownBracket(text string, at int) bool {
	for _, b := range brackets {
		if strings.HasPrefix(text[at:], b) {
			return true
		}
	}
	return false
}

var ownRoles = setOf("parent child grandparent worker person partner relative sibling doctor officer friend mate neighbour neighbor client carer")
