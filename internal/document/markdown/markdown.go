// Package markdown writes a document as Markdown (CommonMark, with the tables of
// GitHub's flavour): UTF-8, the same bytes for the same document. Whatever somebody
// wrote is shown as it is, never taken for a mark.
package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"

	"aftershift/internal/document"
	"aftershift/internal/document/htmlread"
	"aftershift/internal/fault"
)

// Write writes d to w in the given words. It gives what Document.Draw gives,
// having written nothing, and otherwise w's own error. Safe for concurrent use
// with different writers.
func Write(w io.Writer, d document.Document, words document.Words) error {
	s := &sheet{words: words}
	made := func() string { return strings.TrimPrefix(s.out.String(), "\n") }
	return d.Print(w, words, s, made, "write markdown")
}

// as turns Markdown into HTML with everything in it that a reader might find.
var as = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))

// Read gives a Markdown file as contents to check: what it shows, and whatever it
// holds beside that, such as comments and where links lead. It gives fault.Damaged
// for what isn't UTF-8.
func Read(file []byte) (document.Contents, error) {
	if !utf8.Valid(file) {
		return document.Contents{}, fault.New(fault.Damaged, "read markdown: not UTF-8")
	}
	var shown bytes.Buffer
	read := parser.NewContext()
	if err := as.Convert(file, &shown, parser.WithContext(read)); err != nil {
		return document.Contents{}, fault.As(fault.Damaged, "read markdown", err)
	}
	c, err := htmlread.Read(shown.Bytes())
	if err != nil {
		return document.Contents{}, fault.Wrap("read markdown", err)
	}
	for i, r := range read.References() { // shown nowhere, unless a link names them
		if c.Metadata == nil {
			c.Metadata = map[string]string{}
		}
		c.Metadata[fmt.Sprintf("reference %d", i+1)] = fmt.Sprintf("%s %s %s", r.Label(), r.Destination(), r.Title())
	}
	return c, nil
}
