package fields

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

func newChoice(t *testing.T) (c *PassphraseChoice, measured *[]string) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(look.Light, 1))
	measured = &[]string{}
	c = NewPassphraseChoice(ChoiceWords{
		Name: "Name", Again: "Again", Show: "show", Hide: "hide", Suggest: "Suggest", Suggested: "suggested", Short: "short", Differ: "differ",
		Strength: [5]string{"0", "1", "2", "3", "4"},
	})
	c.Long = func(secret string) bool { return len(secret) >= 4 }
	c.Measure = func(secret string, done func(int)) { *measured = append(*measured, secret); done(3) }
	c.Suggest = func() string { return "four words" }
	test.NewTempWindow(t, c)
	return c, measured
}

func TestPassphraseChoice_Ready_longAndTwice(t *testing.T) {
	c, measured := newChoice(t)
	submitted := 0
	c.OnSubmitted = func() { submitted++ }
	for _, step := range []struct {
		first, again, note string
		ready              bool
	}{
		{"abc", "", "short", false},
		{"abcd", "", "", false},
		{"abcd", "abc", "differ", false},
		{"abcd", "abcd", "", true},
	} {
		c.first.SetSecret(step.first)
		c.again.SetSecret(step.again)
		c.again.OnChanged(step.again)
		c.again.OnSubmitted(step.again)
		if c.Ready() != step.ready || strings.TrimSpace(c.note.Text()) != step.note {
			t.Errorf("%q %q: ready %v, note %q", step.first, step.again, c.Ready(), c.note.Text())
		}
	}
	if submitted != 1 || len(*measured) != 4 || c.meter.score != 3 {
		t.Errorf("submitted %d, measured %q, score %d", submitted, *measured, c.meter.score)
	}
	c.Clear()
	if c.Secret() != "" || c.Ready() || c.meter.word.Text() != "" {
		t.Error("not empty after clearing")
	}
}

func TestPassphraseChoice_suggest_shownWholeTypedOnce(t *testing.T) {
	c, _ := newChoice(t)
	changed := 0
	c.OnChanged = func() { changed++ }
	c.suggest()
	if c.Secret() != "four words" || c.again.Secret() != "" || c.Ready() || changed != 1 {
		t.Errorf("%q, again %q, ready %v, changed %d times", c.Secret(), c.again.Secret(), c.Ready(), changed)
	}
	if c.offer.Hidden || c.offered.Text() != "four words" {
		t.Error("what is to be written down is not shown")
	}
	if draw.CanvasOf(c.again.field).Focused() != fyne.Focusable(c.again.field) {
		t.Error("the keyboard is not where the words are typed")
	}
	test.Type(c.again.field, "four words")
	if !c.Ready() || c.offer.Hidden {
		t.Error("typed once is not enough, or the words went while they were typed")
	}
	test.Type(c.first.field, "x")
	if !c.offer.Hidden || c.offered.Text() != "" {
		t.Error("words stay that are the passphrase no more")
	}
}

func TestPassphraseChoice_Measure_tooLate(t *testing.T) {
	c, _ := newChoice(t)
	var late func(int)
	c.Measure = func(_ string, done func(int)) { late = done }
	c.first.SetSecret("abcd")
	c.changed()
	old := late
	c.first.SetSecret("abcde")
	c.changed()
	late(4)
	old(1)
	if c.meter.score != 4 {
		t.Errorf("score %d of a secret that is typed no more", c.meter.score)
	}
}

// One Tab leads from the first field to the second, and nothing moves when a note
// comes or goes.
func TestPassphraseChoice_oneTab_nothingMoves(t *testing.T) {
	c, _ := newChoice(t)
	before := c.MinSize()
	c.Focus()
	test.Type(c.first.field, "abc")
	c.first.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	if !c.first.field.AcceptsTab() || draw.CanvasOf(c).Focused() != c.again.field {
		t.Error("Tab leads elsewhere")
	}
	if c.note.Text() != "short" || c.MinSize() != before {
		t.Errorf("note %q, size %v, was %v", c.note.Text(), c.MinSize(), before)
	}
}
