package journal

import (
	"slices"
	"strconv"
	"strings"

	"aftershift/internal/journal"
)

// tags are what one typed line says of an entry: numbers, a flag and a theme.
// What it doesn't say stays as it is.
type tags struct {
	hit, carrying journal.Level
	flag          journal.Flag
	theme         string // as it was typed
}

// readTags reads a line such as "7 4 court !": how hard it hit and how much is
// still carried, from 0 to 10, where "-" passes one over; a theme; and "!" for the
// next supervision, "!!" for before then. Numbers behind a word belong to the theme.
func readTags(line string) tags {
	var t tags
	var theme []string
	places := []*journal.Level{&t.hit, &t.carrying}
	for _, word := range strings.Fields(line) {
		n, err := strconv.Atoi(word)
		first := len(theme) == 0 && len(places) > 0
		switch {
		case word == "!":
			t.flag = journal.Next
		case word == "!!":
			t.flag = journal.Urgent
		case first && word == "-":
			places = places[1:]
		case first && err == nil && n >= 0 && n <= 10:
			*places[0] = journal.LevelOf(n)
			places = places[1:]
		default:
			theme = append(theme, word)
		}
	}
	t.theme = strings.Join(theme, " ")
	return t
}

// Tag gives the entry what a line said, with a theme or "" for none, as one step
// that is saved at once with the text.
func (w *writer) Tag(t tags, theme journal.ThemeID) {
	w.mark("undo.tags", 0, func(e *journal.Entry) {
		if _, given := t.hit.Value(); given {
			e.Impact.Hit = t.hit
		}
		if _, given := t.carrying.Value(); given {
			e.Rate(t.carrying, w.today())
		}
		if t.flag != journal.NoFlag {
			e.Flag = t.flag
		}
		if theme != "" && !slices.Contains(e.Themes, theme) && len(e.Themes) < journal.MaxThemes {
			e.Themes = append(slices.Clone(e.Themes), theme)
		}
	})
}

// TagNew is Tag with a theme that is made first.
func (w *writer) TagNew(t tags) {
	w.makeTheme(t.theme, func(id journal.ThemeID) { w.Tag(t, id) })
}
