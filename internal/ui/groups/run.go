package groups

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
)

// runView shows the meeting that goes on: one large phase, whose turn it is, the clock.
type runView struct {
	page *Page

	keys                   *keys
	phase, whose, clock    *widgets.Text
	left, whole            *widgets.Text
	spent, held            *widgets.BudgetBar // of the phase, and of the meeting
	of, text, read         *widgets.Text
	next                   *widgets.Button
	rest, more, pass, back *widgets.Button
	steps, order           *fyne.Container
	tools, reading         *fyne.Container
	prompts                *fyne.Container
	promptsLine            *widgets.Button
	safe                   *widgets.Button
	private                *fyne.Container
	learning, others       *fields.TextSection
	until                  *widgets.Text
	scroll                 *container.Scroll
	content                *fyne.Container

	meeting journal.ID // that the fields are of
	shown   string     // which steps and voices the lists show
	open    bool       // the fields were shown
}

// newRunView returns the view without a meeting. Its parts are made once, so that what
// is typed and what has the keyboard stay while the clock runs.
func newRunView(p *Page) *runView {
	w := p.says
	v := &runView{page: p}
	v.phase = widgets.NewText("", look.Display, look.Ink).Bold()
	v.whose = widgets.NewText("", look.Subtitle, look.Green).Bold()
	v.clock = widgets.NewText("", look.Clock, look.Ink).Bold()
	v.left, v.whole = widgets.NewSoft(""), widgets.NewSmall("")
	v.spent, v.held = widgets.NewBudgetBar(), widgets.NewBudgetBar()
	v.of, v.text, v.read = widgets.NewSoft(""), widgets.NewBody(""), widgets.NewBody("")
	v.next = widgets.NewPrimary("", p.presenter.Next)
	v.rest = widgets.NewPlain("", p.presenter.Rest)
	v.more = widgets.NewPlain(w.T("groups.more"), p.presenter.More)
	v.pass = widgets.NewPlain(w.T("groups.pass"), p.presenter.Pass)
	v.back = widgets.NewPlain(w.T("groups.back"), p.presenter.Back)
	v.tools = widgets.Wrap(look.Gap, v.next, v.rest, v.more, v.pass, v.back)
	v.steps, v.order, v.prompts = widgets.Column(look.Tight), widgets.Column(look.Tight), widgets.Column(look.Gap)
	v.reading = widgets.GreenCard(v.read)
	time := widgets.Column(look.Tight, v.clock, v.left, v.spent)
	asks := widgets.Column(look.Gap, v.phase, v.whose, v.of, v.text, v.reading)
	v.keys = newKeys(widgets.Column(look.Wide, charts.Pair(0.72, 9, time, asks), v.tools, widgets.NewSmall(w.T("groups.keys"))), v.key)
	v.promptsLine = widgets.NewLink("", func() { p.presenter.SetPrompts(!p.presenter.state.Prompts) })
	v.safe = widgets.NewLink("", func() { p.presenter.SetOpen(!p.presenter.state.Open) })
	end := widgets.NewLink(w.T("groups.end"), p.presenter.End)
	v.learning = fields.NewTextSection(w.T("groups.learning"), w.T("groups.learning.hint"), 3)
	v.learning.OnChanged = func(text string) { p.presenter.Write(learning, text) }
	v.others = fields.NewTextSection(w.T("groups.others"), w.T("groups.others.hint"), 3)
	v.others.OnChanged = func(text string) { p.presenter.Write(others, text) }
	v.until = widgets.NewText("", look.Label, look.AmberInk).Bold()
	v.private = charts.Pair(0.5, 12, v.learning, widgets.Column(look.Tight, v.others, v.until))
	v.private.Hide()
	left := widgets.Column(look.Wide, v.keys, widgets.Wrap(look.Wide, v.safe, v.promptsLine, end), v.prompts, v.private)
	right := widgets.Column(look.Wide, widgets.Column(look.Tight, v.held, v.whole), v.order, v.steps)
	v.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, charts.Pair(0.28, 13, left, right)))
	v.content = container.NewStack(v.scroll)
	return v
}

