// Package line reads the one typed line that says all that is asked first of an entry.
package line

import (
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
