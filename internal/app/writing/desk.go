// Package writing is what a person does with entries: write, keep, find, take in
// what was written elsewhere, delete and take back.
package writing

import (
	"aftershift/internal/app/core"
	"aftershift/internal/journal"
)

// Desk is an open journal as far as entries go. Its methods may be called from any
// goroutine.
type Desk struct {
	core.Core
	recovered []journal.ID
	readDay   func(typed string) (journal.Date, error)
}

// New gives the desk for entries. readDay reads a day that one looks back on, as
// it is typed.
func New(c core.Core, readDay func(typed string) (journal.Date, error)) *Desk {
	return &Desk{Core: c, readDay: readDay}
}
