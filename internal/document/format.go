package document

import (
	"fmt"
	"io"
	"strings"
)

// Format is one kind of file that documents are saved as. The registered ones
// stand in package formats.
type Format struct {
	// Name is what the register of copies and the command line call it, and the
	// end of the text key "copy.format." that says it in words.
	Name string
	// Extension ends the file's name, without its dot.
	Extension string
	// Write writes d in the given words, the same bytes each time. It gives what
	// Document.Draw gives, with nothing written, and otherwise w's own error.
	Write func(w io.Writer, d Document, words Words) error
	// Read gives what a finished file holds, without a look at how it was
	// written, or fault.Damaged.
	Read func(file []byte) (Contents, error)
	// Show gives text as it will stand in the file: Missing in the place of each
	// character that the format can't show. Nil: all can be shown.
	Show func(text string) string
	// Draws reports whether the bars of tables are drawn.
	Draws bool
}

// Missing stands in a file for a character that its format can't show. What
// can't be seen must not be in the file either, or it would be hidden text.
const Missing = "\ufffd"

// String gives the format's name.
func (f Format) String() string { return f.Name }

// Shown gives text as f shows it.
func (f Format) Shown(text string) string {
	if f.Show == nil {
		return text
	}
	return f.Show(text)
}

// FileName gives name with f's ending, unless it has it already, in any case.
func (f Format) FileName(name string) string {
	if end := "." + f.Extension; len(name) < len(end) || !strings.EqualFold(name[len(name)-len(end):], end) {
		return name + end
	}
	return name
}

// Kind is what a document is, as far as its file name may say it.
type Kind uint8

// The kinds of document.
const (
	Agenda Kind = iota
	Session
	Reflection
	Case
	Numbers
	Digest
	Hours
	Development
	Evidence
	Agreement
	Handover
	Evaluation
	Card
	Practices
)

var kindNames = [...]string{
	"agenda", "session", "reflection", "case-presentation", "supervision-in-numbers", "digest", "hours", "professional-development", "evidence",
	"agreement", "hand-over", "how-it-goes", "how-i-work-best", "what-helped",
}

// FileName proposes a name that tells nothing but the kind and a day, such as
// "agenda-2026-11-22.pdf". An unknown kind is a copy.
func FileName(kind Kind, year, month, day int, f Format) string {
	name := "copy"
	if int(kind) < len(kindNames) {
		name = kindNames[kind]
	}
	return f.FileName(fmt.Sprintf("%s-%04d-%02d-%02d", name, year, month, day))
}
