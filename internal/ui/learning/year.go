package learning

import (
	"strconv"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
)

// portfolio is for whom pieces and the index are made.
const portfolio = supervision.ForPortfolio

// mostNeeds is how many things to learn are listed at once.
const mostNeeds = 8

// showYear fills the page with the year: how the rules stand, the pieces, what came up
// to learn, and the map of competences beside them. Without rules, pieces and needs it
// says how to begin instead.
func (p *Page) showYear(s State) {
	w := p.says
	if s.Year.Pack.ID != "" {
		p.body.Add(p.verdicts(s.Year.Pack, s.Year.Verdicts))
	}
	left := widgets.Column(look.Gap, p.pieces(s)...)
	if needs := p.needs(s); needs != nil {
		left.Add(needs)
	}
	if s.Competences.Pack.ID == "" {
		p.body.Add(left)
	} else {
		p.body.Add(charts.Pair(0.5, 24, left, p.evidence(s.Competences)))
	}
	if len(s.Year.Pieces)+len(s.Year.Needs) == 0 && s.Year.Pack.ID == "" {
		p.body.RemoveAll()
		p.body.Add(widgets.EmptyState(w.T("learning.none"), w.T("learning.none.text"), nil))
	}
}

// verdicts says how each rule of a pack stands, where it was read, and that the board
// has the last word.
func (p *Page) verdicts(pack app.Pack, all []app.Verdict) fyne.CanvasObject {
	w := p.says
	rows := make([][]string, len(all))
	for i, v := range all {
		rows[i] = []string{v.Rule.Name, w.desk.Say(v), w.state(v)}
	}
	table := charts.NewTable()
	table.Set([]string{pack.Name, w.T("learning.head.now"), ""}, rows)
	source := widgets.NewSmall(w.T("learning.source", w.T("learning.check", pack.Name, w.desk.SayDayOf(pack.AsOf)), pack.Source))
	return widgets.Card(widgets.Column(look.Gap, table, source))
}

// pieces are the pieces of the year, each with what can be done with it.
func (p *Page) pieces(s State) []fyne.CanvasObject {
	w := p.says
	all := []fyne.CanvasObject{widgets.NewCaption(w.N("learning.pieces", len(s.Year.Pieces)))}
	for _, piece := range s.Year.Pieces {
		title := widgets.NewText(piece.Title, look.Reading, look.Ink).Bold()
		tools := widgets.Wrap(look.Gap,
			widgets.NewLink(w.T("learning.write"), func() { p.askPiece(piece) }),
			widgets.NewLink(w.T("learning.fields"), func() { p.askFields(piece) }),
			widgets.NewLink(w.T("learning.share"), func() { p.frame.OpenCopy(app.CopyOf{Paper: app.CPDPaper{Piece: piece.ID}, Audience: portfolio}) }),
		)
		all = append(all, widgets.Card(widgets.Column(look.Tight, title, widgets.NewSmall(w.piece(piece)), tools)))
	}
	if s.Year.Earlier > 0 {
		all = append(all, widgets.NewSmall(w.N("learning.earlier", s.Year.Earlier)))
	}
	return all
}

// needs are what came up to learn, each to be made a piece in one step. It returns nil
// where nothing did.
func (p *Page) needs(s State) fyne.CanvasObject {
	w := p.says
	if len(s.Year.Needs) == 0 {
		return nil
	}
	list := widgets.Column(look.Gap, widgets.NewCaption(w.T("learning.needs")))
	for _, n := range s.Year.Needs[:min(len(s.Year.Needs), mostNeeds)] {
		title := widgets.NewText(n.Title, look.Interface, look.Ink)
		list.Add(widgets.Column(look.Tight, title, widgets.NewSmall(w.need(n)), widgets.Wrap(0, widgets.NewLink(w.T("learning.make"), func() { p.presenter.Make(n) }))))
	}
	if more := len(s.Year.Needs) - mostNeeds; more > 0 {
		list.Add(widgets.NewSmall(w.N("learning.needs.more", more)))
	}
	return widgets.Card(list)
}

// evidence is the map of competences: where to look, not how good somebody is.
func (p *Page) evidence(c app.Competences) fyne.CanvasObject {
	w := p.says
	head := []string{c.Pack.Name, w.T("learning.head.entries"), w.T("learning.head.sessions"), w.T("learning.head.pieces"), w.T("learning.head.feedback"), w.T("learning.head.last")}
	rows := make([][]string, len(c.Rows))
	for i, r := range c.Rows {
		rows[i] = []string{r.Domain.Name}
		for _, k := range app.EvidenceKinds() {
			rows[i] = append(rows[i], number(r.Count[k]))
		}
		rows[i] = append(rows[i], w.last(r))
	}
	table := charts.NewTable()
	table.Set(head, rows)
	column := widgets.Column(look.Gap, widgets.NewCaption(w.T("learning.evidence")), table)
	if thin := c.Thin(); len(thin) > 0 {
		column.Add(widgets.NewSoft(w.thin(thin, len(c.Rows))))
	}
	column.Add(widgets.NewSmall(w.T("learning.evidence.why")))
	if c.Next.ID != "" {
		column.Add(widgets.NewSoft(w.T("learning.milestone", c.Next.Name, w.desk.SayDay(c.Next.On), c.Today.DaysUntil(c.Next.On))))
	}
	column.Add(widgets.Wrap(look.Gap,
		widgets.NewPlain(w.T("learning.feedback"), p.askFeedback),
		widgets.NewPlain(w.T("learning.index"), p.copyAll)))
	return widgets.Card(column)
}

// number says a count in a cell of a table, with a dash for 0.
func number(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}
