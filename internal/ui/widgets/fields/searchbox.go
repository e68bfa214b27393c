package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
)

// SearchBox is a field to search with, its shortcut shown at the right. Escape
// empties it; Down goes on to the results.
type SearchBox struct {
	widget.BaseWidget
	// OnChanged gets the query after every change by the user's hand.
	OnChanged func(query string)
	// OnDown is called when the user presses Down or Enter: focus the results.
	OnDown func()
	// OnKey gets each key first, and tells whether it has a use for it.
	OnKey func(key fyne.KeyName) bool

	field   *typing
	hint    *widgets.Text
	setting bool
}

// NewSearchBox gives an empty box with a placeholder and a shortcut's name.
func NewSearchBox(placeholder, hint string) *SearchBox {
	b := &SearchBox{field: &typing{}, hint: widgets.NewSmall(hint).OneLine()}
	b.field.PlaceHolder = placeholder
	b.field.onKey = b.key
	b.field.Wrapping = fyne.TextWrapOff
	b.field.ActionItem = widgets.Pad(look.Gap, 0, widgets.Row(0, b.hint))
	b.field.ExtendBaseWidget(b.field)
	b.field.Entry.OnChanged = func(query string) {
		if b.OnChanged != nil && !b.setting {
			b.OnChanged(query)
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

func (b *SearchBox) key(k fyne.KeyName) bool {
	switch {
	case b.OnKey != nil && b.OnKey(k):
	case k == fyne.KeyEscape && b.field.Text != "":
		b.field.SetText("")
	case (k == fyne.KeyDown || k == fyne.KeyReturn || k == fyne.KeyEnter) && b.OnDown != nil:
		b.OnDown()
	default:
		return false
	}
	return true
}

// Query gives what is searched for.
func (b *SearchBox) Query() string { return b.field.Text }

// SetQuery shows another query. It does not call OnChanged.
func (b *SearchBox) SetQuery(query string) {
	b.setting = true
	b.field.SetText(query)
	b.setting = false
}

// SetHint shows other words at the right.
func (b *SearchBox) SetHint(text string) {
	b.hint.SetText(text)
	b.field.Refresh()
}

// Focus takes the keyboard to the box.
func (b *SearchBox) Focus() { draw.Focus(b.field) }

// CreateRenderer is called by Fyne.
func (b *SearchBox) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.field.framed(b.field))
}
