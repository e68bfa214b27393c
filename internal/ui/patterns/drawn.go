package patterns

import (
	"strconv"

	"aftershift/internal/app"
	"aftershift/internal/chart"
	"aftershift/internal/journal"
)

// weeks draws how hard the entries of each week hit.
//
//words:prefix journal.month.
func (w says) weeks(s State) chart.Lines {
	l := chart.Lines{Low: w.T("patterns.low"), High: w.T("patterns.high"), Lines: 10}
	marked := 0
	for _, week := range s.Weeks {
		if week.Hit.Entries > 0 {
			marked++
		}
		l.Points = append(l.Points, chart.Point{ID: string(week.Start), Mark: week.Hit.Value(), Given: week.Hit.Entries > 0, Says: w.week(week, s.To)})
	}
	l.Ticks = w.ticks(s)
	l.About = w.N("patterns.weeks.about", marked, w.day(s.From, s.To), w.day(s.To, s.To))
	return l
}

// week says how hard a week hit, and how many entries of it have no mark and so no part
// in that.
func (w says) week(week app.Week, today journal.Date) string {
	said := w.T("patterns.week.none", w.day(week.Start, today))
	if week.Hit.Entries > 0 {
		said = w.T("patterns.week", w.day(week.Start, today), w.mean(week.Hit))
	}
	if unmarked := week.Entries - week.Hit.Entries; unmarked > 0 {
		said += w.N("patterns.week.unmarked", unmarked)
	}
	return said
}

// ticks name the first week of each month.
func (w says) ticks(s State) []chart.Column {
	ticks := make([]chart.Column, len(s.Weeks))
	for i, week := range s.Weeks {
		at := week.Start.AddDays(6).Time()
		if at.Day() > 7 {
			continue
		}
		ticks[i].Head = w.T("journal.month." + strconv.Itoa(int(at.Month())))
		if at.Month() == 1 {
			ticks[i] = chart.Column{Head: strconv.Itoa(at.Year()), Bold: true}
		}
	}
	return ticks
}

func (w says) weekRows(s State) (rows [][]string) {
	for i := len(s.Weeks) - 1; i >= 0; i-- {
		if week := s.Weeks[i]; week.Entries > 0 {
			rows = append(rows, []string{w.day(week.Start, s.To), strconv.Itoa(week.Entries), strconv.Itoa(week.Hit.Entries), w.number(week.Hit)})
		}
	}
	return rows
}

// cellID names a value of a theme on a day.
func cellID(theme journal.ThemeID, day journal.Date) string { return string(theme) + " " + string(day) }

// grid draws how hard the entries on each theme hit, week by week.
func (w says) grid(s State) chart.Grid {
	g := chart.Grid{Columns: w.ticks(s), Largest: 1.9, About: w.N("patterns.themes.about", len(s.Patterns.Themes))}
	for _, t := range s.Patterns.Themes {
		g.Rows = append(g.Rows, t.Name)
	}
	for i, week := range s.Weeks {
		var cells []chart.Cell
		for _, t := range s.Patterns.Themes {
			m := t.Weeks[i]
			cell := chart.Cell{ID: cellID(t.ID, week.Start), Says: w.T("patterns.cell.none", t.Name, w.day(week.Start, s.To))}
			if m.Entries > 0 {
				cell.Step, cell.Text = chart.StepOf(m.Value()), rounded(m)
				cell.Says = w.T("patterns.cell", t.Name, w.day(week.Start, s.To), w.mean(m))
			}
			cells = append(cells, cell)
		}
		g.Cells = append(g.Cells, cells)
	}
	return g
}

// themeRows say in numbers how hard the entries of each theme hit.
func (w says) themeRows(p app.Patterns) (rows [][]string) {
	for _, t := range p.Themes {
		rows = append(rows, []string{t.Name, strconv.Itoa(t.Entries()), w.number(t.Hit), w.number(t.Carrying)})
	}
	return rows
}

// costs draws the themes that hit hardest.
func (w says) costs(s State) chart.Bars {
	b := chart.Bars{About: w.N("patterns.costs.about", len(s.Costs))}
	for _, t := range s.Costs {
		b.Bars = append(b.Bars, chart.Bar{
			ID: string(t.ID), Name: t.Name, Value: t.Hit.Value(), Was: -1, Text: w.mean(t.Hit),
			Says: w.T("patterns.costs.says", t.Name, w.mean(t.Hit), w.number(t.Carrying)),
		})
	}
	return b
}

// feeds draws for each theme how many of its entries name something good.
func (w says) feeds(s State) chart.Bars {
	b := chart.Bars{About: w.N("patterns.feeds.about", len(s.Feeds)), Good: true}
	for _, t := range s.Feeds {
		said := w.T("patterns.feeds.text", t.Good, t.Entries())
		if t.Entries() < app.Few {
			said = w.T("patterns.feeds.few", t.Good, t.Entries())
		}
		b.Bars = append(b.Bars, chart.Bar{
			ID: string(t.ID), Name: t.Name, Value: chart.Top * float64(t.Good) / float64(t.Entries()), Was: -1,
			Text: said, Says: w.T("patterns.feeds.says", t.Name, said),
		})
	}
	return b
}

func (w says) feedRows(s State) (rows [][]string) {
	for _, t := range s.Feeds {
		rows = append(rows, []string{t.Name, strconv.Itoa(t.Entries()), strconv.Itoa(t.Good), w.number(t.Hit)})
	}
	return rows
}

// around draws the weeks after each session, with a stroke for those before.
func (w says) around(s State) chart.Bars {
	b := chart.Bars{About: w.N("patterns.around.about", len(s.Around))}
	for _, a := range s.Around {
		b.Bars = append(b.Bars, chart.Bar{
			ID: cellID(a.Theme, a.Day), Name: w.T("patterns.around.name", a.Name, w.day(a.Day, s.To)), Value: a.After.Value(), Was: a.Before.Value(),
			Text: w.T("patterns.around.text", w.number(a.Before), w.number(a.After)), Says: w.aroundSays(s, a),
		})
	}
	return b
}

func (w says) aroundSays(s State, a app.Around) string {
	if a.With == "" {
		return w.T("patterns.around.says", a.Name, w.day(a.Day, s.To), w.mean(a.Before), w.mean(a.After))
	}
	return w.T("patterns.around.says.with", a.Name, w.day(a.Day, s.To), a.With, w.mean(a.Before), w.mean(a.After))
}

func (w says) aroundRows(s State) (rows [][]string) {
	for _, a := range s.Around {
		rows = append(rows, []string{a.Name, w.day(a.Day, s.To), w.mean(a.Before), w.mean(a.After)})
	}
	return rows
}