// key does what a key is for in a meeting, and reports whether it is for anything.
func (v *runView) key(name fyne.KeyName) bool {
	p := v.page.presenter
	do, known := map[fyne.KeyName]func(){
		fyne.KeySpace: p.Rest, fyne.KeyRight: p.Next, fyne.KeyReturn: p.Next, fyne.KeyEnter: p.Next, fyne.KeyLeft: p.Back,
		fyne.KeyUp: p.More, fyne.KeyP: func() { p.SetPrompts(!p.state.Prompts) },
	}[name]
	if known {
		do()
	}
	return known
}

// clear forgets what the fields held, so that nothing of it lies behind the page.
func (v *runView) clear() {
	v.meeting, v.shown = 0, ""
	v.learning.SetText("")
	v.others.SetText("")
}

//words:prefix groups.prompt.

// show brings the view in step with s, at every tick of the clock. The lists are made
// again only where listKey is another, and the fields are filled only for another
// meeting: what is being typed stays.
func (v *runView) show(s State) {
	w := v.page.says
	sit := s.Sitting
	at, is := sit.At()
	voices := sit.Voices(at)
	speaks := at.Of
	if len(voices) > 0 {
		speaks = voices[min(sit.Clock.Voice, len(voices)-1)]
	}
	v.phase.SetText(at.Name)
	v.text.SetText(at.Says)
	if !is {
		v.phase.SetText(w.T("groups.gone"))
		v.text.SetText(w.T("groups.gone.text"))
	}
	v.showCase(sit, at)
	whose := w.T("groups.everybody")
	if speaks != 0 && at.Who != "quiet" && at.Who != "all" {
		whose = w.who(sit.View, speaks)
	}
	v.whose.SetText(whose)
	v.showReading(sit.View.Confidentiality, at.Reads)
	v.showClock(s, at, is)
	v.showNext(sit, at, voices)
	if key := listKey(sit); key != v.shown {
		v.shown = key
		v.showOrder(sit, at, voices)
		v.showSteps(s)
	}
	v.showPrompts(s.Prompts)
	v.showPrivate(s)
	if v.meeting != sit.ID {
		v.meeting = sit.ID
		v.learning.SetText(sit.Learning)
		v.others.SetText(sit.Note.Text)
		v.page.frame.Window().Canvas().Focus(v.keys)
	}
}

// showCase says whose case a phase is about, and which of how many; the writer's own is
// worded apart. A phase about no case hides the line.
func (v *runView) showCase(sit app.MeetingSitting, at app.Step) {
	w := v.page.says
	v.of.Hidden = at.Of == 0
	if at.Of != 0 {
		v.of.SetText(w.T("groups.caseof", w.who(sit.View, at.Of), at.Case, len(sit.Presents)))
		if sit.View.Member(at.Of).Me {
			v.of.SetText(w.T("groups.caseof.mine", at.Case, len(sit.Presents)))
		}
	}
}

// showReading shows the words that are read out, in a phase that asks for it, where the
// group has agreed on some.
func (v *runView) showReading(words string, reads bool) {
	v.reading.Hidden = !reads || words == ""
	v.read.SetText(words)
	v.keys.content.Refresh()
}

// showClock says what is left of the phase, and of the meeting.
func (v *runView) showClock(s State, at app.Step, is bool) {
	w, c := v.page.says, s.Sitting.Clock
	v.clock.Hidden, v.left.Hidden, v.spent.Hidden, v.held.Hidden, v.whole.Hidden = !is, !is, !is, !is, !is
	if !is {
		return
	}
	lengths := s.Sitting.Lengths(s.Sitting.Steps, s.Now)
	length, gone := lengths[c.Step], c.Elapsed(s.Now)
	role, says := look.Ink, w.N("groups.left", minutes(length))
	if gone > length {
		role, says = look.AmberInk, w.N("groups.over", minutes(length))
	}
	v.clock.SetText(clock(length - gone))
	v.clock.SetRole(role)
	v.left.SetText(says)
	fill(v.spent, gone, length, says)
	v.showWhole(s, lengths, gone)
	v.rest.SetText(w.T("groups.rest"))
	if c.Since.IsZero() {
		v.rest.SetText(w.T("groups.goon"))
	}
}

