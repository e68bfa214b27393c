package back

import (
	"strconv"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts days and entries into words.
type says struct{ *words.Catalog }

// day says "Thu 26 Nov", with the year where it is another one than today's.
func (w says) day(day, today journal.Date) string {
	return present.Days{Words: w.Catalog}.Short(day.Time(), today.Time())
}

// month says "November 2026".
//
//words:prefix supervision.month.
func (w says) month(day journal.Date) string {
	at := day.Time()
	return w.T("back.month", w.T("supervision.month."+strconv.Itoa(int(at.Month()))), at.Year())
}

// marks says how hard an entry hit and how much of it is still carried.
func (w says) marks(o journal.Overview) string {
	hit, isHit := o.Hit.Value()
	carrying, isCarried := o.Carrying.Value()
	var all []string
	if isHit {
		all = append(all, w.T("back.hit", hit))
	}
	switch {
	case isCarried && carrying > 0:
		all = append(all, w.T("back.carrying", carrying))
	case isCarried:
		all = append(all, w.T("back.put_down"))
	}
	if len(all) == 0 {
		return w.T("back.unmarked")
	}
	return strings.Join(all, w.T("back.between"))
}

// on says what there is on a day.
func (w says) on(s State, day journal.Date) string {
	entries, when := s.Days[day], w.day(day, s.Today)
	session := ""
	if s.Sessions[day] {
		session = w.T("back.day.session")
	}
	switch len(entries) {
	case 0:
		return w.T("back.day.none", when) + session
	case 1:
		return w.T("back.day.one", when, strings.TrimRight(app.EntryName(w.Catalog, entries[0]), "."), w.marks(entries[0])) + session
	}
	if hardest, given := app.Hardest(entries).Value(); given {
		return w.T("back.day.more", when, len(entries), hardest) + session
	}
	return w.T("back.day.unmarked", when, len(entries)) + session
}

// ago says how long ago a day is that comes round.
func (w says) ago(months int) string {
	if months%12 == 0 {
		return w.N("back.ago.years", months/12)
	}
	if months == 6 {
		return w.T("back.ago.half")
	}
	return w.N("back.ago.months", months)
}
