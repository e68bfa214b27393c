package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
)

// show puts o alone into a window of w by h under the light theme at scale, and
// gives the window.
func show(t testing.TB, o fyne.CanvasObject, scale, w, h float32) fyne.Window {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(look.Light, scale))
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, k := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// everything makes one of each widget that has no argument worth varying.
func everything() map[string]fyne.CanvasObject {
	list := NewRowList(RowShape{ExcerptLines: 2, Chips: true}, func(id string) RowContent {
		return RowContent{Title: id, Excerpt: "some words that go on for a while", Chips: []RowChip{{"Safety", Warm}}}
	})
	list.SetItems([]RowItem{{ID: "a", Heading: "TODAY"}, {ID: "b"}})
	order := NewOrderList(OrderWords{"Up", "Down", "Remove"})
	order.SetItems([]OrderItem{{ID: "a", Title: "Arriving", Subtitle: "standing", Trailing: "5 min"}})
	fold := NewFoldOut("More", NewBody("inside"))
	fold.SetOpen(true)
	meter := NewStrengthMeter([5]string{"a", "b", "c", "d", "e"})
	meter.Set(3)
	return map[string]fyne.CanvasObject{
		"text": NewBody("Some words to read."), "primary": NewPrimary("Save", nil), "plain": NewPlain("More", nil).WithMark(Down),
		"link": NewLink("Undo", nil), "warm": NewWarm("Delete", nil), "chip": NewChip("Safety", Warm, func() {}),
		"add chip": NewAddChip("+ theme", func() {}), "menu chip": NewMenuChip("All themes", func() {}),
		"nav":   NewSideNav("Aftershift", []NavItem{{Key: "j", Text: "Journal"}}, []NavItem{{Key: "l", Text: "Lock", Hint: "Ctrl L", Action: true}}, "Small print.", nil),
		"scale": NewScale(ScaleWords{"How hard", "barely", "very hard", "not set", "%d of 10"}, Warm),
		"grid":  NewAffectGrid(AffectWords{"Feeling", "alarmed", "energised", "drained", "calm"}),
		"list":  list, "order": order, "section": NewTextSection("What happened?", "Just start.", 3),
		"line": NewTextLine("Name", "Yours"), "search": NewSearchBox("Search", "Ctrl F"),
		"suggest": NewSuggest("Add", func(string) []Suggestion { return nil }), "fold": fold, "meter": meter,
		"highlight": NewHighlightText([]Span{{Text: "I saw "}, {"Grace", Open, "1"}}),
		"budget":    NewBudgetBar(), "check": NewCheckRow("In the record", true, nil),
		"passphrase": NewPassphraseField("Passphrase", "show", "hide"),
		"empty":      EmptyState("Nothing yet", "Write first.", NewPrimary("Write", nil)), "progress": NewProgress("Working", "Stop", func() {}),
		"toast": NewToast(), "header": NewHeader("Title", "Subtitle", NewPlain("Go", nil)), "card": Card(NewBody("x")),
		"green card": GreenCard(NewBody("x")), "notice": Notice(Amber, "No item yet.", NewLink("Add", nil)), "sign": Sign(Diamond, look.Green),
	}
}

func TestWidgets_growWithTheText(t *testing.T) {
	least := map[string]fyne.Size{}
	for name, o := range everything() {
		show(t, o, 1, 400, 400)
		least[name] = o.MinSize()
	}
	for name, o := range everything() {
		show(t, o, 1.5, 600, 600)
		at, was := o.MinSize(), least[name]
		if at.Height < was.Height || (was.Height == 0 && name != "toast") {
			t.Errorf("%s: least height %v at 150 %%, %v at 100 %%", name, at.Height, was.Height)
		}
	}
}

func TestWidgets_drawInEveryTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(look.Light, 1))
	themes := []fyne.Theme{
		look.NewTheme(look.Light, 1), look.NewTheme(look.Dark, 0.9),
		look.NewTheme(look.Light, 2).HighContrast(), look.NewTheme(look.Dark, 1.5).HighContrast(),
	}
	for name, o := range everything() {
		win := test.NewTempWindow(t, o)
		win.Resize(fyne.NewSize(500, 300))
		for _, th := range themes {
			app.Settings().SetTheme(th)
			if win.Canvas().Capture() == nil {
				t.Errorf("%s: nothing drawn", name)
			}
		}
	}
}

func TestWidgets_haveAccessibilityLabels(t *testing.T) {
	wordless := map[string]bool{
		"nav": true, "list": true, "order": true, "section": true, "line": true, "search": true, "suggest": true, "fold": true,
		"budget": true, "passphrase": true, "empty": true, "progress": true, "toast": true, "header": true, "card": true,
		"green card": true, "notice": true, "sign": true,
	}
	for name, o := range everything() {
		if wordless[name] { // made of parts that have labels, or a field
			continue
		}
		a, ok := o.(fyne.Accessible)
		if !ok || a.AccessibilityLabel() == "" || a.AccessibilityRole() == "" {
			t.Errorf("%s has no accessibility label", name)
		}
	}
}

func TestWidgets_tabReachesEveryControl(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	names := []string{"primary", "plain", "link", "warm", "chip", "add chip", "menu chip", "scale", "grid", "check"}
	all := everything()
	column := Column(8)
	for _, name := range names {
		column.Add(all[name])
	}
	win := show(t, column, 1, 500, 900)
	for _, name := range names {
		win.Canvas().FocusNext()
		if win.Canvas().Focused() != all[name].(fyne.Focusable) {
			t.Fatalf("Tab did not reach %s in its turn", name)
		}
	}
}
