package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/editor"
	"aftershift/internal/ui/widgets/draw"
)

// LongText is words to read of any length, which can be selected, copied and
// stepped through by key. Only the rows in view are drawn. Put it into a Column,
// which gives the width first.
type LongText struct {
	widget.BaseWidget
	field    *editor.Editor
	follower follower
	onEscape func()
}

// NewLongText gives text of a size of package look, in ink. label names it to a
// screen reader.
func NewLongText(label, text string, size fyne.ThemeSizeName) *LongText {
	l := &LongText{field: editor.New(writing.Clock)}
	l.field.Label, l.field.Labels = label, writing.Menu
	l.field.Labels.Find = "" // there is no bar to find with
	l.field.SetReadOnly(true)
	l.field.SetText(text)
	l.follower = follower{field: l.field, active: l.field.Focused}
	l.field.OnCaret = func(float32, float32) { l.follower.moved() }
	l.field.OnKeyDown, l.field.Strays = keyDown, strays
	l.field.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyEscape {
			return false
		}
		draw.Escape(l.onEscape)
		return true
	}
	l.field.TextSize, l.field.Narrow = size, true
	l.ExtendBaseWidget(l)
	return l
}

// Follow has page, which the text stands in, keep the row of the caret in view.
func (l *LongText) Follow(page *container.Scroll) { l.follower.follow(page) }

// Text gives the words.
func (l *LongText) Text() string { return l.field.Text() }

// SetText shows other words.
func (l *LongText) SetText(text string) {
	if text != l.field.Text() {
		l.field.SetText(text)
	}
}

// setEscape says what Escape does while the text has the keyboard.
func (l *LongText) SetEscape(f func()) { l.onEscape = f }

// CreateRenderer is called by Fyne.
func (l *LongText) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.field) }
