// Package htmlread reads the words of an HTML file, wherever they stand, without a
// look at how it was written.
package htmlread

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

// Read gives what the file holds: the text of its body, also what a style sheet
// would hide; comments, attributes, strings in style sheets, and a title that isn't
// the first heading, as metadata; links, scripts, forms and other files that it
// refers to, by number. It gives fault.Damaged for what isn't UTF-8.
func Read(file []byte) (document.Contents, error) {
	if !utf8.Valid(file) {
		return document.Contents{}, fault.New(fault.Damaged, "read html: not UTF-8")
	}
	root, err := html.Parse(bytes.NewReader(file))
	if err != nil {
		return document.Contents{}, fault.As(fault.Damaged, "read html", err)
	}
	r := &reader{meta: map[string]string{}}
	r.walk(root)
	r.contents.Text = strings.TrimSpace(r.text.String())
	if !slices.Equal(strings.Fields(r.title), strings.Fields(r.first)) {
		r.note("title", r.title)
	}
	if len(r.meta) > 0 {
		r.contents.Metadata = r.meta
	}
	return r.contents, nil
}

type reader struct {
	contents document.Contents
	text     strings.Builder
	title    string // in the window's frame
	first    string // heading of the page
	meta     map[string]string
}

// note keeps a string that nobody sees; place says where it stands.
func (r *reader) note(place, text string) {
	if strings.TrimSpace(text) != "" {
		r.meta[fmt.Sprintf("%s %d", place, len(r.meta)+1)] = text
	}
}

func (r *reader) walk(n *html.Node) {
	switch n.Type {
	case html.CommentNode:
		r.note("comment", n.Data)
	case html.DoctypeNode:
		r.attributes(n)
	case html.TextNode:
		r.text.WriteString(n.Data)
	case html.ElementNode:
		r.element(n)
		return
	}
	r.children(n)
}

func (r *reader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
}

func (r *reader) element(n *html.Node) {
	r.attributes(n)
	switch n.DataAtom {
	case atom.Title:
		r.title += words(n)
	case atom.Style:
		r.style(words(n))
	case atom.Svg:
		r.drawing(n)
	case atom.Img, atom.Picture, atom.Canvas, atom.Video, atom.Audio:
		r.contents.Images++
		r.children(n)
	case atom.Script, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Link, atom.Base, atom.A, atom.Form, atom.Input, atom.Button, atom.Template:
		r.contents.Active++
		r.note(n.Data, words(n))
		r.children(n)
	case atom.H1:
		from := r.text.Len()
		r.line(n)
		if r.first == "" {
			r.first = r.text.String()[from:]
		}
	case atom.Br:
		r.text.WriteByte('\n')
	case atom.Td, atom.Th, atom.Dt:
		r.children(n)
		r.text.WriteByte(' ')
	case atom.Strong, atom.B, atom.Em, atom.I, atom.Small, atom.Span, atom.U, atom.Code, atom.Sub, atom.Sup, atom.Del, atom.S:
		r.children(n)
	default:
		r.line(n)
	}
}

// drawing counts as a picture what has more in it than rectangles, which hold no words.
func (r *reader) drawing(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Data != "rect" || c.FirstChild != nil {
			r.contents.Images++
			r.children(n)
			return
		}
		r.attributes(c)
	}
}

// line reads an element that has lines of its own.
func (r *reader) line(n *html.Node) {
	r.text.WriteByte('\n')
	r.children(n)
	r.text.WriteByte('\n')
}

// words gives the text below n.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	all := ""
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		all += words(c)
	}
	return all
}

// Attributes that say nothing of anybody, by element, with the values they may have.
var plain = map[string]*regexp.Regexp{
	"html lang":       regexp.MustCompile(`^[a-z]{2}(-[A-Z]{2})?$`),
	"meta charset":    regexp.MustCompile(`^utf-8$`),
	"meta http-equiv": regexp.MustCompile(`^Content-Security-Policy$`),
	"meta name":       regexp.MustCompile(`^viewport$`),
	"meta content":    regexp.MustCompile(`^(default-src 'none'; style-src 'unsafe-inline'|width=device-width, initial-scale=1)$`),
	"th scope":        regexp.MustCompile(`^(col|row)$`),
	"ol start":        regexp.MustCompile(`^\d+$`),
	"th style":        regexp.MustCompile(`^text-align:(left|right|center)$`),
	"td style":        regexp.MustCompile(`^text-align:(left|right|center)$`),
	"td colspan":      regexp.MustCompile(`^\d+$`),
	"svg viewBox":     regexp.MustCompile(`^0 0 \d+ \d+$`),
	"svg aria-hidden": regexp.MustCompile(`^true$`),
	"rect width":      regexp.MustCompile(`^\d+\.\d$`),
	"rect height":     regexp.MustCompile(`^\d+\.\d$`),
	"rect fill":       regexp.MustCompile(`^#[0-9a-f]{6}$`),
}

func (r *reader) attributes(n *html.Node) {
	for _, a := range n.Attr {
		if fits := plain[n.Data+" "+a.Key]; fits != nil && fits.MatchString(a.Val) {
			continue
		}
		r.note("attribute", a.Key+" "+a.Val)
		if strings.HasPrefix(a.Key, "on") {
			r.contents.Active++
		}
	}
}

// What of a style sheet can hold words or ask for a file.
var (
	said    = regexp.MustCompile(`(?s)"[^"]*"|'[^']*'|/\*.*?(\*/|$)`)
	outside = regexp.MustCompile(`(?i)url\([^)]*\)|@import[^;]*`)
)

func (r *reader) style(css string) {
	r.note("style", strings.Join(said.FindAllString(css, -1), " "))
	for _, found := range outside.FindAllString(css, -1) {
		r.contents.Active++
		r.note("style", found)
	}
}
