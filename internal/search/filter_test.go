package search

import (
	"fmt"
	"slices"
	"testing"

	"aftershift/internal/journal"
)

func TestFilter_Match_each_field(t *testing.T) {
	o := journal.Overview{
		ID: 1, Date: "2026-03-10", Flag: journal.Next, Carrying: journal.LevelOf(6),
		Themes:     []journal.ThemeID{"carers", "child-protection/neglect"},
		CaseRecord: journal.CaseRecord{Belongs: true},
	}
	for _, c := range []struct {
		name   string
		filter Filter
		want   bool
	}{
		{"zero", Filter{}, true},
		{"theme", Filter{Theme: "carers"}, true},
		{"child theme", Filter{Theme: "child-protection/neglect"}, true},
		{"parent of a theme", Filter{Theme: "child-protection"}, true},
		{"sibling theme", Filter{Theme: "child-protection/missing"}, false},
		{"theme with the same beginning", Filter{Theme: "child"}, false},
		{"child of a plain theme", Filter{Theme: "carers/young"}, false},
		{"since the day", Filter{Since: "2026-03-10"}, true},
		{"since later", Filter{Since: "2026-03-11"}, false},
		{"until the day", Filter{Until: "2026-03-10"}, true},
		{"until earlier", Filter{Until: "2026-03-09"}, false},
		{"between", Filter{Since: "2026-03-01", Until: "2026-03-31"}, true},
		{"turned round", Filter{Since: "2026-03-31", Until: "2026-03-01"}, false},
		{"its flag", Filter{Flag: journal.Next}, true},
		{"another flag", Filter{Flag: journal.Urgent}, false},
		{"any flag", Filter{Flag: AnyFlag}, true},
		{"carrying as much", Filter{Carrying: 6}, true},
		{"carrying more", Filter{Carrying: 7}, false},
		{"to record", Filter{ToRecord: true}, true},
		{"all", Filter{"carers", "2026-01-01", "2026-12-31", AnyFlag, 1, true}, true},
		{"all but one", Filter{"carers", "2026-01-01", "2026-12-31", AnyFlag, 9, true}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.filter.Match(o); got != c.want {
				t.Errorf("%+v: %v, want %v", c.filter, got, c.want)
			}
		})
	}
}

func TestFilter_Match_entry_without_marks(t *testing.T) {
	o := journal.Overview{ID: 1, Date: "2026-03-10"}
	for _, f := range []Filter{{Flag: AnyFlag}, {Flag: journal.Next}, {Carrying: 1}, {ToRecord: true}, {Theme: "carers"}} {
		if f.Match(o) {
			t.Errorf("%+v lets an unmarked entry through", f)
		}
	}
	o.CaseRecord = journal.CaseRecord{Belongs: true, Done: true}
	if (Filter{ToRecord: true}).Match(o) {
		t.Error("facts that are in the record are not to be put there")
	}
}

func TestFilter_Span(t *testing.T) {
	var all []journal.Overview // newest first, two a day
	for day := 9; day > 0; day-- {
		o := journal.Overview{Date: journal.Date(fmt.Sprintf("2026-11-0%d", day))}
		all = append(all, o, o)
	}
	for _, since := range []journal.Date{"", "2026-10-30", "2026-11-01", "2026-11-04", "2026-11-09", "2027-01-01"} {
		for _, until := range []journal.Date{"", "2026-10-30", "2026-11-01", "2026-11-04", "2026-11-09", "2027-01-01"} {
			f := Filter{Since: since, Until: until}
			want := slices.DeleteFunc(slices.Clone(all), func(o journal.Overview) bool { return !f.Match(o) })
			if got := f.Span(all); len(got) != len(want) || len(got) > 0 && got[0].Date != want[0].Date {
				t.Errorf("from %q until %q: %d entries, want %d", since, until, len(got), len(want))
			}
		}
	}
}
