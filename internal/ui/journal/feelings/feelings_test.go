package feelings

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/assets"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// opened gives the window over an entry that names chosen.
func opened(t *testing.T, chosen ...journal.Feeling) (*Chooser, fyne.Window) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	catalog, err := words.Load(assets.Locale(), "en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, widgets.NewBody("the page"))
	w.Resize(fyne.NewSize(1090, 760))
	c := Choose(w.Canvas(), catalog, Of{
		Chosen: func() []journal.Feeling { return chosen },
		Toggle: func(f journal.Feeling) bool {
			at := slices.Index(chosen, f)
			if at < 0 && len(chosen) == journal.MaxFeelings {
				return false
			}
			if at >= 0 {
				chosen = slices.Delete(slices.Clone(chosen), at, at+1)
			} else {
				chosen = append(slices.Clone(chosen), f)
			}
			return true
		},
		Closed: func() {},
	})
	return c, w
}

func typeText(w fyne.Window, text string) {
	for _, r := range text {
		w.Canvas().Focused().TypedRune(r)
	}
}

func TestChooser_showsWhatIsChosen(t *testing.T) {
	c, w := opened(t, "low", "numb", "flat")
	if n := len(c.chosen.Objects); n != 3 {
		t.Fatalf("%d chosen words are shown", n)
	}
	typeText(w, "proud")
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if c.says.Text() != c.words.T("journal.feelings.full") || len(c.of.Chosen()) != 3 {
		t.Errorf("a fourth: says %q", c.says.Text())
	}
	c.chosen.Objects[0].(*widgets.Chip).Tapped(nil)
	if n := len(c.chosen.Objects); n != 2 {
		t.Errorf("%d after one was taken away", n)
	}
}

// The window stays as it is while one chooses, and a letter that is typed after a
// click goes into its field.
func TestChooser_staysStill(t *testing.T) {
	c, w := opened(t)
	driver := fyne.CurrentApp().Driver()
	place := func() fyne.Position { return driver.AbsolutePositionForObject(c.chips["flat"]) }
	before := place()
	for _, f := range []journal.Feeling{"low", "numb", "flat"} {
		test.Tap(c.chips[f])
		if got := place(); got != before {
			t.Fatalf("after %s the words stand at %v, before at %v", f, got, before)
		}
	}
	typeText(w, "wr")
	if got := c.field.Text(); got != "wr" {
		t.Errorf("after a click the field holds %q", got)
	}
}

func TestChooser_offer_cases(t *testing.T) {
	c, _ := opened(t)
	for typed, want := range map[string][]string{
		"gu": {"guilty", "gu"}, "Guilty": {"guilty"}, " ": nil, "7": nil, "wrung out": {"wrung out"},
	} {
		var got []string
		for _, o := range c.offer(typed) {
			got = append(got, o.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: offers %q, want %q", typed, got, want)
		}
	}
	for _, f := range journal.Families {
		if !c.words.Has("impact.family." + f.Name) {
			t.Errorf("no words for the family %s", f.Name)
		}
		for _, word := range f.Words {
			if !c.words.Has("impact.feeling." + string(word)) {
				t.Errorf("no words for %s", word)
			}
		}
	}
}
