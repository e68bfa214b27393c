package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
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
	win := show(t, l, 1, 500, 400)
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
	win := show(t, l, 1, 500, 400)
	var selected, activated, removed []string
	l.OnSelected = func(id string) { selected = append(selected, id) }
	l.OnActivated = func(id string) { activated = append(activated, id) }
	l.OnRemove = func(id string) { removed = append(removed, id) }
	win.Canvas().Focus(l.cards[0])
	press(win.Canvas().Focused(), fyne.KeyUp)
	press(win.Canvas().Focused(), fyne.KeyDown)
	press(win.Canvas().Focused(), fyne.KeyReturn, fyne.KeyDelete)
	if strings.Join(selected, "") != "abb" || strings.Join(activated, "") != "b" || strings.Join(removed, "") != "b" {
		t.Errorf("selected %v, activated %v, removed %v", selected, activated, removed)
	}
}

func TestOrderList_Focus_current(t *testing.T) {
	l := newTestOrder()
	win := show(t, l, 1, 500, 400)
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
	show(t, container.NewVScroll(l), 1, 500, 400)
	test.Tap(l.cards[1])
	for i, c := range l.cards {
		if c.tools.Visible() != (i == 1) {
			t.Errorf("card %d shows its buttons: %v", i, c.tools.Visible())
		}
	}
	test.Tap(l.cards[1].tools.Objects[0].(*Button))
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
		show(t, l, 1, 500, 400)
		step := l.cards[1].Position().Y - l.cards[0].Position().Y
		h := newHandle(l.cards[c.from])
		h.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, c.by*step)})
		h.DragEnd()
		if orderOf(l) != c.want {
			t.Errorf("card %d dragged by %v: %s, want %s", c.from, c.by, orderOf(l), c.want)
		}
	}
}

func newTestSuggest() *Suggest {
	all := []Suggestion{{ID: "1", Text: "Domestic abuse"}, {ID: "2", Text: "Court work"}, {ID: "3", Text: "Confidence"}}
	return NewSuggest("Add a theme", func(typed string) []Suggestion {
		var fits []Suggestion
		for _, s := range all {
			if strings.Contains(strings.ToLower(s.Text), strings.ToLower(typed)) {
				fits = append(fits, s)
			}
		}
		return fits
	})
}

