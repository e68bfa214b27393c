package journal

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// shareCard is the green card: the words that others may read, beside a text
// that stays private. While it is closed, a line offers it.
type shareCard struct {
	page    *Page
	content *fyne.Container
	closed  *fyne.Container
	open    *fyne.Container

	heading, place     *widgets.Text
	title              *fields.TextLine
	words              *fields.TextSection
	hints              *hints.Hints // of words
	writing            bool         // words has the keyboard
	start              *widgets.Button
	begin              *fyne.Container // holds start
	reading            *fyne.Container
	want, minutes, due *widgets.Chip
	urgent             *fyne.Container
	who                *fields.TextLine
	contact            *widgets.Text
	toSettings         *widgets.Button
}

func newShareCard(p *Page) *shareCard {
	c := &shareCard{page: p}
	w := p.words
	c.closed = widgets.Wrap(look.Wide,
		widgets.NewPlain(w.T("journal.bring"), func() { p.bring(journal.Next) }),
		widgets.NewLink(w.T("journal.share.open"), func() { p.writer.OpenCard(); c.focus() }))
	c.buildFields()
	c.buildChips()
	c.buildUrgent()
	head := widgets.Row(look.Gap, widgets.Sign(widgets.Diamond, look.Green), c.heading, layout.NewSpacer(), c.place)
	c.begin = widgets.Row(0, c.start)
	chips := widgets.Wrap(6, c.want, c.minutes, c.due)
	c.open = widgets.GreenCard(widgets.Column(10, head, c.title, c.words, c.hints.Question(c.asked), c.reading, c.begin, chips, c.urgent,
		widgets.NewSmall(w.T("journal.share.note"))))
	c.content = widgets.Column(0, c.closed, c.open)
	return c
}

func (c *shareCard) buildFields() {
	w, writer := c.page.words, c.page.writer
	c.heading = widgets.NewText("", look.Interface, look.Green).Bold().OneLine()
	c.place = widgets.NewSmall("").OneLine()
	c.title = fields.NewTextLine("", w.T("journal.share.title"))
	c.title.OnChanged = writer.SetShareTitle
	c.words = fields.NewTextSection("", w.T("journal.share.words"), 2)
	c.hints = hints.New(c.page.frame, c.page.desk, c.words)
	c.words.OnChanged = func(text string) {
		writer.SetShareWords(text)
		c.hints.Changed(text)
	}
	c.words.OnFocus = func(on bool) { c.writing = on }
	c.start = widgets.NewLink(w.T("journal.share.start"), c.propose)
	c.reading = widgets.Notice(widgets.Amber, w.T("journal.proposal"),
		widgets.NewLink(w.T("journal.proposal.drop"), writer.DropProposal),
		widgets.NewLink(w.T("journal.proposal.keep"), writer.KeepProposal))
}

// propose begins the words to share from those of the entry, and says why where there
// are none to begin from.
func (c *shareCard) propose() {
	text, passage := c.page.editor.passage()
	if !c.page.writer.Propose(text, passage) && strings.TrimSpace(passage) != "" {
		c.page.frame.Notify(c.page.words.T("journal.share.graphic"), false)
	}
}

func (c *shareCard) buildChips() {
	c.want = widgets.NewMenuChip("", c.chooseWant)
	c.minutes = widgets.NewMenuChip("", c.chooseMinutes)
	c.due = widgets.NewMenuChip("", c.chooseFlag)
}

// buildUrgent makes what is asked when it can't wait.
func (c *shareCard) buildUrgent() {
	w := c.page.words
	c.who = fields.NewTextLine(w.T("journal.who"), w.T("journal.who.hint"))
	c.who.OnChanged = c.page.writer.SetWhoKnows
	c.contact = widgets.NewText("", look.Label, look.Ink)
	c.toSettings = widgets.NewLink(w.T("journal.care.set"), func() { c.page.frame.Open("settings", 0) })
	c.urgent = widgets.Column(look.Gap, c.who, c.contact, widgets.Row(0, c.toSettings))
}

// show fills the card.
func (c *shareCard) show(s State) {
	c.closed.Hidden, c.open.Hidden = s.Sharing, !s.Sharing
	share := s.Entry.Share
	c.heading.SetText(c.page.words.T(flagKeys[s.Entry.Flag].heading))
	c.place.SetText(c.where(s))
	if c.title.Text() != share.Title {
		c.title.SetText(share.Title)
	}
	shown := share.Words
	if s.Proposal.Shown {
		shown = s.Proposal.Words
	}
	c.words.SetText(shown)
	c.hints.Changed(shown)
	c.reading.Hidden, c.begin.Hidden = !s.Proposal.Shown, s.Proposal.Shown
	c.showChips(s.Entry)
	c.showUrgent(s)
	c.content.Refresh()
}

