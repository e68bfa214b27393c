package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// supportCard shows somebody one has supervision with: what for, and how it
// went.
type supportCard struct {
	page    *Page
	name    *widgets.Text
	about   *fyne.Container
	away    *widgets.Button
	group   *widgets.Button // to its group, for those who are one
	content *fyne.Container
	of      app.Support

	more                                                      *fyne.Container // what can be done between the two
	talked, take, sign, looked, paper, card, evaluated, leave *widgets.Button
}

func newSupportCard(p *Page) *supportCard {
	c := &supportCard{page: p, about: widgets.Column(10)}
	c.name = widgets.NewText("", look.Subtitle, look.Ink).Bold()
	c.away = widgets.NewPlain("", func() { p.presenter.PutAway(c.of.Relationship, !c.of.Archived) })
	c.group = widgets.NewPlain("", func() { p.frame.Open("groups", c.of.ID) })
	tools := widgets.Wrap(look.Gap, widgets.NewPlain(p.words.T("people.change"), p.change), widgets.NewPlain(p.words.T("people.support.share"), c.share), c.group, c.away)
	c.content = widgets.Card(widgets.Column(look.Wide, c.name, c.about, c.deeds(), tools))
	return c
}

// share asks for a copy of how supervision with them went.
func (c *supportCard) share() {
	c.page.frame.OpenCopy(app.CopyOf{Paper: app.FactsPaper{With: c.of.ID}, Audience: c.of.UsualAudience()})
}

//words:prefix audience.
//words:prefix standing.

func (c *supportCard) show(s app.Support, shown bool) {
	c.of = s
	if c.content.Hidden = !shown; !shown {
		return
	}
	w := says{c.page.words}
	c.name.SetText(s.Name)
	c.about.RemoveAll()
	what := w.T("relationship." + string(s.Kind))
	if s.Archived {
		what = w.T("people.support.away", what)
	}
	c.tell("people.support.kind", what)
	c.tell("people.support.left", w.left(s))
	c.tell("people.support.mentoring", w.ways(s))
	c.tell("people.support.role", s.Role)
	c.tell("people.support.contact", s.Contact)
	c.tell("people.support.credential", s.Credential)
	c.tell("people.support.offer", s.Offer)
	c.tell("people.support.seek", s.Seek)
	c.tell("people.support.goals", s.Goals)
	c.tell("people.support.topics", s.Topics)
	c.tell("people.support.agreed", w.rhythm(s))
	c.tell("people.support.contacts", w.went(s, c.page.presenter.state.Next[s.Cadence.Next]))
	c.tell("people.support.months", w.counted(s))
	c.tell("people.support.audience", w.T("audience."+string(s.UsualAudience())))
	var standing []string
	for _, kind := range s.Standing {
		standing = append(standing, w.T("standing."+string(kind)))
	}
	c.tell("people.support.standing", strings.Join(standing, "\n"))
	c.between(s)
	var parked []string
	for _, it := range s.Parked {
		parked = append(parked, it.Title)
	}
	c.tell("people.support.parked", strings.Join(parked, "\n"))
	has := c.page.desk.GroupOf(s.ID) != 0
	c.group.Hidden = s.Archived || s.Kind != supervision.PeerGroup && !has
	c.group.SetText(w.T("people.support.group.new"))
	if has {
		c.group.SetText(w.T("people.support.group"))
	}
	c.away.SetText(w.T("people.support.put_away"))
	if s.Archived {
		c.away.SetText(w.T("people.support.take_back"))
	}
}

func (c *supportCard) tell(key, text string) { tell(c.about, c.page.words, key, text) }

// support gives the somebody one has supervision with of the selected row.
func (p *Page) support() (app.Support, bool) {
	row, ok := p.rows.Selected()
	if !ok {
		return app.Support{}, false
	}
	id, err := journal.ParseID(row)
	if err != nil {
		return app.Support{}, false
	}
	return p.presenter.state.support(id)
}
