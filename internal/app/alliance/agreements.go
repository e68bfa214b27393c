package alliance

import (
	"slices"
	"strings"

	"aftershift/internal/alliance"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Agreement returns an agreement, or fault.NotFound.
func (d *Desk) Agreement(id journal.ID) (alliance.Agreement, error) {
	return supervision.Find[alliance.Agreement](d.Library().Board(), id)
}

// Agreements returns what was agreed with somebody, the latest version first; 0 with
// anybody.
func (d *Desk) Agreements(with journal.ID) []alliance.Agreement {
	return alliance.Versions(d.Library().Board(), with)
}

// NewAgreement returns how the next version with somebody begins: as the one in force
// says, else with how sessions go already. Nothing is kept yet. It gives fault.NotFound.
func (d *Desk) NewAgreement(with journal.ID) (a alliance.Agreement, err error) {
	b := d.Library().Board()
	r, err := b.Relationship(with)
	if err != nil {
		return a, err
	}
	a.With, a.From, a.Review = with, d.Today(), alliance.NextReview(b, with, d.Today())
	a.CadenceDays, a.Minutes, a.Standing = r.CadenceDays, r.UsualMinutes, r.Standing
	if was, holds := alliance.InForce(b, with); holds {
		a.Clauses = slices.Clone(was.Clauses)
	}
	return a, nil
}

// SaveAgreement agrees on another version (ID 0), or changes one that isn't signed. It
// gives fault.Invalid, fault.NotFound, and fault.Conflict for somebody put away, for a
// version that begins before the latest, and for one that is signed, ended or not the
// latest; it can be undone.
func (d *Desk) SaveAgreement(a alliance.Agreement) (journal.ID, error) {
	for _, c := range slices.Clone(a.Clauses) {
		a = a.Saying(c.Term, strings.TrimSpace(c.Text))
	}
	return d.EditOrMake(a.ID, alliance.Amend(a), func(id journal.ID) supervision.Op {
		a.ID = id
		return alliance.Agree(a)
	})
}

// SignAgreement says on which day it was signed on paper. It gives fault.NotFound,
// fault.Invalid, and fault.Conflict for one that is signed or ended; it can be undone.
func (d *Desk) SignAgreement(id journal.ID, on journal.Date) error {
	return d.Change(alliance.Sign(id, on))
}

// LookAtAgreement says that it was looked at today and stays; the next look is a year
// away. It gives fault.NotFound, and fault.Conflict for what isn't in force; it can be
// undone.
func (d *Desk) LookAtAgreement(id journal.ID) error {
	a, err := d.Agreement(id)
	if err != nil {
		return err
	}
	return d.Change(alliance.Look(id, d.Today(), alliance.NextReview(d.Library().Board(), a.With, d.Today())))
}

// EndAgreement says that it ended today. It gives fault.NotFound, and fault.Conflict for
// one that had; it can be undone.
func (d *Desk) EndAgreement(id journal.ID) error {
	a, err := d.Agreement(id)
	if err != nil {
		return err
	}
	return d.Change(alliance.End(id, max(d.Today(), a.From)))
}

// DropAgreement takes a version away that isn't signed. It gives fault.NotFound, and
// fault.Conflict for one that is; it can be undone.
func (d *Desk) DropAgreement(id journal.ID) error { return d.Change(alliance.DropAgreement(id)) }
