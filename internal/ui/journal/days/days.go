// Package days says the days over lists of entries.
package days

import (
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
)

// Heading returns the day for the list: "Today", "Yesterday", "Friday 20 Nov", with
// the year where it is another one.
func Heading(d present.Days, day, today journal.Date) string {
	switch day.DaysUntil(today) {
	case 0:
		return d.Words.T("journal.today")
	case 1:
		return d.Words.T("journal.yesterday")
	}
	return d.Long(day.Time(), today.Time())
}
