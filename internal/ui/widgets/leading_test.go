package widgets

import (
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/ui/uitest"
)

func TestRefill_keepsTheKeyboard(t *testing.T) {
	a, b, other := NewAddChip("a", func() {}), NewAddChip("b", func() {}), NewPlain("other", nil)
	chips := Wrap(4, a, b)
	win := uitest.Show(t, Column(0, chips, other), 1, 300, 100)
	without := func(o fyne.CanvasObject) func() { return func() { chips.Remove(o) } }
	win.Canvas().Focus(b)
	Refill(chips, without(b))
	if win.Canvas().Focused() != a {
		t.Errorf("%T has the keyboard", win.Canvas().Focused())
	}
	win.Canvas().Focus(other)
	Refill(chips, without(a))
	if win.Canvas().Focused() != other {
		t.Error("the keyboard went though it was elsewhere")
	}
}

func TestSideNav_folded_saysCounts(t *testing.T) {
	nav := NewSideNav("Aftershift", []NavItem{{Key: "j", Text: "Journal"}, {Key: "s", Text: "Supervision"}}, nil, "", nil)
	nav.SetBadge("s", 12)
	uitest.Show(t, nav, 1.5, 200, 400)
	nav.SetFolded(true)
	line := nav.items[1]
	if line.count.Hidden || line.count.Text != "12" {
		t.Errorf("shows %q, hidden %v", line.count.Text, line.count.Hidden)
	}
	nav.Resize(fyne.NewSize(nav.MinSize().Width, 400))
	if end := line.badgeGround.Position().X + line.badgeGround.Size().Width; end > line.Size().Width+1 {
		t.Errorf("the count ends at %v of %v", end, line.Size().Width)
	}
}

func TestHeader_longSubtitleIsWhole(t *testing.T) {
	h := NewHeader("Wed 2 Dec, 10:00", "Ruth Adeyemi · Clinical supervisor · 60 minutes", NewPlain("Session", nil), NewPrimary("Start session", nil))
	body := NewBody("page")
	frame := Frame(h, nil, nil, nil, body)
	uitest.Show(t, frame, 1.5, 690, 400)
	shown := ""
	for _, line := range h.subtitle.lines {
		shown += line.Text
	}
	if shown != "Ruth Adeyemi · Clinical supervisor · 60 minutes" {
		t.Errorf("says %q", shown)
	}
	if end := h.Position().Y + h.Size().Height; body.Position().Y < end || h.subtitle.Size().Height > h.Size().Height/2 {
		t.Errorf("the header is %v high, the page begins at %v", end, body.Position().Y)
	}
}

func TestCountText(t *testing.T) {
	for n, want := range map[int]string{-1: "", 0: "", 1: "1", 99: "99", 100: "99+"} {
		if got := countText(n); got != want {
			t.Errorf("%d is shown as %q", n, got)
		}
	}
}

// Whichever item is chosen, the column is as wide.
func TestSideNav_stays_as_wide(t *testing.T) {
	nav := NewSideNav("A", []NavItem{{Key: "j", Text: "Journal"}, {Key: "s", Text: "Supervision, whole"}}, nil, "", nil)
	for _, folded := range []bool{false, true} {
		nav.SetFolded(folded)
		uitest.Show(t, nav, 1.5, 400, 400)
		nav.SetSelected("j")
		short := nav.MinSize().Width
		nav.SetSelected("s")
		if long := nav.MinSize().Width; long != short {
			t.Errorf("folded %v: %v wide, then %v", folded, short, long)
		}
	}
}
