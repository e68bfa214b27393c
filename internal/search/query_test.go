package search

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestQuery_matches(t *testing.T) {
	for _, c := range []struct {
		name, typed, text string
		want              bool
	}{
		{"beginning of a word", "visit", "Two visits today", true},
		{"inside a word", "sit", "Two visits today", false},
		{"inside, then at a beginning", "sit", "Two visits, a sitting", true},
		{"every word must stand", "two tomorrow", "Two visits today", false},
		{"in any order", "today two", "Two visits today", true},
		{"case", "VISIT", "two visits", true},
		{"diacritics in the text", "chloe", "Chloë came", true},
		{"diacritics in the query", "Chloë", "chloe came", true},
		{"combining diacritics", "chloe", "Chloe\u0308 came", true},
		{"letter that does not decompose", "lukasz", "Łukasz came", true},
		{"sharp s", "strasse", "in der Straße", true},
		{"typographic apostrophe", "don't", "I don’t know", true},
		{"part after an apostrophe", "brien", "Mr O’Brien", true},
		{"part after a hyphen", "being", "well-being", true},
		{"part after an underscore", "being", "well_being", true},
		{"digits are words", "07", "call 07700", true},
		{"digits inside a number", "77", "call 07700", false},
		{"vowel sign inside a word", "त", "कात", false},
		{"phrase", `"she left"`, "then she left.", true},
		{"phrase in another order", `"left she"`, "then she left.", false},
		{"phrase ends with a word", `"she lef"`, "then she left.", false},
		{"phrase begins with a word", `"he left"`, "then she left.", false},
		{"phrase of one word is whole", `"visit"`, "two visits", false},
		{"phrase without end is still typed", `"she lef`, "then she left.", true},
		{"phrase across a line break", `"she left"`, "then she\n  left.", true},
		{"phrase with wide spaces", "\" she \t left \"", "then she left.", true},
		{"phrase with typographic quotes", "“she left”", "then she left.", true},
		{"phrase and word", `"she left" then`, "then she left.", true},
		{"phrase and absent word", `"she left" now`, "then she left.", false},
		{"two phrases", `"she left" "then she"`, "then she left.", true},
		{"punctuation around a word", "(left),", "then she left.", true},
		{"wildcards are no syntax", "lef*", "then she left.", true},
		{"FTS operators are words", "she OR nobody", "then she left.", false},
		{"FTS column filter is a word", "note:left", "then she left.", false},
		{"SQL is words", "left'; DROP TABLE entry;--", "then she left.", false},
		{"SQL wildcard alone", "%", "then she left.", false},
		{"backslash alone", `\`, "then she left.", false},
		{"only quotes", `""""`, "then she left.", false},
		{"nothing", " ", "then she left.", false},
		{"empty text", "left", "", false},
		{"phrase ends with a stroke", `"left,"`, "she left,then came", true},
		{"phrase begins with a stroke", `"-being"`, "well-being", true},
		{"hyphen or none in the query", "wellbeing", "his well-being", true},
		{"hyphen or none in the text", "well-being", "his wellbeing", true},
		{"hyphen in both", "well-bei", "his well‑being", true},
		{"several hyphens", "motherinlaw", "her mother-in-law", true},
		{"part in the middle", "law", "her mother-in-law", true},
		{"apostrophe or none in the query", "dont", "I don’t know", true},
		{"apostrophe or none in the text", "don't", "I dont know", true},
		{"phrase over an apostrophe", `"i dont know"`, "I don’t know", true},
		{"name with an apostrophe", "obrien", "Mr O’Brien", true},
		{"phrase over a hyphen", `"his wellbeing"`, "his well-being", true},
		{"phrase up to a hyphen", `"his well"`, "his well-being", true},
		{"phrase with a hyphen", `"his well-being"`, "his wellbeing", true},
		{"phrase with a hyphen elsewhere", `"her well-being"`, "his wellbeing, her", false},
		{"a range of figures is no word", "35", "from 3-5", false},
		{"range of figures", "3-5", "from 3–5 pm", true},
		{"em dash is no hyphen", `"he left"`, "the door—he left", true},
		{"words at an em dash", "doorhe", "the door—he left", false},
		{"final sigma", "ΟΔΥΣΣΕΥΣ", "ο Οδυσσεύς", true},
		{"final sigma within a word", "οδυσσευς", "ΟΔΥΣΣΕΥΣΑ", true},
		{"per cent", "50%", "50% of it", true},
		{"per cent is looked for", "50%", "50 of it", false},
		{"pound", "£40", "owed £40, no more", true},
		{"pound is looked for", "£40", "owed 40", false},
		{"hash", "#12", "room #12", true},
		{"slash", "24/7", "on call 24/7", true},
		{"emoji", "🙂", "all fine 🙂", true},
		{"emoji is looked for", "🙂", "all fine", false},
		{"kept out", "left -gone", "she left, gone", false},
		{"kept out and absent", "left -gone", "she left", true},
		{"only kept out", "-gone", "she left", true},
		{"phrase kept out", `-"she left"`, "then she left", false},
		{"phrase kept out and absent", `-"left she"`, "then she left", true},
		{"hyphen alone keeps nothing out", "- left", "she left", true},
		{"emoji phrase", `"🙂"`, "all fine 🙂 now", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			texts := &Texts{}
			texts.Put(entryOf(1, c.text), nil)
			got := len(find(texts, c.typed, 1)) == 1
			if got != c.want {
				t.Errorf("%q in %q: %v, want %v", c.typed, c.text, got, c.want)
			}
		})
	}
}

func TestParse_nothing_to_look_for(t *testing.T) {
	for _, typed := range []string{"", " \t\n", `"`, `""`, `" "`, "…", "--", "*", "()", "\xff\xfe", "\x00"} {
		if !Parse(typed, About{}).Empty() {
			t.Errorf("Parse(%q) looks for %+v", typed, Parse(typed, About{}).terms)
		}
	}
	if !(Query{}).Empty() || Parse("a", About{}).Empty() {
		t.Error("only the zero query and blanks are empty")
	}
}

func TestParse_bounds_a_pasted_page(t *testing.T) {
	q := Parse(strings.Repeat("word ", 10_000)+strings.Repeat(`"a phrase" `, 10_000), About{})
	if len(q.terms) != maxTerms {
		t.Errorf("%d terms, want %d", len(q.terms), maxTerms)
	}
}

func TestParse_any_input_gives_terms_that_find_themselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkParse(t, rapid.OneOf(rapid.String(), rapid.StringMatching(`([a-c"“” é*'-]|\x{ff})*`)).Draw(t, "typed"))
	})
}

// checkParse checks what holds for any query: its terms are folded, on one
// line, and each is found where it stands alone.
func checkParse(t interface {
	Helper()
	Errorf(string, ...any)
}, typed string,
) {
	t.Helper()
	for _, term := range Parse(typed, About{}).terms {
		if term.text == "" || term.text != strings.Join(strings.Fields(term.text), " ") || strings.Contains(term.text, `"`) {
			t.Errorf("Parse(%q) has the term %q", typed, term.text)
		}
		if term.find(term.text, 0) != 0 || term.find("", 0) != -1 {
			t.Errorf("the term %q does not find itself", term.text)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, typed := range []string{"visit", `"she left" now`, `"open`, "\xff\"\xff", "’“”", "Straße ½ ﬁ", "'; DROP TABLE x;--"} {
		f.Add(typed, "then she left for a visit")
	}
	f.Fuzz(func(t *testing.T, typed, text string) {
		checkParse(t, typed)
		checkExcerpt(t, text, typed, 40)
	})
}
