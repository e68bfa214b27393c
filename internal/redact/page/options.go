package page

import "aftershift/internal/redact/lex"

// detectOptions say what to look for beyond what the lists know. Register and
// Known are names to be found wherever they stand; Strict records fainter
// evidence as well.
type Options struct {
	Register []lex.Person
	Known    []string
	Strict   bool
}
