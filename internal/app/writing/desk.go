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
}

// New gives the desk for entries.
func New(c core.Core) *Desk { return &Desk{Core: c} }
