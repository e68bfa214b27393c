package places

import "aftershift/internal/redact/page"

// finder is a page while places are looked for on it.
type finder struct{ *page.Page }

// Find looks for places and institutions on a page whose words are weighed.
func Find(pg *page.Page) {
	s := finder{pg}
	s.towns()
	s.addresses()
	s.numbered()
	s.windows()
	s.parcelFinds()
	s.routeFinds()
	s.loneHouses()
	s.communeFinds()
	s.bareLanes()
	s.institutions()
	s.wings()
	s.prefixes()
	s.theNames()
	s.lowerPlaces()
	s.plainTails()
	s.waysidePlaces()
	s.runs()
	s.saidPlaces()
	s.employers()
	s.stateful()
	s.placeTails()
}

// Codes takes the first half of a postcode and a number behind # that stand behind
// a place, once initials had their turn.
func Codes(pg *page.Page) {
	s := finder{pg}
	s.outcodes()
	s.hashTails()
}

// Around takes what belongs to a place beside it, once all that the page's words say
// is recorded.
func Around(pg *page.Page) { finder{pg}.surrounds() }
