package groups

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// nextCard says when the group meets next and whose turn it is.
func (p *Page) nextCard(v app.GroupView) fyne.CanvasObject {
	w := p.says
	when := w.T("groups.next.none")
	if v.Session.ID != 0 {
		when = w.days.FullAt(v.Session.When(), p.presenter.state.Now)
	}
	left := widgets.Column(look.Tight, widgets.NewCaption(w.T("groups.next")), widgets.NewText(when, look.Subtitle, look.Ink).Bold())
	if v.Place != "" {
		left.Add(widgets.NewSoft(v.Place))
	}
	left.Add(widgets.Wrap(0, widgets.NewLink(w.T("groups.plan"), func() { p.frame.Open("supervision", cmp.Or(v.Session.ID, v.With)) })))
	left.Add(widgets.Wrap(look.Gap, widgets.NewLink(w.T("groups.case"), p.askCase), widgets.NewLink(w.T("groups.print"), p.print)))
	head := []string{""}
	rows := [][]string{{w.T("groups.presents")}, {w.T("groups.facilitates")}, {w.T("groups.keeps")}}
	for i, t := range v.Turns {
		day := w.T("groups.then")
		switch {
		case t.On != "":
			day = w.desk.SayDay(t.On)
		case i == 0:
			day = w.T("groups.nexttime")
		}
		head = append(head, day)
		for k, id := range []app.ID{t.Presents, t.Facilitates, t.KeepsTime} {
			rows[k] = append(rows[k], w.who(v, id))
		}
	}
	table := charts.NewTable()
	table.Set(head, rows)
	right := widgets.Column(look.Tight, table, widgets.NewSmall(w.T("groups.turns")), widgets.Wrap(0, widgets.NewLink(w.T("groups.swap"), p.askSwap)))
	return widgets.Card(charts.Pair(0.62, 14, left, right))
}

// procedureCard chooses the run-sheet.
func (p *Page) procedureCard(v app.GroupView) fyne.CanvasObject {
	w := p.says
	chips := widgets.Wrap(look.Gap)
	for _, pr := range v.Procedures {
		chip := widgets.NewChip(pr.Name, widgets.Neutral, func() {
			p.presenter.act("groups.said.chosen", func() error { return p.desk.UseProcedure(v.ID, pr.ID) })
		})
		chip.SetSelected(pr.ID == v.Uses.ID)
		chips.Add(chip)
	}
	next := w.desk.Proposed(v, v.Uses.ID, nil)
	var phases []string
	for _, step := range v.Uses.Steps(next.Presents, next.Minutes) {
		if step.Case <= 1 {
			phases = append(phases, w.T("groups.phase", step.Name, minutes(step.Planned), step.Says))
		}
	}
	about := v.Uses.About
	if said := cmp.Or(w.cases(v.Uses, next), w.taking(v.Uses)); said != "" {
		about += " · " + said
	}
	source := w.T("groups.source", v.Uses.Source, w.desk.SayDay(v.Uses.AsOf))
	inside := widgets.Column(look.Gap, widgets.NewSoft(strings.Join(phases, "\n")), widgets.NewSmall(v.Uses.Note), widgets.NewSmall(source), widgets.Wrap(0, widgets.NewLink(w.T("groups.own"), p.askProcedure)))
	return widgets.Card(widgets.Column(look.Gap, widgets.NewCaption(w.T("groups.procedure")), chips, widgets.NewSoft(about), widgets.NewFoldOut(w.T("groups.phases"), inside)))
}

// membersCard lists who is in the group, and who isn't among them yet.
func (p *Page) membersCard(v app.GroupView) fyne.CanvasObject {
	w := p.says
	column := widgets.Column(look.Gap, widgets.NewCaption(w.N("groups.members", len(v.Here()))))
	for _, m := range v.Here() {
		name := widgets.NewLink(w.desk.MemberName(m.Member), func() { p.askMember(m.Member) })
		column.Add(widgets.Column(0, widgets.Wrap(0, name), widgets.NewSmall(w.member(m))))
	}
	if v.Missing != "" {
		column.Add(widgets.NewSoft(w.T("groups.missing", v.Missing)))
	}
	column.Add(widgets.Wrap(0, widgets.NewPlain(w.T("groups.add"), func() { p.askMember(app.Member{Group: v.ID}) })))
	return widgets.Card(column)
}

// agreedCard says what was agreed.
func (p *Page) agreedCard(v app.GroupView) fyne.CanvasObject {
	w := p.says
	column := widgets.Column(look.Gap)
	for _, part := range [][2]string{{w.T("groups.aims"), v.Aims}, {w.T("groups.guidelines"), v.Guidelines}} {
		if part[1] != "" {
			column.Add(widgets.Column(look.Tight, widgets.NewCaption(part[0]), widgets.NewBody(part[1])))
		}
	}
	if v.Confidentiality != "" {
		column.Add(widgets.GreenCard(widgets.Column(look.Tight, widgets.NewCaption(w.T("groups.readout")), widgets.NewBody(v.Confidentiality))))
	}
	column.Add(widgets.NewSmall(w.agreed(v)))
	column.Add(widgets.Wrap(0, widgets.NewLink(w.T("groups.change"), p.askAgreed)))
	return widgets.Card(column)
}

// notesCard folds away what was noted about others' cases, and says how long it and its
// backups last.
func (p *Page) notesCard(v app.GroupView) fyne.CanvasObject {
	w := p.says
	column := widgets.Column(look.Gap)
	for _, n := range v.Notes {
		column.Add(widgets.Column(look.Tight, widgets.NewSmall(w.T("groups.note.until", w.desk.SayDay(n.Written), w.desk.SayDay(n.Until()))), widgets.NewBody(n.Text),
			widgets.Wrap(0, widgets.NewLink(w.T("groups.note.remove"), func() {
				p.presenter.act("groups.said.removed", func() error { return p.desk.RemoveNote(n.ID) })
			}))))
	}
	column.Add(widgets.NewSmall(w.backups(v.Notes[0])))
	return widgets.Card(widgets.NewFoldOut(w.N("groups.notes", len(v.Notes)), column))
}
