// Package text writes a document as plain text: UTF-8, lines of at most 78
// columns ended by a line feed, the same bytes for the same document.
package text

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// Columns is the longest line that Write makes.
const Columns = 78

// Write writes d to w in the given words. It gives what
// Document.Draw gives, having written nothing, and otherwise w's own error. Safe for concurrent use with different writers.
func Write(w io.Writer, d document.Document, words document.Words) error {
	s := &sheet{words: words}
	return d.Print(w, words, s, s.out.String, "write text")
}

// Read gives a plain text file as contents to check. It gives r's error.
func Read(r io.Reader) (document.Contents, error) {
	raw, err := io.ReadAll(r)
	if err != nil {
		return document.Contents{}, fault.Wrap("read text", err)
	}
	return document.Contents{Text: string(raw)}, nil
}

type sheet struct {
	words document.Words
	out   strings.Builder
}

func (s *sheet) line(indent, text string) {
	s.out.WriteString(strings.TrimRight(indent+text, " ") + "\n")
}

func (s *sheet) gap() { s.out.WriteString("\n") }

func (s *sheet) rule(mark rune) { s.line("", strings.Repeat(string(mark), Columns)) }

// paragraph writes runs below each other, each line after indent.
func (s *sheet) paragraph(indent string, runs []document.Run) {
	for _, l := range lines(runs, Columns-columns(indent)) {
		s.line(indent, l)
	}
}

// hanging writes runs with mark before the first line and spaces before the
// others.
func (s *sheet) hanging(mark string, runs []document.Run) {
	indent := strings.Repeat(" ", columns(mark))
	all := lines(runs, Columns-columns(mark))
	if len(all) == 0 {
		all = []string{""} // the mark stands all the same
	}
	for i, l := range all {
		if i == 0 {
			s.line(mark, l)
			continue
		}
		s.line(indent, l)
	}
}

// Title sets the document's title over a double line.
func (s *sheet) Title(p document.Phrase) {
	s.paragraph("", p.Runs(s.words))
	s.rule('=')
}

// Header sets the fields' values below each other, their names before them.
func (s *sheet) Header(fields []document.Field) {
	widest := 0
	for _, f := range fields {
		widest = max(widest, columns(f.Name.Text(s.words)))
	}
	widest = min(widest, Columns/3)
	for _, f := range fields {
		s.field(f, widest)
	}
	if len(fields) > 0 {
		s.rule('-')
	}
}

// field writes the name before the value, or above it where it is too long.
func (s *sheet) field(f document.Field, widest int) {
	name := f.Name.Text(s.words)
	if columns(name) > widest || strings.Contains(name, "\n") {
		s.paragraph("", f.Name.Runs(s.words))
		name = ""
	}
	s.hanging(pad(name, widest)+"  ", f.Value.Runs(s.words))
}

// Footer says below a line what the document is.
func (s *sheet) Footer(p document.Phrase) {
	s.gap()
	s.rule('-')
	s.paragraph("", p.Runs(s.words))
}

func number(i, of int) string {
	digits := strconv.Itoa(i)
	return strings.Repeat(" ", len(strconv.Itoa(of))-len(digits)) + digits + ". "
}

func lines(runs []document.Run, limit int) []string {
	wrapped := document.Wrap(runs, float64(limit), func(r document.Run) float64 { return float64(columns(r.Text)) })
	out := make([]string, len(wrapped))
	for i, l := range wrapped {
		for _, r := range l {
			out[i] += r.Text
		}
		out[i] = strings.TrimRight(out[i], " ")
	}
	return out
}

func pad(text string, to int) string {
	return text + strings.Repeat(" ", max(0, to-columns(text)))
}

// columns counts the cells that a terminal gives text: two for wide East Asian
// characters (Unicode TR 11), none for combining marks.
func columns(text string) int {
	n := 0
	for len(text) > 0 {
		size := norm.NFC.NextBoundaryInString(text, true)
		r, _ := utf8.DecodeRuneInString(text)
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
		n++
		text = text[size:]
	}
	return n
}
