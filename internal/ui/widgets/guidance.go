package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// Steps shows the steps of a way and which of them is the present one.
type Steps struct {
	widget.BaseWidget
	names   []string
	present int
	row     *fyne.Container
}

// NewSteps gives the steps with the first as the present one.
func NewSteps(names ...string) *Steps {
	s := &Steps{names: names, row: Wrap(look.Wide)}
	s.ExtendBaseWidget(s)
	s.Set(0)
	return s
}

// Set makes the step of that index the present one; those before it are done.
func (s *Steps) Set(present int) {
	s.present = present
	s.row.RemoveAll()
	for i, name := range s.names {
		s.row.Add(newStep(i, present, name))
	}
	s.row.Refresh()
}

func newStep(i, present int, name string) fyne.CanvasObject {
	role, ground := look.Soft, look.Side
	number := strconv.Itoa(i + 1)
	text := NewText(name, look.Label, role).OneLine()
	mark := NewText(number, look.Label, role).Bold().Centred().OneLine()
	switch {
	case i == present:
		text.role, mark.role, ground = look.Green, look.OnGreen, look.Green
		text.Bold()
	case i < present:
		mark.role, ground = look.Green, look.GreenSoft
	}
	disc := container.NewStack(NewGround(ground, "", 12), Sized(24, 24, container.NewCenter(mark)))
	return Row(6, disc, text)
}

// AccessibilityLabel gives the present step's number and name.
func (s *Steps) AccessibilityLabel() string {
	return strconv.Itoa(s.present+1) + "/" + strconv.Itoa(len(s.names)) + " " + s.names[min(s.present, len(s.names)-1)]
}

// AccessibilityRole says that this is text.
func (s *Steps) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (s *Steps) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.row) }

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
// until the caller hides it.
type Toast struct {
	widget.BaseWidget
	text    *Text
	action  *Button
	content *fyne.Container
}

// NewToast gives a hidden bar. Put it at the bottom of the window.
func NewToast() *Toast {
	t := &Toast{text: NewText("", look.Interface, look.Surface).OneLine(), action: newButton("", onDark, nil)}
	bar := Pad(look.Wide, 6, Row(look.Wide, t.text, t.action))
	t.content = container.NewCenter(container.NewStack(NewGround(look.Mask, "", look.RadiusField), bar))
	t.ExtendBaseWidget(t)
	t.BaseWidget.Hidden = true
	return t
}

// Say shows the bar. An empty action leaves the button out; tapping it calls
// onAction and hides the bar.
func (t *Toast) Say(text, action string, onAction func()) {
	t.text.SetText(text)
	t.action.SetText(action)
	t.action.Hidden = action == ""
	t.action.OnTapped(func() {
		t.Hide()
		if onAction != nil {
			onAction()
		}
	})
	t.Show()
	t.Refresh()
}

// CreateRenderer is called by Fyne.
func (t *Toast) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.content) }
