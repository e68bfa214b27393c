package supervision

import "aftershift/internal/fault"

// AddRelationship adds r. It gives fault.Invalid when r isn't valid and
// fault.Conflict when its id is in use.
func AddRelationship(r Relationship) Op {
	return operation("undo.add_relationship", func(e *draft) {
		r.Archived = false
		e.add(r)
	})
}

// EditRelationship replaces what is known of a relationship; whether it is
// archived, and since when it is known, stay. It gives fault.NotFound or fault.Invalid.
func EditRelationship(r Relationship) Op {
	return operation("undo.edit_relationship", func(e *draft) {
		is := e.relationship(r.ID)
		r.Archived, r.Since = is.Archived, is.Since
		e.put(r)
	})
}

// Archive puts a relationship away; its sessions and actions stay. It gives
// fault.NotFound, and fault.Conflict while a session with it is planned or open.
func Archive(id ID) Op {
	return operation("undo.archive_relationship", func(e *draft) {
		r := e.relationship(id)
		for s := range each[Session](e.on) {
			e.demand(s.With != id || !s.Live(), fault.Conflict, "archive relationship: sessions are planned")
		}
		r.Archived = true
		e.put(r)
	})
}

// Restore takes a relationship out of the archive. It gives fault.NotFound.
func Restore(id ID) Op {
	return operation("undo.restore_relationship", func(e *draft) {
		r := e.relationship(id)
		r.Archived = false
		e.put(r)
	})
}

// available fails unless with is 0 or a relationship that isn't archived.
func (e *draft) available(with ID) {
	if with == 0 {
		return
	}
	e.demand(!e.relationship(with).Archived, fault.Conflict, "find relationship: archived")
}
