package copy

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// foot is the sign-off below the texts, and why the copy can't be saved yet.
type foot struct {
	page    *Page
	read    *widgets.CheckRow
	why     *widgets.Text
	content *fyne.Container
}

func newFoot(p *Page) *foot {
	f := &foot{page: p}
	f.read = widgets.NewCheckRow(p.words.T("copy.read"), false, f.signed)
	f.why = widgets.NewSmall("")
	f.content = widgets.Frame(widgets.Rule(), nil, nil, nil,
		widgets.Pad(look.Edge, 10, widgets.Column(look.Tight, f.read, f.why)))
	return f
}

// signed takes the sign-off, and leads on to saving.
func (f *foot) signed(read bool) {
	f.page.presenter.SetRead(read)
	if f.page.presenter.now.Ready() {
		draw.Focus(f.page.bar.save)
	}
}

func (f *foot) show(s State) {
	f.read.SetChecked(s.Read)
	if s.Settled() {
		f.read.Enable()
	} else {
		f.read.Disable()
	}
	f.why.SetText(f.reason(s))
	widgets.ShowIf(f.why, f.why.Text() != "")
	f.content.Refresh()
}

// reason says why saving is off, "" when it isn't.
func (f *foot) reason(s State) string {
	w := f.page.words
	switch {
	case s.Busy == Scanning || s.Busy == Learning:
		return w.T("copy.why.scanning")
	case s.Busy == Saving:
		return w.T("copy.why.saving")
	case len(s.Open) > 0:
		return w.N("copy.why.open", len(s.Open))
	case !s.Read:
		return w.T("copy.why.read")
	}
	return ""
}
