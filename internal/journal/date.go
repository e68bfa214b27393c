package journal

import (
	"time"

	"aftershift/internal/fault"
)

// Date is a day without a time of day or a zone, written 2006-01-02, so that
// dates sort as text. The empty Date means "not set".
type Date string

const dateForm = "2006-01-02"

// DateOf gives the day that t falls on in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(dateForm)) }

// ParseDate reads 2006-01-02. It gives fault.Invalid for any other form and for
// days that do not exist.
func ParseDate(s string) (Date, error) {
	if _, err := time.Parse(dateForm, s); err != nil {
		return "", fault.New(fault.Invalid, "read date")
	}
	return Date(s), nil
}

// Time gives noon UTC of the day (so that no zone moves it to another day), or
// the zero time for a Date that is empty or malformed.
func (d Date) Time() time.Time {
	t, err := time.Parse(dateForm, string(d))
	if err != nil {
		return time.Time{}
	}
	return t.Add(12 * time.Hour)
}

// AddDays gives the day n days later; n may be negative. A Date that is not set
// stays so.
func (d Date) AddDays(n int) Date {
	if d.Time().IsZero() {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// DaysUntil gives the whole days from d to later; negative when later is
// earlier. A time.Duration would end after 292 years, so it counts seconds.
func (d Date) DaysUntil(later Date) int {
	const day = 24 * 60 * 60
	return int((later.Time().Unix() - d.Time().Unix()) / day)
}

// Validate gives fault.Invalid unless d is a real day between 1900 and 9999.
func (d Date) Validate() error {
	if t := d.Time(); t.IsZero() || t.Year() < 1900 {
		return fault.New(fault.Invalid, "check date")
	}
	return nil
}
