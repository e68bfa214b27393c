package library

import (
	"encoding/json"
	"slices"
	"time"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
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
	// Pending is where the file was about to be written, whole path, until that is
	// known to be done. A line that keeps it tells of a program that ended between.
	Pending string `json:"pending,omitempty"`
}

// known reports whether a line is of a kind, a format and for an audience that this
// version knows.
func (s SharedCopy) known() bool {
	return slices.Contains([]string{"agenda", "run_sheet", "record", "entries", "facts", "calendar"}, s.Kind) &&
		slices.Contains([]string{"pdf", "text", "ics"}, s.Format) &&
		(s.Audience == "" || slices.Contains(supervision.Audiences(), supervision.Audience(s.Audience)))
}

// SharedCopies gives the register, newest first.
func (l *Library) SharedCopies() []SharedCopy {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return append([]SharedCopy(nil), l.shares...)
}

// PutSharedCopy adds a line to the register, or changes the one with its ID.
func (l *Library) PutSharedCopy(s SharedCopy) error {
	return l.write(func(tx *vault.Tx) error {
		body, err := encode(s)
		if err == nil {
			body, err = carry(s, l.foreign[vault.ID(s.ID)], body)
		}
		if err != nil {
			return err
		}
		return putObject(tx, vault.ID(s.ID), shareKind, json.RawMessage(body))
	}, func() {
		if at := l.shareAt(s.ID); at >= 0 {
			l.shares[at] = s
			return
		}
		l.shares = append([]SharedCopy{s}, l.shares...)
	})
}

// DropSharedCopy takes a line out of the register, of a file that was not written.
func (l *Library) DropSharedCopy(id journal.ID) error {
	_, err := l.step(nil, []journal.ID{id}, func(tx *vault.Tx) error {
		return tx.Delete(vault.Object, vault.ID(id))
	}, func() {
		if at := l.shareAt(id); at >= 0 {
			l.shares = slices.Delete(l.shares, at, at+1)
		}
	})
	return err
}

func (l *Library) shareAt(id journal.ID) int {
	return slices.IndexFunc(l.shares, func(s SharedCopy) bool { return s.ID == id })
}
