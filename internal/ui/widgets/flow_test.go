package widgets

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
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
		"narrower than 1":    {[]string{"ab"}, 0, []string{"a", "b"}},
		"run of many spaces": {[]string{"a    b"}, 3, []string{"a    ", "b"}},
	}
	for name, c := range cases {
		pieces, n := flow(c.runs, c.width, inRunes)
		got := make([]string, n)
		for _, p := range pieces {
			got[p.line] += p.text
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
		pieces, lines := flow(runs, width, inRunes)
		var got strings.Builder
		for _, p := range pieces {
			got.WriteString(p.text)
			if p.text != runs[p.run][p.start:p.end] {
				t.Fatalf("piece %q does not stand at its place", p.text)
			}
			bare := p.x + inRunes(0, strings.TrimRight(p.text, " "))
			if bare > width && p.x > 0 {
				t.Fatalf("piece %q ends at %v beyond %v", p.text, bare, width)
			}
			if p.line >= lines {
				t.Fatalf("piece on line %d of %d", p.line, lines)
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
		if got := clip(c.text, c.width, w); got != c.want {
			t.Errorf("clip(%q, %v) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestClip_fits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		width := float32(rapid.IntRange(1, 40).Draw(t, "width"))
		got := clip(text, width, func(s string) float32 { return inRunes(0, s) })
		if inRunes(0, got) > width {
			t.Fatalf("%q is wider than %v", got, width)
		}
		if utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Fatalf("%q was cut inside a letter", got)
		}
	})
}

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

func TestCountText(t *testing.T) {
	for n, want := range map[int]string{-1: "", 0: "", 1: "1", 99: "99", 100: "99+"} {
		if got := countText(n); got != want {
			t.Errorf("%d is shown as %q", n, got)
		}
	}
}
