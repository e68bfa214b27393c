package app

import (
	"aftershift/internal/app/keeping"
	"aftershift/internal/words"
)

// IsWhole reports whether there is a readable full export at path, and gives the file to read.
func IsWhole(path string) (string, bool) { return keeping.IsWhole(path) }

// IsLocked reports whether there is a file at path, or in the folder of a full export,
// that a passphrase opens, and gives the file to read.
func IsLocked(path string) (string, bool) { return keeping.IsLocked(path) }

// SayBrought says line by line what bringing in another copy of the journal does.
func SayBrought(w *words.Catalog, b Brought) []string {
	if b.None() {
		return []string{w.T("brought.none")}
	}
	var lines []string
	for _, part := range []struct {
		key string
		n   int
	}{
		{"brought.entries", len(b.Entries)},
		{"brought.newer", len(b.Newer)},
		{"brought.earlier", b.Earlier},
		{"brought.records", b.Records},
		{"brought.changed", b.Changed},
		{"brought.left", b.Left},
		{"brought.gone", len(b.Gone)},
	} {
		if part.n > 0 {
			lines = append(lines, w.N(part.key, part.n))
		}
	}
	return lines
}
