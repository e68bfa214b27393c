package sharing_test

import (
	"encoding/json"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// toy is a format as somebody would add one: the document's lines as a list in
// JSON, in which capitals can't be shown.
var toy = document.Format{Name: "toy", Extension: "toy", Write: writeToy, Read: readToy, Show: strings.ToLower}

type toySheet struct {
	words document.Words
	lines []string
}

func (s *toySheet) line(texts ...string) {
	s.lines = append(s.lines, strings.ToLower(strings.Join(texts, " ")))
}

func (s *toySheet) Title(p document.Phrase)            { s.line(p.Text(s.words)) }
func (s *toySheet) Heading(h document.Heading)         { s.line(h.Text.Text(s.words), h.Under.Text(s.words)) }
func (s *toySheet) Paragraph(p document.Paragraph)     { s.line(p.Text.Text(s.words)) }
func (s *toySheet) List(document.List)                 {}
func (s *toySheet) Rule(document.Rule)                 {}
func (s *toySheet) Table(document.Table)               {}
func (s *toySheet) Signatures(document.Signatures)     {}
func (s *toySheet) Footer(p document.Phrase)           { s.line(p.Text(s.words)) }
func (s *toySheet) Together(draw func(document.Sheet)) { draw(s) }
func (s *toySheet) Header(fields []document.Field) {
	for _, f := range fields {
		s.line(f.Name.Text(s.words), f.Value.Text(s.words))
	}
}

func writeToy(w io.Writer, d document.Document, words document.Words) error {
	s := &toySheet{words: words}
	if err := d.Draw(s, words); err != nil {
		return fault.Wrap("write toy", err)
	}
	return json.NewEncoder(w).Encode(s.lines)
}

func readToy(file []byte) (c document.Contents, err error) {
	var lines []string
	err = json.Unmarshal(file, &lines)
	return document.Contents{Text: strings.Join(lines, "\n")}, fault.As(fault.Damaged, "read toy", err)
}

// A new format goes all the way with its value alone: preview, name, writing,
// searching, register.
func TestFormat_toy_goes_through_preview_write_and_read_back(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.SetSettings(func(s *app.Settings) { s.Author = "Jo Whitlock" }))
	c := copyOf(t, d, apptest.Planted)
	c.MaskAll()
	file := filepath.Join(t.TempDir(), d.FileName(c, toy))
	shared, err := d.SaveCopy(c, toy, file, false)
	apptest.Must(t, err)
	var preview []string
	for _, l := range c.Preview(toy) {
		preview = append(preview, letters(readLine(l))...)
	}
	if all := letters(apptest.ReadBack(t, toy, file)); !slices.Equal(preview, all) || !slices.Contains(all, "whitlock") {
		t.Errorf("preview %q, file %q", preview, all)
	}
	if shared.Format != "toy" || filepath.Ext(file) != ".toy" || len(c.Missing(toy)) > 0 {
		t.Errorf("registered as %+v", shared)
	}
}
