package lists

import (
	"fmt"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

// newTestList gives a list of n rows, a heading before every tenth.
func newTestList(n int) *RowList {
	l := NewRowList(RowShape{ExcerptLines: 2, Chips: true}, func(id string) RowContent {
		return RowContent{
			Title: "Entry " + id, Excerpt: "Dad stood in the doorway the whole time. I kept talking to fill the silence.",
			Dot: true, DotTone: widgets.Warm, Flag: true, Check: true, Chips: []RowChip{{"Domestic abuse", widgets.Green}, {"Safety", widgets.Warm}},
		}
	})
	items := make([]RowItem, n)
	for i := range items {
		items[i].ID = strconv.Itoa(i)
		if i%10 == 0 {
			items[i].Heading = fmt.Sprintf("DAY %d", i/10)
		}
	}
	l.SetItems(items)
	return l
}

func selectedID(l *RowList) string {
	id, _ := l.Selected()
	return id
}

func TestRowList_keysMoveTheSelection(t *testing.T) {
	l := newTestList(100)
	uitest.Show(t, l, 1, 320, 600)
	var told []string
	l.OnSelected = func(id string) { told = append(told, id) }
	steps := []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "0"},
		{fyne.KeyDown, "1"},
		{fyne.KeyUp, "0"},
		{fyne.KeyUp, "0"},
		{fyne.KeyEnd, "99"},
		{fyne.KeyDown, "99"},
		{fyne.KeyHome, "0"},
	}
	for _, s := range steps {
		uitest.Press(l, s.key)
		if got := selectedID(l); got != s.want {
			t.Fatalf("%s led to %q, want %q", s.key, got, s.want)
		}
	}
	if len(told) != 5 { // the two that moved nowhere told nothing
		t.Errorf("told %v", told)
	}
	uitest.Press(l, fyne.KeyPageDown)
	page, _ := strconv.Atoi(selectedID(l))
	uitest.Press(l, fyne.KeyPageUp)
	if page < 3 || selectedID(l) != "0" {
		t.Errorf("a page is %d rows, and back is %q", page, selectedID(l))
	}
}

func TestRowList_onlyRowsInViewExist(t *testing.T) {
	l := newTestList(10_000)
	uitest.Show(t, l, 1, 320, 600)
	uitest.Press(l, fyne.KeyEnd)
	if n := len(l.sheet.shown) + len(l.sheet.spare); n > 20 {
		t.Errorf("%d rows exist", n)
	}
	view := l.sheet.shown[9999]
	if view == nil || view.title.Text != "Entry 9999" {
		t.Fatal("the last row is not in view")
	}
	bottom := view.Position().Y + view.Size().Height
	if bottom > l.scroll.Offset.Y+l.scroll.Size().Height+0.5 {
		t.Errorf("the last row ends at %v, the view at %v", bottom, l.scroll.Offset.Y+l.scroll.Size().Height)
	}
}

func TestRowList_SetItems_keepsTheSelection(t *testing.T) {
	l := newTestList(20)
	uitest.Show(t, l, 1, 320, 600)
	l.Select("7")
	l.SetItems([]RowItem{{ID: "3"}, {ID: "7"}})
	if selectedID(l) != "7" || l.Len() != 2 {
		t.Errorf("selected %q of %d", selectedID(l), l.Len())
	}
	l.SetItems([]RowItem{{ID: "3"}})
	if _, ok := l.Selected(); ok {
		t.Error("a row that is gone is still selected")
	}
	l.SetItems(nil)
	uitest.Press(l, fyne.KeyDown, fyne.KeyEnd, fyne.KeyReturn)
	if _, ok := l.Selected(); ok || len(l.sheet.shown) != 0 {
		t.Error("an empty list has a selection or a row")
	}
}

func TestRowList_clicks(t *testing.T) {
	l := newTestList(20)
	win := uitest.Show(t, l, 1, 320, 600)
	var selected, toggled, activated string
	l.OnSelected = func(id string) { selected = id }
	l.OnToggle = func(id string) { toggled = id }
	l.OnActivated = func(id string) { activated = id }
	test.TapAt(l.sheet.shown[2], fyne.NewPos(150, 20))
	test.TapAt(l.sheet.shown[3], fyne.NewPos(rowLeft+4, 20))
	if selected != "2" || toggled != "3" || win.Canvas().Focused() != l {
		t.Errorf("selected %q, toggled %q", selected, toggled)
	}
	test.DoubleTap(l.sheet.shown[1])
	uitest.Press(l, fyne.KeySpace)
	if activated != "1" || toggled != "1" {
		t.Errorf("activated %q, toggled %q", activated, toggled)
	}
}

func TestRowList_OnKey_getsTheRest(t *testing.T) {
	l := newTestList(5)
	uitest.Show(t, l, 1, 320, 600)
	var got []string
	l.OnKey = func(id string, key fyne.KeyName) { got = append(got, id+string(key)) }
	uitest.Press(l, fyne.KeyDelete)
	l.Select("4")
	uitest.Press(l, fyne.KeyDelete, fyne.KeyF)
	if len(got) != 2 || got[0] != "4Delete" || got[1] != "4F" {
		t.Errorf("got %v", got)
	}
}

func TestRowList_longTitleIsCut(t *testing.T) {
	l := NewRowList(RowShape{ExcerptLines: 1}, func(string) RowContent {
		return RowContent{Title: "A title that is far too long for a list as narrow as this one is", Trailing: "20 min"}
	})
	l.SetItems([]RowItem{{ID: "a"}})
	uitest.Show(t, l, 1.5, 240, 300)
	v := l.sheet.shown[0]
	if end := v.title.Position().X + v.title.MinSize().Width; end > v.trailing.Position().X {
		t.Errorf("the title ends at %v, the trailing words begin at %v", end, v.trailing.Position().X)
	}
}

