package core

import (
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/supervision"
)

// NewIDs draws n ids that no record has. It gives the errors of Library.NewID.
func (d Core) NewIDs(n int) ([]journal.ID, error) {
	ids := make([]journal.ID, n)
	for i := range ids {
		id, err := d.library.NewID()
		if err != nil {
			return nil, err
		}
		ids[i] = id
	}
	return ids, nil
}

// Change runs op, keeps it, makes it undoable and tells. It gives the errors of
// Library.Change and of op.
func (d Core) Change(op library.Op) error {
	c, err := d.library.Change(op)
	if err != nil || len(c.After) == 0 {
		return err
	}
	d.Did(c.Label, d.Applying(c.Inverse()), d.Applying(c))
	d.Tell(Event{Kind: SupervisionChanged})
	return nil
}

// Make is Change for what makes a record: op gets an id that no record has, which is
// given. It gives the errors of Library.NewID and of Change.
func (d Core) Make(op func(journal.ID) supervision.Op) (journal.ID, error) {
	id, err := d.library.NewID()
	if err != nil {
		return 0, err
	}
	return id, d.Change(op(id))
}

// EditOrMake is Change with edit for the record of an id, and Make with fresh for one of id 0.
// It gives the record's id.
func (d Core) EditOrMake(id journal.ID, edit library.Op, fresh func(journal.ID) supervision.Op) (journal.ID, error) {
	if id != 0 {
		return id, d.Change(edit)
	}
	return d.Make(fresh)
}

// Applying gives a step that makes a change which was made before, or its inverse,
// and tells. It gives the errors of Board.Apply and Library.Change.
func (d Core) Applying(c supervision.Change) func() error {
	return func() error {
		_, err := d.library.Change(c.Op())
		d.Tell(Event{Kind: SupervisionChanged})
		return err
	}
}

// Note keeps what is written on the board, without a step to undo. It gives the
// errors of Library.Change and of op.
func (d Core) Note(op library.Op) error {
	if _, err := d.library.Change(op); err != nil {
		return err
	}
	d.Tell(Event{Kind: SupervisionChanged})
	return nil
}
