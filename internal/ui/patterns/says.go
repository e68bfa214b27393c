package patterns

import (
	"math"
	"strconv"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/present"
	"aftershift/internal/words"
)

// says puts counts into words.
type says struct{ *words.Catalog }

// day says "26 Nov", with the year where it is another one than today's.
func (w says) day(day, today journal.Date) string {
	return present.Days{Words: w.Catalog}.Date(day.Time(), today.Time())
}

// number says a mean with one digit behind the point, or a dash for none.
func (w says) number(m app.Mean) string {
	if m.Entries == 0 {
		return w.T("patterns.none")
	}
	return strconv.FormatFloat(m.Value(), 'f', 1, 64)
}

// rounded says a mean as a whole number.
func rounded(m app.Mean) string { return strconv.Itoa(int(math.Round(m.Value()))) }

// mean says a mean and on how many entries it stands, and where these are few, that
// they are.
func (w says) mean(m app.Mean) string {
	if m.Few() {
		return w.N("patterns.mean.few", m.Entries, w.number(m))
	}
	return w.N("patterns.mean", m.Entries, w.number(m))
}

//words:prefix patterns.period.

func (w says) period(weeks int) string { return w.T("patterns.period." + strconv.Itoa(weeks)) }

// noticed says what may be worth noticing, without a judgement.
//
//words:prefix patterns.noticed.
func (w says) noticed(n app.Notice) string {
	key := "patterns.noticed." + string(n.Kind)
	if n.First.Entries > 0 && n.Second.Entries > 0 && w.Has(key) {
		return w.T(key, n.Name, w.mean(n.First), w.mean(n.Second))
	}
	return w.N(key, n.Entries, n.Name)
}

// helped says where it was noted that something helped.
//
//words:prefix patterns.helped.
func (w says) helped(h app.Helped, today journal.Date) string {
	key := "patterns.helped." + string(h.Kind)
	if h.With != "" {
		return w.T(key+".with", h.With, w.day(h.Day, today))
	}
	return w.T(key, w.day(h.Day, today))
}
