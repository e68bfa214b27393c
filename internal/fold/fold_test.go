package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"aftershift/internal/trial"
)

func TestString_makes_words_comparable(t *testing.T) {
	trial.Each(t, func(in string) string { return String(in, Find) }, map[string]string{
		"Chloë":            "chloe",
		"ŁUKASZ":           "lukasz",
		"Siobhán O’Brien":  "siobhan o'brien",
		"Ngũgĩ":            "ngugi",
		"Straße":           "strasse",
		"co\u00adoperate":  "cooperate",
		"e\u0301":          "e",
		"07700\u00a0900":   "07700 900",
		"well‑being":       "well-being",
		"plain ASCII Text": "plain ascii text",
		"\xff":             "\ufffd",
	})
}

// The letters that three tables once folded differently.
func TestString_folds_letters_alike_at_every_strength(t *testing.T) {
	for in, want := range map[string]string{"Għawdex": "ghawdex", "Ŋoro": "noro", "Əliyev": "aliyev", "İpek": "ipek", "Ɗanjuma": "danjuma", "Æthel": "aethel"} {
		for _, at := range []Strength{Compare, Find} {
			if got := String(in, at); got != want {
				t.Errorf("String(%q, %d) = %q, want %q", in, at, got, want)
			}
		}
	}
}

func TestString_keeps_scripts_apart(t *testing.T) {
	for _, at := range []Strength{Compare, Find} {
		if String("Анна", at) == String("Anna", at) || String("Сара", at) == String("Capa", at) {
			t.Errorf("strength %d takes Cyrillic for Latin", at)
		}
	}
}

func TestMap_agrees_with_String_and_points_into_the_text(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "text")
		folded, offsets := Map(s)
		if folded != String(s, Find) && utf8.ValidString(s) {
			t.Fatalf("Map %q, String %q", folded, String(s, Find))
		}
		if len(offsets) != len(folded)+1 || offsets[len(folded)] != len(s) {
			t.Fatalf("%d offsets for %d bytes", len(offsets), len(folded))
		}
		for i := 1; i < len(offsets); i++ {
			if offsets[i] < offsets[i-1] {
				t.Fatal("offsets go back")
			}
		}
	})
}

func TestAppendLine_is_String_on_one_line(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[A-Z \t\n\r\v\fa-z]*`)).Draw(t, "text")
		want := "before " + strings.Join(strings.Fields(String(s, Find)), " ")
		if got := string(AppendLine([]byte("before "), s)); got != want {
			t.Fatalf("AppendLine(%q) = %q, want %q", s, got, want)
		}
	})
}

func FuzzString(f *testing.F) {
	f.Add("Chloë O’Brien\xff")
	f.Fuzz(func(t *testing.T, s string) {
		if once := String(s, Find); String(once, Find) != once {
			t.Errorf("folding twice changes %q", s)
		}
	})
}

func BenchmarkString(b *testing.B) {
	text := "Planned visit to the family at four; Chloë answered and stayed in the doorway. "
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		String(text, Find)
	}
}
