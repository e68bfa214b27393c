package learning

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// mostWeeks is how many weeks are listed.
const mostWeeks = 13

// showHours fills the page with the hours: first what a rule makes of this week and the
// last, then what can be done, then the weeks beside rules and signatures.
func (p *Page) showHours(s State) {
	w, log := p.says, s.Hours
	for _, said := range w.alerts(log, app.WeekOf(p.desk.Today())) {
		p.body.Add(widgets.Notice(widgets.Amber, said))
	}
	tools := widgets.Wrap(look.Gap, widgets.NewPlain(w.T("learning.earlierweek"), func() { p.askWeek(app.WeekOf(p.desk.Today()).AddDays(-7)) }),
		widgets.NewPlain(w.T("learning.take"), func() { p.askTable() }))
	if log.ToFill > 0 {
		tools.Add(widgets.NewPlain(w.N("learning.fill", log.ToFill), p.presenter.Fill))
	}
	if len(log.Weeks) > 0 {
		tools.Add(widgets.NewPlain(w.T("learning.sheet"), p.askSheet))
		tools.Add(widgets.NewPlain(w.T("learning.sign"), p.askSign))
	}
	p.body.Add(tools)
	if len(log.Weeks) == 0 {
		p.body.Add(widgets.EmptyState(w.T("learning.noweeks"), w.T("learning.noweeks.text"), nil))
		return
	}
	p.body.Add(charts.Pair(0.4, 21, widgets.Column(0, widgets.Card(p.weeks(log))), widgets.Column(look.Gap, p.judged(log), widgets.Card(p.signing(log)))))
}

// judged says how the rules in use stand, or that none are.
func (p *Page) judged(log app.HoursLog) fyne.CanvasObject {
	if log.Pack.ID == "" {
		said := p.says.T("learning.norules")
		if cpd, _, is := p.desk.Pack(app.ForCPD); is {
			said = p.says.T("learning.norules.cpd", cpd.Name)
		}
		return widgets.Card(widgets.Column(look.Gap, widgets.NewSmall(said), widgets.Row(0, widgets.NewLink(p.says.T("learning.rules"), p.askRules))))
	}
	return p.verdicts(log.Pack, log.Verdicts)
}

// alerts says what a rule makes of the present week and the one before, while something
// can still be done about it.
func (w says) alerts(log app.HoursLog, monday app.Day) (all []string) {
	for _, v := range log.Verdicts {
		for _, week := range v.Weeks {
			if week.Week >= monday.AddDays(-7) {
				all = append(all, w.desk.SayWeek(v.Rule, week))
			}
		}
	}
	return all
}

// weeks lists the latest weeks, each of which opens its form, and says how many more
// there are. Practice is all that isn't supervision.
func (p *Page) weeks(log app.HoursLog) fyne.CanvasObject {
	w := p.says
	head := []string{w.T("learning.head.week"), w.T("learning.head.supervision"), w.T("learning.head.practice"), w.T("learning.head.by"), w.T("learning.head.signed")}
	var rows [][]string
	shown := log.Weeks[:min(len(log.Weeks), mostWeeks)]
	for _, week := range shown {
		supervised := 0
		for k, n := range week.Minutes {
			if k.Supervision() {
				supervised += n
			}
		}
		signed := w.signed(week)
		if said := w.corrected(week); said != "" {
			signed += " · " + said
		}
		if len(week.Short) > 0 {
			signed += " · " + w.T("learning.mightnot")
		}
		rows = append(rows, []string{
			w.desk.SayDay(week.Monday), clock(supervised), clock(week.All() - supervised), strings.Join(week.With, ", "), signed,
		})
	}
	column := widgets.Column(look.Gap, charts.NewRows(head, rows, func(row int) { p.askWeek(shown[row].Monday) }))
	if more := len(log.Weeks) - mostWeeks; more > 0 {
		column.Add(widgets.NewSmall(w.N("learning.moreweeks", more)))
	}
	column.Add(widgets.NewSmall(w.T("learning.weeks.why")))
	return column
}

// clock says hours to the minute: in a column, all stand in one way.
func clock(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }

// signing says what waits for a signature, by age and by supervisor: what has to be
// whole before somebody leaves.
func (p *Page) signing(log app.HoursLog) fyne.CanvasObject {
	w := p.says
	u := log.Unsigned
	table := charts.NewTable()
	table.Set([]string{w.T("learning.unsigned"), ""}, [][]string{
		{w.T("learning.unsigned.overdue"), strconv.Itoa(u.Overdue)}, {w.T("learning.unsigned.weeks"), strconv.Itoa(u.Weeks)}, {w.T("learning.unsigned.fresh"), strconv.Itoa(u.Fresh)},
	})
	column := widgets.Column(look.Gap, table, widgets.NewCaption(w.T("learning.bysupervisor")))
	for _, s := range log.Signing {
		name := s.Name
		if name == "" {
			name = w.T("learning.unsupervised")
		}
		said := w.N("learning.tosign", s.ToSign, clock(s.Minutes))
		if s.Unkept > 0 {
			said += " · " + w.N("learning.unkept", s.Unkept)
		}
		if s.Archived && s.ToSign > 0 {
			said += " · " + w.T("learning.left")
		}
		column.Add(widgets.Column(0, widgets.NewText(name, look.Interface, look.Ink), widgets.NewSmall(said)))
	}
	return column
}
