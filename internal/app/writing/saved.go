package writing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"aftershift/internal/app/core"
	"aftershift/internal/fault"
)

// Bounds of kept searches: they keep a mistake from growing the settings.
const (
	MaxSearches   = 100
	maxSearchName = 60 // characters
	maxQuery      = 2000
)

// SaveSearch keeps what is typed in the search under a name; one of the same name,
// whatever its case, is replaced. It can be undone. It gives fault.Invalid for a
// name or query that is empty or too long, and for more than MaxSearches.
func (d *Desk) SaveSearch(name, query string) error {
	name, query = strings.Join(strings.Fields(name), " "), strings.TrimSpace(query)
	if name == "" || query == "" || utf8.RuneCountInString(name) > maxSearchName || len(query) > maxQuery {
		return fault.New(fault.Invalid, "keep search")
	}
	return d.changeSearches("undo.search.keep", func(all []core.SavedSearch) ([]core.SavedSearch, error) {
		if at := named(all, name); at >= 0 {
			all[at] = core.SavedSearch{Name: name, Query: query}
			return all, nil
		}
		if len(all) >= MaxSearches {
			return nil, fault.New(fault.Invalid, "keep search: too many")
		}
		return append(all, core.SavedSearch{Name: name, Query: query}), nil
	})
}

// RenameSearch gives a kept search another name. It can be undone. It gives
// fault.NotFound where there is none of that name, fault.Invalid for a name that
// is empty or too long, and fault.Conflict for one that another search has.
func (d *Desk) RenameSearch(name, to string) error {
	to = strings.Join(strings.Fields(to), " ")
	if to == "" || utf8.RuneCountInString(to) > maxSearchName {
		return fault.New(fault.Invalid, "rename search")
	}
	return d.changeSearches("undo.search.rename", func(all []core.SavedSearch) ([]core.SavedSearch, error) {
		at, taken := named(all, name), named(all, to)
		switch {
		case at < 0:
			return nil, fault.New(fault.NotFound, "rename search")
		case taken >= 0 && taken != at:
			return nil, fault.New(fault.Conflict, "rename search")
		}
		all[at].Name = to
		return all, nil
	})
}

// RemoveSearch forgets a kept search. It can be undone. One that isn't there is
// passed over. It gives the errors of SetSettings.
func (d *Desk) RemoveSearch(name string) error {
	return d.changeSearches("undo.search.remove", func(all []core.SavedSearch) ([]core.SavedSearch, error) {
		if at := named(all, name); at >= 0 {
			all = slices.Delete(all, at, at+1)
		}
		return all, nil
	})
}

// named returns where the search of that name stands, or -1.
func named(all []core.SavedSearch, name string) int {
	return slices.IndexFunc(all, func(s core.SavedSearch) bool { return strings.EqualFold(s.Name, name) })
}

// changeSearches changes the kept searches and makes that a step.
func (d *Desk) changeSearches(label string, change func([]core.SavedSearch) ([]core.SavedSearch, error)) error {
	var before, after []core.SavedSearch
	var refused error
	err := d.SetSettings(func(s *core.Settings) {
		before = s.Searches
		if after, refused = change(slices.Clone(before)); refused == nil {
			s.Searches = after
		}
	})
	if refused != nil {
		err = refused
	}
	if err != nil || slices.Equal(before, after) {
		return err
	}
	d.Did(label, d.puttingSearches(after, before), d.puttingSearches(before, after))
	return nil
}

// puttingSearches returns a step that puts the searches in the place of those that
// were left.
func (d *Desk) puttingSearches(left, put []core.SavedSearch) func() error {
	return func() error {
		conflict := false
		err := d.SetSettings(func(s *core.Settings) {
			if conflict = !slices.Equal(s.Searches, left); !conflict {
				s.Searches = put
			}
		})
		if err == nil && conflict {
			err = fault.New(fault.Conflict, "put searches back")
		}
		return err
	}
}
