package app

import (
	"maps"
	"path"
	"slices"
	"strings"

	"aftershift/internal/app/moving"
	"aftershift/internal/words"
)

// Which day a time in UTC is about.
const (
	WhereIWas = moving.WhereIWas
	AsWritten = moving.AsWritten
)

// mostNamed is how many files are named on a line.
const mostNamed = 5

//words:prefix incoming.hidden.
//words:prefix incoming.skipped.

// SayIncoming says line by line what taking notes in comes to.
func SayIncoming(w *words.Catalog, t Told) []string {
	var lines []string
	say := func(key string, n int, names ...string) {
		switch {
		case n > 0 && names != nil:
			lines = append(lines, w.N(key, n, named(w, names)))
		case n > 0:
			lines = append(lines, w.N(key, n))
		}
	}
	say("incoming.entries", t.Entries)
	if t.Entries == 0 {
		lines = append(lines, w.T("incoming.none"))
	} else {
		lines = append(lines, w.T("incoming.days", t.From, t.To))
	}
	say("incoming.undated", len(t.Undated), t.Undated...)
	say("incoming.folders", len(t.Folders), t.Folders...)
	say("incoming.double", t.Double)
	say("incoming.beside", len(t.Beside), t.Beside...)
	say("incoming.left", len(t.Left), t.Left...)
	say("incoming.untagged", len(t.Untagged), t.Untagged...)
	for _, h := range slices.Sorted(maps.Keys(t.Hidden)) {
		say("incoming.hidden."+string(h), t.Hidden[h])
	}
	for _, why := range slices.Sorted(maps.Keys(t.Skipped)) {
		say("incoming.skipped."+string(why), len(t.Skipped[why]), t.Skipped[why]...)
	}
	return lines
}

// named gives the first names, and how many more there are.
func named(w *words.Catalog, names []string) string {
	short := make([]string, 0, mostNamed+1)
	for _, name := range names[:min(len(names), mostNamed)] {
		short = append(short, path.Base(name))
	}
	if more := len(names) - mostNamed; more > 0 {
		short = append(short, w.T("incoming.more", more))
	}
	return strings.Join(short, ", ")
}