func TestSuggest_arrowsAndEnter(t *testing.T) {
	s := newTestSuggest()
	show(t, s, 1, 300, 300)
	var chosen Suggestion
	submitted := ""
	s.OnChosen = func(c Suggestion) { chosen = c }
	s.OnSubmitted = func(text string) { submitted = text }
	s.Focus()
	test.Type(s.field, "co")
	if !s.Open() || len(s.offers) != 2 {
		t.Fatalf("open %v, offers %v", s.Open(), s.offers)
	}
	press(s.field, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if chosen.ID != "2" || s.Open() || submitted != "" {
		t.Errorf("chose %v, open %v, submitted %q", chosen, s.Open(), submitted)
	}
	s.SetText("new word")
	press(s.field, fyne.KeyReturn)
	if submitted != "new word" || s.Text() != "new word" {
		t.Errorf("submitted %q", submitted)
	}
}

func TestSuggest_First_enterTakesTheBest(t *testing.T) {
	s := newTestSuggest()
	s.First = true
	show(t, s, 1, 300, 300)
	var chosen []string
	s.OnChosen = func(c Suggestion) { chosen = append(chosen, c.ID) }
	s.OnSubmitted = func(text string) { chosen = append(chosen, "typed "+text) }
	s.Focus()
	test.Type(s.field, "co")
	press(s.field, fyne.KeyReturn)
	s.SetText("")
	test.Type(s.field, "co")
	press(s.field, fyne.KeyDown, fyne.KeyReturn)
	s.SetText("")
	test.Type(s.field, "kitchen")
	press(s.field, fyne.KeyReturn)
	if got := strings.Join(chosen, ", "); got != "2, 3, typed kitchen" {
		t.Errorf("took %s", got)
	}
}

func TestSuggest_escapeClosesThenCancels(t *testing.T) {
	s := newTestSuggest()
	show(t, s, 1, 300, 300)
	cancelled := 0
	s.OnCancel = func() { cancelled++ }
	s.Focus()
	press(s.field, fyne.KeyEscape)
	if s.Open() || cancelled != 0 {
		t.Errorf("open %v, cancelled %d", s.Open(), cancelled)
	}
	press(s.field, fyne.KeyEscape)
	if cancelled != 1 {
		t.Error("the second Escape did not cancel")
	}
}

func TestSuggest_mouseTakesThoughTheFocusGoes(t *testing.T) {
	s := newTestSuggest()
	show(t, s, 1, 300, 300)
	chosen := ""
	s.OnChosen = func(c Suggestion) { chosen = c.ID }
	s.Focus()
	s.lines[1].MouseIn(nil)
	s.field.FocusLost()
	test.Tap(s.lines[1])
	if chosen != "2" {
		t.Errorf("chose %q", chosen)
	}
	s.Focus()
	s.lines[1].MouseOut()
	s.field.FocusLost()
	if s.Open() {
		t.Error("the list stayed open without the focus")
	}
}

func TestConfirm_keys(t *testing.T) {
	cases := []struct {
		name    string
		careful bool
		key     fyne.KeyName
		yes     int
	}{
		{"enter says yes", false, fyne.KeyReturn, 1},
		{"enter is careful", true, fyne.KeyReturn, 0},
		{"escape goes back", false, fyne.KeyEscape, 0},
	}
	for _, c := range cases {
		win := show(t, NewBody("page"), 1, 600, 400)
		yes, closed := 0, 0
		d := Confirm(win.Canvas(), Ask{"Delete this entry?", "It can be brought back.", "Delete entry", "Keep it", c.careful}, func() { yes++ })
		d.OnClosed(func() { closed++ })
		if win.Canvas().Focused() == nil {
			t.Fatalf("%s: nothing has the focus", c.name)
		}
		press(win.Canvas().Focused(), c.key)
		if yes != c.yes || closed != 1 || win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: yes %d, closed %d", c.name, yes, closed)
		}
		d.Close()
		if closed != 1 {
			t.Errorf("%s: closed twice", c.name)
		}
	}
}

func TestShowDialog_focusesTheFirstField(t *testing.T) {
	win := show(t, NewBody("page"), 1.5, 800, 600)
	p := NewPassphraseField("Passphrase", "show", "hide")
	d := ShowDialog(win.Canvas(), "Export everything", Column(8, NewBody("Type your passphrase again."), p), NewPlain("Back", nil), NewPrimary("Export", nil))
	if win.Canvas().Focused() != p.field {
		t.Fatal("the field does not have the focus")
	}
	d.Refresh()
	if size := win.Canvas().Overlays().Top().Size(); size.Width > 800 || size.Height > 600 {
		t.Errorf("the dialog is %v", size)
	}
	press(p.field, fyne.KeyEscape)
	if win.Canvas().Overlays().Top() != nil {
		t.Error("Escape in the field did not close the dialog")
	}
}

func TestShowMenu_opensBelow(t *testing.T) {
	chip := NewMenuChip("All themes", nil)
	win := show(t, container.NewWithoutLayout(chip), 1, 400, 300)
	chip.Resize(chip.MinSize())
	ShowMenu(chip, MenuChoice{Text: "All themes", Checked: true}, MenuChoice{}, MenuChoice{Text: "Safety"})
	if win.Canvas().Overlays().Top() == nil {
		t.Error("no menu")
	}
}

func TestFocus_andCanvasOf(t *testing.T) {
	b := NewPlain("Next time", nil)
	win := show(t, Column(0, NewBody("words"), b), 1, 300, 100)
	Focus(b)
	if win.Canvas().Focused() != b || CanvasOf(b) == nil {
		t.Error("the button did not get the keyboard, or is on no canvas")
	}
}
