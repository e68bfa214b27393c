package lists

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

func TestBrowse_walks_by_keyboard(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	window := test.NewTempWindow(t, widget.NewLabel(""))
	window.Resize(fyne.NewSize(900, 700))
	at := func(parts ...string) string {
		return string(filepath.Separator) + filepath.Join(parts...)
	}
	slash := string(filepath.Separator)
	holds := map[string][]string{
		at("home"):        {at("home", "one") + slash, at("home", "two") + slash},
		at("home", "two"): {at("home", "two", "notes.pdf")},
	}
	var taken []string
	browse := func(files bool) *RowList {
		Browse(window.Canvas(), at("home"), Browsing{
			Files: files, Take: "Take", Inside: func(folder string) []string { return holds[folder] },
			Taken: func(path string) { taken = append(taken, path) },
		})
		list, is := window.Canvas().Focused().(*RowList)
		if !is {
			t.Fatalf("the keyboard is at %T", window.Canvas().Focused())
		}
		return list
	}
	press := func(list *RowList, keys ...fyne.KeyName) {
		for _, key := range keys {
			list.TypedKey(&fyne.KeyEvent{Name: key})
		}
	}
	list := browse(true)
	press(list, fyne.KeyDown, fyne.KeyReturn, fyne.KeyBackspace)
	if id, _ := list.Selected(); id != at("home", "two")+slash {
		t.Errorf("going up chooses %q, want where one came from", id)
	}
	press(list, fyne.KeyReturn, fyne.KeyReturn)
	if want := []string{at("home", "two", "notes.pdf")}; !slices.Equal(taken, want) || window.Canvas().Overlays().Top() != nil {
		t.Fatalf("took %v, want %v", taken, want)
	}
	list = browse(false)
	press(list, fyne.KeyReturn)
	var take *widgets.Button
	for _, o := range window.Canvas().Overlays().Top().(fyne.Widget).CreateRenderer().Objects() {
		if p, is := o.(*widget.PopUp); is {
			widgets.Walk(p.Content, func(o fyne.CanvasObject) {
				if b, is := o.(*widgets.Button); is && b.Text() == "Take" {
					take = b
				}
			})
		}
	}
	take.Tapped(nil)
	if taken[len(taken)-1] != at("home", "one") {
		t.Errorf("took %v, want the folder in view", taken)
	}
}
