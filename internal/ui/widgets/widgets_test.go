package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// everything makes one of each widget that has no argument worth varying.
func everything() map[string]fyne.CanvasObject {
	list := lists.NewRowList(lists.RowShape{ExcerptLines: 2, Chips: true}, func(id string) lists.RowContent {
		return lists.RowContent{Title: id, Excerpt: "some words that go on for a while", Chips: []lists.RowChip{{Text: "Safety", Tone: widgets.Warm}}}
	})
	list.SetItems([]lists.RowItem{{ID: "a", Heading: "TODAY"}, {ID: "b"}})
	order := lists.NewOrderList(lists.OrderWords{Up: "Up", Down: "Down", Remove: "Remove"})
	order.SetItems([]lists.OrderItem{{ID: "a", Title: "Arriving", Subtitle: "standing", Trailing: "5 min"}})
	fold := widgets.NewFoldOut("More", widgets.NewBody("inside"))
	fold.SetOpen(true)
	meter := fields.NewStrengthMeter([5]string{"a", "b", "c", "d", "e"})
	meter.Set(3)
	return map[string]fyne.CanvasObject{
		"text": widgets.NewBody("Some words to read."), "primary": widgets.NewPrimary("Save", nil), "plain": widgets.NewPlain("More", nil).WithMark(widgets.Down),
		"link": widgets.NewLink("Undo", nil), "warm": widgets.NewWarm("Delete", nil), "chip": widgets.NewChip("Safety", widgets.Warm, func() {}),
		"add chip": widgets.NewAddChip("+ theme", func() {}), "menu chip": widgets.NewMenuChip("All themes", func() {}),
		"nav":   widgets.NewSideNav("Aftershift", []widgets.NavItem{{Key: "j", Text: "Journal"}}, []widgets.NavItem{{Key: "l", Text: "Lock", Hint: "Ctrl L", Action: true}}, "Small print.", nil),
		"scale": widgets.NewScale(widgets.ScaleWords{"How hard", "barely", "very hard", "not set", "%d of 10"}, widgets.Warm),
		"grid":  widgets.NewAffectGrid(widgets.AffectWords{"Feeling", "alarmed", "energised", "drained", "calm"}),
		"list":  list, "order": order, "section": fields.NewTextSection("What happened?", "Just start.", 3),
		"line": fields.NewTextLine("Name", "Yours"), "search": fields.NewSearchBox("Search", "Ctrl F"),
		"suggest": fields.NewSuggest("Add", func(string) []fields.Suggestion { return nil }), "fold": fold, "meter": meter,
		"highlight": widgets.NewHighlightText([]widgets.Span{{Text: "I saw "}, {"Grace", widgets.Open, "1"}}),
		"budget":    widgets.NewBudgetBar(), "check": widgets.NewCheckRow("In the record", true, nil),
		"passphrase": fields.NewPassphraseField("Passphrase", "show", "hide"),
		"empty":      widgets.EmptyState("Nothing yet", "Write first.", widgets.NewPrimary("Write", nil)), "progress": widgets.NewProgress("Working", "Stop", func() {}),
		"toast": widgets.NewToast(), "header": widgets.NewHeader("Title", "Subtitle", widgets.NewPlain("Go", nil)), "card": widgets.Card(widgets.NewBody("x")),
		"green card": widgets.GreenCard(widgets.NewBody("x")), "notice": widgets.Notice(widgets.Amber, "No item yet.", widgets.NewLink("Add", nil)), "sign": widgets.Sign(widgets.Diamond, look.Green),
	}
}

func TestWidgets_growWithTheText(t *testing.T) {
	least := map[string]fyne.Size{}
	for name, o := range everything() {
		uitest.Show(t, o, 1, 400, 400)
		least[name] = o.MinSize()
	}
	for name, o := range everything() {
		uitest.Show(t, o, 1.5, 600, 600)
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
	column := widgets.Column(8)
	for _, name := range names {
		column.Add(all[name])
	}
	win := uitest.Show(t, column, 1, 500, 900)
	for _, name := range names {
		win.Canvas().FocusNext()
		if win.Canvas().Focused() != all[name].(fyne.Focusable) {
			t.Fatalf("Tab did not reach %s in its turn", name)
		}
	}
}
