package session

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/session/layouts"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// talkView is the session while it is held: time and items at the left, what is
// in view at the right.
type talkView struct {
	page    *Page
	content *fyne.Container

	head      *widgets.Header
	bar       *widgets.BudgetBar
	gone      *widgets.Text
	left      *widgets.Text
	times     *fyne.Container
	list      *lists.RowList
	header    *fyne.Container
	title     *widgets.Text
	want      *widgets.Text
	safe      *widgets.Button
	more      *widgets.Button
	nextTime  *widgets.Button
	discussed *widgets.Button

	item  *itemView
	last  *lastTimeView
	stack *fyne.Container
	right *fyne.Container // header and stack
	high  float32         // of the header, as the right side was laid out for it
	state State
}

func newTalkView(p *Page) *talkView {
	v := &talkView{page: p}
	v.item = newItemView(p)
	v.last = newLastTimeView(p)
	v.stack = widgets.NewDeck()
	head := v.buildHeader()
	v.right = container.New(layout.NewBorderLayout(head, nil, nil, nil), head, v.stack) // Tab comes to the header first
	v.content = container.New(&layouts.Split{}, v.buildColumn(), v.right)
	return v
}

func (v *talkView) buildColumn() fyne.CanvasObject {
	w, p := v.page.words, v.page.presenter
	v.head = widgets.NewColumnHeader("", "")
	v.bar = widgets.NewBudgetBar()
	v.gone, v.left = widgets.NewSmall("").OneLine(), widgets.NewSmall("").OneLine()
	v.times = widgets.Row(look.Gap, v.gone, layout.NewSpacer(), v.left)
	time := widgets.Column(look.Tight+2, v.bar, v.times)
	v.list = lists.NewRowList(lists.RowShape{ExcerptLines: 1, Fitted: true}, v.row)
	v.list.OnSelected = func(id string) { p.Choose(idOf(id)) }
	v.list.OnActivated = func(id string) { p.Choose(idOf(id)); v.focus() }
	v.list.OnToggle = func(id string) { p.Toggle(idOf(id)) }
	foot := widgets.Column(look.Gap,
		widgets.Row(0, widgets.NewLink(w.T("session.add_item"), v.askItem)),
		widgets.NewPlain(w.T("session.end"), p.End))
	column := widgets.Frame(widgets.Column(0, v.head, widgets.Pad(16, look.Gap+2, time)),
		widgets.Pad(16, look.Wide, foot), nil, nil, v.list)
	return widgets.On(look.Panel, widgets.Frame(nil, nil, nil, widgets.Rule(), column))
}

func (v *talkView) buildHeader() fyne.CanvasObject {
	w, p := v.page.words, v.page.presenter
	v.safe = widgets.NewLink("", func() { p.SetOpen(!p.state.Open) })
	v.more = widgets.NewPlain(w.T("session.more"), v.showMore).WithMark(widgets.Down)
	v.nextTime = widgets.NewPlain(w.T("session.next_time"), p.NextTime)
	v.discussed = widgets.NewPrimary("", p.DiscussNext)
	v.title = widgets.NewText("", look.Title, look.Ink).Bold()
	v.want = widgets.NewSmall("")
	v.header = container.New(&layouts.Heading{Floor: 43}, widgets.Column(1, v.title, v.want), widgets.Row(10, v.safe, v.more, v.nextTime, v.discussed))
	return widgets.Frame(nil, widgets.Rule(), nil, nil, widgets.Pad(look.Edge, 13, v.header))
}

// key gives an item's id as a row's; "last" is what stands open.
func key(id journal.ID) string {
	if id == 0 {
		return "last"
	}
	return id.String()
}

func idOf(key string) journal.ID {
	id, err := journal.ParseID(key)
	if err != nil {
		return 0 // "last"
	}
	return id
}

// row gives the row of an item: ticked or not, minutes spent of those wanted.
func (v *talkView) row(id string) lists.RowContent {
	w := says{v.page.words}
	if id == key(0) {
		return lists.RowContent{Title: w.T("session.last")}
	}
	a, _ := v.state.account(idOf(id))
	row := lists.RowContent{Title: a.Item.Title, Check: true, Checked: a.Item.State == supervision.Discussed && !a.Went}
	row.Trailing = w.state(a)
	if row.Trailing == "" {
		row.Trailing = spent(v.state.Clock.Spent[a.Item.ID], a.Item.Minutes)
	}
	return row
}

// spent says minutes spent of those wanted, where there are any.
func spent(minutes, wanted int) string {
	switch {
	case minutes > 0 && wanted > 0:
		return fmt.Sprintf("%d / %d", minutes, wanted)
	case minutes+wanted > 0:
		return fmt.Sprint(minutes + wanted)
	}
	return ""
}

func (v *talkView) show(s State) {
	before := v.state
	v.state = s
	if s.same(before) && !v.page.fresh {
		v.item.written(s) // somebody types
		return
	}
	v.showTime(s)
	v.showList(s)
	v.showHeader(s)
	if s.At == 0 {
		v.last.show(s)
		v.into(v.last.content)
	} else {
		v.item.show(s)
		v.into(v.item.content)
	}
	if s.At != before.At && !v.page.fresh {
		v.focus()
	}
}

