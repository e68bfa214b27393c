package journal

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/journal/below"
	"aftershift/internal/ui/journal/folded"
	"aftershift/internal/ui/journal/later"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// editor is the middle of the page: title, day, sections, the case record and
// the card with words to share.
type editor struct {
	page    *Page
	content *fyne.Container

	sheet    *container.Scroll
	column   *fyne.Container
	title    *fields.TextLine
	date     *dateLine
	sections *fyne.Container
	fields   []*fields.TextSection
	folded   []*folded.Section // of each field, in its place while it is folded; nil: it isn't
	unfolded journal.ID        // the entry of which graphic passages are to be seen
	hints    []*hints.Hints    // of each field
	failure  *fyne.Container   // why the text could not be saved, and a way to try again
	record   *below.Record
	card     *shareCard
	came     *below.Came
	links    *later.Links

	empty, choose *fyne.Container
	first         *widgets.Button // begins the first entry
	at            int             // the section that has or last had the keyboard
	shown         journal.ID
	shape         string // of the sections that stand there
}

func newEditor(p *Page) *editor {
	e := &editor{page: p}
	w := p.words
	e.title = fields.NewTextLine("", w.T("journal.title"))
	e.title.OnChanged = p.writer.SetTitle
	e.title.OnSubmitted = func(string) { e.focusFirst() }
	e.date = newDateLine(p)
	e.sections = widgets.Column(look.Wide)
	e.failure = widgets.Column(0)
	e.failure.Hide()
	e.record = below.NewRecord(w, p.writer)
	e.card = newShareCard(p)
	e.came = below.NewCame(p.desk, p.frame, present.Days{Words: w}.Short, func() {
		e.column.Refresh()
		e.sheet.Refresh()
	})
	e.links = later.NewLinks(p.frame, p.desk, func(id journal.ID) { p.writer.Open(id) }, func(id journal.ID) { p.link(id, false) })
	title := container.NewThemeOverride(e.title, titleTheme{})
	e.column = widgets.Column(look.Wide, e.failure, widgets.Column(look.Gap, title, e.date.content), e.sections, e.links.Content(), e.record.Content(), e.card.content, e.came.Content())
	e.sheet = container.NewVScroll(widgets.Pad(look.Edge, look.Wide+2, e.column))
	e.card.words.Follow(e.sheet)
	e.first = widgets.NewPlain(w.T("journal.empty.first"), p.startEntry)
	e.empty = widgets.EmptyState(w.T("journal.empty.title"), w.T("journal.empty.text"), e.first)
	e.choose = widgets.EmptyState(w.T("journal.choose.title"), w.T("journal.choose.text"), nil)
	e.empty.Hide()
	e.choose.Hide()
	e.content = container.NewStack(widgets.Wheel(e.sheet), e.empty, e.choose)
	return e
}

// titleTheme writes a title in its own size.
type titleTheme struct{ look.ReadingTheme }

// Size gives the title's size for text.
func (t titleTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == look.Interface {
		return t.ReadingTheme.Size(look.Title) * 0.86
	}
	return t.ReadingTheme.Size(name)
}

// showEmpty says what belongs here while no entry is open.
func (e *editor) showEmpty(nothingOpen, newJournal bool) {
	widgets.ShowIf(e.sheet, !nothingOpen)
	says := nothingOpen && e.page.shelf.state.known
	e.empty.Hidden = !says || !newJournal
	e.choose.Hidden = !says || newJournal
	e.content.Refresh()
}

// show fills the editor. Fields that hold the same text already are left alone,
// so that what is being typed is never disturbed.
func (e *editor) show(s State) {
	fresh := s.Entry.ID != e.shown
	e.showEmpty(s.Entry.ID == 0, e.page.shelf.state.whole == 0 && e.page.started)
	if s.Entry.ID == 0 {
		e.shown = 0
		return
	}
	if fresh {
		e.unfolded = 0
		e.shown, e.at = s.Entry.ID, 0
		e.came.Show(s.Entry.ID)
		e.sheet.ScrollToTop()
	}
	if e.title.Text() != s.Entry.Title {
		e.title.SetText(s.Entry.Title)
	}
	e.showFailure(s.Status)
	e.date.show(s.Entry)
	e.showSections(s.Entry, fresh)
	e.links.Show(s.Entry.Links)
	e.record.Show(s.Entry.CaseRecord)
	e.card.show(s)
	e.column.Refresh()
	e.sheet.Refresh()
}

// showFailure says above the text what could not be kept, and why.
func (e *editor) showFailure(s Status) {
	if s.Kind != Failed && e.failure.Hidden {
		return
	}
	e.failure.RemoveAll()
	e.failure.Hidden = s.Kind != Failed
	if s.Kind == Failed {
		w := e.page.words
		e.failure.Add(widgets.Notice(widgets.Warm, w.T("journal.failed", w.T(why(s.Err))),
			widgets.NewLink(w.T("journal.retry"), e.page.writer.Retry)))
		e.sheet.ScrollToTop()
	}
	e.column.Refresh()
}

func (e *editor) showSections(entry journal.Entry, fresh bool) {
	shape := string(entry.Template)
	for _, s := range entry.Sections {
		shape += "\n" + s.Key
	}
	if fresh || shape != e.shape {
		e.shape = shape
		e.build(entry)
		return
	}
	next := nextOf(entry)
	for i, s := range entry.Sections {
		e.fields[i].SetText(s.Text)
		_, hint := e.asks(entry, s.Key, i == next)
		e.fields[i].SetHint(hint)
		e.hints[i].Changed(s.Text)
	}
}

