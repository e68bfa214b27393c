// Package valid says what every kind of record asks of its fields: the rules that
// must hold, and the limits on what is written into them.
package valid

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/fault"
)

// Limits on what a field holds.
const (
	MaxLine  = 300   // characters in a title, name or reason
	MaxText  = 20000 // characters in a longer text
	MaxLinks = 500   // ids of entries, items or corrections that one record names
)

// Rule is one thing that must hold.
type Rule struct {
	holds bool
	op    string
}

// That returns the rule that something holds; op is what is checked, as a fault
// names it.
func That(holds bool, op string) Rule { return Rule{holds, op} }

// First returns fault.Invalid for the first rule that doesn't hold, or nil.
func First(rules ...Rule) error {
	for _, r := range rules {
		if !r.holds {
			return fault.New(fault.Invalid, r.op)
		}
	}
	return nil
}

// Line reports whether s fits one line: MaxLine characters of text at most.
func Line(s string) bool { return Short(s, MaxLine) && !strings.ContainsAny(s, "\r\n") }

// Text reports whether s fits a longer field: MaxText characters of text at most.
func Text(s string) bool { return Short(s, MaxText) }

// Short reports whether s is text of most characters at the most.
func Short(s string, most int) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= most && !strings.ContainsRune(s, 0)
}

// Day reports whether d is empty or a day that there is.
func Day[D interface {
	~string
	Validate() error
}](d D) bool {
	return d == "" || d.Validate() == nil
}

// OneOf reports whether v is empty or among known.
func OneOf[T ~string](v T, known []T) bool { return v == "" || slices.Contains(known, v) }

// AllOf reports whether every value is among known, each once.
func AllOf[T ~string](values, known []T) bool {
	for i, v := range values {
		if v == "" || !slices.Contains(known, v) || slices.Contains(values[:i], v) {
			return false
		}
	}
	return true
}

// Links reports whether the ids are MaxLinks at most, none zero, none twice.
func Links[ID ~int64](ids []ID) bool {
	if len(ids) > MaxLinks {
		return false
	}
	for i, id := range ids {
		if id == 0 || slices.Contains(ids[:i], id) {
			return false
		}
	}
	return true
}
