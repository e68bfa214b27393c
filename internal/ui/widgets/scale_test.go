package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/uitest"
)

func newTestScale() *Scale {
	return NewScale(ScaleWords{"How hard did it hit", "barely", "very hard", "not set", "%d of 10"}, Warm)
}

func TestScale_digits(t *testing.T) {
	cases := []struct {
		typed string
		want  int
	}{{"0", 0}, {"7", 7}, {"1", 1}, {"10", 10}, {"x", 10}, {"X", 10}, {"110", 10}, {"100", 0}, {"20", 0}, {"8q", 8}}
	for _, c := range cases {
		s := newTestScale()
		uitest.Show(t, s, 1, 240, 80)
		test.Type(s, c.typed)
		if got, set := s.Value(); !set || got != c.want {
			t.Errorf("typed %q: %d, %v, want %d", c.typed, got, set, c.want)
		}
	}
}

func TestScale_keys(t *testing.T) {
	var told []int
	s := newTestScale()
	uitest.Show(t, s, 1, 240, 80)
	s.OnChanged = func(v int, set bool) {
		if !set {
			v = -1
		}
		told = append(told, v)
	}
	uitest.Press(s, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyRight, fyne.KeyHome, fyne.KeyDown, fyne.KeyDelete)
	want := []int{1, 2, 1, 10, 10, 0, 0, -1}
	if len(told) != len(want) {
		t.Fatalf("told %v, want %v", told, want)
	}
	for i := range want {
		if told[i] != want[i] {
			t.Fatalf("told %v, want %v", told, want)
		}
	}
	if _, set := s.Value(); set {
		t.Error("Delete did not clear it")
	}
}

func TestScale_aKeyBetweenBreaksTen(t *testing.T) {
	s := newTestScale()
	uitest.Show(t, s, 1, 240, 80)
	s.TypedRune('1')
	uitest.Press(s, fyne.KeyRight)
	s.TypedRune('0')
	if got, _ := s.Value(); got != 0 {
		t.Errorf("1, right, 0 gave %d", got)
	}
}

func TestScale_mouse(t *testing.T) {
	s := newTestScale()
	win := uitest.Show(t, s, 1, 240, 80)
	for x, want := range map[float32]int{0: 0, 120: 5, 240: 10, 500: 10} {
		test.TapAt(s, fyne.NewPos(x, 20))
		if got, set := s.Value(); !set || got != want {
			t.Errorf("tapped at %v: %d", x, got)
		}
	}
	if win.Canvas().Focused() != s {
		t.Error("a click did not take the keyboard there")
	}
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(120, 20)}})
	if got, _ := s.Value(); got != 5 {
		t.Errorf("dragged to the middle: %d", got)
	}
}

func TestScale_saysWhatIsSet(t *testing.T) {
	s := newTestScale()
	uitest.Show(t, s, 1, 240, 80)
	if got := s.AccessibilityLabel(); got != "How hard did it hit: not set" {
		t.Errorf("says %q", got)
	}
	s.SetValue(8, true)
	if got := s.said.Text; got != "8 of 10" {
		t.Errorf("shows %q", got)
	}
	s.SetValue(99, true)
	if got, _ := s.Value(); got != 10 {
		t.Errorf("99 became %d", got)
	}
	s.Disable()
	test.Type(s, "3")
	if got, _ := s.Value(); got != 10 {
		t.Error("a disabled scale answered")
	}
}

func TestAffectGrid_keysStayInside(t *testing.T) {
	g := NewAffectGrid(AffectWords{"Feeling", "alarmed", "energised", "drained", "calm"})
	uitest.Show(t, g, 1, 240, 120)
	uitest.Press(g, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyUp)
	if p, e, set := g.Value(); p != -2 || e != 1 || !set {
		t.Errorf("at %d, %d, %v", p, e, set)
	}
	if got := g.AccessibilityLabel(); got != "Feeling: alarmed" {
		t.Errorf("says %q", got)
	}
	uitest.Press(g, fyne.KeyDelete)
	if _, _, set := g.Value(); set || !g.dot.Hidden {
		t.Error("Delete did not clear it")
	}
}

func TestAffectGrid_click(t *testing.T) {
	g := NewAffectGrid(AffectWords{"Feeling", "alarmed", "energised", "drained", "calm"})
	told := 0
	g.OnChanged = func(int, int, bool) { told++ }
	uitest.Show(t, g, 1, 250, 125)
	cases := []struct {
		x, y             float32
		pleasant, energy int
		corner           string
	}{
		{1, 1, -2, 2, ": alarmed"},
		{249, 1, 2, 2, ": energised"},
		{249, 124, 2, -2, ": calm"},
		{1, 124, -2, -2, ": drained"},
		{125, 62, 0, 0, ""},
		{75, 37, -1, 1, ": alarmed"},
	}
	for _, c := range cases {
		test.TapAt(g, fyne.NewPos(c.x, c.y))
		if p, e, _ := g.Value(); p != c.pleasant || e != c.energy {
			t.Errorf("click at %v, %v: %d, %d", c.x, c.y, p, e)
		}
		if got := g.AccessibilityLabel(); got != "Feeling"+c.corner {
			t.Errorf("says %q", got)
		}
	}
	g.SetValue(9, -9, true)
	if p, e, _ := g.Value(); p != 2 || e != -2 || told != len(cases) {
		t.Errorf("at %d, %d after %d calls", p, e, told)
	}
}
