package document

import (
	"io"

	"aftershift/internal/fault"
)

// Sheet is what a format draws a document on, from top to bottom: the title,
// the header, the blocks in their order, the footer. Every kind of block has
// its method, so that a format that forgets one is not built.
type Sheet interface {
	Title(Phrase)
	Header([]Field)
	Heading(Heading)
	Paragraph(Paragraph)
	List(List)
	Table(Table)
	Rule(Rule)
	Signatures(Signatures)
	// Together draws blocks that belong on one page by calling draw, more than
	// once where it measures them first with another Sheet.
	Together(draw func(Sheet))
	// Footer says what the document is. It comes last, once.
	Footer(Phrase)
}

// Draw hands all of d to s. It gives fault.Invalid, with nothing handed over,
// for a document that Draft.Validate refuses, and fault.Internal for a block
// that a Sheet has no method for; what was drawn then is not to be used.
func (d Document) Draw(s Sheet, w Words) error { return d.draft.draw(s, w) }

// Print is Draw on s, and then writes to w what s made of it, in the words and for the
// operation that op names. It gives what Draw gives, having written nothing, and
// otherwise w's own error.
func (d Document) Print(w io.Writer, words Words, s Sheet, made func() string, op string) error {
	if err := d.Draw(s, words); err != nil {
		return fault.Wrap(op, err)
	}
	_, err := io.WriteString(w, made())
	return fault.Wrap(op, err)
}

func (d Draft) draw(s Sheet, w Words) error {
	if err := d.Validate(w); err != nil {
		return err
	}
	s.Title(d.Title)
	s.Header(d.Header)
	err := drawBlocks(s, d.Blocks)
	s.Footer(d.footerLine())
	return err
}

func drawBlocks(s Sheet, blocks []Block) (err error) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			s.Heading(b)
		case Paragraph:
			s.Paragraph(b)
		case List:
			s.List(b)
		case Table:
			s.Table(b)
		case Rule:
			s.Rule(b)
		case Signatures:
			s.Signatures(b)
		case Together:
			s.Together(func(to Sheet) {
				if e := drawBlocks(to, b.Blocks); e != nil {
					err = e
				}
			})
		default:
			return fault.New(fault.Internal, "draw document: a block that no format knows")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// The words at a place to sign.
const (
	signedKey   = "document.signed"
	signedOnKey = "document.signed-on"
)

// Signed gives the words at the lines of a place to sign: for the name and for
// the day.
func Signed() (name, day Phrase) { return Label(signedKey), Label(signedOnKey) }
