package shown

import (
	"encoding/json"

	"aftershift/internal/app"
)

// Document is a line that redact --jsonl takes. Register adds names for this text
// alone. Text is nil where the line has none.
type Document struct {
	ID       json.RawMessage `json:"id"`
	Text     *string         `json:"text"`
	Register []string        `json:"register"`
}

// Redacted is the line that answers a Document. Offsets count code points.
type Redacted struct {
	ID       json.RawMessage `json:"id"`
	Redacted string          `json:"redacted"`
	Spans    []Span          `json:"spans"`
}

// Span is one place that was masked. Detector and Reason are there with --explain.
type Span struct {
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Type        string `json:"type"`
	Replacement string `json:"replacement,omitempty"`
	Detector    string `json:"detector,omitempty"`
	Reason      string `json:"reason,omitempty"`
}

// SpansOf returns the spans as they are printed.
func SpansOf(all []app.MaskedSpan, explain bool) []Span {
	return each(all, func(s app.MaskedSpan) Span {
		shown := Span{Start: s.Start, End: s.End, Type: string(s.Type), Replacement: s.Replacement}
		if explain {
			shown.Detector, shown.Reason = s.Detector, s.Reason
		}
		return shown
	})
}

// Person is an object of the file of --register.
type Person struct {
	Forms    []string `json:"forms"`
	Role     string   `json:"role,omitempty"`
	Relation string   `json:"relation,omitempty"`
	Code     string   `json:"code,omitempty"`
}

// App returns the person as redaction takes one.
func (p Person) App() app.Named {
	return app.Named{Forms: p.Forms, Role: p.Role, Relation: p.Relation, Code: p.Code}
}
