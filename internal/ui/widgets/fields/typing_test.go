package fields

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"aftershift/internal/ui/uitest"
	"aftershift/internal/ui/widgets"
)

const family = "👨\u200d👩\u200d👧"

func TestClusters_counts(t *testing.T) {
	cases := []struct {
		text          string
		before, after int
	}{
		{"", 0, 0},
		{"ab", 1, 1},
		{"e\u0301", 2, 2},
		{family, 5, 5},
		{"🇮🇪", 2, 2},
		{"🇬🇧🇮🇪", 2, 2},
		{"a" + family, 5, 1},
		{family + "a", 1, 5},
		{"👍🏽", 2, 2},
		{"ก็", 2, 2},
	}
	for _, c := range cases {
		if got := clusterBefore(c.text); got != c.before {
			t.Errorf("before the end of %q: %d runes, want %d", c.text, got, c.before)
		}
		if got := clusterAfter(c.text); got != c.after {
			t.Errorf("after the start of %q: %d runes, want %d", c.text, got, c.after)
		}
	}
}

func TestTextSection_backspaceTakesAWholeCharacter(t *testing.T) {
	for _, last := range []string{"x", family, "🇮🇪", "e\u0301", "👍🏽"} {
		s := NewTextSection("", "", 2)
		uitest.Show(t, s, 1, 400, 200)
		s.SetText("ab" + last)
		s.FocusEnd()
		uitest.Press(s.field, fyne.KeyBackspace)
		if s.Text() != "ab" {
			t.Errorf("%q is left of ab%q", s.Text(), last)
		}
	}
}

func TestTextSection_deleteAndArrowsTakeWholeCharacters(t *testing.T) {
	s := NewTextSection("", "", 2)
	uitest.Show(t, s, 1, 400, 200)
	s.SetText("a" + family + "b")
	s.FocusEnd()
	uitest.Press(s.field, fyne.KeyLeft, fyne.KeyLeft)
	if got, _ := s.field.Selection(); got != 1 {
		t.Errorf("two steps left of the end is byte %d", got)
	}
	uitest.Press(s.field, fyne.KeyRight)
	if got, _ := s.field.Selection(); got != 1+len(family) {
		t.Errorf("one step right is byte %d", got)
	}
	uitest.Press(s.field, fyne.KeyLeft, fyne.KeyDelete)
	if s.Text() != "ab" {
		t.Errorf("Delete left %q", s.Text())
	}
}

func TestTextSection_backspaceEmptiesAnything(t *testing.T) {
	s := NewTextSection("", "", 2)
	uitest.Show(t, s, 1, 400, 200)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", " ", "\n", family, "🇮🇪", "e\u0301", "ß"}), 0, 12).Draw(t, "text"), "")
		s.SetText(text)
		s.FocusEnd()
		for range 13 {
			uitest.Press(s.field, fyne.KeyBackspace)
		}
		if s.Text() != "" {
			t.Fatalf("%q is left of %q", s.Text(), text)
		}
	})
}

func TestTextSection_growsWithTheText(t *testing.T) {
	s := NewTextSection("What happened?", "Just start.", 3)
	column := widgets.Column(8, s)
	uitest.Show(t, container.NewVScroll(column), 1, 400, 300)
	empty := s.MinSize().Height
	s.SetText(strings.Repeat("I kept talking to fill the silence. ", 30))
	if grown := s.MinSize().Height; grown < empty*2 {
		t.Errorf("the height went from %v to %v", empty, grown)
	}
	s.SetText("short")
	if back := s.MinSize().Height; back != empty {
		t.Errorf("the height stayed at %v, was %v", back, empty)
	}
}

func TestTextSection_tellsTheHandOnly(t *testing.T) {
	s := NewTextSection("", "", 1)
	win := uitest.Show(t, s, 1, 400, 200)
	var told []string
	s.OnChanged = func(text string) { told = append(told, text) }
	s.SetText("from the file")
	s.Focus()
	if win.Canvas().Focused() != s.field {
		t.Fatal("Focus did not take the keyboard there")
	}
	s.FocusEnd()
	test.Type(s.field, "!")
	if len(told) != 1 || told[0] != "from the file!" {
		t.Errorf("told %q", told)
	}
}

func TestTextSection_tabLeaves(t *testing.T) {
	first, second := NewTextSection("", "", 1), NewTextSection("", "", 1)
	win := uitest.Show(t, widgets.Column(8, first, second), 1, 400, 300)
	first.Focus()
	if first.field.AcceptsTab() {
		t.Fatal("Tab would be written into the text")
	}
	win.Canvas().FocusNext()
	if win.Canvas().Focused() != second.field {
		t.Error("Tab did not lead to the next section")
	}
}

func TestTextLine_submits(t *testing.T) {
	l := NewTextLine("Name", "Yours")
	uitest.Show(t, l, 1, 300, 100)
	got := ""
	l.OnSubmitted = func(text string) { got = text }
	test.Type(l.field, "Ruth")
	uitest.Press(l.field, fyne.KeyReturn)
	if got != "Ruth" || l.Text() != "Ruth" {
		t.Errorf("submitted %q, holds %q", got, l.Text())
	}
}

func TestSearchBox_keys(t *testing.T) {
	b := NewSearchBox("Search every word…", "Ctrl F")
	uitest.Show(t, b, 1, 300, 60)
	var queries []string
	down := 0
	b.OnChanged = func(q string) { queries = append(queries, q) }
	b.OnDown = func() { down++ }
	test.Type(b.field, "ab")
	uitest.Press(b.field, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEscape)
	if b.Query() != "" || down != 2 || len(queries) != 3 || queries[2] != "" {
		t.Errorf("query %q, down %d, told %q", b.Query(), down, queries)
	}
	b.SetQuery("from a menu")
	if len(queries) != 3 {
		t.Error("SetQuery called OnChanged")
	}
}

func TestPassphraseField_showsAndClears(t *testing.T) {
	p := NewPassphraseField("Passphrase", "show", "hide")
	uitest.Show(t, p, 1, 300, 100)
	got := ""
	p.OnSubmitted = func(secret string) { got = secret }
	test.Type(p.field, "lantern")
	uitest.Press(p.field, fyne.KeyReturn)
	test.Tap(p.toggle)
	if got != "lantern" || p.field.Password || p.toggle.Text() != "hide" {
		t.Errorf("submitted %d letters, hidden %v", len(got), p.field.Password)
	}
	p.Clear()
	if p.Secret() != "" || !p.field.Password || p.toggle.Text() != "show" {
		t.Error("Clear left something, or left it open")
	}
}

// benchmarkTyping writes a letter at the end of a text of size bytes, laid out as
// on the writing page.
func benchmarkTyping(b *testing.B, size int) {
	s := NewTextSection("What happened?", "", 3)
	uitest.Show(b, container.NewVScroll(widgets.Column(8, s)), 1, 460, 700)
	s.SetText(strings.Repeat("I kept talking to fill the silence and then asked. ", size/51+1)[:size])
	s.FocusEnd()
	for b.Loop() {
		s.field.TypedRune('a')
		uitest.Press(s.field, fyne.KeyBackspace)
	}
}

func BenchmarkTextSection_typing5KB(b *testing.B)  { benchmarkTyping(b, 5_000) }
func BenchmarkTextSection_typing20KB(b *testing.B) { benchmarkTyping(b, 20_000) }
