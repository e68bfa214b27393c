package journal

import (
	"slices"
	"strconv"

	"aftershift/internal/fault"
)

// Add gives the themes with one of this name, and that theme; where one has the
// name already, whatever its case, nothing is added. It gives fault.Invalid for a
// name that can't be one.
func (ts Themes) Add(name string) (Themes, Theme, error) {
	t, err := NewTheme(name)
	if err != nil {
		return ts, t, err
	}
	if there, found := ts.Named(t.Name); found {
		return ts, there, nil
	}
	slug := t.ID
	for n := 2; ts.at(t.ID) >= 0; n++ {
		there := ts[ts.at(ts.Resolve(t.ID))]
		if there.ID != t.ID || slugOf(there.Name) == slugOf(t.Name) { // merged, or the same but for signs
			return ts, there, nil
		}
		t.ID = slug + ThemeID("-"+strconv.Itoa(n)) // the theme of that id has another name by now
	}
	return append(slices.Clone(ts), t), t, nil
}

// Rename gives the themes with another name for one. It gives fault.NotFound where
// it isn't there, fault.Invalid for a name that can't be one, and fault.Conflict for
// one that another theme has.
func (ts Themes) Rename(id ThemeID, name string) (Themes, error) {
	named, err := NewTheme(name)
	if err != nil {
		return ts, err
	}
	if other, there := ts.Named(named.Name); there && other.ID != id {
		return ts, fault.New(fault.Conflict, "rename theme")
	}
	return ts.change(id, func(t *Theme) { t.Name = named.Name })
}

// Move gives the themes with one of the second level under another of the first. It
// gives fault.NotFound where either isn't there, and fault.Invalid for other levels.
func (ts Themes) Move(id, parent ThemeID) (Themes, error) {
	if parent != OwnThemes && ts.at(parent) < 0 {
		return ts, fault.New(fault.NotFound, "move theme")
	}
	if ts.ParentOf(id) == id || parent.Parent() != parent {
		return ts, fault.New(fault.Invalid, "move theme")
	}
	return ts.change(id, func(t *Theme) {
		if t.Under = parent; parent == id.Parent() {
			t.Under = ""
		}
	})
}

// Merge gives the themes with into standing for id, which stays as an alias: what
// names it, in an older backup too, comes back under into. It gives fault.NotFound
// where either isn't there, and fault.Invalid for a theme into itself, into what was
// merged into it, and for one of the first level, whose children would be left.
func (ts Themes) Merge(id, into ThemeID) (Themes, error) {
	if ts.at(into) < 0 {
		return ts, fault.New(fault.NotFound, "merge themes")
	}
	into = ts.Resolve(into)
	if into == id || ts.ParentOf(id) == id {
		return ts, fault.New(fault.Invalid, "merge themes")
	}
	return ts.change(id, func(t *Theme) { t.Into = into })
}

// Archive gives the themes with one offered no longer, or again; a first-level theme
// takes its children along. It gives fault.NotFound where it isn't there.
func (ts Themes) Archive(id ThemeID, archived bool) (Themes, error) {
	after, err := ts.change(id, func(t *Theme) { t.Archived = archived })
	for i, t := range after {
		if err == nil && t.ID != id && ts.ParentOf(t.ID) == id {
			after[i].Archived = archived
		}
	}
	return after, err
}

func (ts Themes) change(id ThemeID, change func(*Theme)) (Themes, error) {
	at := ts.at(id)
	if at < 0 {
		return ts, fault.New(fault.NotFound, "change theme")
	}
	after := slices.Clone(ts)
	change(&after[at])
	return after, nil
}

// With gives ts with each of kept in the place of the theme of its id, or behind.
func (ts Themes) With(kept Themes) Themes {
	all := slices.Clone(ts)
	for _, t := range kept {
		if at := all.at(t.ID); at >= 0 {
			all[at] = t
		} else {
			all = append(all, t)
		}
	}
	return all
}

// Beyond gives those of ts that are not in base, or are another there.
func (ts Themes) Beyond(base Themes) Themes {
	beyond := Themes{}
	for _, t := range ts {
		if at := base.at(t.ID); at < 0 || base[at] != t {
			beyond = append(beyond, t)
		}
	}
	return beyond
}
