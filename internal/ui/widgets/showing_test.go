package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
)

func TestText_wrapsAtItsWidth(t *testing.T) {
	text := NewBody(strings.Repeat("word ", 40))
	uitest.Show(t, Column(0, text), 1, 200, 400)
	narrow := text.MinSize().Height
	for _, line := range text.lines {
		if w := line.MinSize().Width; w > 205 { // the hanging space may stand out
			t.Errorf("a line is %v wide", w)
		}
	}
	uitest.Show(t, Column(0, text), 1, 600, 400)
	if wide := text.MinSize().Height; wide >= narrow {
		t.Errorf("as high at 600 as at 200: %v", wide)
	}
}

func TestText_SetText_growsItsColumn(t *testing.T) {
	text := NewBody("short")
	column := Column(8, text, NewBody("below"))
	uitest.Show(t, column, 1, 200, 400)
	before := column.MinSize().Height
	text.SetText(strings.Repeat("longer ", 30))
	if column.MinSize().Height <= before || text.Text() == "short" {
		t.Error("the column did not grow")
	}
}

func TestText_Clipped_asksForLittle(t *testing.T) {
	long := strings.Repeat("title ", 30)
	text := NewText(long, look.Title, look.Ink).Clipped()
	uitest.Show(t, text, 1, 220, 40)
	if text.MinSize().Width > 300 || !strings.HasSuffix(text.lines[0].Text, "…") {
		t.Errorf("asks for %v and shows %q", text.MinSize().Width, text.lines[0].Text)
	}
}

func TestColumn_skipsTheHidden(t *testing.T) {
	a, b := NewBody("a"), NewBody("b")
	column := Column(10, a, b)
	uitest.Show(t, column, 1, 200, 400)
	both := column.MinSize().Height
	b.Hide()
	if one := column.MinSize().Height; one >= both-10+1 {
		t.Errorf("%v with both, %v with one", both, one)
	}
}

func TestWrap_breaksAndMeasures(t *testing.T) {
	wrapped := Wrap(4)
	for range 6 {
		wrapped.Add(NewChip("Domestic abuse", Green, nil))
	}
	uitest.Show(t, Column(0, wrapped), 1, 250, 400)
	chip := wrapped.Objects[0].MinSize()
	perLine := int((250 + 4) / (chip.Width + 4))
	lines := float32((6 + perLine - 1) / perLine)
	if want := lines*chip.Height + (lines-1)*4; wrapped.MinSize().Height != want {
		t.Errorf("height %v, want %v", wrapped.MinSize().Height, want)
	}
	for _, o := range wrapped.Objects {
		if o.Position().X+o.Size().Width > 250 {
			t.Error("a chip stands out")
		}
	}
}

func TestRow_spacerTakesTheRest(t *testing.T) {
	left, right := NewSmall("a").OneLine(), NewSmall("b").OneLine()
	uitest.Show(t, Row(4, left, layout.NewSpacer(), right), 1, 300, 30)
	if end := right.Position().X + right.Size().Width; end < 299 || end > 301 {
		t.Errorf("the last object ends at %v", end)
	}
}

func TestFrame_fillsWithoutGaps(t *testing.T) {
	part := func() *canvas.Rectangle {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(20, 30))
		return r
	}
	top, left, centre := part(), part(), part()
	uitest.Show(t, Frame(top, nil, left, nil, centre), 1, 200, 100)
	if top.Size() != fyne.NewSize(200, 30) || left.Size() != fyne.NewSize(20, 70) || centre.Size() != fyne.NewSize(180, 70) {
		t.Errorf("top %v, left %v, centre %v", top.Size(), left.Size(), centre.Size())
	}
	left.Hide()
	test.WidgetRenderer(NewGround("", "", 0)).Refresh()
}

func TestHighlightText_keysWalkTheSpans(t *testing.T) {
	h := NewHighlightText([]Span{
		{Text: "I saw "}, {"Aaliyah", Found, "1"}, {Text: " at "}, {"14 Corran", Found, "2"}, {" Street", Found, "2"}, {"Grace", Open, "3"},
	})
	uitest.Show(t, h, 1, 300, 100)
	var got, keys []string
	h.OnSelected = func(id string) { got = append(got, id) }
	h.OnKey = func(id string, key fyne.KeyName) { keys = append(keys, id+string(key)) }
	uitest.Press(h, fyne.KeyM, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyM)
	if strings.Join(got, "") != "12332" || strings.Join(keys, " ") != "2M" {
		t.Errorf("selected %v, keys %v", got, keys)
	}
	if !h.Has("3") || h.Has("4") || h.AccessibilityLabel() != "I saw Aaliyah at 14 Corran StreetGrace" {
		t.Error("the paragraph does not know its spans")
	}
}

func TestHighlightText_click(t *testing.T) {
	h := NewHighlightText([]Span{{Text: "I saw "}, {"Aaliyah", Found, "1"}, {Text: " there"}})
	uitest.Show(t, h, 1, 300, 60)
	got := ""
	h.OnSelected = func(id string) { got = id }
	test.TapAt(h, fyne.NewPos(2, 8))
	if got != "" {
		t.Error("plain words were selected")
	}
	p := h.pieces[1]
	test.TapAt(h, fyne.NewPos(p.X+p.Width/2, 8))
	if got != "1" || !h.HasFocus() {
		t.Errorf("selected %q", got)
	}
}

