// Package people is the page of two kinds of people: those in the register, whose
// names are always caught when a copy is made, and those one has supervision
// with, what for, and how that went.
//
// A presenter reads the register and changes it; it is plain Go that knows no
// screen. Everything here belongs to the main goroutine.
package people

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// OpenCopy goes to the redacted copy of what is asked for.
	OpenCopy(of app.CopyOf)
	// Open goes to another page: "groups" with a relationship.
	Open(page string, id journal.ID)
}

// listWidth is how wide the list of people is.
const listWidth float32 = 330

// Page is the page of the register of one open journal.
type Page struct {
	desk      *app.Desk
	frame     Frame
	words     *words.Catalog
	presenter *presenter

	rows        *lists.RowList
	empty       *fyne.Container
	people      *fyne.Container // list and card, while there is somebody
	card        *fyne.Container
	supportCard *supportCard
	network     *networkCard
	name        *widgets.Text
	about       *fyne.Container
	styles      *fyne.Container // what copies show of somebody
	mergeButton *widgets.Button
	more        *widgets.Button
	addSupport  *widgets.Button
	legend      *legendDialog // nil while it isn't open
	also        *widgets.Text
	foot        *fyne.Container
	content     *fyne.Container
	scroll      *container.Scroll // around the cards

	present.Visit
	forms  fields.Forms
	coming bool       // it has come up and shows nothing yet
	wanted journal.ID // whom it is to show then; 0 for nobody
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, words: frame.Words(), forms: fields.Forms{Waits: present.Waits(frame)}}
	p.presenter = newPresenter(desk, frame.Do, voice{show: p.show, said: p.said, refused: p.refused, failed: frame.Failed, shownAs: p.showStyles})
	p.build()
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	return p
}

// build makes header, list and cards and shows an empty state at once, which asks the
// presenter: it has to be there by then.
func (p *Page) build() {
	w := p.words
	add := widgets.NewPrimary(w.T("people.add"), func() { p.ask(app.Person{}) })
	p.addSupport = widgets.NewPlain(w.T("people.support.add"), func() { p.askSupport(supervision.Relationship{}) })
	p.more = widgets.NewPlain(w.T("people.more"), p.showMore).WithMark(widgets.Down)
	header := widgets.NewHeader(w.T("people.title"), w.T("people.why"), p.more, p.addSupport, add)
	p.rows = lists.NewRowList(lists.RowShape{ExcerptLines: 1}, p.fill)
	p.rows.OnActivated = func(string) { p.change() }
	p.rows.OnSelected = func(string) { p.showChosen() }
	p.rows.OnKey = func(_ string, key fyne.KeyName) {
		switch key {
		case fyne.KeyDelete:
			p.takeOut()
		case fyne.KeyM:
			p.merge()
		}
	}
	first := widgets.NewPrimary(w.T("people.names.look"), p.lookForNames)
	p.empty = widgets.EmptyState(w.T("people.none"), w.T("people.none.text"), first)
	p.also = widgets.NewSmall("")
	p.buildCard()
	foot := widgets.Pad(16, 12, widgets.Column(0, p.also))
	p.foot = widgets.Frame(widgets.Rule(), nil, nil, nil, foot)
	list := widgets.On(look.Panel, widgets.Frame(nil, p.foot, nil, widgets.Rule(), p.rows))
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, widgets.Column(0, p.network.content, p.card, p.supportCard.content)))
	p.people = widgets.Frame(nil, nil, widgets.Sized(listWidth, 0, list), nil, p.scroll)
	p.content = widgets.Frame(header, nil, nil, nil, container.NewStack(p.people, p.empty))
	p.show(State{})
	p.empty.Hide() // nothing is known yet
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up; id 0 leaves whoever was chosen.
func (p *Page) Show(id journal.ID) {
	p.Shown, p.coming, p.wanted = true, true, id
	p.presenter.Refresh()
	p.content.Refresh()
}

// Hide stops following the journal until the page comes up again, and closes the
// legend.
func (p *Page) Hide() {
	p.Visit.Hide()
	if p.legend != nil {
		p.legend.dialog.Close()
	}
}

// Flush keeps what stands in the legend, where it is open: all else is kept at once. It
// gives the errors of Desk.KeepLegend.
func (p *Page) Flush() error {
	if p.legend == nil {
		return nil
	}
	return p.legend.keep()
}

// Close ends the page's interest in the journal.
func (p *Page) Close() {
	p.presenter.stop()
	p.Visit.Close()
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	if name == "delete" {
		p.takeOut()
		return true
	}
	return false
}

