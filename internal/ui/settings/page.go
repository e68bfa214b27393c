package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// Page is the page of settings, one card a section.
type Page struct {
	desk        *app.Desk
	frame       Frame
	presenter   *presenter
	content     fyne.CanvasObject
	scroll      *container.Scroll
	column      *fyne.Container
	appearance  *appearance
	own         *own
	themes      *themes
	terms       *terms
	templates   *templates
	deleted     *deleted
	unsubscribe func()
}

// New builds the page for an open journal.
func New(desk *app.Desk, frame Frame) *Page {
	p := &Page{desk: desk, frame: frame}
	p.presenter = newPresenter(desk, frame)
	p.appearance, p.own, p.themes, p.deleted = newAppearance(p), newOwn(p), newThemes(p), newDeleted(p)
	p.terms, p.templates = newTerms(p), newTemplates(p)
	p.column = widgets.Column(look.Wide,
		p.appearance.section, p.own.locking, p.own.section, p.templates.section, p.themes.section, p.terms.section, p.keys(), p.backups(), p.deleted.section, p.about())
	p.scroll = container.NewVScroll(widgets.Pad(look.Edge, look.Wide, widgets.Narrow(p.column)))
	head := widgets.NewHeader(p.t("settings.title"), p.t("settings.subtitle"))
	p.content = widgets.Frame(head, nil, nil, nil, widgets.Wheel(p.scroll))
	p.unsubscribe = desk.Subscribe(func(e app.Event) {
		switch e.Kind {
		case app.EntrySaved, app.EntryGone:
			frame.Do(p.deleted.show)
		case app.ThemesChanged:
			frame.Do(p.themes.show)
		case app.TemplatesChanged:
			frame.Do(p.templates.show)
		}
	})
	return p
}

// Content gives the page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show brings the page up to date; the id means nothing here.
func (p *Page) Show(journal.ID) {
	p.own.show()
	p.deleted.show()
	p.appearance.focus()
	p.scroll.ScrollToTop()
}

// ShowLook shows the look that was chosen elsewhere.
func (p *Page) ShowLook() { p.appearance.show() }

// Hide keeps what is written.
func (p *Page) Hide() { p.frame.Failed(p.presenter.keep()) }

// Flush keeps what is written. It gives the kinds of app.Desk.SetSettings.
func (p *Page) Flush() error { return p.presenter.keep() }

// Command does nothing: no command is this page's.
func (p *Page) Command(string) bool { return false }

// Close ends the page.
func (p *Page) Close() { p.unsubscribe() }

func (p *Page) t(key string, args ...any) string { return p.frame.Words().T(key, args...) }

// section is a card with a heading.
func section(title string, objects ...fyne.CanvasObject) fyne.CanvasObject {
	heading := widgets.NewText(title, look.Subtitle, look.Ink).Bold()
	column := widgets.Column(look.Wide, append([]fyne.CanvasObject{heading}, objects...)...)
	return widgets.Card(widgets.Pad(look.Tight, look.Tight, column))
}

// refresh lays the page out anew after a section grew or shrank.
func (p *Page) refresh() {
	p.column.Refresh()
	p.scroll.Refresh()
}
