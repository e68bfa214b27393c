package supervision

import "aftershift/internal/fault"

// AddRelationship adds r. It gives fault.Invalid when r isn't valid and
// fault.Conflict when its id is in use.
func (b *Board) AddRelationship(r Relationship) (Change, error) {
	e := b.edit("add_relationship")
	r.Archived = false
	e.add(r)
	return e.commit()
}

// EditRelationship replaces what is known of a relationship; whether it is
// archived, and since when it is known, stay. It gives fault.NotFound or fault.Invalid.
func (b *Board) EditRelationship(r Relationship) (Change, error) {
	e := b.edit("edit_relationship")
	is := e.relationship(r.ID)
	r.Archived, r.Since = is.Archived, is.Since
	e.put(r)
	return e.commit()
}

// Archive puts a relationship away; its sessions and actions stay. It gives
// fault.NotFound, and fault.Conflict while a session with it is planned or open.
func (b *Board) Archive(id ID) (Change, error) {
	e := b.edit("archive_relationship")
	r := e.relationship(id)
	for s := range each[Session](b) {
		e.demand(s.With != id || !s.Live(), fault.Conflict, "archive relationship: sessions are planned")
	}
	r.Archived = true
	e.put(r)
	return e.commit()
}

// Restore takes a relationship out of the archive. It gives fault.NotFound.
func (b *Board) Restore(id ID) (Change, error) {
	e := b.edit("restore_relationship")
	r := e.relationship(id)
	r.Archived = false
	e.put(r)
	return e.commit()
}

// available fails unless with is 0 or a relationship that isn't archived.
func (e *edit) available(with ID) {
	if with == 0 {
		return
	}
	e.demand(!e.relationship(with).Archived, fault.Conflict, "find relationship: archived")
}
