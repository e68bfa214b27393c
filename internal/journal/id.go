package journal

import (
	"encoding/json"
	"strings"

	"aftershift/internal/fault"
)

// ID names a record of the journal. It is random, positive, and 63 bits wide;
// zero means "none".
type ID int64

// Crockford's base 32 leaves out i, l, o and u, so that an id can be read aloud
// and typed from paper (https://www.crockford.com/base32.html).
const idDigits = "0123456789abcdefghjkmnpqrstvwxyz"

const idLength = 13

// String gives the id as 13 lower-case base-32 characters.
func (id ID) String() string {
	var b [idLength]byte
	v := uint64(id)
	for i := idLength - 1; i >= 0; i-- {
		b[i] = idDigits[v&31]
		v >>= 5
	}
	return string(b[:])
}

// ParseID reads what String gives, in either case and with spaces around it. It
// gives fault.Invalid for anything else, zero and overflow included.
func ParseID(s string) (ID, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if len(s) != idLength {
		return 0, fault.New(fault.Invalid, "read id")
	}
	var v uint64
	for i := range len(s) {
		d := strings.IndexByte(idDigits, s[i])
		if d < 0 || (i == 0 && d > 7) {
			return 0, fault.New(fault.Invalid, "read id")
		}
		v = v<<5 | uint64(d)
	}
	if v == 0 {
		return 0, fault.New(fault.Invalid, "read id")
	}
	return ID(v), nil
}

// MarshalJSON writes the id as a string, or "" for none.
func (id ID) MarshalJSON() ([]byte, error) {
	if id == 0 {
		return []byte(`""`), nil
	}
	return []byte(`"` + id.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes. It gives fault.Invalid.
func (id *ID) UnmarshalJSON(raw []byte) error {
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		return fault.New(fault.Invalid, "read id")
	}
	if s == "" {
		*id = 0
		return nil
	}
	v, err := ParseID(s)
	*id = v
	return err
}

// MarshalText lets an ID be a key of a JSON object. Zero names no record, so
// nothing can be kept under it: UnmarshalText refuses it.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText writes. It gives fault.Invalid.
func (id *ID) UnmarshalText(raw []byte) error {
	v, err := ParseID(string(raw))
	*id = v
	return err
}
