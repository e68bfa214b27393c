package looking

import "aftershift/internal/journal"

// NoticeKind is what may be worth noticing.
type NoticeKind string

// What may be worth noticing.
const (
	StillCarried NoticeKind = "carried"  // the latest entries are all still carried
	RatedHeavy   NoticeKind = "heavy"    // the latest entries were all marked heavy
	Heavier      NoticeKind = "heavier"  // marked heavier in the second half of the time
	Lighter      NoticeKind = "lighter"  // marked lighter in the second half of the time
	NotBrought   NoticeKind = "unspoken" // marked heavy, and none was talked about
)

// Notice is a count that may be worth a look: what is, never what it means.
type Notice struct {
	Kind          NoticeKind
	Theme         journal.ThemeID
	Name          string
	Entries       int
	First, Second Mean // for Heavier and Lighter, by half of the time
}

// What makes a Notice: how many entries in a row, from which mark on, and by how
// much two halves differ.
const (
	inARow       = 3
	carriedFrom  = 6
	heavyFrom    = 7
	halvesDiffer = 1.5
	mostNoticed  = 4
)

// notice counts for each theme; one theme is told of once.
func (c *counting) notice(discussed map[journal.ID]bool) {
	for _, t := range c.all {
		if n, found := c.noticeOf(t, discussed); found && len(c.Noticed) < mostNoticed {
			n.Theme, n.Name = t.ID, t.Name
			c.Noticed = append(c.Noticed, n)
		}
	}
}

func (c *counting) noticeOf(t Theme, discussed map[journal.ID]bool) (Notice, bool) {
	carried := t.inARow(func(o *journal.Overview) bool { return mark(o.Carrying) >= carriedFrom })
	heavy := t.inARow(func(o *journal.Overview) bool { return mark(o.Hit) >= heavyFrom })
	brought := 0
	for _, o := range t.latest {
		if discussed[o.ID] {
			brought++
		}
	}
	first, second := c.halves(t)
	apart := second.Value() - first.Value()
	enough := !first.Few() && !second.Few()
	switch {
	case carried >= inARow:
		return Notice{Kind: StillCarried, Entries: carried}, true
	case heavy >= inARow:
		return Notice{Kind: RatedHeavy, Entries: heavy}, true
	case brought == 0 && t.Hit.Value() >= hard && !t.Hit.Few():
		return Notice{Kind: NotBrought, Entries: t.Entries()}, true
	case enough && apart >= halvesDiffer:
		return Notice{Kind: Heavier, Entries: t.Entries(), First: first, Second: second}, true
	case enough && apart <= -halvesDiffer:
		return Notice{Kind: Lighter, Entries: t.Entries(), First: first, Second: second}, true
	}
	return Notice{}, false
}

// inARow counts how many of the latest entries are so, one after the other.
func (t Theme) inARow(is func(*journal.Overview) bool) (n int) {
	for _, o := range t.latest {
		if !is(o) {
			break
		}
		n++
	}
	return n
}

// halves returns the marks of the first and of the second half of the time.
func (c *counting) halves(t Theme) (first, second Mean) {
	middle := c.From.AddDays(c.From.DaysUntil(c.To) / 2)
	for _, o := range t.latest {
		n, marked := o.Hit.Value()
		switch {
		case !marked:
		case o.Date <= middle:
			first.add(n)
		default:
			second.add(n)
		}
	}
	return first, second
}
