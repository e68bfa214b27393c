package lists

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/uitest"
)

// inRunes measures a text as one unit a rune.
func inRunes(_ int, s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestExcerptLines(t *testing.T) {
	w := func(s string) float32 { return inRunes(0, s) }
	cases := []struct {
		text string
		n    int
		want []string
	}{
		{"", 2, nil},
		{"anything", 0, nil},
		{"one line", 2, []string{"one line"}},
		{"aaaa bbbb cccc dddd eeee", 2, []string{"aaaa bbbb ", "cccc dddd…"}},
		{strings.Repeat("é ", 400), 1, []string{"é é é é é…"}},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, excerptLines(c.text, c.n, 10, w)); diff != "" {
			t.Errorf("%q in %d: %s", c.text[:min(len(c.text), 20)], c.n, diff)
		}
	}
}

func TestRowList_bareRowsTakeLess(t *testing.T) {
	l := newTestList(3)
	l.SetItems([]RowItem{{ID: "a", Bare: true}, {ID: "b"}, {ID: "c", Bare: true}})
	uitest.Show(t, l, 1, 320, 600)
	bare, full := l.tops[1], l.tops[2]-l.tops[1]
	if full-bare != l.chipsHeight() || l.tops[3]-l.tops[2] != bare {
		t.Errorf("rows of %v, a bare one of %v", full, bare)
	}
	for i, view := range l.sheet.shown {
		if view.Position().Y != l.tops[i] || view.Size().Height != l.heightOf(i) {
			t.Errorf("row %d at %v, %v high", i, view.Position().Y, view.Size().Height)
		}
	}
}

func TestRowList_longTitleTakesTwoLines(t *testing.T) {
	title := "What the team manager said about it"
	excerpt := "Short."
	l := NewRowList(RowShape{ExcerptLines: 2}, func(string) RowContent { return RowContent{Title: title, Excerpt: excerpt} })
	l.SetItems([]RowItem{{ID: "a"}})
	uitest.Show(t, l, 1.5, 320, 600)
	view := l.sheet.shown[0]
	if got := view.title.Text + " " + view.second.Text; got != title {
		t.Errorf("shows %q", got)
	}
	excerpt = "Dad stood in the doorway the whole time. I kept talking to fill the silence."
	l.Refresh()
	if view.excerpt[0].Text == "" || view.excerpt[1].Text != "" {
		t.Errorf("below it %q and %q", view.excerpt[0].Text, view.excerpt[1].Text)
	}
	last := view.excerpt[0]
	if end := last.Position().Y + last.Size().Height; end > view.Size().Height {
		t.Errorf("the excerpt ends at %v of %v", end, view.Size().Height)
	}
}

func TestRowList_followsAChangeOfTheme(t *testing.T) {
	list := newTestList(30)
	uitest.Show(t, list, 1, 400, 500)
	row := list.tops[1]
	fyne.CurrentApp().Settings().SetTheme(look.NewTheme(look.Dark, 1.5))
	if list.tops[1] <= row {
		t.Error("its rows stayed at 100 %")
	}
}

// Fyne gives up the drawing of a row that was out of sight for a minute, and asks for
// another one.
func TestRowView_drawn_anew_has_its_chips(t *testing.T) {
	v := one(t, RowShape{ExcerptLines: 2, Chips: true}, 1, RowContent{Title: "Alone", Excerpt: "the door", Chips: []RowChip{{Text: "Safety"}}, Found: []Stretch{{4, 8}}})
	drawn := v.CreateRenderer()
	drawn.Refresh()
	texts := map[string]bool{}
	for _, o := range drawn.Objects() {
		if text, is := o.(*canvas.Text); is && text.Visible() {
			texts[text.Text] = true
		}
	}
	for _, want := range []string{"Alone", "door", "Safety"} {
		if !texts[want] {
			t.Errorf("%q is not drawn: %v", want, texts)
		}
	}
}
