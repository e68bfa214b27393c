package copy

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// bar is the top of the page: what is copied, how, for whom, and saving it.
type bar struct {
	page    *Page
	header  *widgets.Header
	waiting *widgets.Chip
	format  *widgets.Button
	save    *widgets.Button

	audience, style *widgets.Chip
	strict, private *widgets.Chip
	fold            *widgets.Chip
	shared          *widgets.Chip
	options         *fyne.Container
	notice          *fyne.Container
	content         *fyne.Container
}

//words:prefix copy.format.
//words:prefix audience.
//words:prefix style.

func newBar(p *Page) *bar {
	b := &bar{page: p}
	t := p.words.T
	b.waiting = widgets.NewChip("", widgets.Amber, func() { p.presenter.NextOpen(); p.focus() })
	b.format = widgets.NewPlain("", b.chooseFormat).WithMark(widgets.Down)
	b.save = widgets.NewPrimary(t("copy.save"), p.save)
	b.save.OnWaiting(p.focus)
	b.header = widgets.NewHeader(t("copy.title"), "", b.waiting, b.format, b.save)
	b.audience = widgets.NewMenuChip("", b.chooseAudience)
	b.style = widgets.NewMenuChip("", b.chooseStyle)
	b.strict = widgets.NewChip(t("copy.strict"), widgets.Neutral, func() { p.presenter.SetStrict(!p.presenter.of.Strict) })
	b.private = widgets.NewChip(t("copy.private"), widgets.Neutral, p.turnPrivate)
	b.shared = widgets.NewChip(t("copy.shared"), widgets.Green, p.showShared)
	b.fold = widgets.NewChip(t("copy.findings"), widgets.Green, func() { p.columns.turn() })
	b.options = widgets.Wrap(look.Gap, b.audience, b.style, b.strict, b.private, b.fold, b.shared)
	b.notice = widgets.Column(0)
	below := widgets.Column(look.Gap, widgets.Pad(look.Edge, look.Gap, widgets.Column(look.Gap, b.options, b.notice)))
	b.content = widgets.Column(0, b.header, below, widgets.Rule())
	return b
}

func (b *bar) show(s State) {
	w, has := b.page.words, len(s.Paragraphs) > 0
	b.header.Set(w.T("copy.title"), b.subtitle(s))
	b.waiting.SetText(w.N("copy.waiting", len(s.Open)))
	setShown(b.waiting, has && len(s.Open) > 0)
	b.format.SetText(w.T("copy.format." + string(s.Format)))
	b.showSave(s)
	b.audience.SetText(w.T("copy.for", w.T("audience."+string(s.Of.Audience))))
	b.style.SetText(w.T("copy.style", w.T("style."+string(s.Of.Style))))
	b.strict.SetSelected(s.Of.Strict)
	b.private.SetSelected(s.Of.Private)
	for _, o := range []fyne.CanvasObject{b.audience, b.style, b.strict} {
		setShown(o, s.Asked)
	}
	setShown(b.private, s.Asked && len(s.Of.Entries) > 0)
	setShown(b.fold, has && b.page.columns != nil && b.page.columns.folded)
	setShown(b.format, has)
	setShown(b.save, has)
	b.showNotice(s)
	b.options.Refresh()
	b.content.Refresh()
}

func (b *bar) showSave(s State) {
	if s.Busy == Saving {
		b.save.SetText(b.page.words.T("copy.saving"))
	} else {
		b.save.SetText(b.page.words.T("copy.save"))
	}
	if s.Ready() {
		b.save.Enable()
	} else {
		b.save.Disable()
	}
}

// subtitle says what is copied, for whom, and how much of it.
func (b *bar) subtitle(s State) string {
	if !s.Asked {
		return ""
	}
	w := b.page.words
	what := w.N("copy.of.entries", len(s.Of.Entries))
	if n := s.items(); len(s.Paragraphs) > 0 && n < len(s.Of.Entries) {
		what = w.T("copy.of.some", n, len(s.Of.Entries))
	}
	if s.Of.Session != 0 {
		what = w.T("copy.of."+paper(s.Of), b.page.day(s.When))
	}
	if s.Of.With != 0 {
		what = w.T("copy.of.facts")
	}
	much := w.T("copy.much.shared")
	if s.Of.Private {
		much = w.T("copy.much.private")
	}
	return strings.Join([]string{what, w.T("copy.whom." + string(s.Of.Audience)), much}, " · ")
}

// paper gives the end of the text keys that name what is made of a session.
//
//words:prefix copy.of.
func paper(of app.CopyOf) string {
	if of.Paper == app.AgendaPaper {
		return "agenda"
	}
	return string(of.Paper)
}

//words:prefix copy.whom.

// showNotice tells where the last copy is, and that it was searched.
func (b *bar) showNotice(s State) {
	b.notice.RemoveAll()
	switch {
	case s.Saved != nil:
		w := b.page.words
		searched := w.N("copy.searched", s.Saved.Masked)
		if s.Saved.Masked == 0 {
			searched = w.T("copy.searched.nothing")
		}
		b.notice.Add(widgets.Notice(widgets.Green, w.T("copy.saved", s.Saved.Path)+" "+searched))
	case s.Of.Private && s.Asked:
		b.notice.Add(widgets.Notice(widgets.Warm, b.page.words.T("copy.private.on")))
	}
	setShown(b.notice, len(b.notice.Objects) > 0)
}

func (b *bar) chooseFormat() {
	var choices []widgets.MenuChoice
	for _, f := range []app.Format{app.PDF, app.Text} {
		choices = append(choices, widgets.MenuChoice{
			Text:    b.page.words.T("copy.format." + string(f)),
			Checked: f == b.page.presenter.format,
			Chosen:  func() { b.page.presenter.SetFormat(f) },
		})
	}
	widgets.ShowMenu(b.format, choices...)
}

func (b *bar) chooseAudience() {
	var choices []widgets.MenuChoice
	for _, a := range supervision.Audiences() {
		choices = append(choices, widgets.MenuChoice{
			Text:    b.page.words.T("audience." + string(a)),
			Checked: a == b.page.presenter.of.Audience,
			Chosen:  func() { b.page.presenter.SetAudience(a) },
		})
	}
	widgets.ShowMenu(b.audience, choices...)
}

func (b *bar) chooseStyle() {
	var choices []widgets.MenuChoice
	for _, s := range app.Styles {
		choices = append(choices, widgets.MenuChoice{
			Text:    b.page.words.T("style." + string(s)),
			Checked: s == b.page.presenter.of.Style,
			Chosen:  func() { b.page.presenter.SetStyle(s) },
		})
	}
	widgets.ShowMenu(b.style, choices...)
}

// turnPrivate asks before the private sections are taken in.
func (p *Page) turnPrivate() {
	if p.presenter.of.Private {
		p.presenter.SetPrivate(false)
		return
	}
	t := p.words.T
	widgets.Confirm(p.canvas(), widgets.Ask{
		Title: t("copy.private.ask"), Text: t("copy.private.text"),
		Yes: t("copy.private.yes"), No: t("copy.private.no"), Careful: true,
	}, func() {
		p.arriving = true
		p.presenter.SetPrivate(true)
	})
}
