// Package formats is the register of the kinds of file that documents are saved
// as. Whatever offers, writes, names or reads back a file goes by it; to add a
// format is to add a line here, and its words.
package formats

import (
	"bytes"
	"slices"

	"aftershift/internal/document"
	"aftershift/internal/document/docx"
	"aftershift/internal/document/docxread"
	"aftershift/internal/document/html"
	"aftershift/internal/document/htmlread"
	"aftershift/internal/document/markdown"
	"aftershift/internal/document/pdf"
	"aftershift/internal/document/pdfread"
	"aftershift/internal/document/text"
)

// The formats.
var (
	PDF = document.Format{
		Name: "pdf", Extension: "pdf", Draws: true, Show: pdf.Show, Write: pdf.Write,
		Read: func(file []byte) (document.Contents, error) {
			return pdfread.Read(bytes.NewReader(file), int64(len(file)))
		},
	}
	DOCX     = document.Format{Name: "docx", Extension: "docx", Write: docx.Write, Read: docxread.Read}
	HTML     = document.Format{Name: "html", Extension: "html", Draws: true, Write: html.Write, Read: htmlread.Read}
	Markdown = document.Format{Name: "markdown", Extension: "md", Write: markdown.Write, Read: markdown.Read}
	Text     = document.Format{
		Name: "text", Extension: "txt", Write: text.Write,
		Read: func(file []byte) (document.Contents, error) { return text.Read(bytes.NewReader(file)) },
	}
)

// All gives the formats in the order of offering, the usual one first.
func All() []document.Format {
	return []document.Format{PDF, DOCX, HTML, Markdown, Text}
}

// Named gives the format of the name, or false.
func Named(name string) (document.Format, bool) {
	all := All()
	at := slices.IndexFunc(all, func(f document.Format) bool { return f.Name == name })
	if at < 0 {
		return document.Format{}, false
	}
	return all[at], true
}