func TestHighlightText_withoutIDIsNoStop(t *testing.T) {
	h := NewHighlightText([]Span{{Text: "A heading", Tone: Strong}})
	uitest.Show(t, h, 1, 300, 60)
	if !h.Disabled() {
		t.Error("Tab would stop at plain words")
	}
	h.SetSpans([]Span{{"Grace", Open, "1"}})
	if h.Disabled() {
		t.Error("Tab would pass a span by")
	}
}

func TestBudgetBar_shares(t *testing.T) {
	bar := NewBudgetBar()
	uitest.Show(t, Column(0, bar), 1, 600, 40)
	bar.Set(60, "50 of 60", BudgetPart{20, Warm}, BudgetPart{30, Green})
	if a, b := bar.stretches[0].Size().Width, bar.stretches[1].Size().Width; a != 200 || b != 300 {
		t.Errorf("20 and 30 of 60 are %v and %v of 600", a, b)
	}
	if !bar.over.Hidden {
		t.Error("50 of 60 is shown as over")
	}
	bar.Set(60, "80 of 60", BudgetPart{80, Warm})
	if bar.over.Hidden || bar.stretches[0].Size().Width > 600 {
		t.Error("80 of 60 is not shown as over, or stands out")
	}
	bar.Set(0, "nothing", BudgetPart{-5, Warm})
	if bar.stretches[0].Size().Width != 0 {
		t.Error("a negative amount is drawn")
	}
}

func TestToast_undo(t *testing.T) {
	toast := NewToast()
	uitest.Show(t, container.NewStack(toast), 1, 400, 60)
	if toast.Shown() {
		t.Error("an empty bar is shown")
	}
	undone := 0
	toast.Say("Entry deleted.", "Undo", func() { undone++ })
	if !toast.Shown() {
		t.Fatal("the bar is not shown")
	}
	test.Tap(toast.action)
	if undone != 1 || toast.Shown() {
		t.Errorf("undone %d times, still shown: %v", undone, toast.Shown())
	}
	toast.Say("Saved.", "", nil)
	if toast.action.Visible() {
		t.Error("a button without words is shown")
	}
}

func TestProgress_cancel(t *testing.T) {
	stopped := false
	p := NewProgress("Checking", "Stop", func() { stopped = true })
	uitest.Show(t, p, 1, 400, 100)
	p.Set(2, "Nearly done")
	test.Tap(p.cancel)
	if !stopped || p.text.Text() != "Nearly done" || p.bar.parts[0].Amount != 1 {
		t.Errorf("stopped %v, says %q, at %v", stopped, p.text.Text(), p.bar.parts[0].Amount)
	}
}

func TestHeader_Set_hidesAnEmptySubtitle(t *testing.T) {
	h := NewHeader("Journal", "12 entries")
	uitest.Show(t, h, 1, 500, 80)
	h.Set("Journal", "")
	if h.subtitle.Visible() || h.MinSize().Height != NewHeader("Journal", "x").MinSize().Height {
		t.Error("the header changed its height, or kept an empty line")
	}
}

func TestNotice_putsButtonsBelowWhereNarrow(t *testing.T) {
	make := func() *fyne.Container {
		return Notice(Amber, "No learning item yet, and three weeks to go.", NewLink("Add one", nil), NewLink("Not this time", nil))
	}
	wide, narrow := make(), make()
	uitest.Show(t, Column(0, wide), 1, 800, 100)
	uitest.Show(t, Column(0, narrow), 1, 240, 200)
	if narrow.MinSize().Height <= wide.MinSize().Height {
		t.Errorf("%v high at 240, %v at 800", narrow.MinSize().Height, wide.MinSize().Height)
	}
}

// What was done is read whole, at any size of text: it takes two lines where it has to,
// in the room that is there anyway.
func TestToast_wraps(t *testing.T) {
	text := "The entry is in the trash for 30 days, with its history and all that was written in its sections."
	for _, c := range []struct{ scale, width float32 }{{1, 2000}, {1, 700}, {1.5, 1000}, {1.5, 700}} {
		toast := NewToast()
		uitest.Show(t, Column(0, toast), c.scale, c.width, 300)
		before := toast.MinSize().Height
		toast.Say(text, "Undo", nil)
		toast.Resize(fyne.NewSize(c.width, toast.MinSize().Height))
		if said := strings.Join(said(toast.text), ""); said != text {
			t.Errorf("at %v in %v: %q", c.scale, c.width, said)
		}
		end := toast.text.Position().Y + toast.text.Size().Height
		if bar := toast.bar.Size(); end > bar.Height+0.5 || toast.action.Position().X+toast.action.Size().Width > bar.Width || bar.Width > c.width {
			t.Errorf("at %v in %v: the words end at %v in %v", c.scale, c.width, end, bar)
		}
		if now := toast.MinSize().Height; now != before && c.width > 900 {
			t.Errorf("at %v in %v: the room grew from %v to %v", c.scale, c.width, before, now)
		}
	}
}

func said(t *Text) (lines []string) {
	for _, line := range t.lines {
		lines = append(lines, line.Text)
	}
	return lines
}
