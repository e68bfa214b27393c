package learning

import (
	"cmp"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/learning"
	"aftershift/internal/supervision"
)

// Competences is the map of a set of competences, and the milestone to come.
type Competences struct {
	Pack      learning.Pack // ID "": none in use
	Rows      []learning.Row
	Next      learning.MilestoneAt // ID "": none to come
	Milestone learning.Pack        // ID "": none in use
	Today     journal.Date
}

// Thin returns the competences with little to show.
func (c Competences) Thin() []learning.Row {
	return slices.DeleteFunc(slices.Clone(c.Rows), func(r learning.Row) bool { return !r.Thin(c.Today) })
}

// Competences returns how much evidence there is for each competence of the set in use.
func (d *Desk) Competences() (c Competences) {
	c.Today = d.Today()
	var chosen learning.Choice
	if c.Milestone, chosen, _ = d.Pack(learning.ForMilestones); c.Milestone.ID != "" {
		c.Next, _ = learning.NextMilestone(c.Milestone, chosen.Since, c.Today)
	}
	c.Pack, _, _ = d.Pack(learning.ForCompetences)
	c.Rows = learning.MapOf(c.Pack, learning.AllEvidence(d.Library().Board(), c.Pack.ID))
	return c
}

// EvidenceFor returns the evidence for one competence of the set in use, the latest
// first; "" for all.
func (d *Desk) EvidenceFor(domain string) []learning.Evidence {
	set, _, _ := d.Pack(learning.ForCompetences)
	all := learning.AllEvidence(d.Library().Board(), set.ID)
	all = slices.DeleteFunc(all, func(v learning.Evidence) bool { return domain != "" && v.Domain != domain })
	slices.SortStableFunc(all, func(x, y learning.Evidence) int { return cmp.Compare(y.On, x.On) })
	return all
}

// AddEvidence says that something shows a competence of the set in use. What is said
// already is left as it is. It gives fault.NotFound where there is no such competence
// or thing, and fault.Invalid; it can be undone.
func (d *Desk) AddEvidence(v learning.Evidence) (journal.ID, error) {
	set, _, _ := d.Pack(learning.ForCompetences)
	if !slices.ContainsFunc(set.Domains, func(n learning.Named) bool { return n.ID == v.Domain }) {
		return 0, fault.New(fault.NotFound, "add evidence: competence")
	}
	if v.Set = set.ID; v.On == "" {
		v.On = d.dayOf(v)
	}
	if _, there := d.entry(v.Entry); v.Entry != 0 && !there {
		return 0, fault.New(fault.NotFound, "add evidence: entry")
	}
	for _, there := range d.EvidenceFor(v.Domain) {
		if v.Same(there) {
			return there.ID, nil
		}
	}
	return d.Make(func(id journal.ID) supervision.Op {
		v.ID = id
		return learning.AddEvidence(v)
	})
}

// dayOf returns the day that evidence is of: that of what it is, else today.
func (d *Desk) dayOf(v learning.Evidence) journal.Date {
	b := d.Library().Board()
	switch {
	case v.Entry != 0:
		if o, there := d.entry(v.Entry); there {
			return o.Date
		}
	case v.Piece != 0:
		if p, err := d.Piece(v.Piece); err == nil {
			return p.Date
		}
	case v.Item != 0:
		it, _ := b.Item(v.Item) // checked where it is added
		if s, err := b.Session(it.Session); err == nil {
			return journal.DateOf(s.When())
		}
	}
	return d.Today()
}

// RemoveEvidence takes evidence away, not what it is of. It gives fault.NotFound, and
// can be undone.
func (d *Desk) RemoveEvidence(id journal.ID) error { return d.Change(learning.RemoveEvidence(id)) }

// Shown says what a piece of evidence is in words that may be shared: an entry by its
// title to share, or none.
func (d *Desk) Shown(v learning.Evidence) string {
	b := d.Library().Board()
	switch v.Kind() {
	case learning.FromEntry:
		o, _ := d.entry(v.Entry) // one that is deleted has no title
		return o.Share.Title
	case learning.FromItem:
		it, _ := b.Item(v.Item) // one that is lost has no title
		return it.Title
	case learning.FromPiece:
		p, _ := d.Piece(v.Piece) // the same
		return p.Title
	}
	return v.Feedback
}
