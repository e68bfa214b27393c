package session

import (
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// AddAction adds an action under the item in view.
func (p *presenter) AddAction(a supervision.Action) {
	a.Session, a.Item = p.session, p.state.At
	if it := p.state.Item(); it.ID != 0 {
		a.Entries = it.Entries
	}
	p.act("", func() error { _, err := p.book.SaveAction(a); return err }, nothing)
}

// SaveAction changes an action.
func (p *presenter) SaveAction(a supervision.Action) {
	p.act("session.done.action", func() error { _, err := p.book.SaveAction(a); return err }, nothing)
}

// SetDone marks an action as done, or takes that back.
func (p *presenter) SetDone(id journal.ID, done bool) {
	p.act("", func() error {
		if done {
			return p.book.DoneAction(id, "")
		}
		return p.book.ReopenAction(id)
	}, nothing)
}

// Worked says of a done action whether it worked.
func (p *presenter) Worked(id journal.ID, worked supervision.Worked) {
	p.act("", func() error { return p.book.DidItWork(id, worked) }, nothing)
}

// GiveUp drops an action and says why.
func (p *presenter) GiveUp(id journal.ID, reason string) {
	p.act("session.done.given_up", func() error { return p.book.GiveUpAction(id, reason) }, nothing)
}

// SetRecorded says whether a decision of an earlier session is in the case
// record.
func (p *presenter) SetRecorded(u supervision.Unrecorded, done bool) {
	p.act("", func() error { return p.book.MarkInCaseRecord(u.Item, u.Session, done) }, nothing)
}
