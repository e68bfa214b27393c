// Package html writes a document as one HTML file that asks for nothing outside
// itself, runs nothing, prints well, and has the same bytes for the same document.
package html

import (
	"html"
	"io"
	"strings"

	"aftershift/internal/document"
)

// The policy forbids the reader's browser to fetch or run anything. Layout goes by
// element alone: a class would be a name that nobody reviewed.
const (
	head = `>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
body{max-width:42rem;margin:2rem auto;padding:0 1rem;font-family:sans-serif;line-height:1.5;color:#23302f;background:#fff}
h1{font-size:1.6rem;line-height:1.25}
h2,h3,h4{margin:1.6em 0 .3em;line-height:1.3;color:#1f6b63;break-after:avoid}
h2{font-size:1.25rem}h3{font-size:1.1rem}h4{font-size:1rem}
p{margin:.3em 0}
small{color:#5e6b69}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2em 1.2em;border-bottom:1px solid #ddd7cb;padding-bottom:1em}
dt{color:#5e6b69}dd{margin:0}
li{margin:.5em 0;break-inside:avoid}
table{border-collapse:collapse;width:100%;margin:.6em 0}
th,td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid #ddd7cb}
svg{display:block;width:100%;margin:.2em 0}
thead{display:table-header-group}tr,section{break-inside:avoid}
hr{border:0;border-top:1px solid #ddd7cb;margin:1.2em 0}
div>hr{margin-top:3.2em}
footer{margin-top:2.5em;border-top:1px solid #ddd7cb;padding-top:.6em;font-size:.85rem;color:#5e6b69}
@page{margin:2cm}
</style>
`
	line = "______________________________"
)

// Write writes d to w in the given words. It gives what Document.Draw gives,
// having written nothing, and otherwise w's own error. Safe for concurrent use
// with different writers.
func Write(w io.Writer, d document.Document, words document.Words) error {
	s := &sheet{words: words}
	return d.Print(w, words, s, s.out.String, "write html")
}

type sheet struct {
	words document.Words
	out   strings.Builder
}

func (s *sheet) put(parts ...string) {
	for _, p := range parts {
		s.out.WriteString(p)
	}
}

// Title begins the file; the browser's tab says the same as the title.
func (s *sheet) Title(p document.Phrase) {
	plain := html.EscapeString(strings.ReplaceAll(p.Text(s.words), "\n", " "))
	s.put("<!doctype html>\n<html lang=\"", document.LanguageOf(s.words), "\"", head, "<title>", plain, "</title>\n</head>\n<body>\n<h1>", s.inline(p.Runs(s.words)), "</h1>\n")
}

// Header sets the fields' names beside their values.
func (s *sheet) Header(fields []document.Field) {
	if len(fields) == 0 {
		return
	}
	s.put("<dl>\n")
	for _, f := range fields {
		s.put("<dt>", s.inline(f.Name.Runs(s.words)), "</dt><dd>", s.inline(f.Value.Runs(s.words)), "</dd>\n")
	}
	s.put("</dl>\n")
}

// Footer ends the file.
func (s *sheet) Footer(p document.Phrase) {
	s.put("<footer>", s.inline(p.Runs(s.words)), "</footer>\n</body>\n</html>\n")
}

// inline gives runs with a line break for each line feed.
func (s *sheet) inline(runs []document.Run) string {
	var b strings.Builder
	for _, r := range runs {
		text := strings.ReplaceAll(html.EscapeString(r.Text), "\n", "<br>")
		if r.Quiet {
			text = "<small>" + text + "</small>"
		}
		if r.Strong {
			text = "<strong>" + text + "</strong>"
		}
		b.WriteString(text)
	}
	return b.String()
}
