// Package line reads the one typed line that says all that is asked first of an entry.
package line

import (
	"slices"
	"strconv"
	"strings"

	"aftershift/internal/journal"
)

// Tags are what one typed line says of an entry: numbers, a flag and a theme.
// What it doesn't say stays as it is.
type Tags struct {
	Hit, Carrying journal.Level
	Flag          journal.Flag
	Theme         string // as it was typed
}

// Give gives e what t says, with a theme or "" for none; today is the day on which
// what is still carried was said.
func (t Tags) Give(e *journal.Entry, theme journal.ThemeID, today journal.Date) {
	if _, given := t.Hit.Value(); given {
		e.Impact.Hit = t.Hit
	}
	if _, given := t.Carrying.Value(); given {
		e.Rate(t.Carrying, today)
	}
	if t.Flag != journal.NoFlag {
		e.Flag = t.Flag
	}
	if theme != "" && !slices.Contains(e.Themes, theme) && len(e.Themes) < journal.MaxThemes {
		e.Themes = append(slices.Clone(e.Themes), theme)
	}
}

// Read reads a line such as "7 4 court !": how hard it hit and how much is
// still carried, from 0 to 10, where "-" passes one over; a theme; and "!" for the
// next supervision, "!!" for before then. Numbers behind a word belong to the theme.
func Read(line string) Tags {
	var t Tags
	var theme []string
	places := []*journal.Level{&t.Hit, &t.Carrying}
	for _, word := range strings.Fields(line) {
		n, err := strconv.Atoi(word)
		first := len(theme) == 0 && len(places) > 0
		switch {
		case word == "!":
			t.Flag = journal.Next
		case word == "!!":
			t.Flag = journal.Urgent
		case first && word == "-":
			places = places[1:]
		case first && err == nil && n >= 0 && n <= 10:
			*places[0] = journal.LevelOf(n)
			places = places[1:]
		default:
			theme = append(theme, word)
		}
	}
	t.Theme = strings.Join(theme, " ")
	return t
}
