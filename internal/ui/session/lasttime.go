package session

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// lastTimeView shows what stands open when a session begins: what each took on,
// what belongs in the case record, and what was brought along.
type lastTimeView struct {
	page    *Page
	content *container.Scroll
	column  *fyne.Container
	shown   shownLast
}

// shownLast is what the view was last built from.
type shownLast struct {
	last    supervision.LastTime
	pending []app.ToRecord
	from    map[journal.ID]string
}

func newLastTimeView(p *Page) *lastTimeView {
	v := &lastTimeView{page: p, column: widgets.Column(look.Wide)}
	v.content = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, v.column))
	return v
}

func (v *lastTimeView) show(s State) {
	now := shownLast{s.Sitting.Last, s.Sitting.Pending, s.Sitting.From}
	if reflect.DeepEqual(now, v.shown) && len(v.column.Objects) > 0 {
		return
	}
	v.shown = now
	v.column.RemoveAll()
	l := s.Sitting.Last
	v.actions("session.last.group.mine", l.Mine)
	v.actions("session.last.group.promised", l.Promised)
	v.actions("session.last.group.done", l.Done)
	v.pending(s.Sitting.Pending)
	v.brought(l.Brought)
	v.left(l.Left)
	v.column.Refresh()
	v.content.Refresh()
}

// group adds rows below a heading.
func (v *lastTimeView) group(title string, rows []fyne.CanvasObject) {
	if len(rows) == 0 {
		return
	}
	v.column.Add(widgets.Column(look.Gap, append([]fyne.CanvasObject{widgets.NewCaption(title)}, rows...)...))
}

//words:prefix session.last.group.
func (v *lastTimeView) actions(title string, actions []supervision.Action) {
	var rows []fyne.CanvasObject
	for _, a := range actions {
		rows = append(rows, deedRow(v.page, a, v.shown.from[a.ID]))
	}
	v.group(v.page.words.T(title), rows)
}

// pending lists decisions that still have to be written into the case record.
func (v *lastTimeView) pending(all []app.ToRecord) {
	var rows []fyne.CanvasObject
	for _, r := range all {
		text := r.Title
		if r.Decision != "" {
			text = v.page.words.T("session.last.decision", r.Title, r.Decision)
		}
		row := widgets.NewCheckRow(text, false, func(done bool) { v.page.presenter.SetRecorded(r.Unrecorded, done) })
		rows = append(rows, widgets.Card(widgets.Column(0, row)))
	}
	v.group(v.page.words.T("session.last.group.pending"), rows)
}

// brought lists what was carried over. What was carried often is asked about.
func (v *lastTimeView) brought(items []supervision.AgendaItem) {
	var rows []fyne.CanvasObject
	w := v.page.words
	for _, it := range items {
		lines := widgets.Column(look.Gap, widgets.NewBody(it.Title), widgets.NewSmall(w.N("session.carried", it.Carried)))
		if it.Carried >= supervision.AskAfter && it.State == supervision.OnAgenda {
			lines.Add(v.ask(it))
		}
		rows = append(rows, widgets.Card(lines))
	}
	v.group(w.T("session.last.group.brought"), rows)
}

// left lists what is left over from this person and on no agenda.
func (v *lastTimeView) left(items []supervision.AgendaItem) {
	var rows []fyne.CanvasObject
	w, p := v.page.words, v.page.presenter
	for _, it := range items {
		rows = append(rows, widgets.Card(widgets.Column(look.Gap, widgets.NewBody(it.Title), widgets.NewSmall(w.N("session.carried", it.Carried)),
			widgets.Row(0, widgets.NewLink(w.T("session.last.take_on"), func() { p.TakeOn(it.ID) })))))
	}
	v.group(w.T("session.last.group.left"), rows)
}

// ask offers what to do with an item that is carried over again and again.
func (v *lastTimeView) ask(it supervision.AgendaItem) fyne.CanvasObject {
	w, p := v.page.words, v.page.presenter
	return widgets.Column(look.Gap, widgets.NewText(w.T("session.often"), look.Label, look.AmberInk), widgets.Wrap(look.Gap,
		widgets.NewChip(w.T("session.often.drop"), widgets.Neutral, func() { p.DropItem(it.ID) }),
		widgets.NewChip(w.T("session.often.further"), widgets.Neutral, func() { v.page.takeFurther(it) }),
		widgets.NewChip(w.T("session.often.alone"), widgets.Neutral, func() { p.ThinkAlone(it.ID) })))
}

// takeFurther marks an item as one to be escalated, which is urgent: where nobody
// is named yet who needs to know before then, it asks.
func (p *Page) takeFurther(it supervision.AgendaItem) {
	it.Urgency = supervision.Urgent
	if !it.AskWhoKnows() {
		p.presenter.TakeFurther(it)
		return
	}
	further := p.words.T("session.often.further")
	askLine(p, further, p.words.T("supervision.item.who"), further, func(who string) {
		it.WhoKnows = who
		p.presenter.TakeFurther(it)
	})
}
