package evidence

import (
	"math"

	"aftershift/internal/redact/lex"
)

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

// Guess is what the engine believes of one word: the sum of the evidence, as
// log odds, and the strongest reason for it.
type Guess struct {
	Score    float64
	Kind     lex.Type
	Detector string
	Reason   string
	best     float64
	Fixed    bool   // where it stands settles it
	Rows     *[]Row // while weights are fitted: what was added
}

// Add counts evidence; the strongest piece gives the reason.
func (g *Guess) Add(by Row) {
	weight := by.Weight()
	g.Score += weight
	if weight > g.best && Table[by].reason != "" {
		g.best, g.Detector, g.Reason = weight, Table[by].detector, Table[by].reason
	}
	if g.Rows != nil {
		*g.Rows = append(*g.Rows, by)
	}
}

// Raise counts evidence that comes to a least sum, and gives its reason.
func (g *Guess) Raise(by, least Row) {
	g.Score = max(g.Score+by.Weight(), least.Weight())
	g.Detector, g.Reason = Table[by].detector, Table[by].reason
}

// Confidence turns log odds into 0–1.
func (g *Guess) Confidence() float64 { return 1 / (1 + math.Exp(-g.Score)) }

// Never is the evidence of a word that can't be a name by itself.
const Never = -9
