package learning

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Limits on what a record holds; Validate refuses more.
const (
	MaxWeekMinutes = 7 * 24 * 60 // minutes of one line of a week
	MaxPack        = 60_000      // characters of the text of an own pack
	maxParts       = 50          // answers, corrections or competences of one record
)

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

func short(s string, most int) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= most && !strings.ContainsRune(s, 0)
}

// links reports whether ids are few enough, none zero, none twice.
func links(ids []ID) bool {
	for i, id := range ids {
		if id == 0 || slices.Contains(ids[:i], id) {
			return false
		}
	}
	return len(ids) <= supervision.MaxLinks
}

// known reports whether v is empty or one of all.
func known[T ~string](v T, all []T) bool { return v == "" || slices.Contains(all, v) }
