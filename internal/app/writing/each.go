package writing

import (
	"slices"

	"aftershift/internal/journal"
)

// TagEach gives every entry a theme, or takes it away from every one, as one step,
// and gives how many it changed. A theme that was merged is meant as what stands for
// it. An entry that has as many themes as it takes is left as it is. It gives the
// errors of RemarkEach.
func (d *Desk) TagEach(ids []journal.ID, theme journal.ThemeID, on bool) (int, error) {
	all := d.Themes()
	theme = all.Resolve(theme)
	return d.RemarkEach(ids, "undo.tag_each", func(e *journal.Entry) bool {
		has := func(id journal.ThemeID) bool { return all.Resolve(id) == theme }
		switch there := slices.ContainsFunc(e.Themes, has); {
		case there == on || on && len(e.Themes) >= journal.MaxThemes:
			return false
		case on:
			e.Themes = append(slices.Clone(e.Themes), theme)
		default:
			e.Themes = slices.DeleteFunc(slices.Clone(e.Themes), has)
		}
		return true
	})
}

// FlagEach says of every entry whether and when it is brought to supervision, as one
// step, and gives how many it changed. What is urgent stays so where journal.Next is
// asked for. Kinds: those of TagEach.
func (d *Desk) FlagEach(ids []journal.ID, flag journal.Flag) (int, error) {
	return d.RemarkEach(ids, "undo.flag_each", func(e *journal.Entry) bool {
		if e.Flag == flag || e.Flag == journal.Urgent && flag == journal.Next {
			return false
		}
		e.Flag = flag
		return true
	})
}

// DeleteEach puts entries into the trash as one step, and gives how many. Kinds:
// those of TagEach.
func (d *Desk) DeleteEach(ids []journal.ID) (int, error) {
	now := d.Now()
	return d.RemarkEach(ids, "undo.delete_each", func(e *journal.Entry) bool {
		if e.Trashed != nil {
			return false
		}
		e.Trashed, e.Flag = &now, journal.NoFlag
		return true
	})
}
