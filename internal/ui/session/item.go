package session

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/session/layouts"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// itemView is where one writes what comes out of an item, with what was brought
// beside it.
type itemView struct {
	page    *Page
	content *fyne.Container
	scroll  *container.Scroll

	settled   *fyne.Container // said of an item that is out of the way
	text      *fields.TextSection
	hints     *hints.Hints // of text
	kind      *widgets.Chip
	decision  *fields.TextSection
	why       *fields.TextSection
	decidedBy *fields.TextLine
	status    *statusLine
	deeds     *deedList
	main      *fyne.Container
	rail      *railView
	shown     journal.ID
}

func newItemView(p *Page) *itemView {
	v := &itemView{page: p, settled: widgets.Column(0), status: newStatusLine(p), deeds: newDeedList(p), rail: newRailView(p)}
	w, write := p.words, p.presenter.Write
	v.text = fields.NewTextSection(w.T("session.outcome"), w.T("session.outcome.hint"), 6).Large()
	v.hints = hints.New(p.frame, p.register, v.text)
	v.text.OnChanged = func(text string) {
		write(func(o *supervision.Outcome) { o.Text = text })
		v.hints.Changed(text)
	}
	v.kind = widgets.NewMenuChip("", v.chooseKind)
	v.decision = fields.NewTextSection(w.T("session.decision"), "", 1)
	v.decision.OnChanged = func(text string) { write(func(o *supervision.Outcome) { o.Decision = text }) }
	v.why = fields.NewTextSection(w.T("session.why"), w.T("session.why.hint"), 1)
	v.why.OnChanged = func(text string) { write(func(o *supervision.Outcome) { o.Rationale = text }) }
	v.decidedBy = fields.NewTextLine(w.T("session.decided_by"), w.T("session.decided_by.hint"))
	v.decidedBy.OnChanged = func(text string) { write(func(o *supervision.Outcome) { o.DecidedBy = text }) }
	v.main = widgets.Column(look.Wide, v.settled, v.text, widgets.Row(look.Gap, v.kind, v.status.content),
		v.decision, container.NewGridWithColumns(2, v.why, v.decidedBy), v.deeds.content)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide+2, container.New(&layouts.Columns{}, v.main, v.rail.column)))
	v.content = widgets.Wheel(v.scroll)
	for _, s := range []*fields.TextSection{v.text, v.decision, v.why} {
		s.Follow(v.scroll)
	}
	return v
}

func (v *itemView) focus() { v.text.FocusEnd() }

// show fills the view. Fields that hold the same text already are left alone.
func (v *itemView) show(s State) {
	if s.At != v.shown {
		v.shown = s.At
		v.scroll.ScrollToTop()
	}
	v.deeds.turn(s.At)
	v.showSettled(s)
	o := s.Outcome
	for field, text := range map[interface {
		Text() string
		SetText(string)
	}]string{v.text: o.Text, v.decision: o.Decision, v.why: o.Rationale, v.decidedBy: o.DecidedBy} {
		if field.Text() != text {
			field.SetText(text)
		}
	}
	v.hints.Changed(o.Text)
	writable := s.Writable()
	for _, f := range []interface {
		Enable()
		Disable()
	}{v.text, v.decision, v.why, v.decidedBy, v.kind} {
		if writable {
			f.Enable()
		} else {
			f.Disable()
		}
	}
	v.written(s)
	moved := v.deeds.show(s)
	v.rail.show(s)
	v.main.Refresh()
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
	if moved {
		fields.RevealFocused(v.page.frame.Window(), v.scroll)
	}
}

// written follows what is typed: the fields have it already.
func (v *itemView) written(s State) {
	o := s.Outcome
	v.showKind(o.Kind)
	v.status.show(s.Status)
	v.rail.record.SetChecked(o.CaseRecord.Belongs)
}

// showSettled says of an item that is out of the way where it went, and offers
// to bring it back.
func (v *itemView) showSettled(s State) {
	v.settled.RemoveAll()
	a, _ := s.account(s.At)
	text := says{v.page.words}.state(a)
	v.settled.Hidden = text == ""
	if text == "" {
		return
	}
	p := v.page
	v.settled.Add(widgets.Notice(widgets.Neutral, p.words.T("session.settled", text),
		widgets.NewLink(p.words.T("session.bring_back"), func() { p.presenter.BringBack(a.Item.ID) })))
}

//words:prefix session.kind.
func (v *itemView) showKind(kind supervision.OutcomeKind) {
	text := v.page.words.T("session.kind")
	if kind != "" {
		text = v.page.words.T("session.kind." + string(kind))
	}
	v.kind.SetText(text)
	v.kind.SetSelected(kind != "")
}

func (v *itemView) chooseKind() {
	w, p := v.page.words, v.page.presenter
	var choices []widgets.MenuChoice
	for _, k := range supervision.OutcomeKinds() {
		choices = append(choices, widgets.MenuChoice{
			Text: w.T("session.kind." + string(k)), Checked: p.state.Outcome.Kind == k,
			Chosen: func() { p.Write(func(o *supervision.Outcome) { o.Kind = k }) },
		})
	}
	widgets.ShowMenu(v.kind, choices...)
}
