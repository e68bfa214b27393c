package keeping

import (
	"context"
	"slices"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// SetHold begins or ends a hold: while it lasts nothing is deleted for good, neither
// entries nor backups. It gives the errors of SetSettings.
func (d *Desk) SetHold(on bool) error {
	return d.SetSettings(func(s *core.Settings) {
		switch {
		case !on:
			s.Hold = time.Time{}
		case s.Hold.IsZero():
			s.Hold = d.Now()
		}
	})
}

// LogRequest notes what was asked for, by whom, and what was given. It gives
// fault.Invalid for a request that says nothing, and the errors of SetSettings.
func (d *Desk) LogRequest(asked, given string) error {
	if journal.Blank(asked) || len(asked)+len(given) > journal.MaxNote {
		return fault.New(fault.Invalid, "note request")
	}
	return d.SetSettings(func(s *core.Settings) {
		s.Requests = append(slices.Clone(s.Requests), core.Request{On: d.Today(), Asked: asked, Given: given})
	})
}

// DueForReview gives the entries that are older than Settings.ReviewMonths and weren't
// looked at since, the oldest first; none where that is 0.
func (d *Desk) DueForReview() []journal.Overview {
	s := d.Settings()
	if s.ReviewMonths == 0 {
		return nil
	}
	before := journal.DateOf(d.Now().AddDate(0, -s.ReviewMonths, 0))
	var due []journal.Overview
	for _, o := range slices.Backward(d.Library().Overviews()) {
		if o.Date < before && s.Reviewed[o.ID] < before {
			due = append(due, o)
		}
	}
	return due
}

// KeepReviewed notes that an entry was looked at and stays. It gives the errors of
// SetSettings.
func (d *Desk) KeepReviewed(id journal.ID) error {
	return d.SetSettings(func(s *core.Settings) {
		reviewed := map[journal.ID]journal.Date{id: d.Today()}
		for other, on := range s.Reviewed {
			if _, stands := d.Library().Overview(other); stands && other != id {
				reviewed[other] = on
			}
		}
		s.Reviewed = reviewed
	})
}

// Distil keeps of an entry what was learned, with its day and its themes, as an entry
// of its own, and puts the entry into the trash, from which its detail goes for good.
// Until then one undo brings it back. It gives fault.Invalid where nothing was learned,
// fault.Conflict while a hold lasts, fault.NotFound, and the errors of saving.
func (d *Desk) Distil(id journal.ID, learned string) error {
	if journal.Blank(learned) {
		return fault.New(fault.Invalid, "distil: nothing to keep")
	}
	if d.Held() {
		return fault.As(fault.Conflict, "distil", core.ErrHeld)
	}
	old, _, err := d.Latest(id)
	if err != nil {
		return fault.Wrap("distil", err)
	}
	kept, err := d.distil(old, learned)
	if err != nil {
		return fault.Wrap("distil", err)
	}
	d.Did("undo.distil", func() error { return d.undistil(old, kept) }, func() (err error) {
		kept, err = d.distil(old, learned)
		return err
	})
	return nil
}

func (d *Desk) distil(old journal.Entry, learned string) (journal.Entry, error) {
	id, err := d.Library().NewID()
	if err != nil {
		return journal.Entry{}, err
	}
	e := journal.New(id, journal.QuickNote, d.Now())
	e.Date, e.Written, e.Themes, e.Revision = old.Date, old.Written, slices.Clone(old.Themes), 1
	e.Sections[0].Text = learned
	if err := d.Library().SaveNew(context.Background(), []journal.Entry{e}, nil); err != nil {
		return e, err
	}
	now := d.Now()
	if err := d.Remark(old.ID, "", func(e *journal.Entry) { e.Trashed, e.Flag = &now, journal.NoFlag }); err != nil {
		_, _ = d.Library().Purge(context.Background(), e.ID) // err says what went wrong first
		return e, err
	}
	d.Knows(e)
	return e, nil
}

// undistil takes out what was kept, unless it was written on since, and brings back
// what it was made of.
func (d *Desk) undistil(old, kept journal.Entry) error {
	now, stands := d.Library().Overview(kept.ID)
	if _, there := d.Library().Overview(old.ID); !there || stands && !now.Updated.Equal(kept.Updated) {
		return fault.New(fault.Conflict, "take distilling back")
	}
	err := d.Remark(old.ID, "", func(e *journal.Entry) { e.Trashed, e.Flag = nil, old.Flag })
	if err != nil {
		return err
	}
	_, err = d.Library().Purge(context.Background(), kept.ID)
	d.Texts().Remove(kept.ID)
	d.Tell(core.Event{Kind: core.EntryGone, ID: kept.ID})
	return err
}
