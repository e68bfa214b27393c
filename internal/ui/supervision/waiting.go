package supervision

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
)

// waitingWidth is how wide the column of what waits is at 100 % text.
const waitingWidth float32 = 330

// waitingColumn is the column at the left: what waits for supervision.
type waitingColumn struct {
	page    *Page
	header  *widgets.Header
	rows    *lists.RowList
	empty   *fyne.Container
	add     *widgets.Button
	join    *widgets.Button
	foot    *fyne.Container
	content *fyne.Container
	lines   map[string]Line
	ticked  map[journal.ID]bool
	themed  bool // some line has a theme to be grouped by
}

// newWaitingColumn returns the column with nothing in it. Adding and joining take the
// keyboard to the rows, as neither can be done again before something else is ticked.
func newWaitingColumn(p *Page) *waitingColumn {
	c := &waitingColumn{page: p, lines: map[string]Line{}}
	w := p.words
	c.header = widgets.NewColumnHeader(w.T("supervision.waiting"), "")
	c.rows = lists.NewRowList(lists.RowShape{ExcerptLines: 1, Chips: true}, c.fill)
	c.rows.OnToggle = func(row string) { withID(row, c.toggle) }
	c.rows.OnActivated = func(row string) { withID(row, c.open) }
	c.rows.OnSelected = func(string) { p.onAgenda = false }
	c.rows.OnKey = c.key
	c.empty = c.nothing()
	c.add = widgets.NewPrimary("", func() { p.coming = true; c.focus(); p.presenter.AddTicked() })
	c.join = widgets.NewLink(w.T("supervision.join"), func() { p.presenter.JoinTicked(); c.focus() })
	c.foot = widgets.Frame(widgets.Rule(), nil, nil, nil, widgets.Pad(16, 12, widgets.Column(look.Gap, c.add, c.join)))
	body := widgets.Frame(nil, c.foot, nil, nil, container.NewStack(c.rows, c.empty))
	panel := widgets.On(look.Panel, widgets.Frame(c.header, nil, nil, nil, body))
	c.content = container.New(asWide{waitingWidth}, panel)
	c.empty.Hide()
	c.foot.Hide()
	return c
}

// nothing says what comes here, and leads there. It fits the column.
func (c *waitingColumn) nothing() *fyne.Container {
	w := c.page.words
	return container.NewVBox(layout.NewSpacer(), widgets.Pad(look.Wide, 0, widgets.Column(
		look.Gap, widgets.NewText(w.T("supervision.waiting.none"), look.Subtitle, look.Ink).Bold().Centred(),
		widgets.NewSoft(w.T("supervision.waiting.none.text")).Centred(),
		container.NewCenter(widgets.NewPlain(w.T("supervision.waiting.journal"), func() { c.page.openEntry(0) })),
	)), layout.NewSpacer())
}

// focus takes the keyboard to the rows, with the first one chosen.
func (c *waitingColumn) focus() {
	if canvas := c.page.frame.Window().Canvas(); canvas != nil {
		canvas.Focus(c.rows)
	}
}

// toggle ticks a line, or opens one that needs words before it can be ticked.
func (c *waitingColumn) toggle(id journal.ID) {
	if !c.page.presenter.Toggle(id) {
		c.open(id)
	}
}

// open edits a line: the item, or the words that its entry still needs.
func (c *waitingColumn) open(id journal.ID) {
	l, found := c.page.presenter.state.line(id)
	switch {
	case !found:
	case l.Item.ID == 0:
		c.page.writeWords(l)
	default:
		c.page.editItem(l.Item)
	}
}

func (c *waitingColumn) key(row string, key fyne.KeyName) {
	if key == fyne.KeyDelete {
		withID(row, c.page.presenter.Withdraw)
	}
}

