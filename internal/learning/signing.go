package learning

import (
	"cmp"
	"maps"
	"slices"

	"aftershift/internal/supervision"
)

// Unsigned are weeks whose hours nobody has signed, by how long they wait.
type Unsigned struct {
	Fresh   int // the present week
	Weeks   int // up to four weeks after its end
	Overdue int // longer
}

// UnsignedOf counts the weeks with hours that aren't signed.
func UnsignedOf(hours []Hours, today Date) (u Unsigned) {
	waiting := map[Date]bool{}
	for _, h := range hours {
		if h.Signed == "" && h.Minutes > 0 {
			waiting[h.Week] = true
		}
	}
	for week := range waiting {
		switch days := week.DaysUntil(today); {
		case days < 7:
			u.Fresh++
		case days <= 7+28:
			u.Weeks++
		default:
			u.Overdue++
		}
	}
	return u
}

// Signing is how the sheets of one supervisor stand: what has to be whole before
// they leave.
type Signing struct {
	With     ID   // 0: hours with nobody named
	Minutes  int  // logged with them
	Weeks    int  // with hours
	ToSign   int  // of them not signed
	Oldest   Date // the oldest of those
	Unkept   int  // weeks signed without saying where the sheet is
	Archived bool // they left
}

// SigningOf returns how the sheets of each supervisor stand, those with the most
// waiting first.
func SigningOf(b *supervision.Board, hours []Hours) []Signing {
	by := map[ID]*Signing{}
	weeks := map[ID]map[Date]bool{} // of each, and whether all of a week is signed
	kept := map[ID]map[Date]bool{}
	for _, h := range hours {
		s := by[h.With]
		if s == nil {
			r, _ := b.Relationship(h.With) // nobody, or somebody whose record is lost
			s = &Signing{With: h.With, Archived: r.Archived}
			by[h.With], weeks[h.With], kept[h.With] = s, map[Date]bool{}, map[Date]bool{}
		}
		s.Minutes += h.Minutes
		signed, seen := weeks[h.With][h.Week]
		weeks[h.With][h.Week] = h.Signed != "" && (signed || !seen)
		keeps, seen := kept[h.With][h.Week]
		kept[h.With][h.Week] = h.KeptAt != "" && (keeps || !seen)
	}
	all := make([]Signing, 0, len(by))
	for id, s := range by {
		for _, week := range slices.Sorted(maps.Keys(weeks[id])) {
			s.Weeks++
			switch {
			case !weeks[id][week]:
				s.ToSign++
				s.Oldest = cmp.Or(s.Oldest, week)
			case !kept[id][week]:
				s.Unkept++
			}
		}
		all = append(all, *s)
	}
	slices.SortFunc(all, func(x, y Signing) int {
		return cmp.Or(y.ToSign-x.ToSign, y.Minutes-x.Minutes, cmp.Compare(x.With, y.With))
	})
	return all
}

// Sheet returns the lines of a supervisor from one day to another, oldest first: what
// they sign. 0 is everybody's.
func Sheet(hours []Hours, with ID, from, until Date) []Hours {
	lines := slices.DeleteFunc(slices.Clone(hours), func(h Hours) bool {
		return with != 0 && h.With != with || h.Week.AddDays(6) < from || h.Week > until || h.Minutes == 0
	})
	slices.SortStableFunc(lines, func(x, y Hours) int {
		return cmp.Or(cmp.Compare(x.Week, y.Week), slices.Index(HoursKinds(), x.Kind)-slices.Index(HoursKinds(), y.Kind), cmp.Compare(x.ID, y.ID))
	})
	return lines
}
