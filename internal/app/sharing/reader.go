package sharing

import (
	"aftershift/internal/app/core"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Reader gives for whom a paper is likely to be: for whom it was made last with the
// same person, or else the one that is usual.
func (d *Desk) Reader(p Paper, usual supervision.Audience) supervision.Audience {
	return d.Settings().ReaderOf(p.Name(), d.metWith(p), usual)
}

// TakeReader remembers for whom a paper is made that would be for usual, for the next
// one with the same person. It gives the errors of SetSettings.
func (d *Desk) TakeReader(p Paper, usual, a supervision.Audience) error {
	return d.KeepReader(core.Reader{Paper: p.Name(), With: d.metWith(p), Usual: usual, Audience: a})
}

// metWith gives the relationship that a paper is about; 0 for none.
func (d *Desk) metWith(p Paper) journal.ID {
	var session journal.ID
	switch p := p.(type) {
	case FactsPaper:
		return p.With
	case AgendaPaper:
		session = p.Session
	case RunSheet:
		session = p.Session
	case RecordPaper:
		session = p.Session
	}
	if s, err := d.Library().Board().Session(session); err == nil {
		return s.With
	}
	return 0
}
