// Package docx writes a document as an Office Open XML text document, which word
// processors open: real headings, lists and tables, no author, no program, no dates
// but those of the zip format's first day, and the same bytes for the same document.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// Write writes d to w in the given words. It gives what Document.Draw gives, with
// nothing written, and otherwise w's own error. Safe for concurrent use with
// different writers.
func Write(w io.Writer, d document.Document, words document.Words) error {
	s := &sheet{words: words}
	if err := d.Draw(s, words); err != nil {
		return fault.Wrap("write docx", err)
	}
	var file bytes.Buffer
	if err := s.pack(&file); err != nil {
		return fault.As(fault.Internal, "make docx", err)
	}
	_, err := w.Write(file.Bytes())
	return fault.Wrap("write docx", err)
}

// begun is the first moment that a zip file can name.
var begun = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack puts the parts into one file, those first that a reader looks for first
// (ECMA-376, part 2).
func (s *sheet) pack(to io.Writer) error {
	z := zip.NewWriter(to)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", relations},
		{"word/document.xml", documentHead + s.text() + s.page() + documentFoot},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", s.styles()},
		{"word/numbering.xml", s.numbering()},
		{"word/settings.xml", settings},
		{"word/footer1.xml", s.footer},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: begun})
		if err != nil {
			return err
		}
		if _, err := io.WriteString(f, part.text); err != nil {
			return err
		}
	}
	return z.Close()
}

// styles are those of the words' language, for the page's width.
func (s *sheet) styles() string {
	width := s.textWidth()
	return fmt.Sprintf(styles, document.LanguageOf(s.words), width*5/8, width, width)
}

// page says the size of a page, and what stands at its foot.
func (s *sheet) page() string {
	paper := document.PaperOf(s.words)
	return fmt.Sprintf(`<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="%.0f" w:h="%.0f"/>`, paper.Width*20, paper.Height*20)
}

// numbering has dots as list 1 and then a list for each numbered one, since numbers
// go on through a list's whole document.
func (s *sheet) numbering() string {
	var b strings.Builder
	b.WriteString(numberingHead)
	for n := 2; n < 2+s.numbered; n++ {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`, n)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}
