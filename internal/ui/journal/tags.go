package journal

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/line"
)

// Tag gives the entry what a line said, with a theme or "" for none, as one step
// that is saved at once with the text.
func (w *writer) Tag(t line.Tags, theme journal.ThemeID) {
	w.mark("undo.tags", 0, func(e *journal.Entry) {
		if _, given := t.Hit.Value(); given {
			e.Impact.Hit = t.Hit
		}
		if _, given := t.Carrying.Value(); given {
			e.Rate(t.Carrying, w.today())
		}
		if t.Flag != journal.NoFlag {
			e.Flag = t.Flag
		}
		if theme != "" && !slices.Contains(e.Themes, theme) && len(e.Themes) < journal.MaxThemes {
			e.Themes = append(slices.Clone(e.Themes), theme)
		}
	})
}

// TagNew is Tag with a theme that is made first.
func (w *writer) TagNew(t line.Tags) {
	w.makeTheme(t.Theme, func(id journal.ThemeID) { w.Tag(t, id) })
}