// asked makes room for a question about what is named in the words, or takes it away.
func (c *shareCard) asked() {
	c.content.Refresh()
	c.page.editor.column.Refresh()
}

// flagKeys are the text keys of the card's heading and of its chip.
var flagKeys = map[journal.Flag]struct{ heading, due string }{
	journal.NoFlag: {"journal.share.open", "journal.flag.none"},
	journal.Next:   {"journal.bring", "journal.flag.next"},
	journal.Urgent: {"journal.bring.urgent", "journal.flag.urgent"},
}

// where says which session it will be talked about in, or what is missing.
func (c *shareCard) where(s State) string {
	w := c.page.words
	switch {
	case !s.Place.Start.IsZero() && s.Place.With != "":
		return w.T("journal.place.with", present.Days{Words: w}.Short(s.Place.Start, c.page.desk.Now()), s.Place.With)
	case !s.Place.Start.IsZero():
		return present.Days{Words: w}.Short(s.Place.Start, c.page.desk.Now())
	case s.Entry.Flag != journal.NoFlag && !s.Entry.Share.Ready():
		return w.T("journal.place.needs")
	case s.Entry.Flag != journal.NoFlag:
		return w.T("journal.place.waiting")
	}
	return ""
}

//words:prefix want.
func (c *shareCard) showChips(e journal.Entry) {
	w := c.page.words
	c.want.SetText(w.T("want." + string(wantOf(e))))
	c.minutes.SetText(w.N("journal.minutes", minutesOf(e)))
	c.due.SetText(w.T(flagKeys[e.Flag].due))
}

func wantOf(e journal.Entry) supervision.Want {
	if e.Share.Want == "" {
		return app.UsualWant
	}
	return supervision.Want(e.Share.Want)
}

func minutesOf(e journal.Entry) int {
	if e.Share.Minutes == 0 {
		return app.UsualMinutes
	}
	return e.Share.Minutes
}

func (c *shareCard) showUrgent(s State) {
	c.urgent.Hidden = s.Entry.Flag != journal.Urgent
	if c.who.Text() != s.Entry.Share.WhoKnows {
		c.who.SetText(s.Entry.Share.WhoKnows)
	}
	text := c.page.words.T("journal.care.none")
	if s.Contact != "" {
		text = c.page.words.T("journal.care", s.Contact)
	}
	c.contact.SetText(text)
	c.toSettings.Hidden = s.Contact != ""
}

func (c *shareCard) chooseWant() {
	now := wantOf(c.page.writer.entry)
	var choices []widgets.MenuChoice
	for _, want := range supervision.Wants() {
		choices = append(choices, widgets.MenuChoice{
			Text: c.page.words.T("want." + string(want)), Checked: want == now,
			Chosen: func() { c.page.writer.SetWant(want) },
		})
	}
	widgets.ShowMenu(c.want, choices...)
}

func (c *shareCard) chooseMinutes() {
	now := minutesOf(c.page.writer.entry)
	var choices []widgets.MenuChoice
	for _, n := range []int{5, 10, 15, 20, 30, 45} {
		choices = append(choices, widgets.MenuChoice{
			Text: c.page.words.N("journal.minutes", n), Checked: n == now,
			Chosen: func() { c.page.writer.SetMinutes(n) },
		})
	}
	widgets.ShowMenu(c.minutes, choices...)
}

func (c *shareCard) chooseFlag() {
	now := c.page.writer.entry.Flag
	var choices []widgets.MenuChoice
	for _, flag := range []journal.Flag{journal.Next, journal.Urgent, journal.NoFlag} {
		choices = append(choices, widgets.MenuChoice{
			Text: c.page.words.T(flagKeys[flag].due), Checked: flag == now,
			Chosen: func() { c.page.writer.SetFlag(flag) },
		})
	}
	widgets.ShowMenu(c.due, choices...)
}

// focus takes the keyboard to what is still to be written, and brings the card
// into view.
func (c *shareCard) focus() {
	c.page.editor.sheet.ScrollToBottom()
	if c.title.Text() == "" {
		c.title.Focus()
		return
	}
	c.words.Focus()
}
