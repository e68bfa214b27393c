package lists

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

func newTestOrder() *OrderList {
	l := NewOrderList(OrderWords{"Move up", "Move down", "Remove"})
	l.SetItems([]OrderItem{{ID: "a", Title: "Arriving"}, {ID: "b", Title: "Speaking up"}, {ID: "c", Title: "Caseload"}})
	return l
}

func orderOf(l *OrderList) string {
	var ids []string
	for _, item := range l.Items() {
		ids = append(ids, item.ID)
	}
	return strings.Join(ids, "")
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func TestOrderList_altArrowsMoveAndKeepTheFocus(t *testing.T) {
	l := newTestOrder()
	win := uitest.Show(t, l, 1, 500, 400)
	var moves [][2]int
	l.OnMove = func(from, to int) { moves = append(moves, [2]int{from, to}) }
	win.Canvas().Focus(l.cards[2])
	for range 3 { // the third has nowhere to go
		win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(alt(fyne.KeyUp))
	}
	if orderOf(l) != "cab" || len(moves) != 2 || moves[1] != [2]int{1, 0} {
		t.Errorf("order %s, moves %v", orderOf(l), moves)
	}
	if win.Canvas().Focused() != l.cards[0] || l.Selected() != "c" {
		t.Error("the focus did not go with the card")
	}
	win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(alt(fyne.KeyDown))
	if orderOf(l) != "acb" {
		t.Errorf("order %s", orderOf(l))
	}
}

func TestOrderList_keysWalkAndRemove(t *testing.T) {
	l := newTestOrder()
	win := uitest.Show(t, l, 1, 500, 400)
	var selected, activated, removed []string
	l.OnSelected = func(id string) { selected = append(selected, id) }
	l.OnActivated = func(id string) { activated = append(activated, id) }
	l.OnRemove = func(id string) { removed = append(removed, id) }
	win.Canvas().Focus(l.cards[0])
	uitest.Press(win.Canvas().Focused(), fyne.KeyUp)
	uitest.Press(win.Canvas().Focused(), fyne.KeyDown)
	uitest.Press(win.Canvas().Focused(), fyne.KeyReturn, fyne.KeyDelete)
	if strings.Join(selected, "") != "abb" || strings.Join(activated, "") != "b" || strings.Join(removed, "") != "b" {
		t.Errorf("selected %v, activated %v, removed %v", selected, activated, removed)
	}
}

func TestOrderList_Focus_current(t *testing.T) {
	l := newTestOrder()
	win := uitest.Show(t, l, 1, 500, 400)
	if l.Current() != "" {
		t.Errorf("at %q before anything was chosen", l.Current())
	}
	l.Focus()
	if l.Current() != "a" || l.Selected() != "" {
		t.Errorf("at %q, selected %q", l.Current(), l.Selected())
	}
	win.Canvas().Unfocus()
	l.Select("b")
	if l.Focus(); win.Canvas().Focused() != l.cards[1] {
		t.Error("the selected card did not get the keyboard")
	}
}

func TestOrderList_buttonsShowOnTheSelectedCardOnly(t *testing.T) {
	l := newTestOrder()
	uitest.Show(t, container.NewVScroll(l), 1, 500, 400)
	test.Tap(l.cards[1])
	for i, c := range l.cards {
		if c.tools.Visible() != (i == 1) {
			t.Errorf("card %d shows its buttons: %v", i, c.tools.Visible())
		}
	}
	test.Tap(l.cards[1].tools.Objects[0].(*widgets.Button))
	if orderOf(l) != "bac" {
		t.Errorf("order %s", orderOf(l))
	}
}

func TestOrderList_drag(t *testing.T) {
	cases := []struct {
		from int
		by   float32 // in cards
		want string
	}{{0, 1.2, "bac"}, {0, 9, "bca"}, {2, -1.2, "acb"}, {2, -9, "cab"}, {1, 0.3, "abc"}}
	for _, c := range cases {
		l := newTestOrder()
		uitest.Show(t, l, 1, 500, 400)
		step := l.cards[1].Position().Y - l.cards[0].Position().Y
		h := newHandle(l.cards[c.from])
		h.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, c.by*step)})
		h.DragEnd()
		if orderOf(l) != c.want {
			t.Errorf("card %d dragged by %v: %s, want %s", c.from, c.by, orderOf(l), c.want)
		}
	}
}
