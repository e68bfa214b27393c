package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func letters(r Run) float64 { return float64(utf8.RuneCountInString(r.Text)) }

func wrapped(width float64, runs ...Run) []string {
	var out []string
	for _, l := range Wrap(runs, width, letters) {
		out = append(out, joined(l))
	}
	return out
}

func TestWrap_case(t *testing.T) {
	strong := Run{Text: "bold", Strong: true}
	for name, c := range map[string]struct {
		width float64
		runs  []Run
		want  []string
	}{
		"fits":             {10, []Run{{Text: "one two"}}, []string{"one two"}},
		"exactly":          {7, []Run{{Text: "one two"}}, []string{"one two"}},
		"at the space":     {6, []Run{{Text: "one two"}}, []string{"one ", "two"}},
		"line feed":        {20, []Run{{Text: "one\n\ntwo"}}, []string{"one ", "", "two"}},
		"feed at the end":  {20, []Run{{Text: "one\n"}}, []string{"one "}},
		"long word":        {4, []Run{{Text: "a bcdefghij k"}}, []string{"a ", "bcde", "fghi", "j k"}},
		"combining mark":   {2, []Run{{Text: "abx\u0323y"}}, []string{"ab", "x\u0323", "y"}},
		"emoji of several": {4, []Run{{Text: "👩‍👧👩‍👧🇮🇪"}}, []string{"👩‍👧", "👩‍👧", "🇮🇪"}},
		"nothing":          {9, []Run{{}}, nil},
		"only spaces":      {9, []Run{{Text: "  "}}, nil},
		"no width":         {0, []Run{{Text: "ab"}}, []string{"a", "b"}},
		"word of two runs": {8, []Run{{Text: "one (t"}, {Text: "wo)", Strong: true}}, []string{"one ", "(two)"}},
		"space at seam":    {9, []Run{{Text: "one "}, {Text: " "}, strong}, []string{"one bold"}},
		"leading space":    {9, []Run{{Text: " one"}}, []string{"one"}},
	} {
		if diff := cmp.Diff(c.want, wrapped(c.width, c.runs...)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWrap_keeps_styles(t *testing.T) {
	got := Wrap([]Run{{Text: "a "}, {Text: "b", Strong: true}, {Text: " c", Quiet: true}}, 3, letters)
	want := [][]Run{{{Text: "a "}, {Text: "b", Strong: true}, {Text: " ", Quiet: true}}, {{Text: "c", Quiet: true}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWrap_loses_nothing_and_keeps_within_width(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := Clean(rapid.StringOfN(rapid.SampledFrom([]rune("ab  \néłe\u0301漢-")), 0, 60, -1).Draw(t, "text"))
		cut := rapid.IntRange(0, len(text)).Draw(t, "cut")
		for cut > 0 && cut < len(text) && !utf8.RuneStart(text[cut]) {
			cut--
		}
		width := float64(rapid.IntRange(2, 20).Draw(t, "width"))
		lines := Wrap([]Run{{Text: text[:cut]}, {Text: text[cut:], Strong: true}}, width, letters)
		var all strings.Builder
		for _, l := range lines {
			line := joined(l)
			if letters(Run{Text: strings.TrimRight(line, " ")}) > width && utf8.RuneCountInString(line) > 3 {
				t.Fatalf("line %q is wider than %v", line, width)
			}
			all.WriteString(line)
		}
		if got, want := squeeze(all.String()), squeeze(text); got != want {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
