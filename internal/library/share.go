package library

import (
	"encoding/json"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// SharedCopy is a line of the register of what left the journal: it can answer
// "what did you share, when, with whom?" without holding the words again.
type SharedCopy struct {
	ID       journal.ID   `json:"id"`
	At       time.Time    `json:"at"`
	Audience string       `json:"audience"`
	Kind     string       `json:"kind"`   // agenda, run_sheet, record, entries, facts, calendar
	Format   string       `json:"format"` // pdf, text, ics
	File     string       `json:"file"`   // the file's name, without its folder
	SHA256   string       `json:"sha256"`
	Masked   int          `json:"masked"` // findings masked
	Kept     int          `json:"kept"`   // findings kept by decision
	Entries  []journal.ID `json:"entries,omitempty"`
	Session  journal.ID   `json:"session,omitempty"`
	Private  bool         `json:"private,omitempty"` // private sections were included
}

// SharedCopies gives the register, newest first.
func (l *Library) SharedCopies() []SharedCopy {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return append([]SharedCopy(nil), l.shares...)
}

// AddSharedCopy adds a line to the register; its ID must be new.
func (l *Library) AddSharedCopy(s SharedCopy) error {
	return l.write(func(tx *vault.Tx) error {
		return putObject(tx, vault.ID(s.ID), shareKind, s)
	}, func() { l.shares = append([]SharedCopy{s}, l.shares...) })
}

func (l *Library) takeShare(body json.RawMessage) error {
	var s SharedCopy
	err := decode(body, &s)
	l.shares = append(l.shares, s)
	return err
}
