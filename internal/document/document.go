// Package document is a document made for another person: a title, a header,
// headings, paragraphs, lists, tables and signature lines. It is drafted over
// the parts that a review looks at (Draft), becomes one that may leave once the
// review is approved (Draft.Approve), and is drawn by the writers below it, one
// for each format, all of which are told the same (Document.Draw). Draft.Lines is
// what a preview reads: the same again. Check and Document.Leaks search the finished
// file, read back, for words that must not be in it.
//
// A document can't hold raw text. A Phrase is built from a text key and whole
// numbers, or stands for a part of the review, in whose place Approve puts
// redact.Text, which exists only after a review has been approved. Names of the
// author and of the session's parties, and the session's dates, are
// HeaderValues: the header and the signature lines take them, and nothing else
// does. So no field here is a string, and no function here turns a string into a
// Phrase's words.
package document

import (
	"aftershift/internal/fault"
	"aftershift/internal/redact"
)

// Draft is a document whose shared words are under review: a Part stands where
// each of them will. A zero Footer is the standard line that says what the
// document is and what it isn't.
type Draft struct {
	Title  Phrase
	Header []Field
	Blocks []Block
	Footer Phrase
}

// Document is a document that may leave. Only Draft.Approve makes one; the zero
// Document has no title, and no writer takes it.
type Document struct{ draft Draft }

// Field is one line of the header: "With", "Ruth · 60 minutes".
type Field struct {
	Name  Phrase
	Value HeaderValue
}

// Block is a part of the document's body: Heading, Paragraph, List, Table,
// Rule, Signatures or Together. No other type can be one.
type Block interface {
	// visit walks what the block is made of and gives the block with what v
	// made of it.
	visit(v visitor) Block
}

// Heading starts a section. Level is 1 to 3 below the title; other values
// count as the nearest of these. Under, where not empty, stands below it in
// smaller type, such as what is wanted and how long it may take.
type Heading struct {
	Level int
	Text  Phrase
	Under Phrase
}

// Paragraph is running text. A line feed in approved words starts a new line.
type Paragraph struct{ Text Phrase }

// List is a list of items, numbered from 1 or marked with a dot.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is one entry of a List: its text, and the lines that stand under it in
// smaller type.
type Item struct {
	Text  Phrase
	Under []Phrase
}

// Table has one header row, which is repeated on each page that the table
// reaches. A row with fewer cells than Columns is filled with empty ones,
// further cells are refused by Validate.
type Table struct {
	Columns []Column
	Rows    [][]Phrase
	// Bars, where there are any, is how long a bar stands below the first cell of
	// each row, up to chart.Top; 0 is none. The cells say the same: a format that
	// draws nothing leaves them out.
	Bars []float64
}

// Column is a column's heading and its share of the width. A Weight below 1
// counts as 1.
type Column struct {
	Head   Phrase
	Weight int
}

// Rule is a thin line across the page. With Room there is the height of a
// written line above it, to write on by hand.
type Rule struct{ Room bool }

// Signatures are places to sign by hand, each with a line for the name and one
// for the date.
type Signatures struct{ Places []Signature }

// Signature is one place to sign: who signs in which role.
type Signature struct {
	Role Phrase
	Name HeaderValue
}

// Together are blocks that stay on one page where they fit on one.
type Together struct{ Blocks []Block }

// Approve gives the document: the draft with texts[n] in the place of Part(n).
// It gives fault.Invalid where a part has no text, or a text has no place, so
// that nothing that was reviewed is dropped and nothing is left open.
func (d Draft) Approve(texts []redact.Text) (Document, error) {
	a := &approver{texts: texts, placed: make([]bool, len(texts))}
	made := d.visit(a)
	for _, placed := range a.placed {
		a.missing = a.missing || !placed
	}
	if a.missing {
		return Document{}, fault.New(fault.Invalid, "approve document: its parts are not those of the review")
	}
	return Document{made}, nil
}

// approver puts approved words in the place of the parts.
type approver struct {
	texts   []redact.Text
	placed  []bool
	missing bool
}

func (a *approver) phrase(p Phrase) Phrase          { return Phrase{a.pieces(p.pieces)} }
func (a *approver) value(v HeaderValue) HeaderValue { return HeaderValue{a.pieces(v.parts)} }
func (a *approver) row(int, int)                    {}
func (a *approver) number(int)                      {}

func (a *approver) pieces(ps []piece) []piece {
	var out []piece
	for _, p := range ps {
		if p.origin == fromPart {
			n := p.numbers[0]
			if n < 0 || n >= len(a.texts) {
				a.missing = true
				continue
			}
			a.placed[n] = true
			p.origin, p.words, p.left = fromReview, a.texts[n].String(), a.texts[n].Left()
		}
		out = append(out, p)
	}
	return out
}

// footerLine gives the words at the foot of each page: Footer, or the standard
// line where Footer is zero.
func (d Draft) footerLine() Phrase {
	if len(d.Footer.pieces) == 0 {
		return Label("document.footer")
	}
	return d.Footer
}

// Foot gives the words that stand at the foot of each page, for a format that leaves
// room for them before it draws.
func (d Document) Foot() Phrase { return d.draft.footerLine() }

// Validate reports fault.Invalid when the document has no title, when a text
// key is unknown to w or doesn't fit its numbers, or when a table row has more
// cells than columns.
func (d Draft) Validate(w Words) error {
	v := &checker{words: w}
	if len(d.Title.pieces) == 0 {
		v.fail("document has no title")
	}
	d.visit(v)
	return v.err
}

type checker struct {
	words Words
	err   error
}

func (c *checker) fail(what string) {
	if c.err == nil {
		c.err = fault.New(fault.Invalid, what)
	}
}

func (c *checker) phrase(p Phrase) Phrase {
	c.pieces(p.pieces)
	return p
}

func (c *checker) value(v HeaderValue) HeaderValue {
	c.pieces(v.parts)
	return v
}

func (c *checker) pieces(ps []piece) {
	for _, p := range ps {
		if _, ok := p.text(c.words); !ok {
			c.fail("document has a text key without words")
		}
	}
}

func (c *checker) number(int) {}

func (c *checker) row(columns, cells int) {
	if cells > columns {
		c.fail("table row has more cells than columns")
	}
}
