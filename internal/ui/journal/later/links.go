package later

import (
	"context"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// Entries is what is needed of a journal to link its entries.
type Entries interface {
	Overview(id journal.ID) (journal.Overview, bool)
	Search(ctx context.Context, typed string, f app.Filter, limit int) ([]*journal.Overview, error)
	Today() journal.Date
	Link(a, b journal.ID, on bool) error
	Do(job func() error, done func(error)) bool
}

// Links lists below an entry what it belongs together with.
type Links struct {
	frame   Frame
	entries Entries
	open    func(journal.ID)
	unlink  func(journal.ID)
	content *fyne.Container
}

// NewLinks returns the list of an entry without links. open goes to an entry, unlink
// takes the link to it away.
func NewLinks(f Frame, entries Entries, open, unlink func(journal.ID)) *Links {
	l := &Links{frame: f, entries: entries, open: open, unlink: unlink, content: widgets.Column(look.Tight)}
	l.content.Hide()
	return l
}

// Content gives what the page shows.
func (l *Links) Content() fyne.CanvasObject { return l.content }

// Show lists the entries; one that is in the trash, or gone, is passed over.
func (l *Links) Show(ids []journal.ID) {
	w := l.frame.Words()
	widgets.Refill(l.content, func() {
		l.content.RemoveAll()
		l.content.Add(widgets.NewCaption(w.T("journal.links")))
		for _, id := range ids {
			if o, there := l.entries.Overview(id); there {
				l.content.Add(widgets.Wrap(look.Wide, widgets.NewLink(l.name(o), func() { l.open(id) }),
					widgets.NewLink(w.T("journal.links.remove"), func() { l.unlink(id) })))
			}
		}
	})
	l.content.Hidden = len(l.content.Objects) == 1
}

// name says an entry and its day.
func (l *Links) name(o journal.Overview) string {
	w := l.frame.Words()
	day := present.Days{Words: w}.Short(o.Date.Time(), l.entries.Today().Time())
	return w.T("journal.links.name", app.EntryName(w, o), day)
}

// offered is how many entries are offered to be linked.
const offered = 8

// Ask asks for the entry that another one belongs together with, and links it.
func (l *Links) Ask(of journal.Entry, link func(journal.ID)) {
	w := l.frame.Words()
	var d *widgets.Dialog
	field := fields.NewSuggest(w.T("journal.link.type"), nil)
	var offers []fields.Suggestion // the latest
	find := &finder{links: l, of: of, show: func(found []fields.Suggestion) { offers = found; field.Found(found) }}
	field.Ask, field.First = find.ask, true
	field.OnChosen = func(s fields.Suggestion) {
		if id, err := journal.ParseID(s.ID); err == nil {
			d.Close()
			link(id)
		}
	}
	field.OnSubmitted = func(string) {
		if len(offers) == 1 { // there is nothing to choose
			field.OnChosen(offers[0])
		}
	}
	field.OnCancel = func() { d.Close() }
	body := widgets.Column(look.Gap, widgets.NewSoft(w.T("journal.link.text")), widgets.Sized(10, field.Room(), field))
	d = widgets.ShowDialog(l.frame.Window().Canvas(), w.T("journal.link"), body, widgets.NewPlain(w.T("journal.cancel"), func() { d.Close() }))
	d.OnClosed(find.stop)
	field.Focus()
}

// finder looks for entries to be linked, off the main goroutine.
type finder struct {
	links  *Links
	of     journal.Entry
	show   func([]fields.Suggestion)
	cancel context.CancelFunc // ends the latest search; nil: there was none
	asked  int                // number of the latest search
}

// ask looks for what is typed in place of what was typed before.
func (f *finder) ask(typed string) {
	f.stop()
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	number := f.asked
	app.Go(func() {
		found := f.links.offer(ctx, f.of, typed)
		cancel()
		f.links.frame.Do(func() {
			if number == f.asked {
				f.show(found)
			}
		})
	})
}

// stop ends the latest search, whose answer is dropped.
func (f *finder) stop() {
	f.asked++
	if f.cancel != nil {
		f.cancel()
	}
}

// Link says that two entries belong together, or no longer do, off the main goroutine,
// and says so with a way to undo it.
func (l *Links) Link(a, b journal.ID, on bool) {
	says := "journal.link.done"
	if !on {
		says = "journal.link.gone"
	}
	l.entries.Do(func() error { return l.entries.Link(a, b, on) }, func(err error) {
		l.frame.Do(func() {
			if err != nil {
				l.frame.Failed(err)
				return
			}
			l.frame.Notify(l.frame.Words().T(says), true)
		})
	})
}

// offer gives the entries that what is typed finds, or the latest of all. It may be
// called off the main goroutine.
func (l *Links) offer(ctx context.Context, of journal.Entry, typed string) (offers []fields.Suggestion) {
	found, err := l.entries.Search(ctx, typed, app.Filter{}, 0)
	if err != nil {
		return nil
	}
	linked := map[journal.ID]bool{of.ID: true}
	for _, id := range of.Links {
		linked[id] = true
	}
	for _, o := range found {
		if !linked[o.ID] && len(offers) < offered {
			offers = append(offers, fields.Suggestion{
				ID: o.ID.String(), Text: app.EntryName(l.frame.Words(), *o),
				Detail: present.Days{Words: l.frame.Words()}.Short(o.Date.Time(), l.entries.Today().Time()),
			})
		}
	}
	return offers
}
