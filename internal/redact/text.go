package redact

import "slices"

// Text is text that a person has approved for leaving the journal. Only
// Review.Approve makes one that says anything; the zero Text is empty.
type Text struct {
	text string
	left []stretch // see Left
}

// String gives the approved words.
func (t Text) String() string { return t.text }

// Left gives the stretches that stand in the approved words on purpose although
// the same words are masked elsewhere, in reading order and apart from each
// other. Review.AskLeft says which.
func (t Text) Left() []string {
	all := slices.Clone(t.left)
	slices.SortFunc(all, func(a, b stretch) int { return a.start - b.start })
	var out []string
	for i := 0; i < len(all); {
		one := all[i]
		for i++; i < len(all) && all[i].start < one.end; i++ {
			one.end = max(one.end, all[i].end)
		}
		out = append(out, t.text[one.start:one.end])
	}
	return out
}
