package text

import (
	"slices"
	"strings"
	"testing"
)

func TestField_Find(t *testing.T) {
	cases := []struct {
		text, query string
		want        []string // what the text says where it was found
	}{
		{"The team met. the TEAM left", "team", []string{"team", "TEAM"}},
		{"café Cafe cafe\u0301s", "cafe", []string{"café", "Cafe", "cafe\u0301"}},
		{"cafe", "CAFÉ", []string{"cafe"}},
		{"don’t, don't", "don't", []string{"don’t", "don't"}},
		{"Straße", "strasse", []string{"Straße"}},
		{"Straße", "stras", nil},
		{"aaaa", "aa", []string{"aa", "aa"}},
		{"ﬁne office", "fine", []string{"ﬁne"}},
		{"ﬁne", "ine", nil},
		{"anything", "", nil},
		{"two\nrows", "two\nrows", []string{"two\nrows"}},
		{"नमस्ते", "नमस्ते", []string{"नमस्ते"}},
		{"👍🏽 ok", "OK", []string{"ok"}},
		{"a\xffb", "B", []string{"b"}},
	}
	for _, c := range cases {
		f, _ := newField(c.text, 100)
		var got []string
		for _, r := range f.Find(c.query) {
			got = append(got, f.Slice(r.From, r.To))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %q, want %q", c.query, c.text, got, c.want)
		}
	}
}

func TestField_CountWords(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "  \n ": 0, "one": 1, "don't stop – well-being, 10:40\nnaïve": 5, "- - ...": 0, "(yes)": 1,
	} {
		f, _ := newField(text, 100)
		if got := f.CountWords(); got != want {
			t.Errorf("%q has %d words, want %d", text, got, want)
		}
	}
}

func BenchmarkFind1MB(b *testing.B) {
	f, _ := newField(strings.Repeat("We met at the café and said nothing about it. ", 22_000), 400)
	for range b.N {
		if len(f.Find("CAFE")) != 22_000 {
			b.Fatal("not all found")
		}
	}
}
