package core

import (
	"slices"

	"aftershift/internal/journal"
)

// withThemes gives all with themes of those names for which it has none yet. A name that
// can't be one is left out.
func withThemes(all journal.Themes, names []string) journal.Themes {
	for _, name := range names {
		if more, _, err := all.Add(name); err == nil {
			all = more
		}
	}
	return all
}

// DropThemes takes out those of made that are as they were made, and that no entry has,
// nor another theme stands under or for. It gives the errors of Library.Save.
func (d Core) DropThemes(made journal.Themes) error {
	if len(made) == 0 {
		return nil
	}
	d.saving.Lock()
	defer d.saving.Unlock()
	used := map[journal.ThemeID]bool{}
	for _, o := range slices.Concat(d.library.Overviews(), d.library.Trash()) {
		for _, id := range o.Themes {
			used[id] = true
		}
	}
	all := d.Themes()
	for _, t := range all {
		used[t.Under], used[t.Into] = true, true
	}
	left := slices.DeleteFunc(all, func(t journal.Theme) bool { return slices.Contains(made, t) && !used[t.ID] })
	return d.keepThemes(left)
}
