package session

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
)

// statusLine says quietly how safe the text is, and offers to try again where it
// could not be kept.
type statusLine struct {
	page    *Page
	content *fyne.Container
	text    *widgets.Text
	retry   *widgets.Button
}

func newStatusLine(p *Page) *statusLine {
	s := &statusLine{page: p, text: widgets.NewSmall("").OneLine()}
	s.retry = widgets.NewLink(p.words.T("session.retry"), p.presenter.Retry)
	s.retry.Hide()
	s.content = widgets.Row(look.Gap, s.text, s.retry)
	return s
}

//words:prefix fault.
func (l *statusLine) show(s Status) {
	w := l.page.words
	role, text := look.Soft, ""
	switch s.Kind {
	case Writing:
		text = w.T("session.status.writing")
	case Saved:
		text = w.T("session.status.saved", present.Days{Words: w}.Clock(s.At.In(l.page.now().Location())))
	case Failed:
		role, text = look.WarmInk, w.T("session.status.failed", w.T("fault."+keyOf(s.Err)+".title"))
	case Quiet:
	}
	l.text.SetRole(role)
	l.text.SetText(text)
	l.retry.Hidden = s.Kind != Failed
	l.content.Refresh()
}

// keyOf gives the kind of an error as it stands in a text key.
func keyOf(err error) string { return strings.ReplaceAll(fault.KindOf(err).String(), " ", "_") }
