package supervision

// Cadence is how sessions with one person went over a period: facts to bring to
// an employer, without a judgement.
type Cadence struct {
	LastHeld  Date // empty: nothing held yet
	DaysSince int  // since LastHeld
	Due       Date // LastHeld and the agreed days; empty where either is missing
	DaysOver  int  // days that Due is past; 0: not due yet
	Next      ID   // first session planned from today on, 0: none

	Held          int       // sessions closed in the period
	Cancelled     []Session // cancelled in the period, the latest first
	HeldMinutes   int       // of the sessions closed in the period
	AgreedMinutes int       // what the agreed rhythm gives for the period
	Untimed       int       // sessions closed in the period whose length isn't known
}

// Cadence gives the facts about sessions with a person from one day to today,
// both counted in, by the days on which they were held, and for those that were
// not by the days on which they were arranged. Nothing is agreed for the time
// before the relationship began. It gives fault.NotFound for no such
// relationship.
func (b *Board) Cadence(with ID, from, today Date) (Cadence, error) {
	r, err := b.Relationship(with)
	if err != nil {
		return Cadence{}, err
	}
	c := Cadence{}
	theirs := func(s Session) bool { return s.With == with }
	for _, s := range sorted(b, theirs, latestFirst) {
		c.count(s, from, today)
	}
	if c.LastHeld != "" {
		c.DaysSince = c.LastHeld.DaysUntil(today)
		if r.CadenceDays > 0 {
			c.Due = c.LastHeld.AddDays(r.CadenceDays)
			c.DaysOver = max(0, c.Due.DaysUntil(today))
		}
	}
	if r.CadenceDays > 0 {
		from = max(from, b.began(r))
		c.AgreedMinutes = max(0, from.DaysUntil(today)+1) / r.CadenceDays * r.UsualMinutes
	}
	return c, nil
}

// began gives the first day on which something was agreed with a person: the one
// they were added on, or that of the first session where it was before.
func (b *Board) began(r Relationship) Date {
	first := r.Since
	for s := range each[Session](b) {
		if day := dayOf(s.When()); s.With == r.ID && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

// count adds one session; they come the latest first.
func (c *Cadence) count(s Session, from, today Date) {
	day := dayOf(s.When())
	within := day >= from && day <= today
	switch {
	case s.State == Planned && day >= today:
		c.Next = s.ID
	case s.State == Closed && day <= today && c.LastHeld == "":
		c.LastHeld = day
	}
	if !within {
		return
	}
	switch s.State {
	case Cancelled:
		c.Cancelled = append(c.Cancelled, s)
	case Closed:
		c.Held++
		c.HeldMinutes += s.Held
		if s.Held == 0 {
			c.Untimed++
		}
	}
}
