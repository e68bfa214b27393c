package detect

import (
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/rare"
)

// Hint is something that may make a story recognisable although it names
// nobody: a rare event, a rare family, a small number, a place with a
// profession. Hints are shown and never masked. Start and End are byte offsets
// into the part's text; Kind is a short word for grouping, Reason a plain
// sentence.
type Hint struct {
	Part, Start, End int
	Kind             string
	Reason           string
}

// Hints looks for what makes a story rare.
func (d *Reading) Hints() []Hint {
	d.settle()
	places := map[int]bool{}
	for pg, c := range d.pages.All() {
		if c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg {
			places[pg.Part] = true
		}
	}
	var out []Hint
	for p := range d.pages {
		pg := &d.pages[p]
		for i := range pg.Tokens {
			told, ok := rare.At(pg.Tokens, i, places[pg.Part])
			if !ok {
				continue
			}
			start, end := pg.Back(pg.Tokens[told.First].Start, pg.Tokens[told.Last].End)
			if len(out) > 0 && out[len(out)-1].Part == pg.Part && start < out[len(out)-1].End {
				continue // it lies in the one before
			}
			out = append(out, Hint{pg.Part, start, end, told.Kind, told.Reason})
		}
	}
	return out
}
