package supervision

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// itemForm asks for an agenda item: a title and words that can be shared; all
// else has a usual value or may stay empty.
type itemForm struct {
	page *Page
	item supervision.AgendaItem
	keep func(supervision.AgendaItem)

	title, question, who    *fields.TextLine
	words, private          *fields.TextSection
	hints                   *hints.Hints // of words
	want, minutes, function *widgets.Chip
	urgency, park           *widgets.Chip
	stem, audience          *widgets.Chip
	split                   *widgets.Button
	lenses                  map[supervision.Lens]*widgets.Chip
	more                    *widgets.FoldOut
	missing                 *widgets.Text
	dialog                  *widgets.Dialog
}

// editItem asks for a new item, where it has no ID, or for changes to one, and
// gives the form.
func (p *Page) editItem(it supervision.AgendaItem) *itemForm {
	title, button := "supervision.item.edit", "supervision.item.keep"
	if it.ID == 0 {
		title, button = "supervision.item.new", "supervision.item.add"
		it.Want, it.Minutes = app.UsualWant, app.UsualMinutes
	}
	f := &itemForm{page: p, item: it, keep: p.presenter.SaveItem}
	f.open(title, button, fields.FormName(itemForms, it.ID))
	return f
}

// writeWords asks for the words to share of a flagged entry that has none, and
// gives the form.
func (p *Page) writeWords(l Line) *itemForm {
	entry := l.Entry
	it := supervision.AgendaItem{
		Title: entry.Share.Title, Words: entry.Share.Words, WhoKnows: entry.Share.WhoKnows,
		Want: supervision.Want(entry.Share.Want), Minutes: entry.Share.Minutes, Urgency: supervision.Urgency(entry.Flag),
		Entries: []journal.ID{entry.ID},
	}
	if it.Want == "" {
		it.Want = app.UsualWant
	}
	if it.Minutes == 0 {
		it.Minutes = app.UsualMinutes
	}
	f := &itemForm{page: p, item: it, keep: func(it supervision.AgendaItem) { p.presenter.WriteWords(entry.ID, it) }}
	f.open("supervision.words.title", "supervision.words.keep", fields.FormName(wordsForms, entry.ID))
	return f
}

// open builds the form and shows it; name is by what its words wait. Only an item that
// was kept can be parked or split, and where words are asked for entries that have
// none, what is private and for whom it is stay out.
func (f *itemForm) open(title, button, name string) {
	w, p := f.page.words, f.page
	f.build()
	buttons := []*widgets.Button{
		widgets.NewPlain(w.T("supervision.form.cancel"), func() { f.dialog.Leave() }),
		widgets.NewPrimary(w.T(button), f.submit),
	}
	if len(f.item.Entries) > 0 {
		entry := f.item.Entries[0]
		read := widgets.NewLink(w.T("supervision.item.entry"), func() { f.dialog.Leave(); p.openEntry(entry) })
		buttons = append([]*widgets.Button{read}, buttons...)
	}
	named := f.hints.Question(func() {
		if f.dialog != nil {
			f.dialog.Refresh()
		}
	})
	shared := widgets.GreenCard(widgets.Column(10, f.title, f.words, named))
	chips := widgets.Wrap(6, f.want, f.minutes, f.urgency, f.function, f.park)
	f.park.Hidden = f.item.ID == 0
	f.split.Hidden = f.item.ID == 0 || len(f.item.Entries) == 0
	f.private.Hidden = f.item.ID == 0 && len(f.item.Entries) > 0
	f.audience.Hidden = f.item.ID == 0 && len(f.item.Entries) > 0
	f.function.Hidden = f.item.Standing != "" || f.item.ID == 0 && len(f.item.Entries) > 0
	f.question.Hidden, f.stem.Hidden = f.function.Hidden, f.function.Hidden
	body := widgets.Column(look.Wide, widgets.NewSoft(w.T("supervision.item.safe")), shared, f.missing, chips, f.more)
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T(title), body, buttons...)
	f.dialog.OnClosed(f.hints.Close)
	p.forms.Open(name, f.dialog, body)
	f.hints.Changed(f.words.Text())
	p.forms.Focus(name, f.title.FocusEnd)
}

