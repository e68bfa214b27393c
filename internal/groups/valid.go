package groups

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
	MaxMembers   = 40     // of one group, those who left not counted
	MaxProcedure = 20_000 // characters of the text of an own run-sheet
	maxPhases    = 30
	maxSeconds   = 24 * 60 * 60
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
