package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"

	"aftershift/internal/document"
	"aftershift/internal/document/pdf"
	"aftershift/internal/document/text"
	"aftershift/internal/fault"
	"aftershift/internal/library"
	"aftershift/internal/platform"
	"aftershift/internal/redact"
)

// SharedCopy is a line of the register of what left the journal.
type SharedCopy = library.SharedCopy

// Format is the kind of file that a copy is saved as.
type Format string

// The formats.
const (
	PDF  Format = "pdf"
	Text Format = "text"
)

// FileName proposes a name for the copy's file, which says nothing but what it
// is and today's date.
func (d *Desk) FileName(c *Copy, f Format) string {
	kind, format := c.Of.kind(), document.PDF
	if f == Text {
		format = document.Text
	}
	now := d.Now()
	return document.FileName(kind, now.Year(), int(now.Month()), now.Day(), format)
}

// SaveCopy makes the copy, searches it for everything that was masked, writes it
// to path, reads the finished file back, searches that too, and enters it into
// the register. It gives fault.Conflict while a finding is undecided, which
// Copy.Ask may have added, or when a file stands at path and overwrite is false;
// fault.Exposed, with a Spot as its cause, when a masked word was in it: then
// nothing was written, or the finished file is removed; DiskFull or Permission.
func (d *Desk) SaveCopy(c *Copy, f Format, path string, overwrite bool) (SharedCopy, error) {
	texts, err := c.approve()
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	if _, err := os.Lstat(path); err == nil && !overwrite {
		return SharedCopy{}, fault.New(fault.Conflict, "save redacted copy: a file of this name is there")
	}
	doc := c.document(d, texts)
	content, err := d.render(doc, f)
	if err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	if err := d.search(doc, f, content, c.Review.Masked()); err != nil {
		return SharedCopy{}, err
	}
	if err := platform.WriteAtomic(path, content); err != nil {
		return SharedCopy{}, fault.Wrap("save redacted copy", err)
	}
	if err := d.recheck(doc, f, path, c.Review.Masked()); err != nil {
		_ = os.Remove(path) // what it holds must not stay; err says why
		return SharedCopy{}, err
	}
	return d.enter(c, f, path, content)
}

func (d *Desk) render(doc document.Document, f Format) ([]byte, error) {
	var b bytes.Buffer
	var err error
	if f == Text {
		err = text.Write(&b, doc, d.app.words)
	} else {
		err = pdf.Write(&b, doc, d.app.words, pdf.Options{})
	}
	return b.Bytes(), err
}

// recheck opens the finished file again and searches it.
func (d *Desk) recheck(doc document.Document, f Format, path string, masked []string) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return platform.Fault("read copy back", err)
	}
	return d.search(doc, f, content, masked)
}

// search reads a file's content as any reader would and looks for what was
// masked. Names in the header and the product's own words may stand where the
// document put them, and nowhere else.
func (d *Desk) search(doc document.Document, f Format, content []byte, masked []string) (err error) {
	var contents document.Contents
	if f == Text {
		contents, err = text.Read(bytes.NewReader(content))
	} else {
		contents, err = pdf.Read(bytes.NewReader(content), int64(len(content)))
	}
	if err != nil {
		return fault.Wrap("read copy back", err)
	}
	if !contents.Bare() {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1})
	}
	if leaks := doc.Leaks(contents, d.app.words, masked); len(leaks) > 0 {
		return fault.As(fault.Exposed, "check redacted copy", Spot{Finding: -1, Line: leaks[0].Line})
	}
	return nil
}

// enter adds the copy to the register.
func (d *Desk) enter(c *Copy, f Format, path string, content []byte) (SharedCopy, error) {
	s := SharedCopy{
		Audience: string(c.Of.Audience), Kind: c.Of.name(), Format: string(f),
		Entries: slices.Clone(c.Of.Entries), Session: c.Of.Session, Private: c.Of.Private,
	}
	for _, finding := range c.Review.Findings() {
		switch c.Review.State(finding.ID) {
		case redact.Masked:
			s.Masked++
		case redact.Kept:
			s.Kept++
		}
	}
	return d.left(s, path, content)
}

// left enters into the register that a file left the journal: now, as path, with
// this content.
func (d *Desk) left(s SharedCopy, path string, content []byte) (SharedCopy, error) {
	id, err := d.library.NewID()
	if err != nil {
		return SharedCopy{}, err
	}
	sum := sha256.Sum256(content)
	s.ID, s.At, s.File, s.SHA256 = id, d.Now(), filepath.Base(path), hex.EncodeToString(sum[:])
	if err := d.library.AddSharedCopy(s); err != nil {
		return s, fault.Wrap("enter copy into register", err)
	}
	d.events.tell(Event{Kind: SharedCopyMade})
	return s, nil
}

// SharedCopies gives the register of what left the journal, newest first.
func (d *Desk) SharedCopies() []SharedCopy { return d.library.SharedCopies() }
