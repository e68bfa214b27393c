package valid

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"aftershift/internal/fault"
)

// Refusal says where a file that somebody wrote is malformed, and why: Reason is the end
// of a text key. It is the cause of the error that Read and Refuse return.
type Refusal struct {
	Line   int
	Reason string
	What   string // the name of the field, or of what stands there; "" for none
}

// Error says the line and the reason, without words of the file.
func (r *Refusal) Error() string { return fmt.Sprintf("line %d: %s", r.Line, r.Reason) }

// Read reads one JSON value of most bytes at the most, with no field that T doesn't have;
// op is what is read, as a fault names it. It returns fault.Invalid with a Refusal as its
// cause for one that is malformed.
func Read[T any](raw []byte, most int, op string) (T, error) {
	var v, none T
	if len(raw) > most {
		return none, Refuse(raw, 0, op, "long", "")
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil {
		return none, refuseJSON(raw, op, err)
	}
	if d.More() {
		return none, Refuse(raw, d.InputOffset(), op, "more", "")
	}
	return v, nil
}

// Refuse returns fault.Invalid with a Refusal of the line at that offset as its cause.
func Refuse(raw []byte, offset int64, op, reason, what string) error {
	line := 1 + bytes.Count(raw[:min(int(offset), len(raw))], []byte("\n"))
	return fault.As(fault.Invalid, op, &Refusal{line, reason, what})
}

func refuseJSON(raw []byte, op string, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return Refuse(raw, syntax.Offset, op, "json", "")
	case errors.As(err, &kind):
		return Refuse(raw, kind.Offset, op, "type", kind.Field)
	case strings.Contains(err.Error(), "unknown field"):
		_, name, _ := strings.Cut(err.Error(), `"`)
		name = strings.TrimSuffix(name, `"`)
		return Refuse(raw, PlaceOf(raw, name), op, "field", name)
	}
	return Refuse(raw, int64(len(raw)), op, "json", "") // it ends too early
}

// PlaceOf returns the offset at which a word stands in quotes, 0 where it doesn't.
func PlaceOf(raw []byte, word string) int64 {
	if word == "" {
		return 0
	}
	return int64(max(bytes.Index(raw, []byte(`"`+word+`"`)), 0))
}
