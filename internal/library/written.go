package library

import (
	"aftershift/internal/journal"
	"aftershift/internal/vault"
)

// AsWritten lets every entry that was being written be read as it was, in lists
// too: for a journal that is only looked at, where no draft is ever saved. It is
// called before anything else reads. A draft that can't be read stays out, as
// Asides says.
func (l *Library) AsWritten() {
	for _, id := range l.Drafts() {
		e, err := l.Draft(id)
		if err != nil || e.ID != id || e.Empty() {
			continue
		}
		l.mu.Lock()
		l.place(e.Overview())
		l.written[id] = true
		l.mu.Unlock()
	}
}

// tableOf gives where the text of an entry stands.
func (l *Library) tableOf(id journal.ID) vault.Table {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.written[id] {
		return vault.Draft
	}
	return vault.Details
}

// eachWritten calls fn with the drafts that are read as entries.
func (l *Library) eachWritten(fn func(journal.Entry) error) error {
	l.mu.RLock()
	ids := make([]journal.ID, 0, len(l.written))
	for id := range l.written {
		ids = append(ids, id)
	}
	l.mu.RUnlock()
	for _, id := range ids {
		e, err := l.Draft(id)
		if err == nil {
			err = fn(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
