package backups

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// mostAsides is how many records are named on the page.
const mostAsides = 30

// asideView names the records that don't fit, and offers to look for them in the
// backups.
type asideView struct {
	page    *Page
	card    fyne.CanvasObject
	title   *widgets.Text
	told    *fyne.Container // what happened, what is safe, what to do next
	lines   *fyne.Container // each record
	recover *widgets.Button
	seen    *widgets.Button
}

// newAsideView returns the card, hidden until something is found. Its buttons begin
// work, and are disabled while some is under way.
func newAsideView(p *Page) *asideView {
	t := p.words.T
	v := &asideView{page: p, title: widgets.NewText("", look.Subtitle, look.Ink).Bold(), told: widgets.Column(look.Gap), lines: widgets.Column(look.Gap)}
	v.recover = p.button(widgets.NewPrimary(t("backups.aside.recover"), v.askRecover))
	v.seen = p.button(widgets.NewPlain(t("backups.aside.seen"), p.presenter.SeeLosses))
	v.card = widgets.Card(widgets.Pad(look.Tight, look.Tight, widgets.Column(look.Wide, v.title, v.told, widgets.Wrap(look.Gap, v.recover, v.seen), v.lines)))
	v.card.Hide()
	return v
}

// show says what was lost, what is safe and what to do next, or hides the card. Where
// bringing back is offered that is the page's primary button, and backing up is not.
func (v *asideView) show(s State) {
	found, t := s.Found, v.page.words.T
	v.page.now.SetPrimary(found.None())
	if found.None() {
		v.card.Hide()
		return
	}
	v.card.Show()
	v.told.RemoveAll()
	v.lines.RemoveAll()
	gone := 0
	for _, l := range found.Losses {
		gone += l.Missing
		says := t("backups.aside.loss", v.page.at(l.At))
		if l.Missing > 0 {
			says += " " + v.page.words.N("backups.aside.gone", l.Missing)
		}
		v.told.Add(widgets.Notice(widgets.Warm, says))
	}
	whole := len(found.Asides) == 0 && gone == 0
	v.title.SetText(t("backups.aside"))
	if whole {
		v.title.SetText(t("backups.aside.whole"))
		v.told.Add(widgets.NewBody(t("backups.aside.whole.text")))
	} else {
		v.told.Add(widgets.NewBody(t("backups.aside.text")))
	}
	if found.People {
		v.told.Add(widgets.Notice(widgets.Warm, t("backups.aside.people")))
	}
	lost := len(found.Losses) > 0
	for i, a := range found.Asides {
		lost = lost || a.Why == app.Damaged || a.Why == app.Missing
		if i < mostAsides {
			v.lines.Add(v.line(a))
		}
	}
	switch {
	case whole:
	case lost && len(s.Backups) > 0:
		v.told.Add(widgets.NewBody(t("backups.aside.next")))
	case lost:
		v.told.Add(widgets.NewBody(t("backups.aside.alone")))
	}
	if more := len(found.Asides) - mostAsides; more > 0 {
		v.lines.Add(widgets.NewSoft(v.page.words.N("backups.aside.more", more)))
	}
	v.recover.Hidden = !lost || len(s.Backups) == 0
	v.seen.Hidden = len(found.Losses) == 0
	v.page.now.SetPrimary(v.recover.Hidden)
	v.card.Refresh()
}

// line says what one record is, as far as that is known, and why it is here.
func (v *asideView) line(a app.Aside) fyne.CanvasObject {
	kind, why := v.page.frame.App().SayAside(a)
	if a.Name != "" {
		kind = fmt.Sprintf("%s, “%s”", kind, a.Name)
	}
	if a.When != "" {
		kind += ", " + v.page.day(a.When.Time())
	}
	text := widgets.Column(0, widgets.NewText(kind, look.Interface, look.Ink), widgets.NewSmall(why))
	if a.Words == "" {
		return text
	}
	read := widgets.NewLink(v.page.words.T("backups.aside.read"), func() { v.read(kind, a.Words) })
	return widgets.Row(0, text, layout.NewSpacer(), read)
}

// read shows what can be read of a record that this version can't use.
func (v *asideView) read(title, words string) {
	var d *widgets.Dialog
	d = widgets.ShowDialog(v.page.frame.Window().Canvas(), title, widgets.NewBody(words),
		widgets.NewPrimary(v.page.words.T("backups.close"), func() { d.Close() }))
}

// askRecover says what bringing back does before it is done.
func (v *asideView) askRecover() {
	t, p := v.page.words.T, v.page
	widgets.Confirm(p.frame.Window().Canvas(), widgets.Ask{
		Title: t("backups.aside.recover.ask"), Text: t("backups.aside.recover.text"),
		Yes: t("backups.aside.recover.yes"), No: t("backups.aside.recover.no"),
	}, func() {
		if err := p.frame.KeepAll(); err != nil {
			p.frame.Failed(err)
			return
		}
		p.presenter.Recover()
	})
}
