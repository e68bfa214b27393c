package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"aftershift/internal/trial"
)

func always(string, string) bool { return true }

func TestSee_shows_what_a_reader_sees(t *testing.T) {
	trial.Each(t, func(in string) string { return See(in, always).Text }, map[string]string{
		"LS9\u00a07ZZ":                  "LS9 7ZZ",
		"7\u2011year\u2011old":          "7-year-old",
		"07700·900·412":                 "07700.900.412",
		"Wozni\u00adakowski":            "Wozniakowski",
		"Wozni-\n  akowski":             "Wozniakowski",
		"Smith-\nJones":                 "Smith-Jones",
		"a list:\n- one -\n\ntwo":       "a list:\n- one -\n\ntwo",
		"Ｂｅｘ":                           "Bex",
		"Kаtе":                          "Kate", // with Cyrillic vowels
		"Иван":                          "Иван",
		"Łukasz Ångström e\u0301":       "Łukasz Ångström é",
		"Mon–Fri, he said – no—yes":     "Mon-Fri, he said – no—yes",
		"½ of ٣, m²":                    "½ of 3, m²",
		"“It’s”":                        `"It's"`,
		"\xffa":                         "\xffa",
		"O&#39;Neill &amp; Se&aacute;n": "O'Neill & Seán",
		"LS9&nbsp;7ZZ 7&#8209;year":     "LS9 7ZZ 7-year",
		"R&B; a&b &bogus; &; &#x41;":    "R&B; a&b &bogus; &; A",
		"Sᴍɪᴛʜ":                         "SMITH",
	})
}

func TestSee_keeps_a_hyphen_between_two_words(t *testing.T) {
	if got := See("well-\nknown", func(a, b string) bool { return a+b != "wellknown" }).Text; got != "well-known" {
		t.Errorf("got %q", got)
	}
}

// Back must lead from every stretch of what is seen to the characters that it
// stands for, and never into the middle of one.
func TestSeen_Back_is_sound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{"a", "Anna", " ", "\u00a0", "-\n", "\u00ad", "é", "e\u0301", "–", "·", "7", "٣", "Kа", "ﬁ", "\xff", "\n", "“", "Ｂ", "👍", "`", "&", "&amp;", "&eacute;", "&#39;"})).Draw(t, "pieces")
		s := strings.Join(pieces, "")
		seen := See(s, always)
		last := 0
		for at := 0; at < len(seen.Text); {
			_, size := utf8.DecodeRuneInString(seen.Text[at:])
			start, end := seen.Back(at, at+size)
			if start < 0 || end > len(s) || start >= end || start < last || start < len(s) && !utf8.RuneStart(s[start]) && utf8.ValidString(s) {
				t.Fatalf("%q: byte %d of %q leads to %d–%d", s, at, seen.Text, start, end)
			}
			if again := See(s[start:end], always).Text; utf8.ValidString(s) && !strings.Contains(again, seen.Text[at:at+size]) && !strings.ContainsAny(seen.Text[at:at+size], "-.aK") {
				t.Fatalf("%q: %q leads to %q", s, seen.Text[at:at+size], s[start:end])
			}
			last, at = start, at+size
		}
	})
}

func FuzzSee(f *testing.F) {
	f.Add("Wozni-\nakowski\u00ad 07700·900\xff Kаtе")
	f.Fuzz(func(t *testing.T, s string) {
		seen := See(s, always)
		for at := range seen.Text {
			if start, end := seen.Back(at, len(seen.Text)); start < 0 || start > end || end > len(s) {
				t.Fatalf("byte %d leads to %d–%d of %d", at, start, end, len(s))
			}
		}
	})
}

func BenchmarkSee(b *testing.B) {
	text := strings.Repeat("Planned visit to the family at four; Chloë wasn’t there – we waited. ", 100)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		See(text, always)
	}
}
