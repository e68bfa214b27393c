package detect

import (
	"iter"
	"slices"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/plain"
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

// Reading is a whole document under scan.
type Reading struct {
	desk     *Desk
	lists    *lex.Lists
	pages    []page
	scenes   []*scene
	strict   bool            // every doubt counts
	settled  bool            // what was found is in order and apart
	Standing map[string]bool // invented names that an earlier reading put in
}

// Read looks at all texts of a document together. The desk may have been used
// for earlier readings, one after another, and is nil for a single one.
func Read(lists *lex.Lists, texts []string, o Options, k *Desk) *Reading {
	if k == nil {
		k = &Desk{}
	}
	d := &Reading{lists: lists, desk: k, Standing: map[string]bool{}, strict: o.Strict}
	for part, text := range texts {
		for from, text := range lex.PagesOf(text) {
			seen := lists.See(text)
			d.pages = append(d.pages, page{part: part, from: from, seen: seen, text: seen.Text, found: k.foundTable(), tokens: lists.Tokenize(seen.Text, k.tokenTable(seen.Text))})
		}
	}
	for p := range d.pages {
		d.ownWords(p, o)
		d.hearSigns(p)
		plain.Mark(d.pages[p].tokens, d.pages[p].text)
		d.clocks(p)
		d.birthYears(p)
		d.spacedOut(p)
		d.patterns(p)
		d.cued(p)
		d.shortDates(p)
		d.groups(p)
		d.extensions(p)
		d.spokenMail(p)
		d.netAndCodes(p)
		d.dictated(p)
		d.capitalsOfCodes(p)
		d.spokenPlaces(p)
		d.spokenDates(p)
		d.tableAges(p)
		d.ages(p)
		d.calendar(p)
		d.knownPhrases(p)
		plain.Namesakes(d.pages[p].tokens)
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
	for _, c := range d.all() {
		if c.Weight >= surelyAt && c.Kind != lex.TypeDate && c.Kind != lex.TypeOrg && c.Kind != lex.TypeURL {
			sure++
		}
	}
	for p := range d.pages {
		pg := &d.pages[p]
		pg.found = slices.DeleteFunc(pg.found, func(c Candidate) bool { return sure < peopled && c.Weight < dim })
		for i := range pg.found {
			if c := &pg.found[i]; sure >= peopled && c.Weight < MaskAt {
				c.Weight = MaskAt
			}
		}
	}
}

// Found gives what was found, numbered, in order and apart.
func (d *Reading) Found() iter.Seq2[int, Found] {
	d.settle()
	return func(yield func(int, Found) bool) {
		n := 0
		for p, c := range d.all() {
			pg := &d.pages[p]
			f := Found{Candidate: *c, Text: pg.text[c.Start:c.End], Said: d.saidOf(*c)}
			f.Part = pg.part
			f.Start, f.End = pg.back(c.Start, c.End)
			if !yield(n, f) {
				return
			}
			n++
		}
	}
}

// Count gives how many there are.
func (d *Reading) Count() int {
	d.settle()
	n := 0
	for p := range d.pages {
		n += len(d.pages[p].found)
	}
	return n
}

// Dates gives what a reader sees of each date that was found.
func (d *Reading) Dates() []string {
	d.settle()
	var out []string
	for p, c := range d.all() {
		if c.Kind == lex.TypeDate {
			out = append(out, d.pages[p].text[c.Start:c.End])
		}
	}
	return out
}

// settle puts what was found in order and apart, once.
func (d *Reading) settle() {
	if d.settled {
		return
	}
	d.settled = true
	d.spareOwn()
	for p := range d.pages {
		d.pages[p].spans()
	}
}

// back gives the bytes of the part, as it was written, for a stretch of the page.
func (pg *page) back(start, end int) (int, int) {
	start, end = pg.seen.Back(start, end)
	return start + pg.from, end + pg.from
}

// spans makes the candidates sorted and disjoint: where two overlap they become
// one, with the heavier one's type and reason.
func (pg *page) spans() {
	slices.SortStableFunc(pg.found, func(a, b Candidate) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := pg.found[:0]
	for _, c := range pg.found {
		if !lex.LetterOrDigit(pg.text[c.Start:c.End]) {
			continue
		}
		if n := len(out) - 1; n >= 0 && c.Start < out[n].End {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	pg.found = pg.joined(out)
}

// joined makes one of names that stand side by side, and of the lines of an
// address, so that each is replaced once.
func (pg *page) joined(spans []Candidate) []Candidate {
	out := spans[:0]
	for _, c := range spans {
		if n := len(out) - 1; n >= 0 && out[n].Weight >= MaskAt && c.Weight >= MaskAt &&
			(out[n].Kind == c.Kind && joins(c.Kind, pg.text[out[n].End:c.Start]) || out[n].Kind == lex.TypeLocation && (c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg) && besides.Has(pg.text[out[n].End:c.Start]) ||
				(out[n].Kind == lex.TypeLocation || out[n].Kind == lex.TypeOrg) && c.Kind != lex.TypeDate && outsides.Has(pg.text[out[n].End:c.Start])) {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	return out
}

// besides are what stands between a place and what it lies near, in an address
// that is told by what is around.
var besides = lex.TableOf(map[string]struct{}{
	", near ": {}, ", outside ": {}, ", just outside ": {}, ", behind ": {}, ", behind the ": {}, ", near the ": {}, ", opposite ": {}, ", opposite the ": {}, ", opp ": {}, ", opp. ": {}, ", off ": {}, ", beside ": {}, ", next to ": {}, " near ": {}, ", back of ": {}, ", across from ": {},
})

// outsides are such words that no person stands behind.
var outsides = lex.TableOf(map[string]struct{}{", outside ": {}, ", just outside ": {}, " outside ": {}, " just outside ": {}})

// joins reports whether what lies between two findings holds them together.
func joins(kind lex.Type, between string) bool {
	switch kind {
	case lex.TypePerson:
		return between == " " || between == "-" || between == "" || between == "%20" || between == " s/o " || between == " d/o " || between == " a/l " || between == " a/p "
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
