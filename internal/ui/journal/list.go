package journal

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/asked"
	"aftershift/internal/ui/journal/days"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// listColumn is the column at the left: search, filters, and the entries by day.
type listColumn struct {
	page    *Page
	content *fyne.Container

	search       *fields.SearchBox
	asked        *asked.Asked
	rows         *lists.RowList
	nothing      *widgets.Text
	clear        *widgets.Button
	selection    *fyne.Container
	ticked       *widgets.Button
	copy, untick *widgets.Button
}

func newListColumn(p *Page) *listColumn {
	l := &listColumn{page: p}
	w := p.words
	l.search = fields.NewSearchBox(w.T("journal.search"), w.T("journal.search.hint"))
	l.search.OnChanged = p.shelf.Type
	l.asked = asked.New(p.desk, p.frame, asked.Around{
		Query: l.search.Query, Ask: l.ask,
		Day: func(day journal.Date) string { return present.Days{Words: w}.Short(day.Time(), p.desk.Now()) },
	})
	l.rows = lists.NewRowList(lists.RowShape{ExcerptLines: 2, Chips: true}, l.fill)
	l.rows.OnSelected = l.selected
	l.rows.OnActivated = func(string) { p.write() }
	l.rows.OnToggle = func(id string) { l.withID(id, p.shelf.Toggle) }
	l.rows.OnRange = l.tick
	l.rows.OnKey = func(_ string, key fyne.KeyName) {
		if key == fyne.KeyDelete && !p.several("delete") {
			p.delete()
		}
	}
	l.search.OnDown = func() { l.page.shelf.Then(l.toHits) }
	l.nothing = widgets.NewSoft("")
	l.clear = widgets.NewLink(w.T("journal.search.clear"), l.showAll)
	l.clear.Hide()
	top := widgets.Pad(16, 14, widgets.Column(10, l.search, l.asked.Content()))
	none := widgets.Pad(19, 6, widgets.Column(look.Gap, l.nothing, widgets.Row(0, l.clear)))
	l.buildSelection()
	below := widgets.Frame(nil, l.selection, nil, nil, container.NewStack(l.rows, none)) // Tab leads from rows to what is done with them
	l.content = widgets.Frame(top, nil, nil, nil, below)
	return l
}

// buildSelection makes the strip that offers what can be done with ticked rows.
func (l *listColumn) buildSelection() {
	w := l.page.words
	l.copy = widgets.NewPlain(w.T("journal.copy"), l.page.copy)
	l.ticked = widgets.NewPlain("", l.page.showSeveral).WithMark(widgets.Down)
	l.untick = widgets.NewLink(w.T("journal.untick"), l.page.shelf.Untick)
	strip := widgets.Pad(16, 10, widgets.Wrap(look.Gap, l.ticked, l.copy, l.untick))
	l.selection = widgets.Frame(widgets.Rule(), nil, nil, nil, strip)
	l.selection.Hide()
}

// tick ticks rows by their IDs, in the place of those that it ticked last where they
// are more of the same.
func (l *listColumn) tick(rows []string, more bool) {
	ids := make([]journal.ID, 0, len(rows))
	for _, row := range rows {
		l.withID(row, func(id journal.ID) { ids = append(ids, id) })
	}
	l.page.shelf.Tick(ids, more)
}

func (l *listColumn) showAll() {
	l.ask("")
	l.search.Focus()
}

// ask looks for a query and shows it in the search box.
func (l *listColumn) ask(query string) {
	l.search.SetQuery(query)
	l.page.shelf.Ask(query)
}

// find takes the keyboard to the search box.
func (l *listColumn) find() {
	if l.page.columns.Open && l.page.columns.Folded {
		l.page.columns.turn()
	}
	l.search.Focus()
}

// toHits takes the keyboard from the search to the entries found, of which one is
// open then: a key meant for a hit must not reach an entry that isn't listed.
func (l *listColumn) toHits() {
	rows := l.page.shelf.state.Rows
	open := l.page.writer.entry.ID
	if len(rows) > 0 && l.page.shelf.at(open) < 0 {
		l.page.writer.Open(rows[0].ID)
	}
	l.focus()
}

