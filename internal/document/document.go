// Package document is a document made for another person: a title, a header,
// headings, paragraphs, lists, tables and signature lines. Its writers stand
// below it (pdf, text). Check and Document.Leaks search the finished file, read
// back, for words that must not be in it.
//
// A document can't hold raw text. A Phrase is built from a text key and whole
// numbers, or from redact.Text, which exists only after a review has been
// approved. Names of the author and of the session's parties, and the
// session's dates, are HeaderValues: the header and the signature lines take
// them, and nothing else does. So no field here is a string, and no function
// here turns a string into a Phrase's words.
package document

import "aftershift/internal/fault"

// Document is one document, independent of its file format. A zero Footer is
// the standard line that says what the document is and what it isn't.
type Document struct {
	Title  Phrase
	Header []Field
	Blocks []Block
	Footer Phrase
}

// Field is one line of the header: "With", "Ruth · 60 minutes".
type Field struct {
	Name  Phrase
	Value HeaderValue
}

// Block is a part of the document's body: Heading, Paragraph, List, Table,
// Rule or Signatures. No other type can be one.
type Block interface{ visit(visitor) }

// Heading starts a section. Level is 1 to 3 below the title; other values
// count as the nearest of these.
type Heading struct {
	Level int
	Text  Phrase
}

// Paragraph is running text. A line feed in approved words starts a new line.
type Paragraph struct{ Text Phrase }

// List is a list of items, numbered from 1 or marked with a dot.
type List struct {
	Numbered bool
	Items    []Item
}

// Item is one entry of a List: its text, and the lines that stand under it in
// smaller type, such as what is wanted and how long it may take.
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
}

// Column is a column's heading and its share of the width. A Weight below 1
// counts as 1.
type Column struct {
	Head   Phrase
	Weight int
}

// Rule is a thin line across the page.
type Rule struct{}

// Signatures are places to sign by hand, each with a line for the name and one
// for the date.
type Signatures struct{ Places []Signature }

// Signature is one place to sign: who signs in which role.
type Signature struct {
	Role Phrase
	Name HeaderValue
}

// FooterLine gives the words at the foot of each page: Footer, or the standard
// line where Footer is zero.
func (d Document) FooterLine() Phrase {
	if len(d.Footer.pieces) == 0 {
		return Label("document.footer")
	}
	return d.Footer
}

// Validate reports fault.Invalid when the document has no title, when a text
// key is unknown to w or doesn't fit its numbers, or when a table row has more
// cells than columns. Writers call it first and write nothing on an error.
func (d Document) Validate(w Words) error {
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

func (c *checker) phrase(p Phrase)     { c.pieces(p.pieces) }
func (c *checker) value(v HeaderValue) { c.pieces(v.parts) }

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
