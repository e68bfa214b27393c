package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// StrengthMeter shows how hard a passphrase is to guess: four bars and a word.
type StrengthMeter struct {
	widget.BaseWidget
	says    [5]string
	score   int
	word    *widgets.Text
	bars    [4]*widgets.Ground
	content *fyne.Container
}

// NewStrengthMeter gives a meter at 0, with a word for each score from 0 to 4.
func NewStrengthMeter(says [5]string) *StrengthMeter {
	m := &StrengthMeter{says: says, word: widgets.NewSmall(says[0])}
	bars := widgets.Row(3)
	for i := range m.bars {
		m.bars[i] = widgets.NewGround(look.Surface, look.Border, 3)
		bars.Add(widgets.Sized(52, 6, m.bars[i]))
	}
	m.content = widgets.Column(look.Tight, bars, m.word)
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a score from 0 to 4.
func (m *StrengthMeter) Set(score int) {
	m.score = min(max(score, 0), 4)
	tone := [...]widgets.Tone{widgets.Warm, widgets.Warm, widgets.Amber, widgets.Green, widgets.Green}[m.score]
	for i, bar := range m.bars {
		fill, border := look.Surface, look.Border
		if i < m.score {
			fill, border = tone.Fill(), tone.Fill()
		}
		bar.SetRoles(fill, border)
	}
	m.word.SetText(m.says[m.score])
}

// AccessibilityLabel gives the word shown.
func (m *StrengthMeter) AccessibilityLabel() string { return m.says[m.score] }

// AccessibilityRole says that this is text.
func (m *StrengthMeter) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer is called by Fyne.
func (m *StrengthMeter) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(m.content)
}

// clear shows that nothing was measured yet.
func (m *StrengthMeter) clear() {
	m.Set(0)
	m.word.SetText("")
}
