package lex

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
