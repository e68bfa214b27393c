package detect

import (
	"iter"
	"slices"

	"aftershift/internal/redact/again"
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/figures"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
	"aftershift/internal/redact/plain"
	"aftershift/internal/redact/pseudonym"
)

// A Found is a Candidate that stands, with byte offsets into the text as it was
// written. Text is what a reader sees there, and Said what stands around it.
type Found struct {
	evidence.Candidate
	Text string
	Said pseudonym.Said
}

// Reading is a whole document under scan.
type Reading struct {
	desk     *page.Desk
	lists    *lex.Lists
	pages    page.Pages
	strict   bool            // every doubt counts
	settled  bool            // what was found is in order and apart
	Standing map[string]bool // invented names that an earlier reading put in
}

// Read looks at all texts of a document together. The desk may have been used
// for earlier readings, one after another, and is nil for a single one.
func Read(lists *lex.Lists, texts []string, o page.Options, k *page.Desk) *Reading {
	if k == nil {
		k = &page.Desk{}
	}
	d := &Reading{lists: lists, desk: k, Standing: map[string]bool{}, strict: o.Strict}
	for part, text := range texts {
		for from, text := range lex.PagesOf(text) {
			seen := lists.See(text)
			tokens := lists.Tokenize(seen.Text, k.TokenTable(seen.Text))
			d.pages = append(d.pages, page.Page{Part: part, From: from, Seen: seen, Text: seen.Text, Tokens: tokens, Found: k.FoundTable(), Lists: lists, Desk: k, Strict: o.Strict})
		}
	}
	for p := range d.pages {
		pg := &d.pages[p]
		d.ownWords(pg, o)
		figures.HearSigns(pg)
		plain.Mark(pg.Tokens, pg.Text)
		figures.Find(pg)
		knownPhrases(pg)
		plain.Namesakes(pg.Tokens)
		names(pg)
	}
	d.temper()
	again.Find(d.pages, lists, o)
	if o.Strict {
		for p := range d.pages {
			sweep(&d.pages[p])
		}
	}
	return d
}

// temper weighs what is faint by what else the text holds: who names some
// people surely names more of them, and a text that surely names nobody speaks
// of ideas. Faint findings are raised to MaskAt in the one and dropped in the
// other.
// Dates, institutions and addresses of the net say nothing of it.
func (d *Reading) temper() {
	if d.strict {
		return
	}
	sure := 0
	for _, c := range d.pages.All() {
		if c.Weight >= evidence.SurelyAt && c.Kind != lex.TypeDate && c.Kind != lex.TypeOrg && c.Kind != lex.TypeURL {
			sure++
		}
	}
	for p := range d.pages {
		pg := &d.pages[p]
		pg.Found = slices.DeleteFunc(pg.Found, func(c evidence.Candidate) bool { return sure < evidence.Peopled && c.Weight < evidence.Dim })
		for i := range pg.Found {
			if c := &pg.Found[i]; sure >= evidence.Peopled && !c.Masked() {
				c.Weight = evidence.MaskAt
			}
		}
	}
}

// Found gives what was found, numbered, in order and apart.
func (d *Reading) Found() iter.Seq2[int, Found] {
	d.settle()
	return func(yield func(int, Found) bool) {
		n := 0
		for pg, c := range d.pages.All() {
			f := Found{Candidate: *c, Text: pg.Text[c.Start:c.End], Said: saidOf(pg, *c)}
			f.Part = pg.Part
			f.Start, f.End = pg.Back(c.Start, c.End)
			if !yield(n, f) {
				return
			}
			n++
		}
	}
}

// Release gives the memory of the reading back to its desk, once nobody reads it
// any longer.
func (d *Reading) Release() { d.desk.Keep(d.pages) }

// Count gives how many there are.
func (d *Reading) Count() int {
	d.settle()
	n := 0
	for p := range d.pages {
		n += len(d.pages[p].Found)
	}
	return n
}

// Dates gives what a reader sees of each date that was found.
func (d *Reading) Dates() []string {
	d.settle()
	var out []string
	for pg, c := range d.pages.All() {
		if c.Kind == lex.TypeDate {
			out = append(out, pg.Text[c.Start:c.End])
		}
	}
	return out
}

// settle puts what was found in order and apart, once.
// Nothing may be added behind it, since offsets and order are final.
func (d *Reading) settle() {
	if d.settled {
		return
	}
	d.settled = true
	d.spareOwn()
	for p := range d.pages {
		d.pages[p].Spans()
	}
}
