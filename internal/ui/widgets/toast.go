package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Toast is a quiet bar that says what was done and offers to undo it. It stays
// until the caller takes it away. Its room stays as it is, whether the bar is
// there or not, so that nothing moves under the pointer.
type Toast struct {
	widget.BaseWidget
	text    *Text
	action  *Button
	bar     *fyne.Container
	content *fyne.Container
	pointed bool
}

// toastEdge is the room above and below the bar.
const toastEdge float32 = 2

// NewToast gives the room for a bar without one. Put it at the bottom of the
// window.
func NewToast() *Toast {
	t := &Toast{text: NewText("", look.Interface, look.Surface), action: newButton(" ", onDark, nil)}
	t.bar = container.NewWithoutLayout(NewGround(look.Mask, "", look.RadiusField), t.text, t.action)
	t.bar.Hide()
	t.content = container.New(toastLayout{t}, t.bar)
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn keeps the bar for as long as the pointer rests on it.
func (t *Toast) MouseIn(*desktop.MouseEvent) { t.pointed = true }

// MouseMoved changes nothing.
func (t *Toast) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the bar go.
func (t *Toast) MouseOut() { t.pointed = false }

// Held reports whether somebody is at the bar: its button has the keyboard, or the
// pointer rests on it.
func (t *Toast) Held() bool { return t.Shown() && (t.pointed || t.action.HasFocus()) }

// Shown tells whether the bar is there.
func (t *Toast) Shown() bool { return t.bar.Visible() }

// Dismiss takes the bar away.
func (t *Toast) Dismiss() {
	t.bar.Hide()
	t.Refresh()
}

// MinSize is the room for a bar with a button, whatever is shown, and more where the
// words of one need it.
func (t *Toast) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	high := t.action.MinSize().Height
	if t.Shown() && t.Size().Width > 0 {
		_, _, words := t.fit(t.Size().Width)
		high = max(high, words)
	}
	return fyne.NewSize(1, high+2*toastEdge)
}

// fit chooses how the words are set at a width: on one line, or smaller on as many as
// they need, of which two have room where one has. It returns the room that they take,
// and that of the button with its gap.
func (t *Toast) fit(width float32) (words, button, high float32) {
	if !t.action.Hidden {
		button = t.action.MinSize().Width + look.Wide
	}
	room := max(width-2*look.Gap-2*look.Wide-button, 1)
	t.text.size = look.Interface
	if wide := t.text.Width() + 1; wide <= room {
		return wide, button, t.text.LineHeight()
	}
	t.text.size = look.Label
	return min(t.text.Width()+1, room), button, t.text.HeightAt(room)
}

// toastLayout sets the bar into the middle of the room.
type toastLayout struct{ *Toast }

// MinSize is the toast's own.
func (l toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.Toast.MinSize() }

// Layout sets the words at the left of the bar, and the button at its right.
func (l toastLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	words, button, high := l.fit(size.Width)
	bar := fyne.NewSize(words+button+2*look.Wide, size.Height-2*toastEdge)
	draw.Place(l.bar, (size.Width-bar.Width)/2, toastEdge, bar.Width, bar.Height)
	draw.Place(l.bar.Objects[0], 0, 0, bar.Width, bar.Height)
	draw.Place(l.text, look.Wide, (bar.Height-high)/2, words, high)
	l.text.Refresh() // it may have got another size
	action := l.action.MinSize()
	draw.Place(l.action, look.Wide+words+look.Wide, (bar.Height-action.Height)/2, action.Width, action.Height)
}

// Say shows the bar. An empty action leaves the button out; tapping it calls
// onAction and hides the bar.
func (t *Toast) Say(text, action string, onAction func()) {
	t.text.SetText(text)
	t.action.SetText(action)
	t.action.Hidden = action == ""
	t.action.OnTapped(func() {
		t.Dismiss()
		if onAction != nil {
			onAction()
		}
	})
	t.bar.Show()
	t.content.Refresh()
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
