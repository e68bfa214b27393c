package supervision

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
)

// agendaColumn is the large part at the right: the planned session and its
// agenda, or the offer to plan one, and below the sessions that are over.
type agendaColumn struct {
	page    *Page
	header  *widgets.Header
	scroll  *container.Scroll // below the header
	title   sessionTitle
	start   *widgets.Button
	copy    *widgets.Button
	change  *widgets.Button
	missed  *fyne.Container
	plan    *fyne.Container // in place of the agenda while none is planned
	budget  *budgetView
	nothing *widgets.Text
	list    *lists.OrderList
	tools   *fyne.Container
	item    *widgets.Button
	order   *widgets.Button
	stand   *widgets.Button
	gap     *fyne.Container
	balance *widgets.Text // what the last sessions were about
	ready   *preparingView
	past    *pastView
	group   *widgets.Button // to the page of one's group, where there is one
	column  *fyne.Container
	content *fyne.Container
}

// newAgendaColumn returns the column without a session. All parts are laid into it
// once, in the order in which they show; show and showParts hide those with nothing to
// say.
func newAgendaColumn(p *Page) *agendaColumn {
	c := &agendaColumn{page: p, budget: newBudgetView(p.terms()), past: newPastView(p), ready: newPreparingView(p)}
	w := p.words
	c.start = widgets.NewPrimary("", p.start)
	c.copy = widgets.NewPlain(w.T("supervision.copy"), p.copy)
	c.change = widgets.NewPlain(w.T("supervision.session"), c.showSessionMenu).WithMark(widgets.Down)
	c.header = widgets.NewHeader("", "", c.change, c.copy, c.start)
	c.plan = widgets.EmptyState(w.T("supervision.none"), w.T("supervision.none.text"),
		widgets.NewPrimary(w.T("supervision.plan"), func() { p.plan(Meeting{}) }))
	c.nothing = widgets.NewSoft(w.T("supervision.agenda.empty"))
	c.buildList()
	c.buildTools()
	c.missed, c.gap = widgets.Column(look.Gap), widgets.Column(look.Gap)
	c.balance = widgets.NewSmall("")
	c.group = widgets.NewLink("", func() { p.frame.Open("groups", p.presenter.state.Group.ID) })
	c.column = widgets.Column(look.Wide, c.missed, c.plan, c.budget.content, c.ready.often, c.nothing, c.list, c.tools, c.gap,
		c.balance, c.ready.content, c.past.content, widgets.Wrap(0, c.group))
	c.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, c.column))
	c.content = container.New(&headed{c}, c.header, c.scroll)
	c.group.Hide()
	c.showParts(State{})
	c.plan.Hide() // nothing is known yet
	return c
}

// buildList makes the list of items. It shows another order itself before OnMove is
// told, so the moved item is looked up where it now stands.
func (c *agendaColumn) buildList() {
	w, p := c.page.words, c.page
	c.list = lists.NewOrderList(lists.OrderWords{
		Up: w.T("supervision.up"), Down: w.T("supervision.down"), Remove: w.T("supervision.take_off"),
	})
	c.list.OnMove = func(_, to int) { withID(c.list.Items()[to].ID, func(id journal.ID) { p.presenter.Move(id, to) }) }
	c.list.OnSelected = func(string) { p.onAgenda = true; c.column.Refresh() }
	c.list.OnActivated = func(card string) { withID(card, c.edit) }
	c.list.OnRemove = func(card string) { withID(card, p.presenter.TakeOff) }
}

func (c *agendaColumn) buildTools() {
	w, p := c.page.words, c.page
	c.stand = widgets.NewLink(w.T("supervision.add_standing"), c.showStandingMenu)
	c.order = widgets.NewLink(w.T("supervision.suggest_order"), p.presenter.SuggestOrder)
	c.item = widgets.NewLink(w.T("supervision.add_item"), func() { p.editItem(supervision.AgendaItem{}) })
	c.tools = widgets.Wrap(look.Wide, c.item, c.stand, c.order)
}

// edit asks for changes to an item; one that has left the agenda is passed over.
func (c *agendaColumn) edit(id journal.ID) {
	if it, at := c.page.presenter.state.item(id); at >= 0 {
		c.page.editItem(it)
	}
}

