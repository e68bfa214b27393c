package looking

import (
	"context"
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/search"
)

// Few is the number of entries below which a mean is said to stand on few.
const Few = 3

// MostThemes is how many themes are shown, those with the most entries first.
const MostThemes = 8

// Mean is the mean of marks.
type Mean struct{ Entries, sum int }

func (m *Mean) add(n int) { m.Entries++; m.sum += n }

// Value returns the mean; 0 of nothing.
func (m Mean) Value() float64 {
	if m.Entries == 0 {
		return 0
	}
	return float64(m.sum) / float64(m.Entries)
}

// Few reports whether so little stands behind the mean that it says little.
func (m Mean) Few() bool { return m.Entries < Few }

// Theme is how entries on a theme were marked.
type Theme struct {
	ID       journal.ThemeID
	Name     string
	Hit      Mean                // how hard they hit, then
	Carrying Mean                // how much is still carried, now
	Good     int                 // entries that name what is good, and nothing that is not
	Weeks    []Mean              // Hit by week, as in Patterns.Weeks
	latest   []*journal.Overview // newest first
}

// Entries returns how many entries have the theme.
func (t Theme) Entries() int { return len(t.latest) }

// Week is what was marked in a week.
type Week struct {
	Start   journal.Date
	Entries int
	Hit     Mean
}

// Patterns is what repeats in what was written over some months.
type Patterns struct {
	From, To journal.Date
	Entries  int
	Weeks    []Week  // the earliest first
	Themes   []Theme // those with the most entries first
	Costs    []Theme // hit hard, the hardest first
	Feeds    []Theme // named as good, the most often first
	Helped   []Helped
	Around   []Around
	Noticed  []Notice
	Whole    bool // false while texts are still being opened: Good and Helped may miss some
}

// Patterns returns what repeats in the last so many weeks, on one theme where it is
// given. It counts what is held in memory and reads the few entries whose words are
// shown, waits for nothing, and gives fault.Cancelled where ctx ends first.
func (d *Desk) Patterns(ctx context.Context, weeks int, theme journal.ThemeID) (Patterns, error) {
	today := d.Today()
	start := weekOf(today, d.WeekFromSunday()).AddDays(-7 * (weeks - 1))
	c := counting{Patterns: Patterns{From: start, To: today, Whole: d.Opened()}, themes: d.Themes(), by: map[journal.ThemeID]*Theme{}, on: map[journal.ID][]journal.ThemeID{}}
	for i := range weeks {
		c.Weeks = append(c.Weeks, Week{Start: start.AddDays(7 * i)})
	}
	list := d.List(search.Filter{Theme: theme, Since: start, Until: today})
	for i := range list {
		o := &list[i]
		if err := ctx.Err(); err != nil {
			return Patterns{}, fault.As(fault.Cancelled, "count patterns", err)
		}
		template, good := d.Texts().Named(o.ID)
		c.count(o, good)
		if template == journal.GoodWork && len(c.kept) < MostHelped {
			c.keep(d.kept(o))
		}
	}
	c.sort()
	board := d.Library().Board()
	c.helped(board)
	c.around(board, d.Now().Location())
	c.notice(board.Discussed())
	return c.Patterns, nil
}

// weekOf returns the first day of the week that a day is in.
func weekOf(day journal.Date, fromSunday bool) journal.Date {
	past := int(day.Time().Weekday())
	if !fromSunday {
		past = (past + 6) % 7
	}
	return day.AddDays(-past)
}

// counting makes Patterns, an entry at a time, the newest first.
type counting struct {
	Patterns
	themes journal.Themes
	all    []Theme // those with the most entries first
	by     map[journal.ThemeID]*Theme
	on     map[journal.ID][]journal.ThemeID // by entry
	kept   []Helped
}

func (c *counting) count(o *journal.Overview, good bool) {
	c.Entries++
	week := c.From.DaysUntil(o.Date) / 7
	c.Weeks[week].Entries++
	hit, marked := o.Hit.Value()
	if marked {
		c.Weeks[week].Hit.add(hit)
	}
	c.on[o.ID] = c.themes.Distinct(o.Themes)
	for _, id := range c.on[o.ID] {
		t := c.by[id]
		if t == nil {
			t = &Theme{ID: id, Name: c.themes.Name(id), Weeks: make([]Mean, len(c.Weeks))}
			c.by[id] = t
		}
		t.latest = append(t.latest, o)
		if marked {
			t.Hit.add(hit)
			t.Weeks[week].add(hit)
		}
		if n, given := o.Carrying.Value(); given {
			t.Carrying.add(n)
		}
		if good {
			t.Good++
		}
	}
}

// hard is the mean from which a theme is listed among what costs.
const hard = 5

// mostListed is how many are listed of what costs, and of what feeds.
const mostListed = 5

func (c *counting) sort() {
	all := make([]Theme, 0, len(c.by))
	for _, t := range c.by {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Theme) int { // most entries first, then by name
		if a.Entries() != b.Entries() {
			return b.Entries() - a.Entries()
		}
		return strings.Compare(a.Name, b.Name)
	})
	c.all, c.Themes = all, all[:min(len(all), MostThemes)]
	for _, t := range all {
		if t.Hit.Entries > 1 && t.Hit.Value() >= hard {
			c.Costs = append(c.Costs, t)
		}
		if t.Good > 1 && 2*t.Good > t.Entries() {
			c.Feeds = append(c.Feeds, t)
		}
	}
	slices.SortStableFunc(c.Costs, func(a, b Theme) int { return int(100*b.Hit.Value()) - int(100*a.Hit.Value()) })
	slices.SortStableFunc(c.Feeds, func(a, b Theme) int { return b.Good - a.Good })
	c.Costs, c.Feeds = c.Costs[:min(len(c.Costs), mostListed)], c.Feeds[:min(len(c.Feeds), mostListed)]
}
