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

// Type says what kind of identifier a finding is.
type Type string

// The types, as they appear in reports and on the command line.
const (
	TypePerson   Type = "PERSON"
	TypeLocation Type = "LOCATION"
	TypeOrg      Type = "ORG"
	TypeDate     Type = "DATE"
	TypePhone    Type = "PHONE"
	TypeEmail    Type = "EMAIL"
	TypeURL      Type = "URL"
	TypeID       Type = "ID"
	TypeAge      Type = "AGE"
	TypeIP       Type = "IP"
	TypeOther    Type = "OTHER"
)

// Style says what stands in the place of what was masked.
type Style string

// The styles. Pseudonym gives invented names that stay the same throughout,
// Role a role with a letter ("Parent A"), Generic a common noun ("a parent"),
// Block a neutral bracket ("[name]").
const (
	Pseudonym Style = "pseudonym"
	Role      Style = "role"
	Generic   Style = "generic"
	Block     Style = "block"
)

// Person is one entry of the user's own register of people. Forms are all ways
// the person is written ("Dana Whitlock", "Lee"); each word of a form is looked
// for as well. Role is a plain word ("parent", "child", "worker"), Relation says
// whose relative it is ("father of Dana Whitlock"), and Code is the user's own
// label, which wins over a derived one. Only Forms is needed.
type Person struct {
	Forms    []string `json:"forms"`
	Role     string   `json:"role,omitempty"`
	Relation string   `json:"relation,omitempty"`
	Code     string   `json:"code,omitempty"`
}

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

// CertainAt is the confidence from which a finding is certain. MaskAt is the
// confidence from which Mask, which has no reviewer, takes a finding: it was set
// where a missed name costs more than a word too many. In a text that surely
// names several people, fainter evidence is raised to it.
const (
	CertainAt = 0.80
	MaskAt    = 0.40
)

// Engine finds identifiers. It is immutable and safe for concurrent use.
type Engine struct {
	lists *Lists
}

// NewEngine gives an engine over the lists, which must come from LoadLists.
func NewEngine(lists *Lists) *Engine {
	return &Engine{lists: lists}
}