// shift moves the item at hand by places. Beyond an end it does nothing.
func (c *agendaColumn) shift(by int) {
	withID(c.list.Current(), func(id journal.ID) {
		if _, at := c.page.presenter.state.item(id); at >= 0 && at+by >= 0 && at+by < len(c.list.Items()) {
			c.page.presenter.Move(id, at+by)
		}
	})
}

// show brings every part in step with s, in the terms of now: they may have been chosen
// since it showed last.
func (c *agendaColumn) show(s State) {
	w := c.page.words
	c.budget.terms = c.page.terms()
	c.budget.show(s.Agenda.Budget)
	cards := make([]lists.OrderItem, len(s.Agenda.Items))
	for i, it := range s.Agenda.Items {
		cards[i] = c.card(it)
	}
	c.list.SetItems(cards)
	c.showGap(s)
	c.showMissed(s)
	c.ready.show(s)
	c.balance.SetText(c.page.balance(s.Preparing.Balance))
	c.balance.Hidden = c.balance.Text() == "" || !s.Planned
	c.past.show(s)
	c.group.SetText(w.T("supervision.group", s.Group.Relationship.Name))
	c.group.Hidden = s.Group.ID == 0
	c.showParts(s)
	c.showHeader(s)
	c.content.Refresh()
}

// showParts shows what belongs to a planned session, or the offer to plan one.
func (c *agendaColumn) showParts(s State) {
	items := len(s.Agenda.Items)
	c.plan.Hidden = s.Planned
	c.budget.content.Hidden = !s.Planned || items == 0
	c.nothing.Hidden = !s.Planned || items > 0
	c.list.Hidden, c.tools.Hidden = !s.Planned, !s.Planned
	c.order.Hidden = items < 2
	c.stand.Hidden = len(c.page.presenter.StandingLeft()) == 0
	c.start.Hidden = !s.Planned
	c.start.SetText(c.page.startText(s))
	c.change.Hidden = !s.Planned && len(s.Others) == 0
	c.column.Refresh()
}

// showHeader says when the session is and with whom, in full and in short for fitTitle
// to choose from. Without a session it names the page.
func (c *agendaColumn) showHeader(s State) {
	w, now := c.page.words, c.page.desk.Now()
	c.title = sessionTitle{long: w.T("supervision.title"), short: w.T("supervision.title")}
	if s.Planned {
		session, with := s.Agenda.Session, s.Agenda.With
		at := session.Start.In(now.Location())
		c.title = sessionTitle{long: c.page.days.FullAt(at, now), short: c.page.days.ShortAt(at, now)}
		c.title.below = w.N("supervision.minutes", session.Minutes)
		if with.ID != 0 {
			c.title.below = w.T("supervision.subtitle", with.Name, w.T("relationship."+string(with.Kind)), c.title.below)
		}
	}
	c.fitTitle()
}

// fitTitle shows the title in full, or in short where that has no room. Where
// not even that has room, the copy is left to the session's menu.
func (c *agendaColumn) fitTitle() {
	c.copy.Hidden = len(c.page.presenter.state.Agenda.Items) == 0
	if !c.copy.Hidden && c.title.width(c.title.short) > c.room() {
		c.copy.Hide()
	}
	c.header.Set(c.title.fitting(c.room()), c.title.below)
}

// room gives how wide the header's title may be.
func (c *agendaColumn) room() float32 {
	room := c.header.Size().Width - 2*look.Edge - look.Gap
	for _, b := range []*widgets.Button{c.change, c.copy, c.start} {
		if b.Visible() {
			room -= b.MinSize().Width + 10
		}
	}
	return room
}

// card returns an item as the list shows it. Of a standing item neither what is wanted
// nor its function is said.
func (c *agendaColumn) card(it supervision.AgendaItem) lists.OrderItem {
	w := c.page.words
	card := lists.OrderItem{ID: it.ID.String(), Title: it.Title, Subtitle: it.Words}
	if it.Minutes > 0 {
		card.Trailing = w.T("supervision.min", it.Minutes)
	}
	chip := func(text string, tone widgets.Tone) {
		card.Chips = append(card.Chips, lists.RowChip{Text: text, Tone: tone})
	}
	if it.Urgency == supervision.Urgent {
		chip(w.T("supervision.urgent"), widgets.Warm)
	}
	if it.Standing != "" {
		chip(w.T("supervision.standing"), widgets.Neutral)
	} else if it.Want != "" {
		card.Chips = append(card.Chips, c.page.wantChip(it.Want))
	}
	if it.Function != "" && it.Standing == "" {
		chip(c.page.terms().title(it.Function), widgets.Green)
	}
	for _, theme := range it.Themes {
		chip(c.page.desk.ThemeName(theme), widgets.Green)
	}
	if it.Audience != "" {
		chip(w.T("supervision.item.for", w.T("audience."+string(it.Audience))), widgets.Neutral)
	}
	if it.Carried > 0 {
		chip(w.N("supervision.carried", it.Carried), widgets.Amber)
	}
	return card
}

