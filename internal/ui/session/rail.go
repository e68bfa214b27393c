package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// railView shows what was brought, what stands open from last time, and what
// belongs in the case record; with the safe screen off, also what is private.
type railView struct {
	page    *Page
	column  *fyne.Container
	brought *fyne.Container
	private *fyne.Container
	last    *fyne.Container
	record  *widgets.CheckRow
	box     *fyne.Container
}

func newRailView(p *Page) *railView {
	r := &railView{page: p, brought: widgets.Column(look.Gap), private: widgets.Column(look.Gap), last: widgets.Column(look.Gap)}
	r.record = widgets.NewCheckRow(p.words.T("session.record"), false, func(on bool) {
		p.presenter.Write(func(o *supervision.Outcome) { o.CaseRecord = supervision.CaseRecord{Belongs: on} })
	})
	r.box = widgets.Column(look.Gap, widgets.NewCaption(p.words.T("session.record.title")), widgets.Card(widgets.Column(0, r.record)))
	r.column = widgets.Column(look.Wide+2, r.brought, r.private, r.last, r.box)
	return r
}

func (r *railView) show(s State) {
	w := r.page.words
	r.showBrought(s.Item())
	r.showPrivate(s.Private)
	r.showLast(s)
	r.record.SetChecked(s.Outcome.CaseRecord.Belongs)
	if s.Writable() {
		r.record.Enable()
	} else {
		r.record.Disable()
	}
	r.record.SetText(w.T("session.record"))
	r.column.Refresh()
}

// showBrought shows the words that were written to be shared.
func (r *railView) showBrought(it supervision.AgendaItem) {
	r.brought.RemoveAll()
	var lines []fyne.CanvasObject
	for _, text := range []string{it.Words, it.KeyQuestion} {
		if strings.TrimSpace(text) != "" {
			lines = append(lines, widgets.NewText(text, look.Interface, look.Ink))
		}
	}
	if it.Standing != "" && len(lines) == 0 {
		lines = append(lines, widgets.NewSoft(r.page.words.T("session.standing")))
	}
	r.brought.Hidden = len(lines) == 0
	if len(lines) == 0 {
		return
	}
	r.brought.Add(widgets.NewCaption(r.page.words.T("session.brought")))
	r.brought.Add(widgets.GreenCard(widgets.Column(look.Gap, lines...)))
}

// showPrivate shows what nobody else may see. While the safe screen is on there
// is nothing of it in the window at all.
func (r *railView) showPrivate(private Private) {
	r.private.RemoveAll()
	w := says{r.page.words}
	r.private.Hidden = private.Prompt == "" && len(private.Entries) == 0
	if r.private.Hidden {
		return
	}
	r.private.Add(widgets.NewText(w.T("session.private"), look.Label, look.WarmInk))
	if private.Prompt != "" {
		r.private.Add(widgets.Card(widgets.NewBody(private.Prompt)))
	}
	for _, e := range private.Entries {
		r.private.Add(widgets.Card(r.entry(e)))
	}
}

func (r *railView) entry(e journal.Entry) fyne.CanvasObject {
	w := says{r.page.words}
	lines := widgets.Column(look.Gap, widgets.NewBody(app.EntryName(r.page.words, e.Overview())).Bold(), widgets.NewSmall(w.day(e.Date.Time(), r.page.now())))
	for _, section := range e.Sections {
		if strings.TrimSpace(section.Text) != "" {
			lines.Add(widgets.NewText(section.Text, look.Interface, look.Ink))
		}
	}
	return lines
}

// showLast says in short what stands open from last time.
func (r *railView) showLast(s State) {
	r.last.RemoveAll()
	w := r.page.words
	lines := widgets.Column(look.Tight)
	count := func(key string, n int) {
		if n > 0 {
			lines.Add(widgets.NewSmall(w.N(key, n)))
		}
	}
	count("session.last.done", len(s.Sitting.Last.Done))
	count("session.last.mine", len(s.Sitting.Last.Mine))
	count("session.last.promised", len(s.Sitting.Last.Promised))
	count("session.last.pending", len(s.Sitting.Pending))
	r.last.Hidden = len(lines.Objects) == 0
	if r.last.Hidden {
		return
	}
	lines.Add(widgets.Row(0, widgets.NewLink(w.T("session.last.look"), func() { r.page.presenter.Choose(0) })))
	r.last.Add(widgets.NewCaption(w.T("session.last")))
	r.last.Add(widgets.Card(lines))
}
