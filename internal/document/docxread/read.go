// Package docxread reads the words of an Office Open XML text document, wherever they
// stand, without a look at how it was written.
package docxread

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// mostBytes is what a part may unpack to: far more than a document has.
const mostBytes = 64 << 20

// Read gives what the file holds: the text of its body, also hidden one, joined
// across runs; its headers and footers as margins; everything else that is a string
// and not layout (properties, comments, deleted text, names of bookmarks and styles,
// authors, descriptions, what a link leads to) as metadata; pictures, embedded files
// and what can act by number. It gives fault.Damaged for what is no such document.
func Read(file []byte) (document.Contents, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return document.Contents{}, fault.As(fault.Damaged, "read docx", err)
	}
	r := &reader{meta: map[string]string{}}
	r.note("comment of the file", z.Comment)
	r.note("outside of the archive", outside(file, len(z.Comment)))
	found := false
	for _, f := range z.File {
		r.note("comment of "+f.Name, f.Comment)
		found = found || f.Name == "word/document.xml"
		if err := r.part(f); err != nil {
			return document.Contents{}, fault.As(fault.Damaged, "read docx", err)
		}
	}
	if !found {
		return document.Contents{}, fault.New(fault.Damaged, "read docx: no document in it")
	}
	r.contents.Text, r.contents.Margins = strings.TrimSpace(r.body.String()), strings.TrimSpace(r.margins.String())
	if len(r.meta) > 0 {
		r.contents.Metadata = r.meta
	}
	return r.contents, nil
}

// outside gives what stands before a zip archive's first part or behind its end, which
// unpacking passes over.
func outside(file []byte, comment int) string {
	const first, last, size = "PK\x03\x04", "PK\x05\x06", 22 // APPNOTE.TXT 6.3.10, 4.3.7 and 4.3.16
	before := max(bytes.Index(file, []byte(first)), 0)
	end := min(bytes.LastIndex(file, []byte(last))+size+comment, len(file))
	return string(file[:before]) + string(file[end:])
}

type reader struct {
	contents      document.Contents
	body, margins strings.Builder
	meta          map[string]string
}

// note keeps a string that nobody sees; place says where it stands.
func (r *reader) note(place, text string) {
	if strings.TrimSpace(text) != "" {
		r.meta[fmt.Sprintf("%s %d", place, len(r.meta)+1)] = text
	}
}

// part reads one file of the package, by its name.
func (r *reader) part(f *zip.File) error {
	name := strings.ToLower(f.Name)
	base := path.Base(name)
	switch {
	case strings.HasSuffix(name, "/"):
		return nil
	case name == "word/document.xml":
		return r.words(f, &r.body)
	case strings.HasPrefix(name, "word/header"), strings.HasPrefix(name, "word/footer"):
		return r.words(f, &r.margins)
	case name == "word/footnotes.xml", name == "word/endnotes.xml":
		return r.words(f, &r.body)
	case name == "[content_types].xml", strings.HasSuffix(base, ".rels"),
		name == "word/styles.xml", name == "word/numbering.xml", name == "word/settings.xml",
		name == "word/fonttable.xml", name == "word/websettings.xml", strings.HasPrefix(name, "word/theme/"):
		return r.words(f, nil)
	case strings.HasPrefix(name, "word/media/"):
		r.contents.Images++
	case strings.HasSuffix(name, ".bin") || strings.Contains(name, "vba"):
		r.contents.Active++
	case strings.HasSuffix(name, ".xml"):
		r.note("name", f.Name)
		return r.words(f, nil)
	default:
		r.contents.Attachments++
	}
	r.note("name", f.Name)
	return nil
}

// words reads an XML part: its text goes to the given place, or is metadata.
func (r *reader) words(f *zip.File, to *strings.Builder) error {
	in, err := f.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	d := xml.NewDecoder(io.LimitReader(in, mostBytes))
	p := &part{reader: r, name: f.Name, to: to}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		p.token(token)
	}
}