// build makes fields and chips as the item has them. The fold begins open where
// something in it is filled in or asked for, so that it isn't overlooked.
func (f *itemForm) build() {
	w := f.page.words
	f.title = fields.NewTextLine(w.T("supervision.item.title"), w.T("supervision.item.title.hint"))
	f.title.SetText(f.item.Title)
	f.title.OnSubmitted = func(string) { f.words.Focus() }
	f.words = fields.NewTextSection(w.T("supervision.item.words"), w.T("supervision.item.words.hint"), 3)
	f.words.SetText(f.item.Words)
	f.hints = hints.New(f.page.frame, f.page.desk, f.words)
	f.words.OnChanged = f.hints.Changed
	f.hints.Changed(f.item.Words)
	f.missing = widgets.NewText(w.T("supervision.item.missing"), look.Label, look.WarmInk)
	f.missing.Hide()
	f.want = widgets.NewMenuChip("", f.chooseWant)
	f.minutes = widgets.NewMenuChip("", f.chooseMinutes)
	f.function = widgets.NewMenuChip("", f.chooseFunction)
	f.question = fields.NewTextLine(w.T("supervision.item.question"), w.T("supervision.item.question.hint"))
	f.question.SetText(f.item.KeyQuestion)
	f.who = fields.NewTextLine(w.T("supervision.item.who"), w.T("supervision.item.who.hint"))
	f.who.SetText(f.item.WhoKnows)
	f.urgency = widgets.NewMenuChip("", f.chooseUrgency)
	f.park = widgets.NewMenuChip(w.T("supervision.park"), func() { f.page.showParkMenu(f.park, f.item, func() { f.dialog.Leave() }) })
	f.private = fields.NewTextSection(w.T("supervision.item.private"), w.T("supervision.item.private.hint"), 1)
	f.private.SetText(f.item.Private)
	f.stem = widgets.NewMenuChip(w.T("supervision.item.stem"), f.chooseStem)
	f.audience = widgets.NewMenuChip("", f.chooseAudience)
	f.split = widgets.NewLink(w.T("supervision.item.split"), f.another)
	f.lenses = map[supervision.Lens]*widgets.Chip{}
	f.more = widgets.NewFoldOut(w.T("supervision.item.more"), widgets.Column(10, f.question, f.who,
		widgets.Wrap(6, f.stem, f.audience, f.split),
		f.lensChips("supervision.item.lenses", supervision.Lenses()), f.lensChips("supervision.item.stakeholders", supervision.Stakeholders()),
		f.private))
	f.more.SetOpen(f.item.KeyQuestion != "" || f.item.Audience != "" || f.item.Private != "" || f.item.WhoKnows != "" || len(f.item.Lenses) > 0 || f.item.AskWhoKnows())
	f.more.OnTurned = func(bool) { f.dialog.Refresh() }
	f.showChips()
}

// showChips has each chip say what is chosen, or that nothing is. An item without
// urgency shows as one for sometime.
//
//words:prefix want.
//words:prefix audience.
func (f *itemForm) showChips() {
	w := f.page.words
	want := "supervision.item.no_want"
	if f.item.Want != "" {
		want = "want." + string(f.item.Want)
	}
	if f.item.Function != "" {
		f.function.SetText(f.page.terms().title(f.item.Function))
	} else {
		f.function.SetText(w.T("supervision.item.no_function"))
	}
	f.want.SetText(w.T(want))
	f.minutes.SetText(w.N("supervision.minutes", f.item.Minutes))
	audience := "supervision.item.anybody"
	if f.item.Audience != "" {
		audience = "audience." + string(f.item.Audience)
	}
	f.audience.SetText(w.T("supervision.item.for", w.T(audience)))
	urgency := f.item.Urgency
	if urgency == "" {
		urgency = supervision.Sometime
	}
	f.urgency.SetText(w.T("supervision.urgency." + string(urgency)))
}

// lensChips lets choose where to look from; none has to be.
//
//words:prefix supervision.lens.
func (f *itemForm) lensChips(key string, lenses []supervision.Lens) fyne.CanvasObject {
	w := f.page.words
	row := widgets.Wrap(6)
	for _, lens := range lenses {
		chip := widgets.NewChip(w.T("supervision.lens."+string(lens)), widgets.Neutral, func() { f.toggle(lens) })
		chip.SetSelected(slices.Contains(f.item.Lenses, lens))
		f.lenses[lens] = chip
		row.Add(chip)
	}
	return widgets.Column(look.Tight, widgets.NewCaption(w.T(key)), row)
}

// toggle takes a lens, or takes it back.
func (f *itemForm) toggle(lens supervision.Lens) {
	chosen := !slices.Contains(f.item.Lenses, lens)
	f.item.Lenses = slices.DeleteFunc(slices.Clone(f.item.Lenses), func(l supervision.Lens) bool { return l == lens })
	if chosen {
		f.item.Lenses = append(f.item.Lenses, lens)
	}
	f.lenses[lens].SetSelected(chosen)
}

//words:prefix supervision.urgency.

// chooseUrgency asks how soon; of what is urgent, also who needs to know before.
func (f *itemForm) chooseUrgency() {
	var choices []widgets.MenuChoice
	for _, urgency := range supervision.Urgencies() {
		choices = append(choices, f.choice("supervision.urgency."+string(urgency), urgency == f.item.Urgency, func() {
			f.item.Urgency = urgency
			if f.item.AskWhoKnows() {
				f.more.SetOpen(true)
				f.who.Focus()
			}
		}))
	}
	widgets.ShowMenu(f.urgency, choices...)
}

