package app

import (
	"strconv"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/words"
)

// EntryName says an entry by its title or, where it has none, by the day that it
// is about. It tells nothing of the text, so it can be shown where others look on.
//
//words:prefix journal.month.
func EntryName(w *words.Catalog, o journal.Overview) string {
	if title := strings.TrimSpace(o.Title); title != "" {
		return title
	}
	day := o.Date.Time()
	return w.T("journal.untitled", day.Day(), w.T("journal.month."+strconv.Itoa(int(day.Month()))), day.Year())
}
