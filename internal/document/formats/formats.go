// Package formats is the register of the kinds of file that documents are saved
// as. Whatever offers, writes, names or reads back a file goes by it; to add a
// format is to add a line here, and its words.
package formats

import (
	"bytes"
	"io"
	"slices"

	"aftershift/internal/document"
	"aftershift/internal/document/pdf"
	"aftershift/internal/document/pdfread"
	"aftershift/internal/document/text"
)

// The formats.
var (
	PDF = document.Format{
		Name: "pdf", Extension: "pdf", Show: pdf.Show,
		Write: func(w io.Writer, d document.Document, words document.Words) error {
			return pdf.Write(w, d, words, pdf.Options{})
		},
		Read: func(file []byte) (document.Contents, error) {
			return pdfread.Read(bytes.NewReader(file), int64(len(file)))
		},
	}
	Text = document.Format{
		Name: "text", Extension: "txt", Write: text.Write,
		Read: func(file []byte) (document.Contents, error) { return text.Read(bytes.NewReader(file)) },
	}
)

// All gives the formats in the order of offering, the usual one first.
func All() []document.Format { return []document.Format{PDF, Text} }

// Named gives the format of the name, or false.
func Named(name string) (document.Format, bool) {
	all := All()
	at := slices.IndexFunc(all, func(f document.Format) bool { return f.Name == name })
	if at < 0 {
		return document.Format{}, false
	}
	return all[at], true
}
