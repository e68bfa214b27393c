package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
)

// EmptyState says what belongs on a page that has nothing yet, and offers the
// first step; nil for none.
func EmptyState(title, text string, first *Button) *fyne.Container {
	column := Column(look.Gap, NewText(title, look.Subtitle, look.Ink).Bold().Centred(), NewSoft(text).Centred())
	if first != nil {
		column.Add(Pad(0, look.Gap, container.NewCenter(first)))
	}
	return container.NewCenter(Sized(380, 0, column))
}

// Progress shows how far something is, in words and as a bar, and can stop it.
type Progress struct {
	widget.BaseWidget
	text    *Text
	bar     *BudgetBar
	cancel  *Button
	content *fyne.Container
}

// NewProgress gives a bar at 0. A nil onCancel leaves the button out.
func NewProgress(text, cancel string, onCancel func()) *Progress {
	p := &Progress{text: NewSoft(text), bar: NewBudgetBar(), cancel: NewLink(cancel, onCancel)}
	p.cancel.Hidden = onCancel == nil
	p.bar.Set(1, text)
	p.content = Column(6, p.text, p.bar, Row(0, layout.NewSpacer(), p.cancel))
	p.ExtendBaseWidget(p)
	return p
}

// Set shows how far it is, from 0 to 1, with the words for it.
func (p *Progress) Set(fraction float64, text string) {
	p.text.SetText(text)
	p.bar.Set(1, text, BudgetPart{Amount: float32(min(max(fraction, 0), 1)), Tone: Green})
}

// CreateRenderer is called by Fyne.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }

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
	t := &Toast{text: NewText("", look.Interface, look.Surface).OneLine(), action: newButton(" ", onDark, nil)}
	bar := Pad(look.Wide, 0, Row(look.Wide, t.text, t.action))
	t.bar = container.NewStack(NewGround(look.Mask, "", look.RadiusField), bar)
	t.bar.Hide()
	t.content = Pad(look.Gap, toastEdge, container.NewCenter(t.bar))
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

// MinSize is the room for a bar with a button, whatever is shown.
func (t *Toast) MinSize() fyne.Size {
	high := t.action.MinSize().Height + 2*toastEdge
	return fyne.NewSize(t.BaseWidget.MinSize().Width, high)
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
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
