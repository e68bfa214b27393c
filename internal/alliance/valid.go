package alliance

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// most bounds how many parts one record has: looks back at a goal, days on which an
// agreement was looked at, themes of a practice.
const most = 100

// rule is one thing that must hold, and how to say that it doesn't.
type rule struct {
	holds bool
	op    string
}

// firstBroken returns fault.Invalid for the first rule that doesn't hold.
func firstBroken(rules ...rule) error {
	for _, r := range rules {
		if !r.holds {
			return fault.New(fault.Invalid, r.op)
		}
	}
	return nil
}

func line(s string) bool { return short(s, supervision.MaxLine) && !strings.ContainsAny(s, "\r\n") }
func text(s string) bool { return short(s, supervision.MaxText) }
func said(s string) bool { return !journal.Blank(s) }
func day(d Date) bool    { return d == "" || d.Validate() == nil }

func short(s string, n int) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= n && !strings.ContainsRune(s, 0)
}

// known reports whether every value is among all, each once.
func known[T ~string](values, all []T) bool {
	for i, v := range values {
		if !slices.Contains(all, v) || slices.Contains(values[:i], v) {
			return false
		}
	}
	return true
}

// rising reports whether days are real and none is before the one that it follows.
func rising(days []Date) bool {
	return len(days) <= most && slices.IsSorted(days) && !slices.ContainsFunc(days, func(d Date) bool { return d.Validate() != nil })
}
