package backups

import (
	"fmt"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/ui/present"
)

// at says "Sunday 22 Nov, 18:30" in the computer's own time, with the year where
// it isn't this one.
func (p *Page) at(when time.Time) string {
	when = when.Local()
	return p.day(when) + ", " + present.Days{Words: p.frame.Words()}.Clock(when)
}

// day says "Sunday 22 Nov", with the year where it isn't this one.
func (p *Page) day(when time.Time) string {
	return present.Days{Words: p.words}.Long(when, p.frame.App().Now())
}

// row says when a backup was made, how large it is, and what sets it apart.
func (p *Page) row(b app.Backup) string {
	key := "backups.row"
	switch {
	case b.Ahead:
		key = "backups.row.ahead"
	case b.Earlier:
		key = "backups.row.earlier"
	}
	return p.words.T(key, p.at(b.At), size(b.Size))
}

// size says how large a file is, in powers of 1,000 as file managers do.
func size(bytes int64) string {
	if bytes < 1_000_000 {
		return fmt.Sprintf("%d kB", (bytes+999)/1000)
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/1e6)
}

// differs says line by line what a backup holds.
func (p *Page) differs(found app.Preview) []string {
	n := p.words.N
	lines := []string{n("backups.tried.sound", found.Records)}
	if found.Entries == 0 {
		lines = append(lines, p.words.T("backups.tried.empty"))
	} else {
		lines = append(lines, n("backups.tried.entries", found.Entries, p.day(found.Newest.Time())))
	}
	for _, d := range []struct {
		key   string
		count int
	}{
		{"backups.tried.missing", len(found.Missing)},
		{"backups.tried.changed", found.Changed},
		{"backups.tried.only_here", found.Added},
		{"backups.tried.purged", found.Purged},
	} {
		if d.count > 0 {
			lines = append(lines, n(d.key, d.count))
		}
	}
	return lines
}
