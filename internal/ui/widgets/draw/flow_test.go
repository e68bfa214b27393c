package draw

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/google/go-cmp/cmp"
)

// inRunes measures a text as one unit a rune.
func inRunes(_ int, s string) float32 { return float32(utf8.RuneCountInString(s)) }

func TestFlow_lines(t *testing.T) {
	cases := map[string]struct {
		runs  []string
		width float32
		want  []string
	}{
		"one word":           {[]string{"calm"}, 10, []string{"calm"}},
		"wraps at a space":   {[]string{"one two three"}, 8, []string{"one two ", "three"}},
		"space may hang":     {[]string{"one two"}, 3, []string{"one ", "two"}},
		"newline ends":       {[]string{"a\n\nb"}, 10, []string{"a", "", "b"}},
		"long word is cut":   {[]string{"abcdefgh ij"}, 3, []string{"abc", "def", "gh ", "ij"}},
		"runs join":          {[]string{"I saw ", "Grace", "."}, 20, []string{"I saw Grace."}},
		"run wraps whole":    {[]string{"I saw ", "Grace"}, 8, []string{"I saw ", "Grace"}},
		"nothing":            {[]string{""}, 10, []string{""}},
		"no-break space":     {[]string{"a b\u00a0c"}, 4, []string{"a ", "b\u00a0c"}},
		"wide letters":       {[]string{"ééé ééé"}, 4, []string{"ééé ", "ééé"}},
		"emoji of several":   {[]string{"👩‍👧👩‍👧🇮🇪"}, 4, []string{"👩‍👧", "👩‍👧", "🇮🇪"}},
		"a mark stays":       {[]string{"abx\u0323y"}, 3, []string{"ab", "x\u0323y"}},
		"wider than a line":  {[]string{"👩‍👧👩‍👧"}, 2, []string{"👩‍👧", "👩‍👧"}},
		"narrower than 1":    {[]string{"ab"}, 0, []string{"a", "b"}},
		"run of many spaces": {[]string{"a    b"}, 3, []string{"a    ", "b"}},
	}
	for name, c := range cases {
		pieces, n := Flow(c.runs, c.width, inRunes)
		got := make([]string, n)
		for _, p := range pieces {
			got[p.Line] += p.Text
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestFlow_losesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := rapid.SliceOfN(rapid.StringMatching(`[a-zé \n]{0,30}`), 1, 5).Draw(t, "runs")
		width := float32(rapid.IntRange(1, 20).Draw(t, "width"))
		pieces, lines := Flow(runs, width, inRunes)
		var got strings.Builder
		for _, p := range pieces {
			got.WriteString(p.Text)
			if p.Text != runs[p.Run][p.Start:p.End] {
				t.Fatalf("piece %q does not stand at its place", p.Text)
			}
			bare := p.X + inRunes(0, strings.TrimRight(p.Text, " "))
			if bare > width && p.X > 0 {
				t.Fatalf("piece %q ends at %v beyond %v", p.Text, bare, width)
			}
			if p.Line >= lines {
				t.Fatalf("piece on line %d of %d", p.Line, lines)
			}
		}
		if want := strings.ReplaceAll(strings.Join(runs, ""), "\n", ""); got.String() != want {
			t.Fatalf("%q became %q", want, got.String())
		}
	})
}

func TestClip(t *testing.T) {
	w := func(s string) float32 { return inRunes(0, s) }
	cases := []struct {
		text  string
		width float32
		want  string
	}{
		{"short", 10, "short"},
		{"rather long", 8, "rather…"},
		{"éééééééé", 4, "ééé…"},
		{"word", 1, "…"},
	}
	for _, c := range cases {
		if got := Clip(c.text, c.width, w); got != c.want {
			t.Errorf("clip(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestClip_fits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		width := float32(rapid.IntRange(1, 40).Draw(t, "width"))
		got := Clip(text, width, func(s string) float32 { return inRunes(0, s) })
		if inRunes(0, got) > width {
			t.Fatalf("%q is wider than %v", got, width)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Fatalf("%q was cut inside a letter", got)
		}
	})
}
