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
	group   *widgets.Button // to its group, for those who are one
	content *fyne.Container
	of      app.Support

	talked, copies, more *widgets.Button
}

// newSupportCard returns the card with its buttons, which act on whom show was last
// called with.
func newSupportCard(p *Page) *supportCard {
	c := &supportCard{page: p, about: widgets.Column(10)}
	c.name = widgets.NewText("", look.Subtitle, look.Ink).Bold()
	t := p.words.T
	c.talked = widgets.NewPrimary(t("people.between.talked"), func() { p.presenter.Talked(c.of.Relationship) })
	c.copies = widgets.NewPlain(t("people.between.copies"), nil).WithMark(widgets.Down)
	c.copies.OnTapped(func() { widgets.ShowMenu(c.copies, c.papers()...) })
	c.more = widgets.NewPlain(t("people.more"), nil).WithMark(widgets.Down)
	c.more.OnTapped(func() { widgets.ShowMenu(c.more, c.deeds()...) })
	c.group = widgets.NewPlain("", func() { p.frame.Open("groups", c.of.ID) })
	tools := widgets.Wrap(look.Gap, c.talked, c.group, widgets.NewPlain(t("people.change"), p.change), c.copies, c.more)
	c.content = widgets.Card(widgets.Column(look.Wide, c.name, c.about, tools))
	return c
}

// share asks for a copy of how supervision with them went.
func (c *supportCard) share() {
	c.page.frame.OpenCopy(app.CopyOf{Paper: app.FactsPaper{With: c.of.ID}, Audience: c.of.UsualAudience()})
}

//words:prefix audience.
//words:prefix standing.

// show fills the card with all that is known of somebody, or hides it. of is set in
// both cases, so that no button acts on who was shown before.
func (c *supportCard) show(s app.Support, shown bool) {
	c.of = s
	if c.content.Hidden = !shown; !shown {
		return
	}
	w := c.page.says()
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
	c.talked.Hidden = s.Archived
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
