// Package pdf writes a document as PDF.
//
// The file is tagged (headings, paragraphs, lists, tables with header cells,
// language), holds no title, author, dates or program name, and has the same
// bytes for the same document. A heading stands on one page with what it is
// over, and what belongs together does where it fits.
package pdf

import (
	"bytes"
	"io"

	"codeberg.org/go-pdf/fpdf"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// Paper is the page's size.
type Paper uint8

// The paper sizes.
const (
	A4 Paper = iota
	Letter
)

func (p Paper) size() fpdf.SizeType {
	if p == Letter {
		return fpdf.SizeType{Wd: 612, Ht: 792}
	}
	return fpdf.SizeType{Wd: 595.28, Ht: 841.89}
}

// Options are the choices of a file. Language is a BCP 47 tag; empty or
// ill-formed ones are "en-GB".
type Options struct {
	Paper    Paper
	Language string
}

// Write writes d to w in the given words. Characters that can't be shown
// become document.Missing (see Show). It gives what Document.Draw gives and
// fault.Internal when the file can't be made, each with nothing written, and
// otherwise w's own error. Safe for concurrent use with different writers.
func Write(w io.Writer, d document.Document, words document.Words, o Options) error {
	s := newSheet(words, o.Paper)
	if err := d.Draw(s, words); err != nil {
		return fault.Wrap("write pdf", err)
	}
	var plain bytes.Buffer
	if err := s.finish(&plain); err != nil {
		return fault.As(fault.Internal, "make pdf", err)
	}
	tagged, err := tag(plain.Bytes(), s.root, s.marks, o.language())
	if err != nil {
		return fault.Wrap("tag pdf", err)
	}
	_, err = w.Write(tagged)
	return fault.Wrap("write pdf", err)
}

func (o Options) language() string {
	if o.Language == "" {
		return "en-GB"
	}
	for _, r := range o.Language {
		if r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') {
			return "en-GB"
		}
	}
	return o.Language
}
