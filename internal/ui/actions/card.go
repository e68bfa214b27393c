package actions

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// card shows all that is known of the chosen action, and what can be done with
// it.
type card struct {
	page    *Page
	text    *widgets.Text
	about   *fyne.Container
	worked  *fyne.Container
	chips   map[supervision.Worked]*widgets.Chip
	done    *widgets.Button
	again   *widgets.Button
	drop    *widgets.Button
	tools   *fyne.Container
	content *fyne.Container
	of      app.Deed
}

// newCard returns the card with its buttons, which act on what show was last called
// with.
func newCard(p *Page) *card {
	c := &card{page: p, about: widgets.Column(10), chips: map[supervision.Worked]*widgets.Chip{}}
	w := p.says
	c.text = widgets.NewText("", look.Subtitle, look.Ink).Bold()
	c.done = widgets.NewPrimary(w.T("actions.done"), func() { p.presenter.SetDone(c.of.ID, true) })
	c.again = widgets.NewPlain(w.T("actions.reopen"), func() { p.presenter.SetDone(c.of.ID, false) })
	c.drop = widgets.NewWarm(w.T("actions.drop"), p.drop)
	c.tools = widgets.Wrap(look.Gap, c.done, c.again, widgets.NewPlain(w.T("actions.change"), p.change), c.drop)
	c.worked = c.buildWorked()
	c.content = widgets.Card(widgets.Column(look.Wide, c.text, c.about, c.worked, c.tools))
	return c
}

//words:prefix actions.worked.

// buildWorked makes the question whether a done action worked; it may be left.
func (c *card) buildWorked() *fyne.Container {
	row := []fyne.CanvasObject{}
	for _, answer := range []supervision.Worked{supervision.ItWorked, supervision.WorkedInPart, supervision.DidNotWork} {
		chip := widgets.NewChip(c.page.says.T("actions.worked."+string(answer)), widgets.Neutral, func() { c.answer(answer) })
		c.chips[answer] = chip
		row = append(row, chip)
	}
	return widgets.Column(look.Tight, widgets.NewCaption(c.page.says.T("actions.worked")), widgets.Wrap(look.Gap, row...))
}

// answer takes an answer, or takes it back when it was given before.
func (c *card) answer(worked supervision.Worked) {
	if c.of.DidItWork == worked {
		worked = ""
	}
	c.page.presenter.Worked(c.of.ID, worked)
}

// show fills the card with an action, or hides it where there is none. An open one can
// be done or given up, any other opened again; only of a done one is it asked whether
// it worked.
func (c *card) show(d app.Deed, any bool) {
	c.of = d
	c.content.Hidden = !any
	c.text.SetText(d.Text)
	w, now := c.page.says, c.page.desk.Now()
	c.about.RemoveAll()
	c.tell("actions.card.who", w.owner(d))
	switch {
	case d.State == supervision.Done:
		c.tell("actions.card.done", w.day(d.DoneOn.Time(), now))
	case d.Due == "":
		c.tell("actions.card.due", w.T("actions.someday"))
	default:
		c.tell("actions.card.due", w.day(d.Due.Time(), now))
	}
	c.tell("actions.card.reason", d.Reason)
	c.tell("actions.card.whence", w.whence(d, now))
	for answer, chip := range c.chips {
		chip.SetSelected(d.DidItWork == answer)
	}
	c.worked.Hidden = d.State != supervision.Done
	open := d.State == supervision.ToDo
	c.done.Hidden, c.drop.Hidden, c.again.Hidden = !open, !open, open
	c.content.Refresh()
}

// tell adds a line with a name, if there is anything to say.
func (c *card) tell(key, text string) {
	if text != "" {
		line := widgets.NewText(text, look.Interface, look.Ink)
		c.about.Add(widgets.Column(1, widgets.NewCaption(c.page.says.T(key)), line))
	}
}
