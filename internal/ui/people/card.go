package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// buildCard makes what is shown of the chosen person. It comes before the page is laid
// out, which takes the cards in.
func (p *Page) buildCard() {
	w := p.words
	p.name = widgets.NewText("", look.Subtitle, look.Ink).Bold()
	p.about = widgets.Column(10)
	p.styles = widgets.Column(look.Tight)
	p.mergeButton = widgets.NewPlain(w.T("people.merge"), p.merge)
	tools := widgets.Wrap(look.Gap, widgets.NewPlain(w.T("people.change"), p.change), p.mergeButton, widgets.NewWarm(w.T("people.remove"), p.takeOut))
	p.supportCard, p.network = newSupportCard(p), newNetworkCard(p)
	p.card = widgets.Card(widgets.Column(look.Wide, p.name, p.about, p.styles, tools))
}

// showChosen shows all that is known of the chosen person, and what a copy makes
// of it.
func (p *Page) showChosen() {
	who, ok := p.chosen()
	p.card.Hidden = !ok
	p.about.RemoveAll()
	p.name.SetText(name(who))
	p.tell("people.card.forms", strings.Join(who.Forms, " · "))
	p.tell("people.card.role", who.Role)
	p.tell("people.card.relation", who.Relation)
	code := who.Code
	if code == "" {
		code = p.words.T("people.card.usual")
	}
	p.tell("people.card.code", code)
	switch n, counted := p.presenter.state.Found[who.ID]; {
	case counted && n == 0:
		p.tell("people.card.found", p.words.T("people.in.none"))
	case counted:
		p.tell("people.card.found", p.words.N("people.in", n))
	}
	widgets.ShowIf(p.mergeButton, len(p.presenter.state.People) > 1)
	if ok {
		p.presenter.Choose(who.ID)
	}
	row, _ := p.rows.Selected()
	p.network.show(p.presenter.state, row == networkRow)
	s, other := p.support()
	p.supportCard.show(s, other)
	p.people.Refresh()
}

func (p *Page) tell(key, text string) { tell(p.about, p.words, key, text) }

// tell adds a line with a name, if there is anything to say.
func tell(to *fyne.Container, w *words.Catalog, key, text string) {
	if text != "" {
		line := widgets.NewText(text, look.Interface, look.Ink)
		to.Add(widgets.Column(1, widgets.NewCaption(w.T(key)), line))
	}
}

//words:prefix people.style.

// showStyles says what stands in the place of somebody in copies, in each style.
func (p *Page) showStyles(who journal.ID, styles []string) {
	if is, ok := p.chosen(); !ok || is.ID != who {
		return
	}
	p.styles.RemoveAll()
	if len(styles) > 0 {
		p.styles.Add(widgets.NewCaption(p.words.T("people.card.styles")))
	}
	for i, style := range app.Styles {
		if i < len(styles) {
			p.styles.Add(widgets.NewText(p.words.T("people.style."+string(style), styles[i]), look.Interface, look.Ink))
		}
	}
	p.people.Refresh()
}