// showGap asks about a function that nothing on the agenda serves.
//
//words:prefix supervision.gap.
func (c *agendaColumn) showGap(s State) {
	c.gap.RemoveAll()
	c.gap.Hidden = s.Gap == ""
	if c.gap.Hidden {
		return
	}
	w, function := c.page.words, s.Gap
	c.gap.Add(widgets.Notice(
		widgets.Neutral, w.T("supervision.gap."+string(function)),
		widgets.NewLink(w.T("supervision.gap_add"), func() { c.page.editItem(supervision.AgendaItem{Function: function}) }),
		widgets.NewLink(w.T("supervision.gap_pass"), c.page.presenter.PassGap),
	))
}

// showMissed tells of sessions whose day has gone by.
func (c *agendaColumn) showMissed(s State) {
	c.missed.Hidden = len(s.Missed) == 0
	w, now := c.page.words, c.page.desk.Now()
	c.missed.Objects = widgets.Each(s.Missed, func(m Meeting) fyne.CanvasObject {
		return widgets.Notice(
			widgets.Amber, w.T("supervision.missed", m.Name, c.page.days.Date(m.Start.In(now.Location()), now)),
			widgets.NewLink(w.T("session.paper.start"), func() { c.page.frame.Open("session", m.ID) }),
			widgets.NewLink(w.T("supervision.move"), func() { c.page.plan(m) }),
			widgets.NewLink(w.T("supervision.cancel"), func() { c.page.cancel(m) }),
		)
	})
}

// showSessionMenu offers what can be done with the session, and the others.
func (c *agendaColumn) showSessionMenu() {
	w, p, s := c.page.words, c.page, c.page.presenter.state
	var choices []widgets.MenuChoice
	add := func(key string, do func()) { choices = append(choices, widgets.MenuChoice{Text: w.T(key), Chosen: do}) }
	if s.Planned {
		this := Meeting{s.Agenda.Session, s.Agenda.With.Name}
		if s.Agenda.Session.State == supervision.Planned {
			add("supervision.move_or_change", func() { p.plan(this) })
		}
		add("session.with_other", func() { p.holdWith(this) })
		add("supervision.cancel", func() { p.cancel(this) })
	}
	if len(s.Agenda.Items) > 0 {
		add("supervision.copy", p.copy)
		add("supervision.run_sheet", func() { p.paper(s.Agenda.Session, app.RunSheet{Session: s.Agenda.Session.ID}) })
	}
	if s.Planned && s.Agenda.Session.State == supervision.Planned {
		add("supervision.calendar", func() { p.calendar(s.Agenda.Session) })
	}
	add("supervision.plan_another", func() { p.plan(Meeting{}) })
	if len(s.Others) > 0 {
		choices = append(choices, widgets.MenuChoice{})
	}
	now := p.desk.Now()
	for _, m := range s.Others {
		text := w.T("supervision.other", m.Name, p.days.FullAt(m.Start.In(now.Location()), now))
		choices = append(choices, widgets.MenuChoice{Text: text, Chosen: func() { p.presenter.Choose(m.ID) }})
	}
	widgets.ShowMenu(c.change, choices...)
}

// showStandingMenu offers the standing items that are not on the agenda yet, and
// those that are usual for the kind of session all at once.
func (c *agendaColumn) showStandingMenu() {
	var choices []widgets.MenuChoice
	if usual := c.page.presenter.UsualLeft(); len(usual) > 1 {
		choices = append(choices, widgets.MenuChoice{
			Text:   c.page.words.T("supervision.add_usual"),
			Chosen: func() { c.page.presenter.AddStanding(usual...) },
		}, widgets.MenuChoice{})
	}
	for _, kind := range c.page.presenter.StandingLeft() {
		choices = append(choices, widgets.MenuChoice{
			Text:   c.page.words.T("standing." + string(kind)),
			Chosen: func() { c.page.presenter.AddStanding(kind) },
		})
	}
	widgets.ShowMenu(c.stand, choices...)
}
