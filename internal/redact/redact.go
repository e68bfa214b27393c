// Package redact finds what could name somebody in a social worker's text, says
// why, and replaces it once a person has decided.
//
// An Engine holds word lists that its caller loads, and nothing else: no clock,
// no file, no network. Scan looks at all fields of a document together, so that
// a name met once is caught everywhere, and gives a Review. Findings are certain
// (masked unless the reviewer keeps them, with a reason) or uncertain (a
// decision is asked for). Text, the only form in which words may leave the
// journal, comes from Review.Approve alone and never while a finding is open.
//
// The engine helps a professional who signs off. It doesn't make a text
// anonymous: a story can name somebody without any name in it, which is what
// Review.Hints is about.
package redact

import (
	"io/fs"

	"aftershift/internal/redact/detect"
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

// What the rooms behind this door speak of.
type (
	// Type says what kind of identifier a finding is.
	Type = lex.Type
	// Person is one entry of the user's own register of people.
	Person = lex.Person
	// Lists are the words an Engine knows.
	Lists = lex.Lists
	// Style says what stands in the place of what was masked.
	Style = pseudonym.Style
	// Hint is something that may make a story recognisable although it names
	// nobody.
	Hint = detect.Hint
)

// The types, as they appear in reports and on the command line.
const (
	TypePerson   = lex.TypePerson
	TypeLocation = lex.TypeLocation
	TypeOrg      = lex.TypeOrg
	TypeDate     = lex.TypeDate
	TypePhone    = lex.TypePhone
	TypeEmail    = lex.TypeEmail
	TypeURL      = lex.TypeURL
	TypeID       = lex.TypeID
	TypeAge      = lex.TypeAge
	TypeIP       = lex.TypeIP
	TypeOther    = lex.TypeOther
)

// The styles, as pseudonym explains them.
const (
	Pseudonym = pseudonym.Pseudonym
	Role      = pseudonym.Role
	Generic   = pseudonym.Generic
	Block     = pseudonym.Block
)

// The confidence from which a finding is certain, and the one from which Mask,
// which has no reviewer, takes it.
const (
	CertainAt = evidence.CertainAt
	MaskAt    = evidence.MaskAt
)

// LoadLists reads the word lists at the root of files. It gives fault.Damaged
// for one that can't be read, fault.Invalid for one that isn't a list and
// fault.NotFound where there is none.
func LoadLists(files fs.FS) (*Lists, error) { return lex.LoadLists(files) }

// Options say how to scan. The zero value scans without a register and replaces
// by Pseudonym. Strict lets every doubt count: fainter evidence is recorded as
// uncertain findings, and Mask takes them all. Known are names met in other
// documents for the same audience.
type Options struct {
	Register []Person
	Strict   bool
	Style    Style
	Known    []string
}

// Part is one field of a document. Key is the caller's own name for it and is
// handed back untouched.
type Part struct {
	Key, Text string
}

// Finding is one identifier in one part. Start and End are byte offsets into
// the part's text, at rune boundaries. Detector is an id of the catalogue.
// Reason says in plain words why it was found, without quoting the text.
// Confidence lies in 0–1; at CertainAt and above the finding is Certain.
type Finding struct {
	ID          int
	Part        int
	Start, End  int
	Type        Type
	Certain     bool
	Confidence  float64
	Detector    string
	Reason      string
	Replacement string
}

// Span is a masked stretch of a text, in Unicode code points, end exclusive.
type Span struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Type        Type   `json:"type"`
	Replacement string `json:"replacement,omitempty"`
	Detector    string `json:"detector,omitempty"`
	Reason      string `json:"reason,omitempty"`
}

// Engine finds identifiers. It is immutable and safe for concurrent use.
type Engine struct {
	lists *Lists
}

// NewEngine gives an engine over the lists, which must come from LoadLists.
func NewEngine(lists *Lists) *Engine {
	return &Engine{lists: lists}
}
