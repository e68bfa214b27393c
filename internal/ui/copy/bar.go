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
	paper           *widgets.Chip
	strict          *widgets.Chip
	private         *widgets.Chip
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
	back := widgets.NewLink(t("copy.back"), p.frame.Back)
	b.header = widgets.NewHeader(t("copy.title"), "", back, b.waiting, b.format, b.save)
	b.audience = widgets.NewMenuChip("", b.chooseAudience)
	b.style = widgets.NewMenuChip("", b.chooseStyle)
	b.strict = widgets.NewChip(t("copy.strict"), widgets.Neutral, func() { p.presenter.SetStrict(!p.presenter.of.Strict) })
	b.private = widgets.NewMenuChip("", b.chooseIncluded)
	b.paper = widgets.NewMenuChip("", b.choosePaper)
	b.shared = widgets.NewChip(t("copy.shared"), widgets.Green, p.showShared)
	b.fold = widgets.NewChip(t("copy.findings"), widgets.Green, func() { p.columns.turn() })
	b.options = widgets.Wrap(look.Gap, b.paper, b.audience, b.style, b.strict, b.private, b.fold, b.shared)
	b.notice = widgets.Column(0)
	below := widgets.Column(look.Gap, widgets.Pad(look.Edge, look.Gap, widgets.Column(look.Gap, b.options, b.notice)))
	b.content = widgets.Column(0, b.header, below, widgets.Rule())
	return b
}

func (b *bar) show(s State) {
	w, has := b.page.words, len(s.Lines) > 0
	b.header.Set(w.T("copy.title"), b.subtitle(s))
	b.waiting.SetText(w.N("copy.waiting", len(s.Open)))
	widgets.ShowIf(b.waiting, has && len(s.Open) > 0)
	b.format.SetText(w.T("copy.format." + s.Format.Name))
	b.showSave(s)
	b.audience.SetText(w.T("copy.for", w.T("audience."+string(s.Of.Audience))))
	b.style.SetText(w.T("copy.style", w.T("style."+string(s.Of.Style))))
	b.strict.SetSelected(s.Of.Strict)
	included, offered := s.Of.Included(), s.Of.Offered()
	b.private.SetSelected(included != (app.Inclusion{}))
	b.private.SetText(w.T(includedKey(included)))
	b.paper.SetText(b.paperName(s.Of.Paper))
	for _, o := range []fyne.CanvasObject{b.audience, b.style, b.strict} {
		widgets.ShowIf(o, s.Asked)
	}
	widgets.ShowIf(b.private, offered != (app.Inclusion{}))
	widgets.ShowIf(b.paper, len(b.papers()) > 0)
	widgets.ShowIf(b.fold, has && b.page.columns != nil && b.page.columns.Folded)
	widgets.ShowIf(b.format, has)
	widgets.ShowIf(b.save, has)
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
	much := w.T("copy.much.shared")
	entries, ofEntries := s.Of.Paper.(app.EntriesPaper)
	if s.Of.Included() != (app.Inclusion{}) {
		much = w.T("copy.much.private")
	}
	var what string
	switch key := "copy.of." + s.Of.Paper.Name(); {
	case ofEntries && len(s.Lines) > 0 && s.Stand < len(entries.Entries):
		what = w.T("copy.of.some", s.Stand, len(entries.Entries))
	case ofEntries:
		what = w.N(key, len(entries.Entries))
	case s.When.IsZero():
		what = w.T("copy.title." + s.Of.Paper.Name())
	default:
		what = w.T(key, b.page.day(s.When))
	}
	return strings.Join([]string{what, w.T("copy.whom." + string(s.Of.Audience)), much}, " · ")
}

//words:prefix copy.of.
//words:prefix copy.title.
//words:prefix copy.whom.

// mostSigns bounds how many characters a notice names.
const mostSigns = 12

// showNotice tells where the last copy is, and that it was searched; before that,
// what in it needs another look.
func (b *bar) showNotice(s State) {
	b.notice.RemoveAll()
	w := b.page.words
	if n := len(s.Missing); n > 0 {
		signs := strings.Join(s.Missing[:min(n, mostSigns)], " ")
		b.notice.Add(widgets.Notice(widgets.Warm, w.T("copy.missing", w.T("copy.format."+s.Format.Name), signs)))
	}
	if n := s.News; !n.Since.IsZero() && s.Saved == nil {
		b.notice.Add(widgets.NewSmall(w.T("copy.news", b.page.day(n.Since), n.New, n.All)))
	}
	switch {
	case s.Saved != nil && s.Saved.Path == "":
		b.notice.Add(widgets.Notice(widgets.Green, w.T("copy.clipped")))
	case s.Saved != nil:
		searched := w.N("copy.searched", s.Saved.Masked)
		if s.Saved.Masked == 0 {
			searched = w.T("copy.searched.nothing")
		}
		b.notice.Add(widgets.Notice(widgets.Green, w.T("copy.saved", s.Saved.Path)+" "+searched))
	case s.Of.Included() != (app.Inclusion{}):
		b.notice.Add(widgets.Notice(widgets.Warm, w.T("copy.private.on")))
	}
	widgets.ShowIf(b.notice, len(b.notice.Objects) > 0)
}

func (b *bar) chooseFormat() {
	var choices []widgets.MenuChoice
	for _, f := range app.Formats() {
		choices = append(choices, widgets.MenuChoice{
			Text:    b.page.words.T("copy.format." + f.Name),
			Checked: f.Name == b.page.presenter.format.Name,
			Chosen:  func() { b.page.presenter.SetFormat(f) },
		})
	}
	choices = append(choices, widgets.MenuChoice{}, widgets.MenuChoice{Text: b.page.words.T("copy.clip"), Chosen: b.page.copyText})
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
	choices = append(choices, widgets.MenuChoice{}, widgets.MenuChoice{Text: b.page.words.T("copy.profile"), Chosen: b.page.askProfile})
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
