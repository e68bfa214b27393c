package supervision

import (
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/valid"
)

// Limits on what a record holds; Validate refuses more.
const (
	MaxLine    = valid.MaxLine
	MaxText    = valid.MaxText
	MaxLinks   = valid.MaxLinks
	MaxMinutes = 600 // minutes of an item or a session
	MaxCadence = 366 // days agreed between sessions
)

func minutes(n int) bool { return n >= 0 && n <= MaxMinutes }

// dayOf gives the calendar day of t in t's own zone; empty for the zero time.
func dayOf(t time.Time) Date {
	if t.IsZero() {
		return ""
	}
	return journal.DateOf(t)
}
