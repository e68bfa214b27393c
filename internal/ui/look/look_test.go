package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is WCAG 2.2's relative luminance.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// textPairs are the pairs of text and ground that the widgets draw.
var textPairs = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	Ink:      {Paper, Surface, Panel, Side, GreenSoft, WarmSoft, AmberSoft, Muted},
	Soft:     {Paper, Surface, Panel, Side, GreenSoft, AmberSoft, Muted},
	Hint:     {Surface},
	Green:    {Paper, Surface, Panel, Side, GreenSoft, AmberSoft},
	OnGreen:  {Green},
	WarmInk:  {Paper, Surface, Panel, Side, WarmSoft, AmberSoft},
	AmberInk: {Paper, Surface, Panel, AmberSoft},
	Surface:  {Mask},
}

// themes are the looks, with the contrast that text and marks need in each.
var themes = map[string]struct {
	theme      *Theme
	text, mark float64
}{
	"light":          {NewTheme(Light, 1), 4.5, 3},
	"dark":           {NewTheme(Dark, 1), 4.5, 3},
	"light contrast": {NewTheme(Light, 1).HighContrast(), 7, 4.5},
	"dark contrast":  {NewTheme(Dark, 1).HighContrast(), 7, 4.5},
}

func TestTheme_Color_contrast(t *testing.T) {
	for name, c := range themes {
		stands(t, name, c.theme, textPairs, c.text)
	}
}

// An example in an empty field doesn't look like something written there.
func TestTheme_Color_hint(t *testing.T) {
	for name, c := range themes {
		if got := contrast(c.theme.Color(Hint, 0), c.theme.Color(Ink, 0)); got < 1.9 {
			t.Errorf("%s: a hint differs from what is written by %.2f:1", name, got)
		}
	}
}

// stands wants a contrast of at least so much between each role and its grounds.
func stands(t *testing.T, name string, theme *Theme, pairs map[fyne.ThemeColorName][]fyne.ThemeColorName, least float64) {
	t.Helper()
	for role, grounds := range pairs {
		for _, ground := range grounds {
			if got := contrast(theme.Color(role, 0), theme.Color(ground, 0)); got < least {
				t.Errorf("%s: %s on %s is %.2f:1, want %.1f:1", name, role, ground, got, least)
			}
		}
	}
}

// markPairs are marks, borders and rings, and what they are seen against (WCAG
// 2.2, 1.4.11): dots and bars on the grounds of pages, what is filled beside what
// is empty, the rings of the focus.
var markPairs = map[fyne.ThemeColorName][]fyne.ThemeColorName{
	Green:   {Paper, Surface, Panel, Side},
	Warm:    {Paper, Surface, Panel},
	WarmInk: {Surface},
	Amber:   {Paper, Surface, Panel},
	Soft:    {Paper, Surface, Panel},
	Border:  {Paper, Surface, Panel},
	Surface: {Mask},
}

func TestTheme_Color_marks(t *testing.T) {
	for name, c := range themes {
		stands(t, name, c.theme, markPairs, c.mark)
	}
}

func TestTheme_Color_modeDecides(t *testing.T) {
	cases := []struct {
		mode    Mode
		variant fyne.ThemeVariant
		want    color.Color
	}{
		{Light, theme.VariantDark, light[Paper]},
		{Dark, theme.VariantLight, dark[Paper]},
		{System, theme.VariantLight, light[Paper]},
		{System, theme.VariantDark, dark[Paper]},
	}
	for _, c := range cases {
		if got := NewTheme(c.mode, 1).Color(Paper, c.variant); got != c.want {
			t.Errorf("mode %d, variant %d: %v, want %v", c.mode, c.variant, got, c.want)
		}
	}
}

func TestTheme_Color_fynesNamesAreRoles(t *testing.T) {
	th := NewTheme(Light, 1)
	if got := th.Color(theme.ColorNamePrimary, 0); got != light[Green] {
		t.Errorf("primary is %v", got)
	}
	if got := th.Color(theme.ColorNameHover, 0).(color.NRGBA); got.A == 0xff {
		t.Error("hover hides what is under it")
	}
	for _, p := range []palette{dark, lightContrast, darkContrast} {
		if len(p) != len(light) {
			t.Errorf("a palette has %d roles, light has %d", len(p), len(light))
		}
	}
}

func TestTheme_Size_followsTheScale(t *testing.T) {
	cases := []struct{ scale, want float32 }{{1, 13.5}, {1.5, 20.25}, {2, 27}, {0.1, 12.15}, {9, 27}}
	for _, c := range cases {
		if got := NewTheme(Light, c.scale).Size(Interface); math.Abs(float64(got-c.want)) > 0.001 {
			t.Errorf("scale %v: interface text is %v, want %v", c.scale, got, c.want)
		}
	}
	if got := NewTheme(Light, 2).Size(theme.SizeNamePadding); got != 4 {
		t.Errorf("padding grew to %v", got)
	}
}

func TestLogo_isPicture(t *testing.T) {
	if Logo().Name() == "" || len(Logo().Content()) == 0 {
		t.Error("the logo is empty")
	}
}

// What lies over a page under a dialog darkens every look.
func TestTheme_Color_shadowDarkens(t *testing.T) {
	for _, th := range []*Theme{NewTheme(Light, 1), NewTheme(Dark, 1), NewTheme(Dark, 1).HighContrast(), NewTheme(Light, 1).HighContrast()} {
		if r, g, b, a := th.Color(theme.ColorNameShadow, 0).RGBA(); r+g+b != 0 || a == 0 {
			t.Errorf("%+v: shadow %v", th, th.Color(theme.ColorNameShadow, 0))
		}
	}
}
