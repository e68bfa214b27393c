package detect

import (
	"slices"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// Candidate is a stretch that a detector believes to identify.
type Candidate struct {
	Part, Start, End int
	Kind             lex.Type
	Weight           float64
	Detector, Reason string
	by               row // the row it was found by, none for words
}

// A Found is a Candidate that stands, with byte offsets into the text as it was
// written. Text is what a reader sees there, and Said what stands around it.
type Found struct {
	Candidate
	Text string
	Said pseudonym.Said
}

// page is one part under scan.
type page struct {
	seen   lex.Seen
	text   string // what is seen; offsets of tokens and candidates are of it
	tokens []lex.Token
	own    bool // it holds words of ours
	spoken bool // it was dictated, and signs stand in it as words
}

// Reading is a whole document under scan.
type Reading struct {
	desk     *Desk
	lists    *lex.Lists
	pages    []page
	found    []Candidate
	scenes   []*scene
	strict   bool            // every doubt counts
	Standing map[string]bool // invented names that an earlier reading put in
}

// Read looks at all texts of a document together. The desk may have been used
// for earlier readings, one after another, and is nil for a single one.
func Read(lists *lex.Lists, texts []string, o Options, k *Desk) *Reading {
	if k == nil {
		k = &Desk{}
	}
	d := &Reading{lists: lists, desk: k, Standing: map[string]bool{}, strict: o.Strict}
	for _, text := range texts {
		seen := lists.See(text)
		d.pages = append(d.pages, page{seen: seen, text: seen.Text, tokens: lists.Tokenize(seen.Text, k.tokenTable(seen.Text))})
	}
	for p := range d.pages {
		d.ownWords(p, o)
		d.hearSigns(p)
		d.patterns(p)
		d.cued(p)
		d.shortDates(p)
		d.groups(p)
		d.spokenMail(p)
		d.netAndCodes(p)
		d.dictated(p)
		d.capitalsOfCodes(p)
		d.spokenPlaces(p)
		d.spokenDates(p)
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

// temper weighs what is faint by what else the text holds: who names some
// people surely names more of them, and a text that surely names nobody speaks
// of ideas. Faint findings are raised to MaskAt in the one and dropped in the
// other.
func (d *Reading) temper() {
	if d.strict {
		return
	}
	sure := 0
	for _, c := range d.found {
		if c.Weight >= CertainAt && c.Kind != lex.TypeDate && c.Kind != lex.TypeOrg && c.Kind != lex.TypeURL {
			sure++
		}
	}
	d.found = slices.DeleteFunc(d.found, func(c Candidate) bool { return sure < peopled && c.Weight < dim })
	for i := range d.found {
		if c := &d.found[i]; sure >= peopled && c.Weight < MaskAt {
			c.Weight = MaskAt
		}
	}
}

// Found gives what was found, in order and apart.
func (d *Reading) Found() []Found {
	var out []Found
	for _, c := range d.spans() {
		pg := &d.pages[c.Part]
		f := Found{Candidate: c, Text: pg.text[c.Start:c.End], Said: d.saidOf(c)}
		f.Start, f.End = pg.seen.Back(c.Start, c.End)
		out = append(out, f)
	}
	return out
}

// spans gives the candidates sorted and disjoint: where two overlap they become
// one, with the heavier one's type and reason.
func (d *Reading) spans() []Candidate {
	d.spareOwn()
	slices.SortStableFunc(d.found, func(a, b Candidate) int {
		if a.Part != b.Part {
			return a.Part - b.Part
		}
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	var out []Candidate
	for _, c := range d.found {
		if !lex.LetterOrDigit(d.pages[c.Part].text[c.Start:c.End]) {
			continue
		}
		if n := len(out) - 1; n >= 0 && out[n].Part == c.Part && c.Start < out[n].End {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return d.joined(out)
}

// joined makes one of names that stand side by side, and of the lines of an
// address, so that each is replaced once.
func (d *Reading) joined(spans []Candidate) []Candidate {
	out := spans[:0]
	for _, c := range spans {
		if n := len(out) - 1; n >= 0 && out[n].Part == c.Part && out[n].Kind == c.Kind && out[n].Weight >= MaskAt && c.Weight >= MaskAt &&
			joins(c.Kind, d.pages[c.Part].text[out[n].End:c.Start]) {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return out
}

// joins reports whether what lies between two findings holds them together.
func joins(kind lex.Type, between string) bool {
	switch kind {
	case lex.TypePerson:
		return between == " " || between == "-" || between == "" || between == " s/o " || between == " d/o " || between == " a/l " || between == " a/p "
	case lex.TypeLocation:
		return between == " " || between == ", " || between == "," || between == "-" || between == ""
	}
	return between == ""
}

func union(a, b Candidate) Candidate {
	best := a
	switch inA, inB := b.Start >= a.Start && b.End <= a.End, a.Start >= b.Start && a.End <= b.End; {
	case inA && !inB && a.Weight >= MaskAt:
	case inB && !inA && b.Weight >= MaskAt, b.Weight > a.Weight:
		best = b
	}
	best.Weight = max(a.Weight, b.Weight)
	best.Start, best.End = min(a.Start, b.Start), max(a.End, b.End)
	return best
}
