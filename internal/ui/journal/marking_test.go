package journal

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/journal/line"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/lists"
)

func (w *window) press(keys ...fyne.KeyName) {
	w.t.Helper()
	for _, k := range keys {
		w.Window().Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// Six inputs from the page: Ctrl+N, the text, Ctrl+T, the line, Enter, Ctrl+S.
func TestPage_tags_oneLineSaysAll(t *testing.T) {
	p, w, desk := written(t, "Kept waiting outside court.")
	p.Command("tags")
	w.typeText("7 4 court !")
	w.press(fyne.KeyReturn)
	p.Command("save")
	w.until("saved", func() bool { return p.writer.status.Kind == Saved && len(desk.List(app.Filter{})) == 1 })
	e, err := desk.Entry(p.writer.entry.ID)
	if err != nil {
		t.Fatal(err)
	}
	hit, _ := e.Impact.Hit.Value()
	carrying, _ := e.Impact.Carrying.Value()
	if e.Text() != "Kept waiting outside court." || hit != 7 || carrying != 4 || e.Flag != journal.Next ||
		!slices.Equal(e.Themes, []journal.ThemeID{"justice-risk/court-work"}) || e.Date != desk.Today() {
		t.Errorf("read back: %+v", e)
	}
	w.typeText(" An hour.")
	if got := p.editor.fields[0].Text(); got != "Kept waiting outside court. An hour." {
		t.Errorf("the keyboard isn't back in the text: %q", got)
	}
	p.Command("save")
	if err := desk.Undo(); err != nil { // the words
		t.Log(err)
	}
}

func TestPage_tags_aNewThemeAndWhatCantBeOne(t *testing.T) {
	p, w, _ := written(t, "Something.")
	p.Command("tags")
	w.typeText("3 - ???")
	w.press(fyne.KeyReturn)
	if w.Window().Canvas().Overlays().Top() == nil {
		t.Fatal("a theme that can't be one passes silently")
	}
	w.press(fyne.KeyEscape, fyne.KeyEscape)
	p.Command("tags")
	w.typeText("3 - night duty")
	w.press(fyne.KeyReturn)
	w.until("tagged", func() bool { return p.rail.themes.has("own/night-duty") })
	if hit, _ := p.writer.entry.Impact.Hit.Value(); hit != 3 {
		t.Errorf("hit %d", hit)
	}
}

func TestPage_chooseFeelings_ownWords(t *testing.T) {
	p, w, desk := written(t, "Long day.")
	w.Window().Canvas().Focus(p.rail.addFeeling)
	w.press(fyne.KeyReturn)
	w.typeText("Wrung  OUT")
	w.press(fyne.KeyReturn)
	w.typeText("lo")
	w.press(fyne.KeyReturn)
	want := []journal.Feeling{"wrung out", "lonely"}
	if got := p.writer.entry.Impact.Feelings; len(got) != 2 || got[0] != want[0] {
		t.Fatalf("feelings %v", got)
	}
	w.typeText("7")
	w.press(fyne.KeyReturn)
	if w.Window().Canvas().Overlays().Top() == nil || len(p.writer.entry.Impact.Feelings) != 2 {
		t.Error("what is no word was taken, or closed the box")
	}
	w.Window().Canvas().Focused().(interface{ SetText(string) }).SetText("")
	w.press(fyne.KeyEscape, fyne.KeyEscape)
	if w.Window().Canvas().Overlays().Top() != nil {
		t.Fatal("Escape does not close the box")
	}
	if w.Window().Canvas().Focused() != p.rail.addFeeling {
		t.Errorf("%T has the keyboard", w.Window().Canvas().Focused())
	}
	p.Command("save")
	w.until("saved", func() bool { return p.writer.status.Kind == Saved })
	if e, err := desk.Entry(p.writer.entry.ID); err != nil || e.Impact.Feelings[0] != "wrung out" {
		t.Errorf("on the disk: %v %v", e.Impact.Feelings, err)
	}
	if chip := p.rail.felt.Objects[0].(*widgets.Chip); chip.Text() != "wrung out" {
		t.Errorf("the chip says %q", chip.Text())
	}
}

func TestPage_anotherEntry_beginsClean(t *testing.T) {
	p, w, _ := openPage(t, 1, 1090, 420)
	w.write(p, "First.")
	p.rail.more.SetOpen(true)
	p.rail.refresh()
	p.rail.scroll.ScrollToBottom()
	p.rail.themes.open(true)
	w.typeText("zzz")
	p.Command("new")
	if p.rail.more.Open() || p.rail.scroll.Offset.Y != 0 {
		t.Errorf("more is open: %v, the rail is scrolled by %v", p.rail.more.Open(), p.rail.scroll.Offset.Y)
	}
	if got := p.rail.themes.field; got.Text() != "" || got.Visible() {
		t.Errorf("the theme field holds %q", got.Text())
	}
}

func TestPage_themes_neverTwiceByCase(t *testing.T) {
	p, w, desk := written(t, "Something.")
	before := len(desk.Themes())
	for _, o := range p.offerThemes("COURT  work") {
		if o.ID == newTheme {
			t.Error("offers to make a theme that is there")
		}
	}
	p.writer.AddTheme("court WORK")
	w.until("tagged", func() bool { return p.rail.themes.has("justice-risk/court-work") })
	if n := len(desk.Themes()); n != before {
		t.Errorf("%d themes, %d before", n, before)
	}
}

func TestPage_list_untitledByItsDay(t *testing.T) {
	p, w, _ := written(t, "Six contacts came in and nothing was closed.")
	p.Command("save")
	var row lists.RowContent
	w.until("listed as saved", func() bool {
		row = p.list.fill(p.writer.entry.ID.String())
		return row.Excerpt == "Six contacts came in and nothing was closed."
	})
	if row.Title != "Entry of 22 Nov 2026" {
		t.Errorf("%q", row.Title)
	}
}

// The line below says all that was understood, the theme that Enter takes included.
func TestTagLine_understood_namesTheTheme(t *testing.T) {
	p, _, _ := written(t, "Kept waiting.")
	box := &tagLine{page: p}
	for typed, want := range map[string]string{"7 - court wo !": "Court work", "a thing of my own": "a thing of my own"} {
		if got := box.understood(line.Read(typed)); !strings.Contains(got, want) {
			t.Errorf("%q is understood as %q", typed, got)
		}
	}
}

// A copy is proposed for whom one has supervision with.
func TestPage_audience_isTheRelationshipsOwn(t *testing.T) {
	p, _, desk := openPage(t, 1, 1090, 760)
	if _, err := desk.SaveRelationship(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.ClinicalSupervisor}); err != nil {
		t.Fatal(err)
	}
	if got := p.audience(); got != supervision.ForExternalSupervisor {
		t.Errorf("proposed %q", got)
	}
}
