// Package actions is the page of everything that somebody has taken on: what is
// overdue, what is due this week, what others promised, and what may wait.
//
// A presenter reads the journal and changes it; it is plain Go that knows no
// screen. Everything here belongs to the main goroutine.
package actions

import (
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
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
}

// listWidth is how wide the list of actions is.
const listWidth float32 = 420

// Page is the page of the actions of one open journal.
type Page struct {
	desk      *app.Desk
	frame     Frame
	says      says
	presenter *presenter

	rows    *lists.RowList
	card    *card
	beside  *fyne.Container // around card
	list    *fyne.Container // rows and card, while there is an action
	empty   *fyne.Container
	content *fyne.Container
	scroll  *container.Scroll // around beside

	present.Visit
	forms  fields.Forms
	coming bool // it has come up and shows nothing yet
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, says: says{frame.Words()}, forms: fields.Forms{Waits: present.Waits(frame)}}
	p.presenter = newPresenter(desk, frame.Do, present.Voice[State]{Show: p.show, Said: p.said, Failed: frame.Failed})
	p.build()
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	return p
}

// build makes list and card and shows an empty state at once, which asks the presenter:
// it has to be there by then.
func (p *Page) build() {
	w := p.says
	add := widgets.NewPrimary(w.T("actions.add"), p.add)
	header := widgets.NewHeader(w.T("actions.title"), w.T("actions.why"), add)
	p.rows = lists.NewRowList(lists.RowShape{ExcerptLines: 1}, p.fill)
	p.rows.OnActivated = func(string) { p.change() }
	p.rows.OnSelected = func(string) { p.showChosen() }
	p.rows.OnToggle = func(row string) { p.toggle(row) }
	p.rows.OnKey = func(_ string, key fyne.KeyName) {
		if key == fyne.KeyDelete {
			p.drop()
		}
	}
	p.card = newCard(p)
	p.empty = widgets.EmptyState(w.T("actions.none"), w.T("actions.none.text"), nil)
	list := widgets.On(look.Panel, widgets.Frame(nil, nil, nil, widgets.Rule(), p.rows))
	p.beside = widgets.Column(0, p.card.content)
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, p.beside))
	p.list = widgets.Frame(nil, nil, widgets.Sized(listWidth, 0, list), nil, p.scroll)
	p.content = widgets.Frame(header, nil, nil, nil, container.NewStack(p.list, p.empty))
	p.show(State{})
	p.empty.Hide() // nothing is known yet
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up. id is an action to show, or 0 for the
// one that was chosen.
func (p *Page) Show(id journal.ID) {
	p.Shown, p.coming = true, true
	if id != 0 {
		p.rows.Select(id.String())
	}
	p.presenter.Refresh()
	p.content.Refresh()
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	return present.Obey(name, map[string]func(){"add-action": p.add, "delete": p.drop})
}

// told reads again after a change to supervision: actions are told of as that.
func (p *Page) told(e app.Event) {
	if e.Kind == app.SupervisionChanged {
		p.presenter.Refresh()
	}
}

//words:prefix actions.said.

// said tells what was done, by a key of actions.said, with a way to undo it.
func (p *Page) said(key string) { p.frame.Notify(p.says.T(key), true) }

//words:prefix actions.group.

// show lists the groups, the first row of each under its name and count. The choice
// stays on its action, or moves to the first; forms open again only once the journal
// was read.
func (p *Page) show(s State) {
	items := []lists.RowItem{}
	for _, g := range s.Groups {
		for i, d := range g.Deeds {
			row := lists.RowItem{ID: d.ID.String()}
			if i == 0 {
				row.Heading = p.says.N("actions.group."+g.Name, len(g.Deeds))
			}
			items = append(items, row)
		}
	}
	p.rows.SetItems(items)
	if _, chosen := p.rows.Selected(); !chosen && len(items) > 0 {
		p.rows.Select(items[0].ID)
	}
	p.list.Hidden, p.empty.Hidden = len(items) == 0, len(items) > 0
	p.showChosen()
	p.content.Refresh()
	if c := p.frame.Window().Canvas(); p.coming && c != nil && len(items) > 0 {
		c.Focus(p.rows)
		p.coming = false
	}
	if p.presenter != nil && p.presenter.Read {
		p.forms.Reopen(p.reopen)
	}
}

// fill gives a row: what is to be done, who has it and until when.
func (p *Page) fill(row string) lists.RowContent {
	d, _ := p.presenter.State.deed(row)
	content := lists.RowContent{Title: d.Text, Excerpt: p.says.taken(d, p.desk.Now())}
	if d.State != supervision.Dropped {
		content.Check, content.Checked = true, d.State == supervision.Done
	}
	return content
}

// chosen gives the action of the selected row.
func (p *Page) chosen() (app.Deed, bool) {
	return lists.Chosen(p.rows, p.presenter.State.deed)
}

func (p *Page) showChosen() {
	d, ok := p.chosen()
	p.card.show(d, ok)
	p.beside.Refresh()
}

// toggle marks an action as done, or opens it again. One that was given up has no box.
func (p *Page) toggle(row string) {
	if d, ok := p.presenter.State.deed(row); ok && d.State != supervision.Dropped {
		p.presenter.SetDone(d.ID, d.State != supervision.Done)
	}
}

func (p *Page) add() { p.ask(app.Deed{}) }

func (p *Page) change() {
	if d, ok := p.chosen(); ok {
		p.ask(d)
	}
}

// drop asks why the chosen action is given up.
func (p *Page) drop() {
	if d, ok := p.chosen(); ok && d.State == supervision.ToDo {
		p.askWhy(d)
	}
}
