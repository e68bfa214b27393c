package app

import (
	"fmt"

	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/redact"
)

// Spot says where in a copy a word stands that is masked in it: in what the
// reviewer worded in the place of Finding, or, where that is -1, in a line of
// the finished file's text, counted from 1; 0 is outside its text. It is the
// cause of fault.Exposed and quotes nothing.
type Spot struct{ Finding, Line int }

// Error says where, for the command line.
func (p Spot) Error() string {
	switch {
	case p.Finding >= 0:
		return "a masked word stands in what replaces another"
	case p.Line > 0:
		return fmt.Sprintf("a masked word stands in line %d", p.Line)
	}
	return "a masked word stands outside the text"
}

// Ask looks through the words that would leave as the finished file will be
// looked through, and asks about every masked word that stands there still and
// was not left on purpose. It gives how many findings were added.
func (c *Copy) Ask() int {
	asked, _ := c.Review.AskLeft(document.Find)
	return asked
}

// MaskAll masks every finding that has no decision yet, and what Ask asks about
// then.
func (c *Copy) MaskAll() {
	for again := true; again; again = c.Ask() > 0 {
		c.Review.MaskAll()
	}
}

// approve gives the texts that may leave. It gives fault.Conflict while a finding
// is open, and fault.Exposed where what the reviewer worded in the place of one
// holds what is masked elsewhere.
func (c *Copy) approve() ([]redact.Text, error) {
	if _, worded := c.Review.AskLeft(document.Find); len(worded) > 0 {
		return nil, fault.As(fault.Exposed, "approve replacement", Spot{Finding: worded[0]})
	}
	return c.Review.Approve()
}