// BenchmarkRowList_scroll is one frame of scrolling through 10,000 rows: moving by
// most of a row and laying out what comes into view.
func BenchmarkRowList_scroll(b *testing.B) {
	l := newTestList(10_000)
	uitest.Show(b, container.NewStack(l), 1, 320, 700)
	for b.Loop() {
		l.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -83)})
		if l.scroll.Offset.Y > 900_000 {
			l.scroll.ScrollToTop()
		}
	}
	if l.scroll.Offset.Y == 0 {
		b.Error("nothing scrolled")
	}
}

// BenchmarkRowList_SetItems is a new result of 10,000 rows.
func BenchmarkRowList_SetItems(b *testing.B) {
	l := newTestList(10_000)
	uitest.Show(b, container.NewStack(l), 1, 320, 700)
	items := l.items
	for b.Loop() {
		l.SetItems(items)
	}
}

// Shift and an arrow or a click make a range from where it began; Ctrl+A takes all.
func TestRowList_ranges(t *testing.T) {
	l := newTestList(9)
	uitest.Show(t, l, 1, 320, 600)
	held := fyne.KeyModifier(0)
	l.modifiers = func() fyne.KeyModifier { return held }
	var got []string
	l.OnRange = func(ids []string, _ bool) { got = ids }
	l.Select("3")
	held = fyne.KeyModifierShift
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{{fyne.KeyDown, "[3 4]"}, {fyne.KeyDown, "[3 4 5]"}, {fyne.KeyUp, "[3 4]"}, {fyne.KeyHome, "[0 1 2 3]"}} {
		uitest.Press(l, step.key)
		if fmt.Sprint(got) != step.want {
			t.Errorf("%s: %v, want %s", step.key, got, step.want)
		}
	}
	held = 0
	uitest.Press(l, fyne.KeyEnd)
	held = fyne.KeyModifierShift
	test.Tap(l.sheet.shown[7])
	if fmt.Sprint(got) != "[7 8]" {
		t.Errorf("clicked: %v", got)
	}
	l.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(got) != 9 {
		t.Errorf("all: %v", got)
	}
}

// A range begins at the row whose box was turned last, by Ctrl and a click too, and
// says whether it goes on from the one told before.
func TestRowList_ranges_fromTheBoxTurnedLast(t *testing.T) {
	l := newTestList(9)
	uitest.Show(t, l, 1, 320, 900)
	held := fyne.KeyModifier(0)
	l.modifiers = func() fyne.KeyModifier { return held }
	var toggled, told []string
	l.OnToggle = func(id string) { toggled = append(toggled, id); l.SetItems(l.items) }
	l.OnRange = func(ids []string, more bool) { told = append(told, fmt.Sprint(ids, more)) }
	l.Select("1")
	row := l.sheet.shown[4]
	row.MouseDown(&desktop.MouseEvent{Modifier: fyne.KeyModifierShortcutDefault}) // and released before the tap comes
	test.TapAt(row, fyne.NewPos(150, 20))
	if fmt.Sprint(toggled) != "[4]" || selectedID(l) != "1" {
		t.Fatalf("turned %v, selected %q", toggled, selectedID(l))
	}
	held = fyne.KeyModifierShift
	uitest.Press(l, fyne.KeyDown, fyne.KeyDown)
	held = 0
	uitest.Press(l, fyne.KeyHome, fyne.KeySpace)
	held = fyne.KeyModifierShift
	uitest.Press(l, fyne.KeyDown)
	if want := "[[4 5] false [4 5 6] true [0 1] false]"; fmt.Sprint(told) != want {
		t.Errorf("told %v, want %s", told, want)
	}
}

// Themes that have no room are counted.
func TestRowList_chipsWithoutRoomAreCounted(t *testing.T) {
	chips := []RowChip{{"Domestic abuse", widgets.Green}, {"Young carer", widgets.Green}, {"Court work", widgets.Green}}
	l := NewRowList(RowShape{ExcerptLines: 2, Chips: true}, func(string) RowContent {
		return RowContent{Title: "An entry", Chips: chips}
	})
	l.SetItems([]RowItem{{ID: "a"}})
	for _, c := range []struct {
		scale, width float32
		more         string
	}{{1, 600, ""}, {1, 300, "+1"}, {1.5, 300, "+2"}} {
		uitest.Show(t, l, c.scale, c.width, 300)
		v, more := l.sheet.shown[0], ""
		if !v.more.Hidden {
			more = v.more.Text
		}
		if end := v.more.Position().X + v.more.Size().Width; more != c.more || more != "" && end > c.width-rowRight {
			t.Errorf("at %v in %v: %q ends at %v", c.scale, c.width, more, end)
		}
	}
}

// What comes up below the list doesn't cover the selected row.
func TestRowList_lower_keepsTheSelectionInView(t *testing.T) {
	l := newTestList(30)
	win := uitest.Show(t, l, 1, 320, 600)
	uitest.Press(l, fyne.KeyEnd)
	win.Resize(fyne.NewSize(320, 480))
	if end, view := l.tops[30], l.scroll.Offset.Y+l.scroll.Size().Height; end > view+0.5 {
		t.Errorf("the last row ends at %v, the view at %v", end, view)
	}
}
