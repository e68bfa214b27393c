package back

import (
	"strconv"

	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/journal"
)

// step returns the step of a level; 0 where none is given.
func step(l journal.Level) int {
	n, given := l.Value()
	if !given {
		return 0
	}
	return chart.StepOf(float64(n))
}

// unmarkedStep is how an entry without a mark is drawn: it is there.
const unmarkedStep = 1

// stepOn returns the step of a day: of its hardest entry.
func stepOn(entries []journal.Overview) int {
	if len(entries) == 0 {
		return 0
	}
	return max(step(app.Hardest(entries)), unmarkedStep)
}

// year draws the days of a year by the hardest entry of each, in weeks.
//
//words:prefix journal.month.
//words:prefix journal.weekday.short.
func (w says) year(s State, fromSunday bool) chart.Grid {
	g := chart.Grid{ByColumn: true, Largest: 1.6}
	for i := range 7 {
		g.Rows = append(g.Rows, w.weekday(i, fromSunday))
	}
	day, days := s.first(), 0
	for range shownWeeks {
		column := chart.Column{}
		var cells []chart.Cell
		for range 7 {
			if at := day.Time(); at.Day() == 1 {
				column.Head = w.T("journal.month." + strconv.Itoa(int(at.Month())))
				if at.Month() == 1 {
					column = chart.Column{Head: strconv.Itoa(at.Year()), Bold: true}
				}
			}
			entries := s.Days[day]
			if len(entries) > 0 {
				days++
			}
			cells = append(cells, chart.Cell{ID: string(day), Step: stepOn(entries), Says: w.on(s, day), None: day > s.Today})
			day = day.AddDays(1)
		}
		g.Columns, g.Cells = append(g.Columns, column), append(g.Cells, cells)
	}
	g.About = w.N("back.year.about", days, w.day(s.first(), s.Today), w.day(min(s.Until, s.Today), s.Today))
	return g
}

func (w says) weekday(i int, fromSunday bool) string {
	if !fromSunday {
		i = (i + 1) % 7
	}
	return w.T("journal.weekday.short." + strconv.Itoa(i))
}

// yearRows are the months of the year that is shown, the latest first.
func (w says) yearRows(s State) (rows [][]string) {
	for month := beginOfMonth(min(s.Until, s.Today)); month > s.first().AddDays(-31); month = beginOfMonth(month.AddDays(-1)) {
		var all []journal.Overview
		days := 0
		for day := month; day <= endOfMonth(month); day = day.AddDays(1) {
			if entries := s.Days[day]; len(entries) > 0 {
				days++
				all = append(all, entries...)
			}
		}
		if len(all) > 0 {
			rows = append(rows, []string{w.month(month), strconv.Itoa(len(all)), strconv.Itoa(days), w.number(app.Hardest(all))})
		}
	}
	return rows
}

func (w says) number(l journal.Level) string {
	if n, given := l.Value(); given {
		return strconv.Itoa(n)
	}
	return w.T("back.none")
}

// monthOf draws the month of the day one is at.
func (w says) monthOf(s State, column func(journal.Date) int, fromSunday bool) chart.Month {
	begin := beginOfMonth(s.Day)
	m := chart.Month{First: column(begin)}
	for i := range m.Weekdays {
		m.Weekdays[i] = w.weekday(i, fromSunday)
	}
	entries := 0
	for day := begin; day <= endOfMonth(begin); day = day.AddDays(1) {
		d := chart.Day{ID: string(day), Says: w.on(s, day), Today: day == s.Today, Plan: s.Sessions[day]}
		for _, o := range s.Days[day] {
			d.Steps = append(d.Steps, max(step(o.Hit), unmarkedStep))
			entries++
		}
		m.Days = append(m.Days, d)
	}
	m.About = w.N("back.month.about", entries, w.month(begin))
	return m
}

// monthRows are the entries of the month of the day one is at.
func (w says) monthRows(s State) (rows [][]string) {
	for day := beginOfMonth(s.Day); day <= endOfMonth(s.Day); day = day.AddDays(1) {
		for _, o := range s.Days[day] {
			rows = append(rows, []string{w.day(day, s.Today), app.EntryName(w.Catalog, o), w.number(o.Hit), w.number(o.Carrying)})
		}
	}
	return rows
}

// mostCarried is how many entries are shown that are still carried.
const mostCarried = 10

// carried draws how much of each entry is still carried, and how hard it hit then.
func (w says) carried(s State) chart.Bars {
	b := chart.Bars{About: w.N("back.carried.about", len(s.Carrying))}
	for _, at := range s.Carrying[:min(len(s.Carrying), mostCarried)] {
		o := *at
		n, _ := o.Carrying.Value()
		bar := chart.Bar{
			ID: o.ID.String(), Name: app.EntryName(w.Catalog, o), Value: float64(n), Was: -1, Text: strconv.Itoa(n),
			Says: w.T("back.carried.says", app.EntryName(w.Catalog, o), w.day(o.Date, s.Today), w.marks(o)),
		}
		if hit, given := o.Hit.Value(); given {
			bar.Was, bar.Text = float64(hit), w.T("back.carried.was", n, hit)
		}
		b.Bars = append(b.Bars, bar)
	}
	return b
}

// mostRows is how many rows a table has; the search finds the rest.
const mostRows = 50

func (w says) carriedRows(s State) (rows [][]string) {
	for _, o := range s.Carrying[:min(len(s.Carrying), mostRows)] {
		rows = append(rows, []string{app.EntryName(w.Catalog, *o), w.day(o.Date, s.Today), w.number(o.Hit), w.number(o.Carrying)})
	}
	return rows
}
