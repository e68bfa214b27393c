package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// networkRow is the row of the list that stands for the network; no record has that id.
const networkRow = "network"

// networkCard shows who is there for what, where that is thin, and what helped.
type networkCard struct {
	page    *Page
	rows    *fyne.Container
	content *fyne.Container
}

func newNetworkCard(p *Page) *networkCard {
	c := &networkCard{page: p, rows: widgets.Column(look.Wide)}
	title := widgets.NewText(p.words.T("people.network.title"), look.Subtitle, look.Ink).Bold()
	helped := widgets.NewPlain(p.words.T("people.helped.add"), func() { p.askPractice(0) })
	share := widgets.NewPlain(p.words.T("people.helped.share"), func() {
		p.frame.OpenCopy(app.CopyOf{Paper: app.PracticesPaper{}, Audience: peers})
	})
	c.content = widgets.Card(widgets.Column(look.Wide, title, c.rows, widgets.Wrap(look.Gap, helped, share)))
	return c
}

// peers is for whom what helped is shared.
const peers = "peer_group"

//words:prefix people.help.
//words:prefix people.thin.

// show fills the card while its row is chosen, and hides it otherwise: first what asks
// for something, then who is there for each kind of help, then what helped.
func (c *networkCard) show(s State, shown bool) {
	if c.content.Hidden = !shown; !shown {
		return
	}
	w := c.page.says()
	c.rows.RemoveAll()
	if s.Map.Alone > 0 {
		c.rows.Add(widgets.NewText(w.N("people.network.alone", s.Map.Alone), look.Interface, look.WarmInk))
	}
	for _, due := range s.Due {
		c.rows.Add(widgets.NewText(w.due(due), look.Interface, look.WarmInk))
	}
	for _, row := range s.Map.Rows {
		who := widgets.Wrap(6)
		for _, each := range row.Who {
			text := strings.Join([]string{each.Name, w.met(each)}, " · ")
			who.Add(widgets.NewChip(text, widgets.Neutral, func() { c.page.rows.Select(each.ID.String()); c.page.showChosen() }))
		}
		part := widgets.Column(look.Tight, widgets.NewCaption(w.T("people.help."+string(row.Help))), who)
		if row.Thin != "" {
			part.Add(widgets.NewText(w.T("people.thin."+string(row.Thin)), look.Label, look.AmberInk))
		}
		c.rows.Add(part)
	}
	if len(s.Helped) > 0 {
		c.rows.Add(widgets.NewCaption(w.T("people.helped")))
	}
	for _, one := range s.Helped {
		c.rows.Add(widgets.Wrap(look.Gap, widgets.NewChip(journal.Excerpt(one.Text, 90), widgets.Neutral, func() { c.page.askPractice(one.ID) })))
	}
}

// met says when one last met somebody.
func (w says) met(c app.Contact) string {
	switch {
	case c.Last == "":
		return w.T("people.met.never")
	case c.Days == 0:
		return w.T("people.met.today")
	}
	return w.N("people.met", c.Days)
}

// due says what is to be looked at again.
func (w says) due(d app.ToReview) string {
	switch {
	case d.Agreement.ID != 0:
		return w.T("people.due.agreement", d.With.Name, w.day(d.Agreement.Review))
	case d.Goal.ID != 0:
		return w.T("people.due.goal", d.With.Name, d.Goal.Text)
	}
	return w.T("people.due.evaluation", d.With.Name)
}

// network says in one line how the network stands.
func (w says) network(m app.NetworkMap) string {
	if m.Alone > 0 {
		return w.N("people.network.alone", m.Alone)
	}
	return w.N("people.network.thin", m.ThinRows())
}

//words:prefix people.mentoring.

// ways says every kind of mentoring that a relationship is.
func (w says) ways(s app.Support) string {
	var all []string
	for _, way := range app.Ways(s.Relationship) {
		all = append(all, w.T("people.mentoring."+string(way)))
	}
	return strings.Join(all, " · ")
}
