package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// buildCard makes what is shown of the chosen person.
func (p *Page) buildCard() {
	w := p.words
	p.name = widgets.NewText("", look.Subtitle, look.Ink).Bold()
	p.about = widgets.Column(10)
	tools := widgets.Row(look.Gap, widgets.NewPlain(w.T("people.change"), p.change), widgets.NewWarm(w.T("people.remove"), p.takeOut))
	p.supportCard = newSupportCard(p)
	p.card = widgets.Card(widgets.Column(look.Wide, p.name, p.about, tools))
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
