package widgets

import (
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
