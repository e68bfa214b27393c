package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
)

// fieldFrame is the white ground and the border that all fields share.
type fieldFrame struct{ ground *Ground }

// framed gives a field, or a container around it, in its frame.
func (f *fieldFrame) framed(field fyne.CanvasObject) *fyne.Container {
	f.ground = NewGround(look.Surface, look.Border, look.RadiusField)
	return container.NewStack(f.ground, Pad(3, 1.5, field))
}

// showFocus makes the border strong and green, or calm.
func (f *fieldFrame) showFocus(on bool) {
	if f.ground == nil {
		return
	}
	border := look.Border
	if on {
		border = look.Green
	}
	f.ground.SetRoles(look.Surface, border)
	f.ground.setStroke(on)
}
