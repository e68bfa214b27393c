package supervision

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// Limits on what a record holds; Validate refuses more.
const (
	MaxLine    = 300   // characters in a title, name or reason
	MaxText    = 20000 // characters in a longer text
	MaxMinutes = 600   // minutes of an item or a session
	MaxLinks   = 500   // entries, items or corrections of one record
	MaxCadence = 366   // days agreed between sessions
)

// rule is one thing that must hold, and how to say that it doesn't.
type rule struct {
	holds bool
	op    string
}

// firstBroken gives fault.Invalid for the first rule that doesn't hold.
func firstBroken(rules ...rule) error {
	for _, r := range rules {
		if !r.holds {
			return fault.New(fault.Invalid, r.op)
		}
	}
	return nil
}

// oneOf says whether v is empty or among known.
func oneOf[T ~string](v T, known []T) bool { return v == "" || slices.Contains(known, v) }

// allOf says whether every value is among known, each once.
func allOf[T ~string](values, known []T) bool {
	for i, v := range values {
		if v == "" || !slices.Contains(known, v) || slices.Contains(values[:i], v) {
			return false
		}
	}
	return true
}

// line says whether s fits one line.
func line(s string) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= MaxLine && !strings.ContainsAny(s, "\r\n\x00")
}

// text says whether s fits a longer field.
func text(s string) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= MaxText && !strings.ContainsRune(s, 0)
}

func said(s string) bool { return !journal.Blank(s) }

func minutes(n int) bool { return n >= 0 && n <= MaxMinutes }

// links says whether the ids are few enough, none zero, none twice.
func links(ids []ID) bool {
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

// date says whether d is empty or a real day.
func date(d Date) bool { return d == "" || d.Validate() == nil }

// dayOf gives the calendar day of t in t's own zone; empty for the zero time.
func dayOf(t time.Time) Date {
	if t.IsZero() {
		return ""
	}
	return journal.DateOf(t)
}
