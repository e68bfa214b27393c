package groups

import "aftershift/internal/journal"

// Limits on what a record holds; Validate refuses more.
const (
	MaxMembers   = 40     // of one group, those who left not counted
	MaxProcedure = 20_000 // characters of the text of an own run-sheet
	maxPhases    = 30
	maxSeconds   = 24 * 60 * 60
)

func said(s string) bool { return !journal.Blank(s) }
