package fields

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// Suggestion is one offer below a Suggest field. ID goes back to the callback.
type Suggestion struct{ ID, Text, Detail string }

// Suggest is a field that offers completions in a list right below it while it
// has the focus. Up and Down walk, Enter takes, Escape closes.
type Suggest struct {
	widget.BaseWidget
	// Offer gives the suggestions for what is typed, best first; it must be quick.
	Offer func(typed string) []Suggestion
	// Ask, where set, stands in the place of Offer for what takes longer: Found gets the
	// suggestions once they are found.
	Ask func(typed string)
	// OnChosen gets the suggestion that was taken.
	OnChosen func(s Suggestion)
	// OnSubmitted gets the typed text on Enter when no suggestion is marked.
	OnSubmitted func(text string)
	// First marks the best suggestion as soon as something is typed, so that Enter
	// takes it: for choosing from what there is rather than writing freely.
	First bool
	// OnCancel is called by Escape when the list is closed already.
	OnCancel func()

	field   *typing
	offers  []Suggestion
	lines   []*offerLine
	list    *fyne.Container
	popup   *fyne.Container
	content *fyne.Container
	marked  int // -1 for none
	setting bool
	pointed bool // the pointer is over a suggestion
	waits   bool // for what Ask finds
	entered bool // Enter was pressed meanwhile
}

const mostOffers = 8

// NewSuggest gives an empty field with a placeholder.
func NewSuggest(placeholder string, offer func(typed string) []Suggestion) *Suggest {
	s := &Suggest{Offer: offer, field: &typing{}, marked: -1}
	s.field.PlaceHolder = placeholder
	s.field.Wrapping = fyne.TextWrapOff
	s.field.onKey, s.field.onFocus = s.key, s.focused
	s.field.ExtendBaseWidget(s.field)
	s.field.Entry.OnChanged = func(string) {
		if !s.setting {
			s.open()
		}
	}
	s.list = widgets.Column(0)
	s.popup = container.NewStack(widgets.NewGround(look.Surface, look.Line, look.RadiusField), widgets.Pad(1, 4, s.list))
	s.popup.Hide()
	s.content = widgets.Column(2, s.field.framed(s.field), s.popup)
	s.ExtendBaseWidget(s)
	return s
}

// Text gives what is typed.
func (s *Suggest) Text() string { return s.field.Text }

// SetText shows another text, to be typed on at its end, and closes the list.
func (s *Suggest) SetText(text string) {
	s.setting = true
	s.field.SetText(text)
	s.field.CursorColumn = utf8.RuneCountInString(text)
	s.setting = false
	s.closeList()
}

// Focus takes the keyboard to the field.
func (s *Suggest) Focus() { draw.Focus(s.field) }

// FocusEnd is Focus, behind the last letter.
func (s *Suggest) FocusEnd() { s.field.focusEnd() }

// Room returns the height of the field with as many one-line offers as it ever
// shows, for what must not grow while one types.
func (s *Suggest) Room() float32 {
	line := newOfferLine(s, 0, Suggestion{Text: " "}).MinSize().Height
	return s.content.Objects[0].MinSize().Height + 2 + mostOffers*line + 2*4
}

// Open tells whether the list is shown.
func (s *Suggest) Open() bool { return s.popup.Visible() }

// focused opens the list, and closes it unless the pointer is about to choose.
func (s *Suggest) focused(on bool) {
	switch {
	case on:
		s.open()
	case !s.pointed:
		s.closeList()
	}
}

// open shows what Offer gives for the typed text, or asks for it.
func (s *Suggest) open() {
	if s.waits, s.entered = s.Ask != nil, false; s.waits {
		s.Ask(s.field.Text)
		return
	}
	s.put(s.Offer(s.field.Text))
}

// Found shows what Ask found for the text as it is now. An Enter that was pressed
// meanwhile is done then. Nobody who has left is shown anything.
func (s *Suggest) Found(offers []Suggestion) {
	if !s.waits {
		return
	}
	s.waits = false
	s.put(offers)
	if s.entered {
		s.entered = false
		s.Enter()
	}
}

func (s *Suggest) put(offers []Suggestion) {
	s.offers, s.marked = offers, -1
	if len(s.offers) > mostOffers {
		s.offers = s.offers[:mostOffers]
	}
	s.list.RemoveAll()
	s.lines = s.lines[:0]
	for i, o := range s.offers {
		line := newOfferLine(s, i, o)
		s.lines = append(s.lines, line)
		s.list.Add(line)
	}
	if s.First && s.field.Text != "" {
		s.mark(0)
	}
	s.popup.Hidden = len(s.offers) == 0
	s.Refresh()
}

