package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// fieldFrame is the white ground and the border that all fields share.
type fieldFrame struct{ ground *widgets.Ground }

// framed gives a field, or a container around it, in its frame.
func (f *fieldFrame) framed(field fyne.CanvasObject) *fyne.Container {
	f.ground = widgets.NewGround(look.Surface, look.Border, look.RadiusField)
	return container.NewStack(f.ground, widgets.Pad(3, 1.5, field))
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
	f.ground.SetStroke(on)
}
