// Package lookback is what the pages share on which one looks back: a header over
// something to read, which follows the journal while it is in the window, and comes up
// again with the keyboard where one left. Nothing on such a page changes anything.
//
// Everything belongs to the main goroutine.
package lookback

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	present.Frame
	Window() fyne.Window
}

// Page is a page to read. A page of its own embeds it, and calls Build before it is
// shown.
type Page struct {
	present.Visit
	// Refresh reads anew what the page shows, and Read reports whether anything was
	// read yet.
	Refresh func()
	Read    func() bool

	frame   Frame
	first   fyne.Focusable // has the keyboard at first
	last    fyne.Focusable // had the keyboard when one left
	scroll  *container.Scroll
	content fyne.CanvasObject
	coming  bool // it has come up and shows nothing yet
}

// journalOf is what the page follows.
type journalOf interface {
	Subscribe(fn func(app.Event)) (unsubscribe func())
}

// New returns a page that follows a journal while it is shown. It reads nothing yet.
func New(desk journalOf, frame Frame) *Page {
	p := &Page{frame: frame}
	present.Follow(&p.Visit, desk.Subscribe, frame.Do, p.told)
	return p
}

// Build lays out the page: body scrolls below the header, and empty stands in its place
// where there is nothing to read; nil for none. first has the keyboard at first.
func (p *Page) Build(header, body, empty fyne.CanvasObject, first fyne.Focusable) {
	p.first = first
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, body))
	centre := container.NewStack(p.scroll)
	if empty != nil {
		centre.Add(empty)
	}
	p.content = widgets.Frame(header, nil, nil, nil, centre)
}

// Content gives what the window shows.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show is called when the page comes up, with the keyboard where it was when one left.
func (p *Page) Show(journal.ID) {
	p.Shown, p.coming = true, true
	if p.Read() {
		p.takeKeyboard() // what was read last time stands there
	}
	p.Refresh()
}

// Command knows none of its own.
func (p *Page) Command(string) bool { return false }

// Reveal scrolls to what has the keyboard. The window calls it after a key.
func (p *Page) Reveal() { fields.RevealFocused(p.frame.Window(), p.scroll) }

// Filled draws the page once something else stands on it.
func (p *Page) Filled() {
	p.content.Refresh()
	p.takeKeyboard()
}

// Leave goes elsewhere by to, and remembers where one was.
func (p *Page) Leave(from fyne.Focusable, to func()) {
	p.last = from
	to()
}

func (p *Page) told(e app.Event) {
	switch e.Kind {
	case app.EntrySaved, app.EntryGone, app.SupervisionChanged, app.ThemesChanged:
		p.Refresh()
	}
}

// takeKeyboard takes the keyboard, as the page comes up, to where it was.
func (p *Page) takeKeyboard() {
	c := p.frame.Window().Canvas()
	if !p.coming || c == nil {
		return
	}
	p.coming = false
	if p.last == nil {
		p.last = p.first
	}
	c.Focus(p.last)
}

// ThemeMenu opens below a chip the themes to look at alone, after all of them; at is
// the one that is looked at now, "" for all.
func ThemeMenu(below fyne.CanvasObject, all string, themes []journal.Theme, at journal.ThemeID, choose func(journal.ThemeID)) {
	choices := []widgets.MenuChoice{{Text: all, Checked: at == "", Chosen: func() { choose("") }}}
	for _, t := range themes {
		choices = append(choices, widgets.MenuChoice{Text: t.Name, Checked: t.ID == at, Chosen: func() { choose(t.ID) }})
	}
	widgets.ShowMenu(below, choices...)
}
