package sharing

import (
	"slices"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// FieldCopies are the answers of a piece of professional development that are taken to a
// form elsewhere, one by one through the clipboard. Together they are one line of the
// register. It is used by one goroutine at a time.
type FieldCopies struct {
	desk  *Desk
	line  SharedCopy
	taken []string
}

// FieldText is one answer as it may leave: how many findings are masked in it, and the
// words that stand although they were doubtful.
type FieldText struct {
	Name, Text string
	Masked     int
	Left       []string
}

// FieldTexts gives the title and the answers of a piece as Copy makes them for a
// portfolio, so that whoever is masked has the same name in both. Nobody reviews them:
// what is doubtful is masked, but for plain words that are nobody's name. It gives the
// errors of Copy, and fault.Exposed as SaveCopy does.
func (d *Desk) FieldTexts(piece journal.ID) ([]FieldText, error) {
	of, err := supervision.Find[learning.Piece](d.Library().Board(), piece)
	if err != nil {
		return nil, err
	}
	c, err := d.Copy(CopyOf{Paper: CPDPaper{piece}, Audience: supervision.ForPortfolio})
	if err != nil {
		return nil, err
	}
	c.Review.KeepPlain()
	c.MaskAll()
	texts, err := c.approve()
	if err != nil {
		return nil, err
	}
	w := d.App().Words()
	all := []FieldText{c.fieldText(w.T("learning.form.title"), texts, 0)}
	part := 0
	for _, q := range d.learning.Questions(of) {
		if !journal.Blank(of.Asked(q)) {
			all = append(all, c.fieldText(q.Name, texts, part+1))
			part += 2 // the answer, and its question
		}
	}
	if !journal.Blank(of.Tried) {
		all = append(all, c.fieldText(w.T("learning.form.tried"), texts, part+1))
	}
	return all, nil
}

// fieldText gives one reviewed text with what was done in it.
func (c *Copy) fieldText(name string, texts []redact.Text, part int) FieldText {
	f := FieldText{Name: name, Text: strings.TrimSpace(texts[part].String())}
	for _, s := range c.Review.Preview(part) {
		switch {
		case s.State == StateMasked:
			f.Masked++
		case s.State == StateKept && !slices.Contains(f.Left, s.Text):
			f.Left = append(f.Left, s.Text)
		}
	}
	return f
}

// CopyFields begins with nothing taken, and nothing in the register.
func (d *Desk) CopyFields() *FieldCopies {
	return &FieldCopies{desk: d, line: SharedCopy{Audience: string(supervision.ForPortfolio), Kind: "cpd_fields", Format: clipboard}}
}

// Take has an answer in the register, masked as FieldTexts gives it, before it goes
// to the clipboard; once more changes nothing. It gives the kinds of
// library.Library.Change.
func (f *FieldCopies) Take(text string) error {
	if slices.Contains(f.taken, text) {
		return nil
	}
	all := append(slices.Clone(f.taken), text)
	line := f.line
	line.Passages = append(slices.Clone(line.Passages), mark(text))
	line, err := f.desk.handOver(line, []byte(strings.Join(all, "\n")))
	if err == nil {
		f.line, f.taken = line, all
	}
	return err
}