// told reads again after a change to anything that stands here, entries among it: in
// how many of them somebody is named shows in each row. The open legend follows the
// settings, in which it is kept.
func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.PeopleChanged, app.SupervisionChanged, app.SettingsChanged, app.EntrySaved, app.EntryGone:
		p.presenter.Refresh()
	}
	if e.Kind == app.SettingsChanged && p.legend != nil {
		p.legend.follow()
	}
}

//words:prefix people.done.

// said tells what was done, by a key of people.done and about whom, with a way to undo
// it.
func (p *Page) said(key, name string) { p.frame.Notify(p.words.T(key, name), true) }

//words:prefix people.wrong.

// refused says by a key of people.wrong why something wasn't done. Nothing changed, so
// there is no way to undo it.
func (p *Page) refused(key, name string) { p.frame.Notify(p.words.T(key, name), false) }

// show brings the page in step with s. The choice stays on its row, or moves to whom
// Show was asked for, else to the first. Forms open again only once the register was
// read, as they look up there whom they are of.
func (p *Page) show(s State) {
	items := p.items(s)
	p.rows.SetItems(items)
	if p.wanted != 0 && p.coming {
		p.rows.Select(p.wanted.String())
		p.wanted = 0
	}
	if _, chosen := p.rows.Selected(); !chosen && len(items) > 0 {
		p.rows.Select(items[0].ID)
	}
	p.people.Hidden, p.empty.Hidden = len(items) == 0, len(items) > 0
	p.foot.Hidden = len(s.Also) == 0
	p.also.SetText(p.words.T("people.also", strings.Join(s.Also, ", ")))
	p.showChosen()
	p.content.Refresh()
	p.focusFirst(len(items) > 0)
	if p.presenter != nil && p.presenter.read {
		p.forms.Reopen(p.reopen)
	}
}

// focusFirst takes the keyboard to the list as the page comes up, or, while there is nobody,
// to what adds the first whom most have.
func (p *Page) focusFirst(somebody bool) {
	if c := p.frame.Window().Canvas(); p.coming && c != nil && p.presenter.read {
		if somebody {
			c.Focus(p.rows)
		} else {
			c.Focus(p.addSupport)
		}
		p.coming = false
	}
}

// items gives the rows: the register, then those one has supervision with.
func (p *Page) items(s State) (items []lists.RowItem) {
	add := func(id journal.ID, first bool, heading string) {
		row := lists.RowItem{ID: id.String()}
		if first {
			row.Heading = p.words.T(heading)
		}
		items = append(items, row)
	}
	if s.hasNetwork() {
		items = append(items, lists.RowItem{ID: networkRow, Heading: p.words.T("people.group.network")})
	}
	for i, who := range s.People {
		add(who.ID, i == 0, "people.group.register")
	}
	for i, who := range s.Support {
		add(who.ID, i == 0, "people.group.support")
	}
	return items
}

// fill gives a row: every form of the name, and who it is.
func (p *Page) fill(row string) lists.RowContent {
	if row == networkRow {
		return lists.RowContent{Title: p.words.T("people.network.title"), Excerpt: p.says().network(p.presenter.state.Map)}
	}
	who, found := p.present(row)
	if id, err := journal.ParseID(row); err == nil && !found {
		s, _ := p.presenter.state.support(id)
		return lists.RowContent{Title: s.Name, Excerpt: p.says().line(s)}
	}
	about := []string{}
	for _, text := range []string{who.Role, who.Relation, who.Code} {
		if text != "" {
			about = append(about, text)
		}
	}
	content := lists.RowContent{Title: strings.Join(who.Forms, " · "), Excerpt: strings.Join(about, " · ")}
	if n, known := p.presenter.state.Found[who.ID]; known && n > 0 {
		content.Trailing = p.words.N("people.in", n)
	}
	return content
}

// present returns the person of the register in a row; false for the network and for
// those one has supervision with.
func (p *Page) present(row string) (app.Person, bool) {
	id, _ := journal.ParseID(row) // a row that is of no id finds none
	return p.presenter.state.person(id)
}

// chosen gives the person of the selected row.
func (p *Page) chosen() (app.Person, bool) {
	return lists.Chosen(p.rows, p.present)
}

// change asks for changes to the selected row, in the form of its kind; of the network
// there is nothing to change.
func (p *Page) change() {
	if who, ok := p.chosen(); ok {
		p.ask(who)
	} else if s, ok := p.support(); ok {
		p.askSupport(s.Relationship)
	}
}

// takeOut removes the chosen person without asking, as that can be undone. Those one
// has supervision with are left alone: they are put away on their card.
func (p *Page) takeOut() {
	if who, ok := p.chosen(); ok {
		p.presenter.Remove(who.ID)
	}
}
