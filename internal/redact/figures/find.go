package figures

import "aftershift/internal/redact/page"

// Find finds what is told in figures, or in words that stand for them.
func Find(pg *page.Page) {
	clocks(pg)
	birthYears(pg)
	spacedOut(pg)
	patterns(pg)
	cued(pg)
	shortDates(pg)
	groups(pg)
	extensions(pg)
	spokenMail(pg)
	netAndCodes(pg)
	dictated(pg)
	capitalsOfCodes(pg)
	spokenPlaces(pg)
	spokenDates(pg)
	tableAges(pg)
	ages(pg)
	calendar(pg)
}
