package learning

import "slices"

// Row is what there is for one competence.
type Row struct {
	Domain Named
	Count  map[EvidenceKind]int
	Last   Date // of the latest evidence; "" for none
}

// All returns how many pieces of evidence there are.
func (r Row) All() (n int) {
	for _, c := range r.Count {
		n += c
	}
	return n
}

// Thin reports whether there is little to show: less than two pieces of evidence, or
// none of the last half year. It says where to look, not how good somebody is.
func (r Row) Thin(today Date) bool {
	return r.All() < 2 || r.Last < addMonths(today, -6)
}

// MapOf returns a row for each competence of a set, in its order.
func MapOf(set Pack, evidence []Evidence) []Row {
	rows := make([]Row, len(set.Domains))
	for i, d := range set.Domains {
		rows[i] = Row{Domain: d, Count: map[EvidenceKind]int{}}
		for _, v := range evidence {
			if v.Domain == d.ID {
				rows[i].Count[v.Kind()]++
				rows[i].Last = max(rows[i].Last, v.On)
			}
		}
	}
	return rows
}

// MilestoneAt is a milestone and its day.
type MilestoneAt struct {
	Milestone
	On Date
}

// MilestonesOf returns the milestones of a portfolio that began on a day, in order.
func MilestonesOf(p Pack, since Date) []MilestoneAt {
	all := make([]MilestoneAt, len(p.Milestones))
	for i, m := range p.Milestones {
		all[i] = MilestoneAt{m, addMonths(since, m.Months)}
	}
	return all
}

// NextMilestone returns the first milestone that isn't over, and whether there is one.
func NextMilestone(p Pack, since, today Date) (MilestoneAt, bool) {
	all := MilestonesOf(p, since)
	i := slices.IndexFunc(all, func(m MilestoneAt) bool { return m.On >= today })
	if since == "" || i < 0 {
		return MilestoneAt{}, false
	}
	return all[i], true
}
