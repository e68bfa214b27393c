package search

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"aftershift/internal/fold"
)

// marked gives the excerpt with its spans in brackets.
func marked(text, typed string, runes int) string {
	line, spans := Excerpt(text, Parse(typed, About{}), runes)
	var b strings.Builder
	from := 0
	for _, s := range spans {
		b.WriteString(line[from:s.Start] + "[" + line[s.Start:s.End] + "]")
		from = s.End
	}
	return b.String() + line[from:]
}

func TestExcerpt_marks_what_was_found(t *testing.T) {
	for _, c := range []struct {
		name, text, typed, want string
		runes                   int
	}{
		{"every place", "a visit, two visits", "visit", "a [visit], two [visit]s", 80},
		{"as it was written", "Chloë and CHLOE", "chloe", "[Chloë] and [CHLOE]", 80},
		{"combining mark whole", "Chloe\u0308 came", "chloe", "[Chloe\u0308] came", 80},
		{"rune that folds to two", "in der Straße", "stras", "in der [Straß]e", 80},
		{"not inside a word", "ana banana", "ana", "[ana] banana", 80},
		{"not twice in one word", "abab", "ab", "[ab]ab", 80},
		{"terms that overlap", "visits", "visits visit", "[visits]", 80},
		{"terms out of order", "first then last", "last first", "[first] then [last]", 80},
		{"phrase across a line", "then she\nleft", `"she left"`, "then [she left]", 80},
		{"no match gives the beginning", "one two three four", "zebra", "one two …", 8},
		{"empty query", "one two", "", "one two", 80},
		{"empty text", "", "one", "", 80},
		{"cut before and after", "aa bb cc dd ee ff gg hh", "ee", "…dd [ee] ff …", 9},
		{"cut within the match", "one extraordinary", "extraordinary", "…[extr]…", 4},
		{"starts at a word", strings.Repeat("x", 50) + "-left", "left", "…[left]", 9},
		{"whole word at the cut", `so then visited`, `"then"`, "so [then] v…", 9},
		{"no room", "one two", "two", "……", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := marked(c.text, c.typed, c.runes); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestExcerpt_shows_the_first_match_of_a_long_text(t *testing.T) {
	text := strings.Repeat("quiet words 🙂 ", 20_000) + "zebra" + strings.Repeat(" more", 20_000)
	line, spans := Excerpt(text, Parse("zebra", About{}), 60)
	if len(spans) != 1 || line[spans[0].Start:spans[0].End] != "zebra" {
		t.Fatalf("%q %v", line, spans)
	}
	if n := utf8.RuneCountInString(line); n > 62 || !utf8.ValidString(line) {
		t.Errorf("%d runes: %q", n, line)
	}
}

func TestExcerpt_spans_of_compounds_match(t *testing.T) {
	for _, c := range [][2]string{{"½-ı", "½ı"}, {"well-being", "wellbeing"}, {"don't", "dont"}} {
		checkExcerpt(t, c[0], c[1], 20)
	}
}

func TestExcerpt_spans_match_and_stay_in_range(t *testing.T) {
	letters := rapid.StringMatching(`[abßéıﬁ½ĳ "’🙂\n\x{0301}.-]{0,40}`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(letters, rapid.String()).Draw(t, "text")
		typed := rapid.OneOf(letters, rapid.String()).Draw(t, "typed")
		checkExcerpt(t, text, typed, rapid.IntRange(0, 50).Draw(t, "runes"))
	})
}

// checkExcerpt checks what holds for any text and query.
func checkExcerpt(t interface {
	Helper()
	Fatalf(string, ...any)
}, text, typed string, runes int,
) {
	t.Helper()
	q := Parse(typed, About{})
	line, spans := Excerpt(text, q, runes)
	if utf8.ValidString(text) && !utf8.ValidString(line) || utf8.RuneCountInString(line) > runes+2 {
		t.Fatalf("Excerpt(%q, %q) = %q", text, typed, line)
	}
	from := 0
	for _, s := range spans {
		if s.Start < from || s.End <= s.Start || s.End > len(line) {
			t.Fatalf("Excerpt(%q, %q): %v in %d bytes", text, typed, spans, len(line))
		}
		from = s.End
		wasCut := line[s.End:] == ellipsis
		if !wasCut && !holdsTerm(line[s.Start:s.End], q) {
			t.Fatalf("Excerpt(%q, %q) marks %q", text, typed, line[s.Start:s.End])
		}
	}
}

func holdsTerm(span string, q Query) bool {
	for _, t := range q.terms {
		folded := fold.String(span, fold.Find)
		if strings.Contains(folded, t.text) || strings.Contains(joined(folded), t.text) {
			return true
		}
	}
	return false
}
