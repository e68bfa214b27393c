package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/uitest"
)

func TestButton_Tapped_andKeys(t *testing.T) {
	count := 0
	b := NewPrimary("Save", func() { count++ })
	uitest.Show(t, b, 1, 200, 60)
	test.Tap(b)
	uitest.Press(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab)
	if count != 4 {
		t.Errorf("did it %d times, want 4", count)
	}
	b.Disable()
	test.Tap(b)
	uitest.Press(b, fyne.KeyReturn)
	if count != 4 {
		t.Error("a disabled button answered")
	}
}

func TestChip_tapsRemovesAndSelects(t *testing.T) {
	tapped, removed := 0, 0
	c := NewChip("afraid", Warm, func() { tapped++ }).OnRemove(func() { removed++ })
	uitest.Show(t, c, 1, 200, 60)
	test.Tap(c)
	uitest.Press(c, fyne.KeySpace, fyne.KeyDelete, fyne.KeyBackspace)
	if tapped != 2 || removed != 2 {
		t.Errorf("tapped %d, removed %d", tapped, removed)
	}
	c.SetSelected(true)
	if !c.Selected() || c.mark != Cross {
		t.Error("choosing a removable chip lost its cross")
	}
}

// A click on the word takes nothing away; one on the cross does.
func TestChip_OnRemove_byItsCross(t *testing.T) {
	removed := 0
	c := NewChip("strategy meetings", Green, nil).OnRemove(func() { removed++ })
	w := uitest.Show(t, Wrap(4, c), 1, 300, 60)
	test.TapAt(c, fyne.NewPos(12, 8))
	if removed != 0 || w.Canvas().Focused() != fyne.Focusable(c) {
		t.Errorf("removed %d times, %T has the keyboard", removed, w.Canvas().Focused())
	}
	test.TapAt(c, fyne.NewPos(c.Size().Width-12, 8))
	if removed != 1 {
		t.Errorf("removed %d times by its cross", removed)
	}
}

func TestChip_SetSelected_showsATick(t *testing.T) {
	c := NewChip("advice", Neutral, func() {})
	uitest.Show(t, c, 1, 200, 60)
	c.SetSelected(true)
	if c.sign.Hidden {
		t.Error("chosen is told by colour alone")
	}
	c.SetSelected(false)
	if !c.sign.Hidden {
		t.Error("the tick stayed")
	}
}

func TestChip_withoutActIsNoStop(t *testing.T) {
	look, act := NewChip("Safety", Warm, nil), NewChip("More", Neutral, func() {})
	win := uitest.Show(t, Wrap(4, look, act), 1, 300, 60)
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != act {
		t.Error("Tab stopped at a chip to look at")
	}
	if look.AccessibilityRole() != fyne.AccessibleRoleText {
		t.Error("a chip to look at says it is a button")
	}
}

func TestCheckRow_turns(t *testing.T) {
	var got []bool
	c := NewCheckRow("In the case record", false, func(on bool) { got = append(got, on) })
	uitest.Show(t, c, 1, 300, 60)
	test.Tap(c)
	uitest.Press(c, fyne.KeySpace)
	c.SetChecked(true)
	if len(got) != 2 || !got[0] || got[1] || !c.Checked() {
		t.Errorf("told %v, checked %v", got, c.Checked())
	}
	c.Disable()
	test.Tap(c)
	if len(got) != 2 {
		t.Error("a disabled row answered")
	}
}

func TestFoldOut_keys(t *testing.T) {
	var told []bool
	f := NewFoldOut("More", NewBody("inside"))
	f.OnTurned = func(open bool) { told = append(told, open) }
	uitest.Show(t, f, 1, 300, 200)
	closed := f.MinSize().Height
	uitest.Press(f.head, fyne.KeyRight, fyne.KeyRight)
	if !f.Open() || f.MinSize().Height <= closed {
		t.Error("Right did not open it")
	}
	uitest.Press(f.head, fyne.KeyLeft, fyne.KeySpace, fyne.KeyReturn)
	if f.Open() || len(told) != 4 {
		t.Errorf("open %v, told %v", f.Open(), told)
	}
	f.SetOpen(true)
	if len(told) != 4 {
		t.Error("SetOpen called OnTurned")
	}
}

func TestSideNav_keysAndBadges(t *testing.T) {
	var chosen []string
	n := NewSideNav("Aftershift", []NavItem{{Key: "j", Text: "Journal"}, {Key: "s", Text: "Supervision"}},
		[]NavItem{{Key: "lock", Text: "Lock", Hint: "Ctrl L", Action: true}}, "", func(key string) { chosen = append(chosen, key) })
	win := uitest.Show(t, n, 1, 200, 500)
	n.SetSelected("s")
	n.FocusSelected()
	focused := func() fyne.Focusable { return win.Canvas().Focused() }
	uitest.Press(focused(), fyne.KeyDown)
	uitest.Press(focused(), fyne.KeyReturn)
	uitest.Press(focused(), fyne.KeyDown, fyne.KeyHome)
	uitest.Press(focused(), fyne.KeySpace)
	uitest.Press(focused(), fyne.KeyEnd)
	uitest.Press(focused(), fyne.KeyUp)
	uitest.Press(focused(), fyne.KeyEnter)
	if len(chosen) != 3 || chosen[0] != "lock" || chosen[1] != "j" || chosen[2] != "s" {
		t.Errorf("chose %v", chosen)
	}
	n.SetBadge("s", 120)
	if got := n.items[1].count.Text; got != "99+" {
		t.Errorf("badge says %q", got)
	}
	wide := n.MinSize().Width
	n.SetFolded(true)
	if n.MinSize().Width >= wide {
		t.Error("folding made it no narrower")
	}
}

func TestSideNav_actionIsNeverPresent(t *testing.T) {
	n := NewSideNav("A", []NavItem{{Key: "lock", Text: "Lock", Action: true}}, nil, "", nil)
	uitest.Show(t, n, 1, 200, 300)
	n.SetSelected("lock")
	if n.items[0].label.TextStyle.Bold {
		t.Error("an action is shown as the present page")
	}
	test.Tap(n.items[0]) // no callback: nothing happens
}
