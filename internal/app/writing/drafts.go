package writing

import (
	"errors"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// KeepDrafts makes what was being written when the program stopped a saved
// version of its entry; the version before stays in its history. A draft of an
// entry that can't be read stays a draft. It gives those errors of Save that are
// not about a single record, as for a full disk.
func (d *Desk) KeepDrafts() error {
	for _, id := range d.Library().Drafts() {
		e, err := d.Library().Draft(id)
		if unreadable(err) {
			continue
		}
		if err != nil {
			return err
		}
		if e.Empty() {
			if err := d.Library().DropDraft(id); err != nil {
				return err
			}
			continue
		}
		switch err := d.keepDraft(e); {
		case unreadable(err):
			continue
		case err != nil:
			return err
		}
		d.recovered = append(d.recovered, e.ID)
	}
	return nil
}

// unreadable tells whether err is about a record that can't be read here.
func unreadable(err error) bool {
	return errors.Is(err, fault.Damaged) || errors.Is(err, fault.Tampered) || errors.Is(err, fault.NewerFormat)
}

// keepDraft saves a draft. Where a mark in it breaks a rule, its words are kept
// with the marks that the entry had, and what is too long even so stays a draft:
// a draft must not keep anybody from their journal.
func (d *Desk) keepDraft(e journal.Entry) error {
	_, err := d.Keep(e)
	if !errors.Is(err, fault.Invalid) {
		return err
	}
	words, err := d.Library().Entry(e.ID)
	if errors.Is(err, fault.NotFound) {
		words, err = journal.New(e.ID, e.Template, d.Now()), nil
		words.Sections = journal.Switch(nil, d.Template(e.Template))
	}
	if err != nil {
		return err
	}
	words.Title, words.Sections = journal.Excerpt(e.Title, journal.ExcerptRunes), e.Sections
	if _, err = d.Keep(words); errors.Is(err, fault.Invalid) {
		return nil
	}
	return err
}

// Recovered returns the entries that were being written when the program last
// stopped without closing the journal, and were kept.
func (d *Desk) Recovered() []journal.ID { return slices.Clone(d.recovered) }
