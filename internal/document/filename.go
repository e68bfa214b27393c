package document

import "fmt"

// Kind is what a document is, as far as its file name may say it.
type Kind uint8

// The kinds of document.
const (
	Summary Kind = iota
	Agenda
	Session
	Reflection
	Actions
)

// Format is the kind of file that a document is written to.
type Format uint8

// The file formats.
const (
	PDF Format = iota
	Text
)

var (
	kindNames   = [...]string{"summary", "agenda", "session", "reflection", "actions"}
	formatNames = [...]string{"pdf", "txt"}
)

// FileName proposes a name that tells nothing but the kind and a day, such as
// "summary-2026-11-22.pdf". An unknown kind is a summary, an unknown format is
// text.
func FileName(kind Kind, year, month, day int, format Format) string {
	if int(kind) >= len(kindNames) {
		kind = Summary
	}
	if int(format) >= len(formatNames) {
		format = Text
	}
	return fmt.Sprintf("%s-%04d-%02d-%02d.%s", kindNames[kind], year, month, day, formatNames[format])
}