// focus takes the keyboard to the entries, if there are any.
func (l *listColumn) focus() {
	switch c := l.page.frame.Window().Canvas(); {
	case c == nil:
	case l.rows.Len() > 0:
		c.Focus(l.rows)
	case l.page.editor.empty.Visible():
		c.Focus(l.page.editor.first)
	}
}

// withID calls do with a row's entry.
func (l *listColumn) withID(row string, do func(journal.ID)) {
	if id, err := journal.ParseID(row); err == nil {
		do(id)
	}
}

// selected opens the entry of a row.
func (l *listColumn) selected(row string) { l.withID(row, l.page.writer.Open) }

// select_ shows the open entry as the selected row.
func (l *listColumn) select_(id journal.ID) {
	row := ""
	if id != 0 {
		row = id.String()
	}
	if now, _ := l.rows.Selected(); now != row {
		l.rows.Select(row)
	}
}

func (l *listColumn) show(s shelfState) {
	l.rows.SetItems(l.items(s.Rows))
	if id := l.page.writer.entry.ID; id != 0 {
		l.select_(id)
	}
	l.asked.Show(s.Query, s.Asks, s.Later)
	l.showNothing(s)
	l.showTicked(len(s.Ticked))
	l.content.Refresh()
}

func (l *listColumn) showNothing(s shelfState) {
	text := ""
	if len(s.Rows) == 0 && s.known {
		text = l.page.words.T("journal.list.empty")
		if s.Narrowed() {
			text = l.page.words.T("journal.search.nothing")
		}
	}
	l.nothing.SetText(text)
	l.clear.Hidden = text == "" || !s.Narrowed()
}

func (l *listColumn) showTicked(n int) {
	l.selection.Hidden = n == 0
	l.ticked.SetText(l.page.words.N("journal.several", n))
}

func (l *listColumn) items(rows []shelfRow) []lists.RowItem {
	items := make([]lists.RowItem, len(rows))
	today, last := l.page.desk.Today(), journal.Date("")
	for i, r := range rows {
		items[i].ID, items[i].Bare = r.ID.String(), len(r.Themes) == 0
		if r.Date != last {
			last = r.Date
			items[i].Heading = strings.ToUpper(days.Heading(present.Days{Words: l.page.words}, r.Date, today))
		}
	}
	return items
}

// fill gives the list what a row shows.
func (l *listColumn) fill(row string) lists.RowContent {
	id, err := journal.ParseID(row)
	r, listed := l.page.shelf.row(id)
	if err != nil || !listed {
		return lists.RowContent{}
	}
	ticked, m := l.page.shelf.state.Ticked, cmp.Or(r.match, &match{line: r.Excerpt})
	c := lists.RowContent{
		Title: app.EntryName(l.page.words, *r.Overview), Excerpt: m.line, Flag: r.Flag != journal.NoFlag,
		Check: len(ticked) > 0, Checked: ticked[id],
	}
	if journal.Blank(r.Title) { // several of a day would look alike
		c.Trailing = present.Days{Words: l.page.words}.Clock(r.Written.In(l.page.desk.Now().Location()))
	}
	if r.Flag == journal.Urgent {
		c.Trailing = l.page.words.T("journal.urgent")
	}
	for _, f := range m.found {
		c.Found = append(c.Found, lists.Stretch(f))
	}
	c.DotTone, c.Dot = weight(*r.Overview)
	themes := l.page.desk.Themes()
	for _, t := range themes.Distinct(r.Themes) {
		c.Chips = append(c.Chips, lists.RowChip{Text: themes.Name(t), Tone: widgets.Green})
	}
	return c
}

// weight gives the tone of an entry's dot, by the heavier of its two marks, and
// whether there is a mark at all.
func weight(o journal.Overview) (widgets.Tone, bool) {
	hit, isHit := o.Hit.Value()
	carrying, isCarrying := o.Carrying.Value()
	switch n := max(hit, carrying); {
	case n >= 7:
		return widgets.Warm, true
	case n >= 4:
		return widgets.Amber, true
	}
	return widgets.Green, isHit || isCarrying
}
