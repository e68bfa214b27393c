package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// ScaleWords are the words of a Scale: its name, the two ends, what stands where
// nothing is set, and how a value is said ("%d of 10").
type ScaleWords struct{ Name, Low, High, Unset, Value string }

// Scale asks for a number from 0 to 10, or for none. Digits set it (1 then 0 is
// ten, and so are x and End), arrow keys move it, Delete clears it.
type Scale struct {
	draw.Control
	// OnChanged gets the value that the user set; set is false when cleared.
	OnChanged func(value int, set bool)

	words  ScaleWords
	tone   Tone
	value  int
	set    bool
	wasOne bool // the last key was the digit 1, so that 0 makes it ten

	name, low, high, said     *canvas.Text
	track, filled, ring, knob *canvas.Rectangle
}

const scaleTop = 10

// NewScale gives a scale on which nothing is set yet.
func NewScale(w ScaleWords, tone Tone) *Scale {
	s := &Scale{words: w, tone: tone}
	s.ExtendBaseWidget(s)
	return s
}

// Value gives the number, and false if none is set.
func (s *Scale) Value() (int, bool) { return s.value, s.set }

// SetValue shows a number from 0 to 10, or none. It does not call OnChanged.
func (s *Scale) SetValue(value int, set bool) {
	s.value, s.set = min(max(value, 0), scaleTop), set
	if !set {
		s.value = 0
	}
	s.Refresh()
}

func (s *Scale) choose(value int, set bool) {
	if s.Disabled() {
		return
	}
	s.SetValue(value, set)
	if s.OnChanged != nil {
		s.OnChanged(s.value, s.set)
	}
}

// TypedRune sets the number by its digit.
func (s *Scale) TypedRune(r rune) {
	if draw.Strays(&s.Control) {
		return
	}
	wasOne := s.wasOne
	s.wasOne = r == '1'
	switch {
	case r == '0' && wasOne, r == 'x', r == 'X':
		s.choose(scaleTop, true)
	case r >= '0' && r <= '9':
		s.choose(int(r-'0'), true)
	}
}

// TypedKey moves, ends or clears the number.
func (s *Scale) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.Key0 && k.Name != fyne.Key1 {
		s.wasOne = false
	}
	switch k.Name {
	case fyne.KeyRight, fyne.KeyUp:
		s.choose(min(s.value+1, scaleTop), true)
	case fyne.KeyLeft, fyne.KeyDown:
		s.choose(max(s.value-1, 0), true)
	case fyne.KeyHome:
		s.choose(0, true)
	case fyne.KeyEnd:
		s.choose(scaleTop, true)
	case fyne.KeyDelete, fyne.KeyBackspace:
		s.choose(0, false)
	default:
		s.Pressed(k.Name, func() {})
	}
}

// Tapped sets the number under the pointer.
func (s *Scale) Tapped(e *fyne.PointEvent) {
	draw.Focus(s)
	s.point(e.Position.X)
}

// Dragged moves the number with the pointer.
func (s *Scale) Dragged(e *fyne.DragEvent) { s.point(e.Position.X) }

// DragEnd leaves the number where it is.
func (s *Scale) DragEnd() {}

func (s *Scale) point(x float32) {
	left, right := s.ends()
	at := (x - left) / max(right-left, 1) * scaleTop
	value := int(min(max(at, 0), scaleTop) + 0.5)
	if value != s.value || !s.set {
		s.choose(value, true)
	}
}

// AccessibilityLabel gives the name and what is set.
func (s *Scale) AccessibilityLabel() string { return s.words.Name + ": " + s.says() }

// AccessibilityRole says button, the nearest role that Fyne has.
func (s *Scale) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (s *Scale) says() string {
	if !s.set {
		return s.words.Unset
	}
	return fmt.Sprintf(s.words.Value, s.value)
}

// CreateRenderer is called by Fyne.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	s.name, s.said = draw.Words(0, true), draw.Words(0, true)
	s.low, s.high = draw.Words(0, false), draw.Words(0, false)
	s.track, s.filled = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	s.knob, s.ring = canvas.NewRectangle(color.Transparent), draw.NewRing(look.RadiusField)
	objects := []fyne.CanvasObject{s.name, s.low, s.high, s.said, s.track, s.filled, s.knob, s.ring}
	return draw.New(s, objects, s.minSize, s.arrange, s.restyle)
}

const knobSize float32 = 16

func (s *Scale) minSize() fyne.Size {
	ends := s.low.MinSize().Width + s.high.MinSize().Width + s.said.MinSize().Width + 24
	line := s.low.MinSize().Height
	return fyne.NewSize(max(ends, s.name.MinSize().Width), 2*line+knobSize+6)
}

func (s *Scale) ends() (left, right float32) { return knobSize / 2, s.Size().Width - knobSize/2 }

func (s *Scale) arrange(size fyne.Size) {
	draw.Place(s.ring, -5, -3, size.Width+10, size.Height+6)
	line := s.low.MinSize().Height
	draw.Place(s.name, 0, 0, size.Width, line)
	y := line + 3 + knobSize/2
	draw.Place(s.track, 0, y-2.5, size.Width, 5)
	left, right := s.ends()
	at := left + (right-left)*float32(s.value)/scaleTop
	draw.Place(s.filled, 0, y-2.5, at, 5)
	draw.Place(s.knob, at-knobSize/2, y-knobSize/2, knobSize, knobSize)
	low := size.Height - line
	draw.Place(s.low, 0, low, s.low.MinSize().Width, line)
	high := s.high.MinSize().Width
	draw.Place(s.high, size.Width-high, low, high, line)
	said := s.said.MinSize().Width
	draw.Place(s.said, (size.Width-said)/2, low, said, line)
}

func (s *Scale) restyle() {
	for text, says := range map[*canvas.Text]string{
		s.name: s.words.Name, s.low: s.words.Low, s.high: s.words.High, s.said: s.says(),
	} {
		draw.Say(text, says)
		text.TextSize, text.Color = draw.Measure(s, look.Label), draw.Paint(s, look.Soft)
	}
	draw.Set(s.said, s.says(), s.set)
	draw.EmptyTrack(s, s.track, 2.5)
	s.filled.FillColor, s.filled.CornerRadius = draw.Paint(s, s.tone.Fill()), 2.5
	s.knob.FillColor, s.knob.StrokeColor, s.knob.StrokeWidth = draw.Paint(s, look.Surface), draw.Paint(s, s.tone.Fill()), 2
	s.knob.CornerRadius = knobSize / 2
	if s.set {
		s.said.Color = draw.Paint(s, s.tone.Ink())
	}
	s.filled.Hidden, s.knob.Hidden = !s.set, !s.set && !s.HasFocus()
	s.StyleRing(s.ring)
}
