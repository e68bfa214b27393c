// Package journal is the page where one writes: the list of entries, the open
// entry in its sections, and the rail that asks what the shift left behind.
//
// A shelf keeps the list and a writer keeps the open entry; both are plain Go
// that knows no screen. The Page builds what is seen and hands over what the
// user does. Everything here belongs to the main goroutine.
package journal

import (
	"context"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/hints"
	"aftershift/internal/ui/journal/past"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
	// Open goes to another page: "settings".
	Open(page string, id journal.ID)
	// OpenCopy goes to the redacted copy of what is asked for.
	OpenCopy(of app.CopyOf)
}

// Page is the journal page of one open journal.
type Page struct {
	desk  *app.Desk
	frame Frame
	words *words.Catalog

	shelf  *shelf
	writer *writer

	list    *listColumn
	editor  *editor
	rail    *rail
	bar     *topBar
	columns *columns
	content fyne.CanvasObject

	unsubscribe func()
	started     bool
	awaits      bool       // the list's first rows, to give them the keyboard
	awaited     journal.ID // the entry on its way here that is to have the keyboard
	taken       taken      // what deleting took, to come back with undo
}

// New builds the page for an open journal. It reads nothing yet; Show does.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame, words: frame.Words()}
	around := around{do: frame.Do, after: frame.After, aside: app.Go, failed: frame.Failed}
	p.shelf = newShelf(desk, around, func(s shelfState) { p.showShelf(s) })
	p.writer = newWriter(desk, around, func(s State) { p.showEntry(s) }, func(s Status) { p.showStatus(s) })
	p.list = newListColumn(p)
	p.editor = newEditor(p)
	p.rail = newRail(p)
	p.bar = newTopBar(p)
	p.columns = newColumns(p)
	p.content = p.columns.container
	p.unsubscribe = desk.Subscribe(func(e app.Event) { frame.Do(func() { p.told(e) }) })
	p.showEntry(p.writer.state())
	return p
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up; id 0 leaves the entry that was open.
func (p *Page) Show(id journal.ID) {
	if !p.started {
		p.started = true
		p.shelf.ask()
	}
	switch {
	case id != 0:
		p.writer.Open(id)
		p.write()
	case p.writer.entry.ID != 0:
		p.editor.focusAgain()
	default:
		p.awaits = p.list.rows.Len() == 0
		p.list.focus()
	}
}

// write gives the keyboard to the chosen entry, behind its last word, as soon as
// it is there.
func (p *Page) write() {
	p.awaited = p.writer.asked
	if p.awaited == 0 {
		p.editor.focusEnd()
	}
}

// Hide keeps what is being written, as the page goes away.
func (p *Page) Hide() { p.writer.Keep() }

// Flush keeps what is being written and waits until it is on the disk. It gives
// the error of what could not be kept; that text stays where it is.
func (p *Page) Flush() error { return p.writer.Flush() }

// Present gives the entry that is open and on the disk, 0 for none.
func (p *Page) Present() journal.ID {
	if p.writer.entry.Revision == 0 {
		return 0
	}
	return p.writer.entry.ID
}

// Command does a menu command and tells whether it is one of this page's.
func (p *Page) Command(name string) bool {
	do, known := p.commands()[name]
	if known && !p.several(name) {
		do()
	}
	return known
}

// Can reports whether a command has something to work on now.
func (p *Page) Can(name string) bool {
	switch name {
	case "new", "find":
		return true
	case "copy":
		return p.writer.entry.ID != 0 || len(p.shelf.state.Ticked) > 0
	}
	return p.writer.entry.ID != 0
}

// FindTheme lists the entries with a theme, and those with one below it.
func (p *Page) FindTheme(id journal.ThemeID) {
	p.list.ask("theme:" + p.list.asked.NameOf(id))
	p.list.find()
}

func (p *Page) commands() map[string]func() {
	return map[string]func(){
		"new":              p.startEntry,
		"save":             p.writer.Keep,
		"find":             p.list.find,
		"next-hint":        p.editor.nextHint,
		"flag":             func() { p.bring(journal.Next) },
		"flag-urgent":      func() { p.bring(journal.Urgent) },
		"delete":           p.delete,
		"tags":             p.askTags,
		"copy":             p.copy,
		"deepen":           p.deepen,
		"history":          p.showHistory,
		"enough":           p.enough,
		"again":            p.askAgain,
		"link":             p.askLink,
		"graphic":          p.markGraphic,
		"next-section":     func() { p.editor.step(1) },
		"previous-section": func() { p.editor.step(-1) },
	}
}

// Close ends the page's interest in the journal.
func (p *Page) Close() {
	p.unsubscribe()
	p.editor.date.freely.Stop()
	p.editor.eachHints((*hints.Hints).Close)
	p.shelf.Close()
	p.writer.Close()
}

