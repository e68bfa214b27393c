package cluster

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestFirst_is_what_a_reader_calls_a_character(t *testing.T) {
	for want, rest := range map[string]string{
		"":        "",
		"a":       "b",
		"e\u0301": "e",
		"👨‍👩‍👧‍👦": "👨",
		"👍🏽":      "👍",
		"🇮🇪":      "🇬🇧",
		"\r\n":    "\n",
		"क्षि":    "a",
	} {
		if got := First(want + rest); got != len(want) {
			t.Errorf("%q: %d bytes, want %d", want+rest, got, len(want))
		}
	}
}

// Whatever a text holds, its characters follow one another to its end.
func TestFirst_goes_through_any_text(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "\u0301", "👩", "\u200d", "🇮", "\r", "\n", "\xff", "é"})).Draw(t, "text"), "")
		for rest := text; rest != ""; {
			n := First(rest)
			if n < 1 || n > len(rest) {
				t.Fatalf("%d of %q", n, rest)
			}
			rest = rest[n:]
		}
	})
}
