package unlock

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// doorWidth is the width of the cards on these pages, at 100 % text.
const (
	doorWidth    float32 = 380
	welcomeWidth float32 = 860
)

// Page stands in the window while no journal is open: it welcomes where there
// is no journal, and asks for the passphrase where there is one.
type Page struct {
	app     *app.App
	frame   Frame
	content *fyne.Container
	door    *doorView
	welcome *welcomeView
}

// New builds the page. Show brings it up.
func New(a *app.App, frame Frame) *Page {
	p := &Page{app: a, frame: frame, content: widgets.NewDeck()}
	p.door = newDoorView(p)
	p.welcome = newWelcomeView(p)
	return p
}

// Content gives what stands in the window.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show brings up the way in that fits, with the keyboard in its first field.
func (p *Page) Show() {
	if p.app.HasJournal() {
		widgets.Turn(p.content, p.door.content)
		p.door.show(p.door.door.state)
		p.door.focus()
		return
	}
	widgets.Turn(p.content, p.welcome.content)
	p.welcome.show(p.welcome.welcome.state)
	p.welcome.focus()
}

// Repair asks for the passphrase in order to look into the journal's file, and
// offers the ways on.
func (p *Page) Repair() {
	if p.app.HasJournal() {
		p.Show()
		p.door.door.repair()
	}
}

// LookAround opens the fictional journal.
func (p *Page) LookAround() { p.welcome.welcome.lookAround() }

// use makes the file at path the journal and asks for its passphrase.
func (p *Page) use(path string) {
	if err := p.app.UseJournal(path); err != nil {
		p.frame.Failed(err)
		return
	}
	p.door.door.by(false)
	p.Show()
}

func (p *Page) t(key string, args ...any) string { return p.frame.Words().T(key, args...) }

// scaled gives a width for the present text size.
func scaled(width float32) float32 {
	return width * look.Scale()
}

// calm lays a column of width into the middle of a page that scrolls when it
// must.
func calm(width float32, column fyne.CanvasObject) fyne.CanvasObject {
	middle := container.New(&centred{width: width}, column)
	return widgets.Wheel(container.NewVScroll(middle))
}

// centred keeps one object at a width, in the middle of what there is.
type centred struct{ width float32 }

// Layout centres the object.
func (c *centred) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := c.measure(o, size.Width)
	width := o[0].Size().Width
	o[0].Resize(fyne.NewSize(width, height))
	o[0].Move(fyne.NewPos((size.Width-width)/2, max((size.Height-height)/2, look.Edge)))
}

// MinSize leaves the width open and asks for the height that the width gives.
func (c *centred) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(280, c.measure(o, o[0].Size().Width+2*look.Edge)+2*look.Edge)
}

// measure gives the object its width and tells the height that it then needs.
func (c *centred) measure(o []fyne.CanvasObject, room float32) float32 {
	width := scaled(c.width)
	if room > 2*look.Edge {
		width = min(width, room-2*look.Edge)
	}
	if o[0].Size().Width != width {
		o[0].Resize(fyne.NewSize(width, 1))
	}
	return o[0].MinSize().Height
}

// brand is the head of these pages: sign, name, one line.
func brand(name, line string) fyne.CanvasObject {
	return widgets.Column(look.Gap,
		container.NewCenter(widgets.Logo(54)),
		widgets.NewText(name, look.Display, look.Ink).Bold().Centred(),
		widgets.NewSoft(line).Centred())
}

// links sets two quiet buttons to the two ends of a line, one below the other
// where they don't fit.
func links(left, right fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedHBoxLayout(0), left, layout.NewSpacer(), right)
}

// elsewhere runs fn on a goroutine of its own.
func elsewhere(fn func()) { app.Go(fn) }

// aside measures a passphrase; tests have it done at once.
var aside = elsewhere

// background is the context of what these pages begin: it ends with the program.
func background() context.Context { return context.Background() }
