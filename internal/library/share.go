package library

import (
	"aftershift/internal/copies"
	"aftershift/internal/journal"
)

// SharedCopy is a line of the register of what left the journal.
type SharedCopy = copies.SharedCopy

// SharedCopies gives the register, newest first.
func (l *Library) SharedCopies() []SharedCopy { return copies.SharedCopies(l.Board()) }

// PutSharedCopy adds a line to the register, or changes the one with its ID. It
// gives fault.Invalid for one that breaks a rule, and the errors of Change.
func (l *Library) PutSharedCopy(s SharedCopy) error {
	_, err := l.Change(copies.Enter(s))
	return err
}

// DropSharedCopy takes a line out of the register, of a file that was not written.
// Kinds: those of Change.
func (l *Library) DropSharedCopy(id journal.ID) error {
	_, err := l.Change(copies.Strike(id))
	return err
}
