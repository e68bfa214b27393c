package journal

import (
	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/line"
)

// Tag gives the entry what a line said, with a theme or "" for none, as one step
// that is saved at once with the text.
func (w *writer) Tag(t line.Tags, theme journal.ThemeID) {
	w.mark("undo.tags", 0, func(e *journal.Entry) { t.Give(e, theme, w.today()) })
}

// TagNew is Tag with a theme that is made first.
func (w *writer) TagNew(t line.Tags) {
	w.makeTheme(t.Theme, func(id journal.ThemeID) { w.Tag(t, id) })
}
