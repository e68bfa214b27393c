package session

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/session/layouts"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// endingView asks one outcome kind for each discussed item that owes one, and of
// each that was written about without a tick whether it was discussed. A digit
// answers for the item that is selected; the arrows go on to the next.
type endingView struct {
	page    *Page
	content fyne.CanvasObject
	header  *widgets.Header
	finish  *widgets.Button
	list    *lists.RowList
	kinds   []*widgets.Chip
	not     *widgets.Chip   // says that the selected item wasn't discussed
	chips   *fyne.Container // around kinds and not
	took    *fields.TextLine
	rest    *widgets.Text
	agreed  *widgets.Text // who does what by when
	about   *aboutForm
	fold    *widgets.FoldOut // around about
	text    *widgets.Text
	body    *fyne.Container
	scroll  *container.Scroll // around the foot
	state   State
}

//words:prefix session.kind.
func newEndingView(p *Page) *endingView {
	v := &endingView{page: p}
	w := p.words
	v.finish = widgets.NewPrimary(w.T("session.finish"), p.finish)
	v.header = widgets.NewHeader(w.T("session.ending"), "", widgets.NewPlain(w.T("session.resume"), p.presenter.Resume), v.finish)
	v.list = lists.NewRowList(lists.RowShape{Chips: true}, v.row)
	v.list.OnSelected = func(string) { v.showKinds() }
	v.list.OnActivated = func(string) { p.finish() }
	v.list.OnKey = v.key
	v.chips = widgets.Wrap(look.Gap)
	for i, k := range supervision.OutcomeKinds() {
		chip := widgets.NewChip(strconv.Itoa(i+1)+" "+w.T("session.kind."+string(k)), widgets.Neutral, func() { v.choose(k) })
		v.kinds = append(v.kinds, chip)
		v.chips.Add(chip)
	}
	v.not = widgets.NewChip("0 "+w.T("session.not_discussed"), widgets.Amber, v.notDiscussed)
	v.chips.Add(v.not)
	v.took = fields.NewTextLine(w.T("session.took"), "").Prefilled()
	v.took.OnChanged = func(text string) {
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			p.presenter.SetTook(n)
		}
	}
	v.took.OnSubmitted = func(string) { p.finish() }
	v.text, v.rest, v.agreed = widgets.NewSoft(w.T("session.ending.text")), widgets.NewSmall(""), widgets.NewSmall("")
	v.about = newAboutForm(p, true)
	v.fold = widgets.NewFoldOut(w.T("session.about"), v.about.content)
	top := widgets.Column(look.Wide, v.text, v.chips)
	foot := widgets.Column(look.Wide, v.agreed, v.rest, widgets.Row(0, widgets.Sized(150, 1, v.took), layout.NewSpacer()), v.fold)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, foot))
	v.about.keepInView(v.scroll)
	body := container.New(&layouts.Footed{Foot: v.scroll}, widgets.Pad(look.Edge, look.Wide, top), v.list, widgets.Wheel(v.scroll))
	v.content = widgets.Frame(v.header, nil, nil, nil, body)
	v.body = body
	v.fold.OnTurned = func(open bool) {
		body.Refresh()
		if open {
			v.scroll.ScrollToBottom()
		}
	}
	return v
}

// row shows an item with its kind, or that it still waits for one.
func (v *endingView) row(id string) lists.RowContent {
	w := v.page.words
	a, _ := v.state.account(idOf(id))
	chip := lists.RowChip{Text: w.T("session.kind.open"), Tone: widgets.Amber}
	if a.Item.State == supervision.OnAgenda {
		chip = lists.RowChip{Text: w.T("session.unticked"), Tone: widgets.Warm}
	} else if k := v.state.Kinds[a.Item.ID]; k != "" {
		chip = lists.RowChip{Text: w.T("session.kind." + string(k)), Tone: widgets.Green}
	}
	return lists.RowContent{Title: a.Item.Title, Chips: []lists.RowChip{chip}}
}

// key answers for the selected item by a digit.
func (v *endingView) key(_ string, name fyne.KeyName) {
	n, err := strconv.Atoi(string(name))
	if err == nil && n == 0 {
		v.notDiscussed()
	} else if all := supervision.OutcomeKinds(); err == nil && n >= 1 && n <= len(all) {
		v.choose(all[n-1])
	}
}

func (v *endingView) choose(kind supervision.OutcomeKind) {
	if id, selected := v.list.Selected(); selected {
		v.page.presenter.SetKind(idOf(id), kind)
	}
}

func (v *endingView) notDiscussed() {
	if id, selected := v.list.Selected(); selected && v.unticked(idOf(id)) {
		v.page.presenter.NotDiscussed(idOf(id))
	}
}

func (v *endingView) unticked(item journal.ID) bool {
	a, known := v.state.account(item)
	return known && !a.Went && a.Item.State == supervision.OnAgenda
}

// open gives the first item that waits for an answer, 0 for none.
func (v *endingView) open(asked []supervision.Account) journal.ID {
	for _, a := range asked {
		if v.unticked(a.Item.ID) || v.state.Kinds[a.Item.ID] == "" {
			return a.Item.ID
		}
	}
	return 0
}

