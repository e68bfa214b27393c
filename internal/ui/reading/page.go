// Package reading is the page of a journal that is open to read only: its
// entries and their words, and nothing that could change them.
//
// The page reads through a few methods of app.Desk. Everything here belongs to
// the main goroutine.
package reading

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
	"aftershift/internal/words"
)

// Frame is what the page needs of the window around it.
type Frame interface {
	Window() fyne.Window
	Words() *words.Catalog
	Do(fn func())
}

// reader is what the page needs of an open journal; app.Desk has it.
type reader interface {
	ReadQuery(typed string) app.Query
	Search(ctx context.Context, typed string, f app.Filter, limit int) ([]*journal.Overview, error)
	Entry(id journal.ID) (journal.Entry, error)
	Heading(of journal.TemplateID, section string) (heading, asks string)
}

// Page is the page of one journal.
type Page struct {
	frame   Frame
	words   *words.Catalog
	journal reader
	content fyne.CanvasObject

	search     *fields.SearchBox
	rows       *lists.RowList
	none       *widgets.Text
	problem    *widgets.Text // what of the search was left out
	text       *fyne.Container
	scroll     *container.Scroll
	found      map[string]*journal.Overview
	background func(func())
	asked      int // how many searches were begun: only the last one counts
}

const listWidth float32 = 300

// New builds the page for an open journal. Show lists its entries.
func New(desk *app.Desk, frame Frame) *Page { return newPage(desk, frame) }

func newPage(journal reader, frame Frame) *Page {
	p := &Page{frame: frame, words: frame.Words(), journal: journal, background: app.Go}
	t := p.words.T
	p.search = fields.NewSearchBox(t("reading.search"), "")
	p.search.OnChanged = func(string) { p.list() }
	p.search.OnDown = func() { p.frame.Window().Canvas().Focus(p.rows) }
	p.rows = lists.NewRowList(lists.RowShape{ExcerptLines: 2}, p.fill)
	p.rows.OnSelected = p.read
	p.problem = widgets.NewText("", look.Label, look.WarmInk)
	p.problem.Hide()
	p.none = widgets.NewSoft("")
	p.none.Hide()
	p.text = widgets.Column(look.Wide, widgets.NewSoft(t("reading.choose")))
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Edge, p.text))
	list := widgets.Frame(widgets.Pad(look.Wide, look.Wide, widgets.Column(look.Gap, p.search, p.problem)), nil, nil, widgets.Rule(),
		container.NewStack(p.rows, widgets.Pad(look.Wide, look.Gap, widgets.Column(0, p.none))))
	head := widgets.NewHeader(t("reading.title"), t("reading.subtitle"))
	p.content = widgets.Frame(head, nil, widgets.Sized(listWidth, 0, widgets.On(look.Panel, list)), nil, p.scroll)
	return p
}

// Content gives the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show lists the entries, and opens the one that id names.
func (p *Page) Show(id journal.ID) {
	p.list()
	if id != 0 {
		p.read(id.String())
	}
	p.frame.Window().Canvas().Focus(p.rows)
}

// Hide does nothing: nothing goes on here.
func (p *Page) Hide() {}

// Flush gives nil: nothing is written here.
func (p *Page) Flush() error { return nil }

// Command takes the keyboard to the search box on "find".
func (p *Page) Command(name string) bool {
	if name == "find" {
		p.search.Focus()
	}
	return name == "find"
}

// Close ends the page.
func (p *Page) Close() { p.asked++ }

// list searches off the main goroutine, and shows what the last search found.
func (p *Page) list() {
	p.asked++
	asked, query := p.asked, p.search.Query()
	p.background(func() {
		all, err := p.journal.Search(context.Background(), query, app.Filter{}, 0)
		p.frame.Do(func() {
			if asked == p.asked {
				p.show(all, err)
				p.say(p.journal.ReadQuery(query).Parts())
			}
		})
	})
}

func (p *Page) show(all []*journal.Overview, err error) {
	p.found = map[string]*journal.Overview{}
	items := make([]lists.RowItem, len(all))
	for i, o := range all {
		items[i].ID = o.ID.String()
		p.found[items[i].ID] = o
	}
	p.rows.SetItems(items)
	p.none.SetText(p.words.T("reading.none"))
	if err != nil {
		p.none.SetText(p.words.T("reading.unread"))
	}
	p.none.Hidden = len(all) > 0
	p.content.Refresh()
}

// say tells what of the search was left out, and why.
func (p *Page) say(parts []app.Part) {
	var all []string
	for _, part := range parts {
		if text := app.ProblemOf(p.words, part); text != "" {
			all = append(all, text)
		}
	}
	p.problem.SetText(strings.Join(all, " "))
	p.problem.Hidden = len(all) == 0
	p.content.Refresh()
}

func (p *Page) fill(row string) lists.RowContent {
	o, is := p.found[row]
	if !is {
		return lists.RowContent{}
	}
	return lists.RowContent{Title: app.EntryName(p.words, *o), Excerpt: o.Excerpt, Trailing: p.day(o.Date)}
}

// day says a day, with its year always.
func (p *Page) day(d journal.Date) string {
	return present.Days{Words: p.words}.Date(d.Time(), time.Time{})
}

// read opens an entry's words.
func (p *Page) read(row string) {
	id, err := journal.ParseID(row)
	if err != nil {
		return
	}
	p.text.RemoveAll()
	e, err := p.journal.Entry(id)
	if err != nil {
		p.text.Add(widgets.Notice(widgets.Warm, p.words.T("reading.unread")))
	} else {
		p.fillText(e)
	}
	p.text.Refresh()
	p.scroll.ScrollToTop()
	p.scroll.Refresh()
}

func (p *Page) fillText(e journal.Entry) {
	t := p.words.T
	p.text.Add(widgets.Column(look.Tight,
		widgets.NewText(app.EntryName(p.words, e.Overview()), look.Title, look.Ink).Bold(), widgets.NewSmall(p.day(e.Date))))
	for _, s := range e.Sections {
		heading, _ := p.journal.Heading(e.Template, s.Key)
		label := widgets.NewCaption(heading)
		p.text.Add(widgets.Column(look.Tight, label, p.long(heading, s.Text)))
	}
	if e.Share.Words != "" {
		p.text.Add(widgets.GreenCard(widgets.Pad(look.Gap, look.Gap, widgets.Column(look.Tight,
			widgets.NewCaption(t("reading.share")), p.long(t("reading.share"), e.Share.Words)))))
	}
}

// long gives words that may be long.
func (p *Page) long(label, text string) *fields.LongText {
	words := fields.NewLongText(label, text, look.Reading)
	words.Follow(p.scroll)
	return words
}