// nextOf returns the first section of an entry that is still empty; -1 for none.
func nextOf(entry journal.Entry) int {
	return slices.IndexFunc(entry.Sections, func(s journal.Section) bool { return journal.Blank(s.Text) })
}

// build makes the fields anew, for another entry or template; so undo in a field
// never brings back another entry's text.
func (e *editor) build(entry journal.Entry) {
	e.sections.RemoveAll()
	e.closeHints()
	e.fields, e.hints, e.folded = nil, nil, nil
	next := nextOf(entry)
	for i, s := range entry.Sections {
		heading, hint := e.asks(entry, s.Key, i == next)
		rows := 2
		if len(entry.Sections) == 1 {
			rows = 7
		}
		field := fields.NewTextSection(heading, hint, rows).Large()
		field.SetText(s.Text)
		named := hints.New(e.page.frame, e.page.desk, field)
		named.Changed(s.Text)
		field.OnChanged = func(text string) {
			e.page.writer.Write(i, text)
			named.Changed(text)
		}
		field.OnFocus = func(on bool) {
			if on {
				e.at = i
			}
		}
		field.Offer(e.page.words.T("journal.graphic"), func() {
			e.at = i
			e.page.markGraphic()
		})
		field.Follow(e.sheet)
		e.fields, e.hints = append(e.fields, field), append(e.hints, named)
		e.sections.Add(field)
		e.fold(entry, heading, field)
	}
}

// fold puts what is folded of a section in its place, unless one asked to see it, or
// has marked it just now.
func (e *editor) fold(entry journal.Entry, heading string, field *fields.TextSection) {
	var f *folded.Section
	if e.unfolded != entry.ID {
		f = folded.New(e.page.words, entry, heading, field.Text(), func() {
			e.unfolded = entry.ID
			e.build(e.page.writer.entry)
			e.column.Refresh()
			e.focus()
		})
	}
	e.folded = append(e.folded, f)
	if f != nil {
		field.Hide()
		e.sections.Add(f.Content())
	}
}

// asks gives the heading and the question of a section. The first that is still
// empty, next, answers to how the entry says it was: after a hard thing it steadies,
// after a good one it asks what to keep.
func (e *editor) asks(entry journal.Entry, section string, next bool) (heading, question string) {
	w := e.page.words
	heading, question = e.page.desk.Heading(entry.Template, section)
	switch {
	case next && entry.Impact.Hard():
		question = w.T("journal.template.ground")
	case next && entry.Impact.Good():
		question = w.T("journal.template.keep")
	}
	return heading, question
}

// focusEmpty takes the keyboard to the first section without words, or to the
// first one.
func (e *editor) focusEmpty() {
	e.at = 0
	for i, field := range e.fields {
		if journal.Blank(field.Text()) {
			e.at = i
			break
		}
	}
	e.focus()
}

// eachHints gives the hints of every field of the page.
func (e *editor) eachHints(do func(*hints.Hints)) {
	for _, h := range e.hints {
		do(h)
	}
	do(e.card.hints)
}

// nextHint goes to the next word that names somebody: in the words to share while
// they are written, else in the section that has or last had the keyboard.
func (e *editor) nextHint() {
	switch {
	case e.card.writing:
		e.card.words.NextPointed()
	case e.at < len(e.fields):
		e.fields[e.at].NextPointed()
	}
}

func (e *editor) closeHints() {
	for _, h := range e.hints {
		h.Close()
	}
}

// focusFirst takes the keyboard to the first section.
func (e *editor) focusFirst() {
	e.at = 0
	e.focus()
}

// focus takes the keyboard to the section that had it last.
func (e *editor) focus() {
	switch {
	case e.at >= len(e.fields):
	case e.folded[e.at] != nil:
		e.page.frame.Window().Canvas().Focus(e.folded[e.at].Unfold())
	default:
		e.fields[e.at].Focus()
	}
}

// focusEnd is focus, behind the section's last letter. A graphic passage is unfolded by
// nobody who only meant to open its entry: there the list has the keyboard.
func (e *editor) focusEnd() {
	switch {
	case e.at >= len(e.fields):
	case e.folded[e.at] != nil:
		e.page.list.focus()
	default:
		e.fields[e.at].FocusEnd()
	}
}

// focusAgain is focus, as focusEnd gives it, where the caret was.
func (e *editor) focusAgain() {
	if e.at < len(e.fields) && e.folded[e.at] != nil {
		e.page.awaits = e.page.list.rows.Len() == 0
		e.page.list.focus()
		return
	}
	e.focus()
}

// step takes the keyboard to a neighbouring section.
func (e *editor) step(by int) {
	e.at = min(max(e.at+by, 0), max(len(e.fields)-1, 0))
	e.focus()
}

// passage gives the text of the section that was written in last, and its marked
// words, or all of it where none are marked.
func (e *editor) passage() (text, passage string) {
	if e.at >= len(e.fields) {
		return "", ""
	}
	text = e.fields[e.at].Text()
	return text, cmp.Or(e.selected(), text)
}

// selected gives the marked words of the section that was written in last.
func (e *editor) selected() string {
	if e.at >= len(e.fields) {
		return ""
	}
	return e.fields[e.at].SelectedText()
}
