package page

import (
	"slices"

	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
)

// Spans makes the candidates sorted and disjoint: where two overlap they become
// one, with the heavier one's type and reason.
func (pg *Page) Spans() {
	slices.SortStableFunc(pg.Found, func(a, b evidence.Candidate) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := pg.Found[:0]
	for _, c := range pg.Found {
		if !lex.LetterOrDigit(pg.Text[c.Start:c.End]) {
			continue
		}
		if n := len(out) - 1; n >= 0 && c.Start < out[n].End {
			out[n] = union(out[n], c)
			continue
		}
		out = append(out, c)
	}
	pg.Found = pg.joined(out)
}

// joined makes one of names that stand side by side, and of the lines of an
// address, so that each is replaced once.
func (pg *Page) joined(spans []evidence.Candidate) []evidence.Candidate {
	out := spans[:0]
	for _, c := range spans {
		if n := len(out) - 1; n >= 0 && out[n].Masked() && c.Masked() &&
			(out[n].Kind == c.Kind && joins(c.Kind, pg.Text[out[n].End:c.Start]) || out[n].Kind == lex.TypeLocation && (c.Kind == lex.TypeLocation || c.Kind == lex.TypeOrg) && besides.Has(pg.Text[out[n].End:c.Start]) ||
				(out[n].Kind == lex.TypeLocation || out[n].Kind == lex.TypeOrg) && c.Kind != lex.TypeDate && outsides.Has(pg.Text[out[n].End:c.Start])) {
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

func union(a, b evidence.Candidate) evidence.Candidate {
	best := a
	switch inA, inB := b.Start >= a.Start && b.End <= a.End, a.Start >= b.Start && a.End <= b.End; {
	case inA && !inB && a.Weight >= evidence.MaskAt:
	case inB && !inA && b.Weight >= evidence.MaskAt, b.Weight > a.Weight:
		best = b
	}
	best.Weight = max(a.Weight, b.Weight)
	best.Start, best.End = min(a.Start, b.Start), max(a.End, b.End)
	return best
}
