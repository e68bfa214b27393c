package sessions

import (
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// SaveRelationship adds somebody one has supervision with (ID 0), or changes
// what is known of them. It gives the id and fault.Invalid or fault.NotFound,
// and can be undone.
func (d *Desk) SaveRelationship(r supervision.Relationship) (journal.ID, error) {
	r.Name = strings.Join(strings.Fields(r.Name), " ")
	return d.EditOrMake(r.ID, supervision.EditRelationship(r), func(id journal.ID) supervision.Op {
		r.ID, r.Since = id, d.Today()
		return supervision.AddRelationship(r)
	})
}

// ArchiveRelationship puts somebody away with whom there is no supervision any
// more, or takes them back. What was agreed with them stays. It gives
// fault.NotFound, and fault.Conflict while a session with them is planned; it
// can be undone.
func (d *Desk) ArchiveRelationship(id journal.ID, away bool) error {
	if away {
		return d.Change(supervision.Archive(id))
	}
	return d.Change(supervision.Restore(id))
}

// CadenceMonths is the time over which sessions are counted.
const CadenceMonths = 6

// Support is somebody one has supervision with, and how the sessions with them
// went over the last CadenceMonths: facts, without a judgement.
type Support struct {
	supervision.Relationship
	Cadence supervision.Cadence
	Parked  []supervision.AgendaItem // kept for them, by id
	After   string                   // who comes after one put away, "" for nobody yet
}

// Network gives everybody one has supervision with, those put away last, else
// by name.
func (d *Desk) Network() (all []Support) {
	from, today := d.CountedFrom(), d.Today()
	b := d.Library().Board()
	var away []Support
	for _, r := range b.Relationships() {
		c, _ := b.Cadence(r.ID, from, today) // it was listed a moment ago
		after, _ := b.Relationship(b.After(r.ID))
		if s := (Support{r, c, b.ParkedFor(supervision.Lot{With: r.ID}), after.Name}); r.Archived {
			away = append(away, s)
		} else {
			all = append(all, s)
		}
	}
	all = append(all, away...)
	return all
}

// CountedFrom gives the first day of the last CadenceMonths.
func (d *Desk) CountedFrom() journal.Date {
	return journal.DateOf(d.Now().AddDate(0, -CadenceMonths, 1))
}