// into puts o at the right, where it isn't there already.
func (v *talkView) into(o fyne.CanvasObject) {
	if len(v.stack.Objects) == 0 || v.stack.Objects[0] != o {
		widgets.Turn(v.stack, o)
	}
}

func (v *talkView) showTime(s State) {
	w, now := says{v.page.words}, v.page.now()
	opened := s.Sitting.Session.Opened.In(now.Location())
	c := s.Clock
	since := w.T("session.talking.since", present.Days{Words: w.Catalog}.Clock(opened), c.Total)
	if c.Total == 0 {
		since = w.T("session.talking.open", present.Days{Words: w.Catalog}.Clock(opened))
	}
	v.head.Set(w.with("session.talking", s.Sitting.With.Name), since)
	gone, left := "", w.T("session.typed_up", w.day(opened, now))
	if c.Live {
		gone = w.N("session.gone", c.Gone)
		left = w.N("session.left", c.Left)
		switch {
		case c.Total == 0:
			left = ""
		case c.Left < 0:
			left = w.N("session.over", -c.Left)
		}
	}
	v.gone.SetText(gone)
	v.left.SetText(left)
	v.times.Refresh()
	v.bar.Hidden = c.Total == 0
	v.bar.Set(float32(max(c.Total, 1)), gone+", "+left, widgets.BudgetPart{Amount: float32(c.Gone), Tone: widgets.Green})
}

func (v *talkView) showList(s State) {
	var items []lists.RowItem
	for _, id := range v.page.presenter.order() {
		items = append(items, lists.RowItem{ID: key(id)})
	}
	v.list.SetItems(items)
	v.list.Select(key(s.At))
}

//words:prefix want.
func (v *talkView) showHeader(s State) {
	w := says{v.page.words}
	it := s.Item()
	title, want := it.Title, ""
	if it.ID == 0 {
		title, want = w.T("session.last"), w.T("session.last.text")
	} else if it.Want != "" {
		want = w.T("want." + string(it.Want))
	}
	v.title.SetText(title)
	v.want.SetText(want)
	v.want.Hidden = want == ""
	v.safe.SetText(w.T("session.safe.on"))
	if s.Open {
		v.safe.SetText(w.T("session.safe.off"))
	}
	v.nextTime.Hidden = !s.Writable()
	v.more.Hidden = !s.Writable() || it.State != supervision.OnAgenda
	switch {
	case s.next(s.At) == 0 && !(s.Writable() && it.State == supervision.OnAgenda):
		v.discussed.SetText(w.T("session.to_end"))
	case s.Writable() && it.State == supervision.OnAgenda:
		v.discussed.SetText(w.T("session.discussed"))
	default:
		v.discussed.SetText(w.T("session.on"))
	}
	v.header.Objects[1].Refresh()
	v.header.Refresh()
	if high := v.header.MinSize().Height; high != v.high {
		v.high = high
		v.right.Refresh()
	}
}

//words:prefix session.park.
func (v *talkView) showMore() {
	w, p := v.page.words, v.page.presenter
	choices := []widgets.MenuChoice{
		{Text: w.T("session.solved"), Chosen: p.Solve},
		{Text: w.T("session.withdraw"), Chosen: p.Drop},
		{},
	}
	for _, where := range supervision.Elsewheres() {
		choices = append(choices, widgets.MenuChoice{Text: w.T("session.park." + string(where)), Chosen: func() { p.Park(supervision.Lot{Elsewhere: where}) }})
	}
	if with := p.state.Sitting.With; with.ID != 0 {
		choices = append(choices, widgets.MenuChoice{Text: w.T("session.park_with", with.Name), Chosen: func() { p.Park(supervision.Lot{With: with.ID}) }})
	}
	widgets.ShowMenu(v.more, choices...)
}

// askItem asks for the title of an item that comes up in the session.
func (v *talkView) askItem() {
	w := v.page.words
	askLine(v.page, w.T("session.add_item.title"), w.T("session.add_item.name"), w.T("session.add_item.yes"), v.page.presenter.AddItem)
}

// addAction takes the keyboard to the field for a new action.
func (v *talkView) addAction() {
	if v.state.Phase == Talking && v.state.At != 0 {
		v.item.deeds.focus()
	}
}

func (v *talkView) focus() {
	if v.state.At == 0 || !v.state.Writable() {
		draw.Focus(v.list)
		return
	}
	v.item.focus()
}

// askLine asks for one line of text, and gives it where it isn't empty.
func askLine(p *Page, title, name, yes string, take func(text string)) {
	field := fields.NewTextLine(name, "")
	var d *widgets.Dialog
	done := func(text string) {
		if text != "" {
			d.Close()
			take(text)
		}
	}
	field.OnSubmitted = done
	d = widgets.ShowDialog(p.frame.Window().Canvas(), title, field,
		widgets.NewPlain(p.words.T("session.cancel"), func() { d.Close() }),
		widgets.NewPrimary(yes, func() { done(field.Text()) }))
}
