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

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// Write writes d to w in the given words, on pages as they have them. Characters that can't be shown
// become document.Missing (see Show). It gives what Document.Draw gives and
// fault.Internal when the file can't be made, each with nothing written, and
// otherwise w's own error. Safe for concurrent use with different writers.
func Write(w io.Writer, d document.Document, words document.Words) error {
	s := newSheet(words, d.Foot())
	if err := d.Draw(s, words); err != nil {
		return fault.Wrap("write pdf", err)
	}
	var plain bytes.Buffer
	if err := s.finish(&plain); err != nil {
		return fault.As(fault.Internal, "make pdf", err)
	}
	tagged, err := tag(plain.Bytes(), s.root, s.marks, document.LanguageOf(words))
	if err != nil {
		return fault.Wrap("tag pdf", err)
	}
	_, err = w.Write(tagged)
	return fault.Wrap("write pdf", err)
}
