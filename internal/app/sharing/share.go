package sharing

import (
	"bytes"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/library"
	"aftershift/internal/redact"
)

// SharedCopy is a line of the register of what left the journal.
type SharedCopy = library.SharedCopy

// Format is the kind of file that a copy is saved as.
type Format = document.Format

// Formats gives all formats in the order of offering, the usual one first.
func Formats() []Format { return formats.All() }

// FormatNamed gives the format of the name, or false.
func FormatNamed(name string) (Format, bool) { return formats.Named(name) }

// FileName proposes a name for the copy's file, which says nothing but what it
// is and today's date.
func (d *Desk) FileName(c *Copy, f Format) string {
	now := d.Now()
	return document.FileName(c.Of.Paper.kind(), now.Year(), int(now.Month()), now.Day(), f)
}

// SaveCopy makes the copy in memory, searches it for everything that was masked,
// writes it to path, compares the finished file with it, and has it in the
// register. It gives fault.Conflict while a finding is undecided, which
// Copy.Ask may have added, or when a file stands at path and overwrite is false;
// fault.Exposed, with a Spot as its cause, when a masked word was in it: then
// nothing was written; fault.Tampered when the finished file is not what was
// written; DiskFull or Permission.
func (d *Desk) SaveCopy(c *Copy, f Format, path string, overwrite bool) (SharedCopy, error) {
	texts, err := c.approve()
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	to, err := aim(path, overwrite)
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	doc, err := c.draft.Approve(texts)
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	var content bytes.Buffer
	if err := f.Write(&content, doc, d.App().Words()); err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	if err := d.search(doc, f, content.Bytes(), c.Review.Masked()); err != nil {
		return SharedCopy{}, err
	}
	shared, err := d.leave(c.line(f), to, content.Bytes())
	if err == nil {
		d.remember(c)
	}
	return shared, fault.Wrap("save redacted copy", err)
}

// search reads a file's content as any reader would and looks for what was
// masked. Names in the header and the product's own words may stand where the
// document put them, and nowhere else.
func (d *Desk) search(doc document.Document, f Format, content []byte, masked []string) error {
	contents, err := f.Read(content)
	if err != nil {
		return fault.Wrap("read copy back", err)
	}
	if !contents.Bare() {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1})
	}
	if leaks := doc.Leaks(contents, d.App().Words(), masked); len(leaks) > 0 {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1, Line: leaks[0].Line, Heading: leaks[0].Heading})
	}
	return nil
}

// line gives what the register says of the copy.
func (c *Copy) line(f Format) SharedCopy {
	s := SharedCopy{Audience: string(c.Of.Audience), Kind: c.Of.Paper.Name(), Format: f.Name}
	c.Of.Paper.enter(&s)
	for _, finding := range c.Review.Findings() {
		switch c.Review.State(finding.ID) {
		case redact.Masked:
			s.Masked++
		case redact.Kept:
			s.Kept++
		}
	}
	return s
}

// SharedCopies gives the register of what left the journal, newest first.
func (d *Desk) SharedCopies() []SharedCopy { return d.Library().SharedCopies() }