// chooseWant asks what is wanted from the item; there is no choice of nothing.
func (f *itemForm) chooseWant() {
	var choices []widgets.MenuChoice
	for _, want := range supervision.Wants() {
		choices = append(choices, f.choice("want."+string(want), want == f.item.Want, func() { f.item.Want = want }))
	}
	widgets.ShowMenu(f.want, choices...)
}

// choice gives a line of a menu that changes the item.
func (f *itemForm) choice(key string, now bool, set func()) widgets.MenuChoice {
	return widgets.MenuChoice{Text: f.page.words.T(key), Checked: now, Chosen: func() {
		set()
		f.showChips()
		f.dialog.Refresh()
	}}
}

// itemMinutes are the lengths that are offered for an item.
var itemMinutes = []int{5, 10, 15, 20, 30, 45, 60}

// chooseMinutes offers itemMinutes; another length stays until one is chosen.
func (f *itemForm) chooseMinutes() {
	var choices []widgets.MenuChoice
	for _, n := range itemMinutes {
		c := f.choice("", n == f.item.Minutes, func() { f.item.Minutes = n })
		c.Text = f.page.words.N("supervision.minutes", n)
		choices = append(choices, c)
	}
	widgets.ShowMenu(f.minutes, choices...)
}

// chooseFunction asks what kind of item it is, and in whose terms to say so.
//
//words:prefix supervision.terms.
func (f *itemForm) chooseFunction() {
	terms := f.page.terms()
	choices := []widgets.MenuChoice{
		f.choice("supervision.item.no_function", f.item.Function == "", func() { f.item.Function = "" }),
	}
	for _, function := range supervision.Functions() {
		c := f.choice("", function == f.item.Function, func() { f.item.Function = function })
		c.Text = terms.title(function)
		choices = append(choices, c)
	}
	choices = append(choices, widgets.MenuChoice{})
	for _, set := range supervision.LabelSets() {
		choices = append(choices, widgets.MenuChoice{
			Text: f.page.words.T("supervision.terms." + string(set)), Checked: set == terms.set,
			Chosen: func() { f.page.presenter.SetTerms(set, func() { f.showChips(); f.dialog.Refresh() }) },
		})
	}
	widgets.ShowMenu(f.function, choices...)
}

// chooseAudience asks for whom alone the item is; in copies for others it is
// left out.
func (f *itemForm) chooseAudience() {
	choices := []widgets.MenuChoice{
		f.choice("supervision.item.anybody", f.item.Audience == "", func() { f.item.Audience = "" }),
	}
	for _, a := range supervision.Audiences() {
		choices = append(choices, f.choice("audience."+string(a), a == f.item.Audience, func() { f.item.Audience = a }))
	}
	widgets.ShowMenu(f.audience, choices...)
}

// stems is how many beginnings of a question are offered.
const stems = 6

// chooseStem offers beginnings for the question.
//
//words:prefix supervision.stem.
func (f *itemForm) chooseStem() {
	var choices []widgets.MenuChoice
	for n := range stems {
		stem := f.page.words.T("supervision.stem." + strconv.Itoa(n+1))
		choices = append(choices, widgets.MenuChoice{Text: stem, Chosen: func() { f.begin(stem) }})
	}
	widgets.ShowMenu(f.stem, choices...)
}

// begin has the question begin with a stem. What was written of it stays.
func (f *itemForm) begin(stem string) {
	f.question.SetText(strings.TrimSuffix(stem, "…") + f.question.Text())
	f.question.Focus()
}

// another asks for a further item of the same entries.
func (f *itemForm) another() {
	f.dialog.Leave()
	f.page.split(f.item)
}

// split asks for a further item of the entries behind one. It begins with that one's
// want, urgency and themes, but with no words: those are its own.
func (p *Page) split(of supervision.AgendaItem) {
	next := &itemForm{page: p, item: supervision.AgendaItem{Want: of.Want, Minutes: app.UsualMinutes, Urgency: of.Urgency, Themes: of.Themes}}
	next.keep = func(it supervision.AgendaItem) { p.presenter.Split(of.ID, it) }
	next.open("supervision.item.split.title", "supervision.item.add", fields.FormName(splitForms, of.ID))
}

// submit keeps the item, or says what is missing and takes the keyboard there.
func (f *itemForm) submit() {
	f.item.Title, f.item.Words = strings.TrimSpace(f.title.Text()), strings.TrimSpace(f.words.Text())
	f.item.KeyQuestion, f.item.WhoKnows = strings.TrimSpace(f.question.Text()), strings.TrimSpace(f.who.Text())
	f.item.Private = strings.TrimSpace(f.private.Text())
	if !f.item.Ready() {
		f.missing.Show()
		f.dialog.Refresh()
		if f.item.Title == "" {
			f.title.Focus()
		} else {
			f.words.Focus()
		}
		return
	}
	f.dialog.Close()
	f.keep(f.item)
}
