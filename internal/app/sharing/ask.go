package sharing

import (
	"fmt"
	"slices"

	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Spot says where in a copy a word stands that is masked in it: in what the
// reviewer worded in the place of Finding, or, where that is -1, in a line of
// the finished file's text, counted from 1, below so many headings; line 0 is
// outside its text. Name says that it stands in the name of the file. It is the cause
// of fault.Exposed and quotes nothing.
type Spot struct {
	Finding, Line, Heading int
	Name                   bool
}

// Error says where, for the command line.
func (p Spot) Error() string {
	switch {
	case p.Name:
		return "a masked word stands in the file's name"
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

// remember keeps the names that were masked in a copy, so that nobody is asked
// about them again in the next one for the same reader. It is forgotten when the
// journal is locked; the register is what stays.
func (d *Desk) remember(c *Copy) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.met == nil {
		d.met = map[supervision.Audience][]string{}
	}
	for _, f := range c.Review.Findings() {
		name := c.Review.Parts()[f.Part].Text[f.Start:f.End]
		if f.Type == TypePerson && c.Review.State(f.ID) == StateMasked && !slices.Contains(d.met[c.Of.Audience], name) {
			d.met[c.Of.Audience] = append(d.met[c.Of.Audience], name)
		}
	}
}

// metBy gives the names that were masked in copies for the reader.
func (d *Desk) metBy(a supervision.Audience) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Clone(d.met[a])
}
