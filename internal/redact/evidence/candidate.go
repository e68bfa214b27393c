package evidence

import "aftershift/internal/redact/lex"

// Candidate is a stretch that a detector believes to identify.
type Candidate struct {
	Part, Start, End int
	Kind             lex.Type
	Weight           float64
	Detector, Reason string
	By               Row // the row it was found by, none for words
}

// Masked reports whether Mask, which has no reviewer, takes it.
func (c *Candidate) Masked() bool { return c.Weight >= MaskAt }