func (s *Suggest) closeList() {
	s.marked, s.waits, s.entered = -1, false, false
	s.popup.Hide()
	s.Refresh()
}

func (s *Suggest) mark(i int) {
	s.marked = min(max(i, 0), len(s.offers)-1)
	for _, line := range s.lines {
		line.setMarked(line.index == s.marked)
	}
}

func (s *Suggest) take(i int) {
	chosen := s.offers[i]
	s.closeList()
	if s.OnChosen != nil {
		s.OnChosen(chosen)
	}
}

func (s *Suggest) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		if !s.Open() {
			s.open()
		}
		s.mark(s.marked + 1)
	case fyne.KeyUp:
		s.mark(s.marked - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Enter()
	case fyne.KeyEscape:
		s.escape()
	default:
		return false
	}
	return true
}

// Enter does what the key does: takes the marked suggestion, else what is typed.
func (s *Suggest) Enter() {
	if s.waits {
		s.entered = true
		return
	}
	if s.Open() && s.marked >= 0 {
		s.take(s.marked)
		return
	}
	if s.OnSubmitted != nil {
		s.OnSubmitted(s.field.Text)
	}
}

func (s *Suggest) escape() {
	if s.Open() {
		s.closeList()
		return
	}
	s.waits = false
	if s.OnCancel != nil {
		s.OnCancel()
		return
	}
	draw.Escape(s.field.onEscape)
}

// CreateRenderer is called by Fyne.
func (s *Suggest) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.content) }

// offerLine is one suggestion. The field keeps the focus, so it has none.
type offerLine struct {
	widget.BaseWidget
	owner   *Suggest
	index   int
	ground  *widgets.Ground
	content *fyne.Container
}

func newOfferLine(owner *Suggest, index int, o Suggestion) *offerLine {
	l := &offerLine{owner: owner, index: index, ground: widgets.NewGround("", "", 4)}
	row := container.New(&offerLayout{}, widgets.NewText(o.Text, look.Interface, look.Ink), widgets.NewSmall(o.Detail))
	l.content = container.NewStack(l.ground, widgets.Pad(10, 5, row))
	l.ExtendBaseWidget(l)
	return l
}

// offerLayout sets what is said of a suggestion to the right of its name, or below
// it where both don't fit on a line.
type offerLayout struct{ width float32 }

const offerGap float32 = 10

// Layout gives the name the lines it needs.
func (f *offerLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	name, detail := o[0].(*widgets.Text), o[1].(*widgets.Text)
	right := detail.Width()
	if f.beside(name, detail) {
		draw.Place(name, 0, 0, size.Width-right-offerGap, name.LineHeight())
		draw.Place(detail, size.Width-right, (name.LineHeight()-detail.LineHeight())/2, right+1, detail.LineHeight())
		return
	}
	name.Resize(fyne.NewSize(size.Width, 1))
	detail.Resize(fyne.NewSize(size.Width, 1))
	draw.Place(name, 0, 0, size.Width, name.MinSize().Height)
	draw.Place(detail, 0, name.MinSize().Height, size.Width, detail.MinSize().Height)
}

func (f *offerLayout) beside(name, detail *widgets.Text) bool {
	both := name.Width() + detail.Width()
	if detail.Text() != "" {
		both += offerGap
	}
	return f.width == 0 || both <= f.width
}

// MinSize is the height at the width it was last given.
func (f *offerLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	name, detail := o[0].(*widgets.Text), o[1].(*widgets.Text)
	if f.beside(name, detail) {
		return fyne.NewSize(60, name.LineHeight())
	}
	height := name.HeightAt(f.width)
	if detail.Text() != "" {
		height += detail.HeightAt(f.width) + 1 // the gap below the name
	}
	return fyne.NewSize(60, height)
}

func (l *offerLine) setMarked(on bool) {
	if on {
		l.ground.SetRoles(look.GreenSoft, look.Green)
	} else {
		l.ground.SetRoles("", "")
	}
}

// MouseIn marks the suggestion under the pointer.
func (l *offerLine) MouseIn(*desktop.MouseEvent) {
	l.owner.pointed = true
	l.owner.mark(l.index)
}

// MouseMoved changes nothing.
func (l *offerLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the list close when the focus goes.
func (l *offerLine) MouseOut() { l.owner.pointed = false }

// Tapped takes the suggestion.
func (l *offerLine) Tapped(*fyne.PointEvent) { l.owner.take(l.index) }

// CreateRenderer is called by Fyne.
func (l *offerLine) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }
