package sharing

import (
	"slices"
	"strings"

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

// CopyFields begins with nothing taken, and nothing in the register.
func (d *Desk) CopyFields() *FieldCopies {
	return &FieldCopies{desk: d, line: SharedCopy{Audience: string(supervision.ForPortfolio), Kind: "cpd_fields", Format: clipboard}}
}

// Take has an answer in the register, masked as StartFromWords gives it, before it goes
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