// showWhole says how long the meeting has gone on, and what its phases still take.
func (v *runView) showWhole(s State, lengths []int, gone int) {
	left := -gone
	for _, length := range lengths[s.Sitting.Clock.Step:] {
		left += length
	}
	since, left := int(s.Now.Sub(s.Sitting.Began).Seconds()), max(left, 0)
	says := v.page.says.T("groups.whole", minutes(since), minutes(left))
	v.whole.SetText(says)
	fill(v.held, since, since+left, says)
}

// fill shows how much of a whole is gone.
func fill(bar *widgets.BudgetBar, gone, whole int, says string) {
	bar.Set(float32(max(whole, 1)), says, widgets.BudgetPart{Amount: float32(min(max(gone, 0), whole)), Tone: widgets.Green})
}

// showNext names what the primary button does: who speaks next, or what comes.
func (v *runView) showNext(sit app.MeetingSitting, at app.Step, voices []journal.ID) {
	w, c := v.page.says, sit.Clock
	v.pass.Hidden = c.Voice+1 >= len(voices)
	switch {
	case sit.Last():
		v.next.SetText(w.T("groups.end"))
	case c.Voice+1 < len(voices):
		v.next.SetText(w.T("groups.next.voice", w.who(sit.View, voices[c.Voice+1])))
	default:
		v.next.SetText(w.T("groups.next.phase", sit.Steps[c.Step+1].Name))
	}
	v.tools.Refresh()
}

// listKey tells one state of the lists from another.
func listKey(sit app.MeetingSitting) string {
	c := sit.Clock
	key := sit.ID.String()
	for _, n := range []int{c.Step, c.Voice, len(c.Passed), c.More, len(sit.Present)} {
		key += " " + string(rune('0'+n))
	}
	return key
}

// showOrder lists who speaks one after the other, and who has which turn.
func (v *runView) showOrder(sit app.MeetingSitting, at app.Step, voices []journal.ID) {
	w := v.page.says
	v.order.RemoveAll()
	if len(voices) > 0 {
		v.order.Add(widgets.NewCaption(w.T("groups.order")))
	}
	for i, id := range voices {
		v.order.Add(v.inTurn(w.who(sit.View, id), look.Interface, i-sit.Clock.Voice))
	}
	if sit.Facilitates != 0 || sit.KeepsTime != 0 {
		v.order.Add(widgets.NewSmall(w.T("groups.roles", w.who(sit.View, sit.Facilitates), w.who(sit.View, sit.KeepsTime))))
	}
}

// showSteps lists the phases with their minutes as they are planned now.
func (v *runView) showSteps(s State) {
	w, sit := v.page.says, s.Sitting
	v.steps.RemoveAll()
	v.steps.Add(widgets.NewCaption(w.T("groups.phases")))
	lengths := sit.Lengths(sit.Steps, s.Now)
	for i, step := range sit.Steps {
		name := step.Name
		if step.Of != 0 {
			name = w.T("groups.step", w.who(sit.View, step.Of), step.Name)
		}
		v.steps.Add(v.inTurn(w.T("groups.step.minutes", name, minutes(lengths[i])), look.Label, i-sit.Clock.Step))
	}
}

// inTurn is a line of a list of what comes one after the other: ahead of it stands
// what is on now, at 0, by so many.
func (v *runView) inTurn(name string, size fyne.ThemeSizeName, ahead int) fyne.CanvasObject {
	w := v.page.says
	switch {
	case ahead < 0:
		return widgets.NewText(w.T("groups.spoken", name), size, look.Soft)
	case ahead == 0:
		return widgets.NewText(w.T("groups.speaks", name), size, look.Green).Bold()
	}
	return widgets.NewText(name, size, look.Ink)
}

// promptsOf is how many prompts there are for each trouble, in the order to show them:
// what can't wait stands first, side by side.
var promptsOf = []struct {
	trouble string
	n       int
}{{"clash", 4}, {"voice", 3}, {"silence", 3}, {"hold", 3}}

