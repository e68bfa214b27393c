package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/widgets/draw"
)

// Slider is Fyne's, from which Escape goes on to the window: Fyne's own keeps
// the key to itself.
type Slider struct{ widget.Slider }

// NewSlider gives a slider in whole steps from least to most, at least.
func NewSlider(least, most float64) *Slider {
	s := &Slider{Slider: widget.Slider{Value: least, Min: least, Max: most, Step: 1}}
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey moves the knob; Escape leaves the page or what lies over it.
func (s *Slider) TypedKey(k *fyne.KeyEvent) {
	if k.Name == fyne.KeyEscape {
		draw.Escape(nil)
		return
	}
	s.Slider.TypedKey(k)
}