func (p *Page) told(e app.Event) {
	if !p.started {
		return
	}
	switch e.Kind {
	case app.EntrySaved, app.EntryGone:
		p.shelf.ask()
		p.broughtBack(e.ID)
	case app.SettingsChanged:
		p.list.asked.Show(p.shelf.state.Query, p.shelf.state.Asks, p.shelf.state.Later)
	case app.ThemesChanged:
		p.shelf.ask()
		p.rail.themes.show(p.writer.entry.Themes)
	case app.PeopleChanged:
		p.editor.eachHints((*hints.Hints).Again)
	case app.SupervisionChanged:
		p.editor.came.Show(p.writer.entry.ID)
	}
	p.writer.told(e)
}

// showHistory opens the earlier versions of the open entry.
func (p *Page) showHistory() {
	p.writer.History(context.Background(), func(all []journal.Entry) {
		canvas, w := p.frame.Window().Canvas(), p.words
		if len(all) == 0 {
			widgets.Confirm(canvas, widgets.Ask{Title: w.T("journal.history"), Text: w.T("journal.history.none"), Yes: w.T("journal.done")}, nil)
			return
		}
		past.Show(canvas, w, past.Of{Now: p.writer.entry.Clone(), Earlier: all, Today: p.desk.Now(), Templates: p.desk, BringBack: func(old journal.Entry) {
			p.writer.BringBack(old, func() {
				p.list.focus() // in a field Ctrl+Z would mean what was typed there
				p.frame.Notify(w.T("journal.history.brought"), true)
			})
		}})
	})
}

func (p *Page) startEntry() {
	p.writer.Start()
	p.editor.focusFirst()
}

func (p *Page) delete() {
	if p.writer.entry.ID == 0 {
		return
	}
	next := p.shelf.beside(p.writer.entry.ID)
	gone := taken{open: p.writer.entry.ID, instead: next}
	p.writer.Delete(func() {
		p.taken = gone
		p.frame.Notify(p.words.T("journal.deleted", p.desk.Settings().TrashDays), true)
		if next != 0 {
			p.writer.Open(next)
		}
		p.list.focus()
	})
	if p.writer.entry.ID == 0 { // an empty one goes at once
		p.list.focus()
	}
}

// copy asks for a redacted copy of the ticked entries, or else of the open one.
func (p *Page) copy() {
	ids := p.shelf.Ticked()
	if len(ids) == 0 && p.writer.entry.ID != 0 {
		ids = []journal.ID{p.writer.entry.ID}
	}
	if len(ids) == 0 {
		return
	}
	if err := p.writer.Flush(); err != nil {
		p.frame.Failed(err)
		return
	}
	p.frame.OpenCopy(app.CopyOf{Paper: app.EntriesPaper{Entries: ids}, Audience: p.audience()})
}

// audience gives for whom a copy is proposed to be: who the next session is with, or
// else the first that one has supervision with; "" where there is nobody.
func (p *Page) audience() supervision.Audience {
	if next, found := p.desk.NextAgenda(); found {
		return next.With.UsualAudience()
	}
	for _, r := range p.desk.Relationships() {
		if !r.Archived {
			return r.UsualAudience()
		}
	}
	return ""
}

// bring sets the flag, or takes it away where it is set already, and shows the
// card that asks for words to share.
func (p *Page) bring(flag journal.Flag) {
	if p.writer.entry.ID == 0 {
		return
	}
	if p.writer.entry.Flag == flag {
		flag = journal.NoFlag
	}
	p.writer.SetFlag(flag)
	if flag == journal.NoFlag {
		p.frame.Notify(p.words.T("journal.bring.off"), false)
		return
	}
	p.editor.card.focus()
}

func (p *Page) showShelf(s shelfState) {
	p.list.show(s)
	p.editor.showEmpty(p.writer.entry.ID == 0, s.whole == 0)
	if p.awaits && p.writer.entry.ID == 0 {
		p.list.focus()
	}
	p.awaits = false
}

func (p *Page) showEntry(s State) {
	p.editor.show(s)
	p.rail.show(s)
	p.bar.show(s)
	p.showOpen()
	p.list.select_(s.Entry.ID)
	if p.awaited != 0 && p.awaited == s.Entry.ID {
		p.editor.focusEnd()
	}
	if s.Entry.ID != 0 {
		p.awaited = 0
	}
}

// showOpen lists the open entry as it is being written, once there is something in it.
func (p *Page) showOpen() {
	e, open := p.writer.entry, journal.Overview{}
	if e.ID != 0 && !e.Empty() {
		open = e.Overview()
	}
	p.shelf.SetOpen(open, e.Revision == 0)
}

func (p *Page) showStatus(s Status) {
	p.showOpen()
	p.bar.showStatus(s)
	p.editor.showFailure(s)
}