// showPrompts unfolds what may help whoever facilitates.
func (v *runView) showPrompts(on bool) {
	w := v.page.says
	v.promptsLine.SetText(w.T("groups.prompts"))
	v.prompts.Hidden = !on
	if !on {
		if len(v.prompts.Objects) > 0 {
			v.prompts.RemoveAll()
			v.scroll.ScrollToTop()
		}
		return
	}
	v.promptsLine.SetText(w.T("groups.prompts.fold"))
	if len(v.prompts.Objects) > 0 {
		return
	}
	sides := [2]*fyne.Container{widgets.Column(look.Wide), widgets.Column(look.Wide)}
	for i, of := range promptsOf {
		lines := widgets.Column(look.Tight, widgets.NewCaption(w.T("groups.prompt."+of.trouble)))
		for i := range of.n {
			lines.Add(widgets.NewText(w.T("groups.prompt."+of.trouble+"."+string(rune('1'+i))), look.Interface, look.Ink))
		}
		sides[i%2].Add(lines)
	}
	v.prompts.Add(charts.Pair(0.5, 15, sides[0], sides[1]))
	v.prompts.Add(widgets.NewSmall(w.T("groups.prompts.why")))
	urgent := sides[0].Objects[0]
	v.page.frame.Do(func() { v.reveal(urgent) }) // once it has its place
}

// reveal brings the prompts that can't wait into view, and moves nothing where they are in
// view already: the clock stays there as long as there is room for both.
func (v *runView) reveal(urgent fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(urgent).Y - driver.AbsolutePositionForObject(v.scroll).Y
	below := top + urgent.Size().Height + look.Wide - v.scroll.Size().Height
	if by := min(below, top-3*look.Edge); by > 0 && v.prompts.Visible() {
		v.scroll.ScrollToOffset(v.scroll.Offset.AddXY(0, by))
	}
}

// showPrivate shows what the writer writes for themselves, once the safe screen is off.
func (v *runView) showPrivate(s State) {
	w := v.page.says
	v.safe.SetText(w.T("groups.safe.on"))
	if s.Open {
		v.safe.SetText(w.T("groups.safe.off"))
	}
	quiet := s.Sitting.Procedure.Quiet && !s.Sitting.Last()
	v.safe.Hidden = quiet
	v.private.Hidden = !s.Open || quiet
	until := s.Now
	v.until.SetText(w.T("groups.note.kept", w.desk.SayDay(journal.DateOf(until).AddDays(app.OthersDays))))
	if s.Sitting.Note.ID != 0 {
		v.until.SetText(w.T("groups.note.kept", w.desk.SayDay(s.Sitting.Note.Until())))
	}
	if now := !v.private.Hidden; now != v.open {
		if v.open = now; now {
			v.learning.FocusEnd()
			v.page.frame.Do(func() { fields.RevealFocused(v.page.frame.Window(), v.scroll) }) // once it has its place
		} else {
			v.page.frame.Window().Canvas().Focus(v.keys)
		}
	}
}

// keys is a card that takes the keys of a meeting while it has the keyboard.
type keys struct {
	draw.Control
	ground  *widgets.Ground
	content *fyne.Container
	on      func(fyne.KeyName) bool
}

// newKeys returns the card around body. on gets each key first and reports whether it
// was one of the meeting's.
func newKeys(body fyne.CanvasObject, on func(fyne.KeyName) bool) *keys {
	k := &keys{ground: widgets.NewGround(look.Surface, look.Border, look.RadiusCard), on: on}
	k.content = container.NewStack(k.ground, widgets.Pad(look.Edge, look.Wide, body))
	k.ExtendBaseWidget(k)
	return k
}

// FocusGained shows that the keys of the meeting work.
func (k *keys) FocusGained() { k.Control.FocusGained(); k.ground.SetRoles(look.Surface, look.Green) }

// Tapped takes the keyboard.
func (k *keys) Tapped(*fyne.PointEvent) { draw.Focus(k) }

// FocusLost takes that away.
func (k *keys) FocusLost() { k.Control.FocusLost(); k.ground.SetRoles(look.Surface, look.Border) }

// TypedKey does what a key is for in a meeting; Escape goes to the window.
func (k *keys) TypedKey(e *fyne.KeyEvent) {
	if !k.on(e.Name) {
		k.Pressed(e.Name, func() {})
	}
}

// Inside returns what the card holds.
func (k *keys) Inside() []fyne.CanvasObject { return []fyne.CanvasObject{k.content} }

// CreateRenderer is called by Fyne.
func (k *keys) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(k.content) }
