package library

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// SharedCopy is a line of the register of what left the journal.
type SharedCopy = supervision.SharedCopy

// SharedCopies gives the register, newest first.
func (l *Library) SharedCopies() []SharedCopy { return l.Board().SharedCopies() }

// PutSharedCopy adds a line to the register, or changes the one with its ID. It
// gives fault.Invalid for one that breaks a rule, and the errors of Change.
func (l *Library) PutSharedCopy(s SharedCopy) error {
	_, err := l.Change(supervision.EnterCopy(s))
	return err
}

// DropSharedCopy takes a line out of the register, of a file that was not written.
// Kinds: those of Change.
func (l *Library) DropSharedCopy(id journal.ID) error {
	_, err := l.Change(supervision.StrikeCopy(id))
	return err
}