func (v *endingView) show(s State) {
	v.state = s
	w := v.page.words
	asked := append(s.Unticked(), s.Owing()...)
	var items []lists.RowItem
	for _, a := range asked {
		items = append(items, lists.RowItem{ID: key(a.Item.ID)})
	}
	v.list.SetItems(items)
	if _, selected := v.list.Selected(); !selected && len(items) > 0 {
		v.list.Select(items[0].ID)
		if next := v.open(asked); next != 0 {
			v.list.Select(key(next))
		}
	}
	v.chips.Hidden = len(asked) == 0 // there is nothing to give a kind
	switch {
	case len(s.Unticked()) > 0:
		v.text.SetText(w.T("session.ending.unticked"))
	case len(asked) > 0:
		v.text.SetText(w.T("session.ending.text"))
	case len(s.Discussed()) > 0:
		v.text.SetText(w.T("session.ending.standing"))
	default:
		v.text.SetText(w.T("session.ending.nothing"))
	}
	v.header.Set(w.T("session.ending"), says{w}.with("session.talking", s.Sitting.With.Name))
	v.showRest(s)
	v.showAgreed(s)
	v.showKinds()
	v.about.show(s)
	if v.page.fresh {
		v.fold.SetOpen(s.Review.Shared != "" || s.Review.Disagreement != "")
	}
	v.body.Refresh() // notes may have grown
	if n, err := strconv.Atoi(strings.TrimSpace(v.took.Text())); v.page.fresh || err == nil && n != s.Took {
		v.took.SetText(strconv.Itoa(s.Took))
	}
	if s.Settled() {
		v.finish.Enable()
	} else {
		v.finish.Disable()
	}
}

// showRest says what comes next time.
func (v *endingView) showRest(s State) {
	var titles []string
	for _, a := range s.Sitting.Account {
		if a.Went || v.unreached(a) || s.Kinds[a.Item.ID] == supervision.Deferred {
			titles = append(titles, a.Item.Title)
		}
	}
	v.rest.SetText("")
	if len(titles) > 0 {
		v.rest.SetText(v.page.words.T("session.ending.rest", strings.Join(titles, " · ")))
	}
}

// unreached tells whether an item is left that nobody asks about.
func (v *endingView) unreached(a supervision.Account) bool {
	return a.Item.State == supervision.OnAgenda &&
		!slices.ContainsFunc(v.state.Unticked(), func(u supervision.Account) bool { return u.Item.ID == a.Item.ID })
}

// showAgreed says who does what by when, as long as it can still be changed.
func (v *endingView) showAgreed(s State) {
	w, now := says{v.page.words}, v.page.now()
	var lines []string
	for _, a := range s.Sitting.Actions {
		lines = append(lines, w.T("session.ending.action", a.Text, w.taken(a, s.Sitting.With.Name, now)))
	}
	v.agreed.Hidden = len(lines) == 0
	v.agreed.SetText(strings.Join(lines, "\n"))
}

// showKinds marks the kind of the selected item.
func (v *endingView) showKinds() {
	id, _ := v.list.Selected()
	for i, k := range supervision.OutcomeKinds() {
		v.kinds[i].SetSelected(v.state.Kinds[idOf(id)] == k)
	}
	if hidden := !v.unticked(idOf(id)); hidden != v.not.Hidden {
		v.not.Hidden = hidden
		v.chips.Refresh()
	}
}

func (v *endingView) focus() {
	if v.list.Len() > 0 {
		draw.Focus(v.list)
		return
	}
	draw.Focus(v.finish)
}

// endedView stands between the session and what is for oneself: somebody else may
// still see the screen.
type endedView struct {
	page    *Page
	content fyne.CanvasObject
	text    *widgets.Text
	goOn    *widgets.Button
}

func newEndedView(p *Page) *endedView {
	w := p.words
	v := &endedView{page: p, text: widgets.NewBody("")}
	v.goOn = widgets.NewPrimary(w.T("session.ended.go"), p.presenter.GoOn)
	column := widgets.Column(look.Wide, v.text, widgets.NewSoft(w.T("session.ended.alone")),
		widgets.Row(10, v.goOn, widgets.NewPlain(w.T("session.ended.later"), p.leave)))
	v.content = widgets.Frame(widgets.NewHeader(w.T("session.ended"), ""), nil, nil, nil,
		widgets.Column(0, widgets.Pad(look.Edge, look.Edge, column)))
	return v
}

func (v *endedView) show(s State) {
	discussed, went := len(s.Discussed()), 0
	for _, a := range s.Sitting.Account {
		if a.Went {
			went++
		}
	}
	w := v.page.words
	v.text.SetText(w.N("session.ended.discussed", discussed) + " " + w.N("session.ended.went", went) + " " +
		w.N("session.ended.actions", len(s.Sitting.Actions)))
	v.content.Refresh()
}

func (v *endedView) focus() { draw.Focus(v.goOn) }