// show lists what waits; the first line of each group bears its heading. The choice
// stays on its line, else it moves to the first.
func (c *waitingColumn) show(s State) {
	w := c.page.words
	c.ticked = s.Ticked
	c.lines = make(map[string]Line, len(s.Waiting))
	items := make([]lists.RowItem, len(s.Waiting))
	before := ""
	c.themed = slices.ContainsFunc(s.Waiting, func(l Line) bool { return l.Theme != "" })
	for i, l := range s.Waiting {
		heading := c.heading(l)
		items[i] = lists.RowItem{ID: l.ID().String()}
		if heading != before {
			items[i].Heading, before = heading, heading
		}
		c.lines[items[i].ID] = l
	}
	c.rows.SetItems(items)
	if _, chosen := c.rows.Selected(); !chosen && len(items) > 0 {
		c.rows.Select(items[0].ID)
	}
	c.header.Set(w.T("supervision.waiting"), c.summary(s))
	c.rows.Hidden, c.empty.Hidden = len(items) == 0, len(items) > 0
	c.showFoot(s, len(s.ticked()))
	c.content.Refresh()
}

// summary says how many lines are flagged and, where there are any, carried over; ""
// while nothing waits.
func (c *waitingColumn) summary(s State) string {
	w := c.page.words
	switch {
	case len(s.Waiting) == 0:
		return ""
	case s.Carried == 0:
		return w.N("supervision.flagged", s.Flagged)
	}
	return w.T("supervision.flagged.carried", w.N("supervision.flagged", s.Flagged), s.Carried)
}

// showFoot offers to add what is ticked, while a session is planned, and from two
// ticked lines on to make them one item.
func (c *waitingColumn) showFoot(s State, ticked int) {
	w := c.page.words
	c.foot.Hidden = len(s.Waiting) == 0 || !s.Planned
	c.add.SetText(w.T("supervision.add.none"))
	c.add.Disable()
	if ticked > 0 {
		c.add.SetText(w.N("supervision.add", ticked))
		c.add.Enable()
	}
	c.join.Hidden = ticked < 2
}

// heading says which group a line stands in; "" where there are no groups.
func (c *waitingColumn) heading(l Line) string {
	switch {
	case !l.From.IsZero():
		now := c.page.desk.Now()
		return c.page.words.T("supervision.carried_from", c.page.days.Date(l.From.In(now.Location()), now))
	case l.NeedsWords():
		return c.page.words.T("supervision.needs_words.heading")
	case l.Theme != "":
		return c.page.desk.ThemeName(l.Theme)
	case c.themed:
		return c.page.words.T("supervision.no_theme")
	}
	return ""
}

// fill gives a row. Of an entry that has no words to share it shows the title
// alone: its text is private.
func (c *waitingColumn) fill(row string) lists.RowContent {
	l, w := c.lines[row], c.page.words
	content := lists.RowContent{Check: true, Checked: c.ticked[l.ID()], Title: l.Item.Title, Excerpt: l.Item.Words}
	urgent := l.Item.Urgency == supervision.Urgent
	if l.Item.ID == 0 {
		content.Title, urgent = l.Entry.Title, l.Entry.Flag == journal.Urgent
	}
	if content.Title == "" {
		content.Title = app.EntryName(w, l.Entry)
	}
	if l.NeedsWords() {
		content.Check, content.Excerpt = false, w.T("supervision.needs_words.hint")
	}
	content.Chips = c.chips(l, urgent)
	return content
}

// chips returns what a row says of a line beside its words. Of one that needs words
// that is all, and whether it is urgent.
func (c *waitingColumn) chips(l Line, urgent bool) []lists.RowChip {
	w := c.page.words
	var chips []lists.RowChip
	if urgent {
		chips = append(chips, lists.RowChip{Text: w.T("supervision.urgent"), Tone: widgets.Warm})
	}
	if l.NeedsWords() {
		return append(chips, lists.RowChip{Text: w.T("supervision.needs_words"), Tone: widgets.Amber})
	}
	if l.Item.Want != "" {
		chips = append(chips, c.page.wantChip(l.Item.Want))
	}
	if l.Item.Carried > 1 {
		chips = append(chips, lists.RowChip{Text: w.T("supervision.carried_times", l.Item.Carried), Tone: widgets.Amber})
	}
	return chips
}

// wantChip says in a word or two what is wanted from an item.
func (p *Page) wantChip(want supervision.Want) lists.RowChip {
	tone := widgets.Neutral
	if want == supervision.WantCelebrate {
		tone = widgets.Green
	}
	return lists.RowChip{Text: p.words.T("supervision.want." + string(want)), Tone: tone}
}
