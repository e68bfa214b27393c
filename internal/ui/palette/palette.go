package palette

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Frame is what the palette needs of the window around it.
type Frame interface {
	Window() fyne.Window
	Words() *words.Catalog
	// Do runs fn on the main goroutine, soon.
	Do(fn func())
}

// Palette is the field and its list over a page. It is made for one use: opened,
// and gone once something was chosen or Escape pressed; the keyboard is then where
// it was.
type Palette struct {
	frame     Frame
	presenter *presenter
	field     *fields.SearchBox
	list      *list
	nothing   *widgets.Text
	popup     *widget.PopUp
}

// Size of the palette at 100 % text, and the least that is left around it.
const (
	width  float32 = 720
	margin float32 = 24
)

// Open shows the palette over the window's page.
func Open(frame Frame, groups []Group) *Palette {
	return open(frame, groups, app.Go)
}

func open(frame Frame, groups []Group, aside func(func())) *Palette {
	p := &Palette{frame: frame}
	w := frame.Words()
	p.field = fields.NewSearchBox(w.T("palette.type"), "")
	p.field.OnKey = p.key
	p.list = newList(p)
	p.nothing = widgets.NewSoft("")
	p.presenter = newPresenter(groups, around{aside: aside, do: frame.Do, show: p.show})
	p.field.OnChanged = p.presenter.Type
	body := widgets.Frame(
		widgets.Column(0, widgets.Pad(14, 14, p.field), widgets.Rule()), p.foot(), nil, nil,
		container.NewStack(p.list, widgets.Pad(look.Edge, look.Wide, p.nothing)))
	canvas := frame.Window().Canvas()
	p.popup = widget.NewModalPopUp(container.New(&sheet{p}, body), canvas)
	p.presenter.Type("")
	p.popup.Show()
	p.field.Focus()
	return p
}

func (p *Palette) foot() fyne.CanvasObject {
	w := p.frame.Words()
	say := func(key string) *widgets.Text { return widgets.NewSmall(w.T(key)).OneLine() }
	row := widgets.Row(look.Wide, say("palette.choose"), say("palette.group"), say("palette.open"), layout.NewSpacer(), say("palette.back"))
	return widgets.Column(0, widgets.Rule(), widgets.On(look.Side, widgets.Pad(look.Edge, 10, row)))
}

// key moves through the list, opens and closes; letters stay the field's.
func (p *Palette) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		p.presenter.Move(1)
	case fyne.KeyUp:
		p.presenter.Move(-1)
	case fyne.KeyPageDown:
		p.presenter.MoveGroup(1)
	case fyne.KeyPageUp:
		p.presenter.MoveGroup(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.take()
	case fyne.KeyEscape:
		p.Close()
	default:
		return false
	}
	return true
}

// take goes to the chosen thing.
func (p *Palette) take() {
	row, ok := p.presenter.chosen()
	if !ok {
		return
	}
	p.Close()
	row.Open()
}

// Close takes the palette away.
func (p *Palette) Close() {
	p.presenter.Close()
	p.popup.Hide()
}

func (p *Palette) show(s State) {
	w := p.frame.Words()
	p.list.show(s)
	count := ""
	if s.Typed != "" {
		count = w.N("palette.found", len(s.Rows))
	}
	p.field.SetHint(count)
	text := ""
	if len(s.Rows) == 0 && !s.Seeks {
		text = w.T("palette.nothing", s.Typed)
	}
	p.nothing.SetText(text)
}

// sheet gives the palette its size: as wide as reads well, as high as its list or
// the window allow.
type sheet struct{ palette *Palette }

// Layout gives the body the whole size.
func (s *sheet) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[0].Move(fyne.NewPos(0, 0))
}

// MinSize is the same however many rows there are, so that nothing jumps while one
// types.
func (s *sheet) MinSize(o []fyne.CanvasObject) fyne.Size {
	room := s.palette.frame.Window().Canvas().Size()
	grown := look.Scale()
	high := o[0].MinSize().Height + (most+0.5)*s.palette.list.rowHeight()
	return fyne.NewSize(min(width*grown, room.Width-2*margin), min(high, room.Height-2*margin))
}
