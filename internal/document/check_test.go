package document

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCheck_case(t *testing.T) {
	for name, c := range map[string]struct {
		text, word string
		want       bool
	}{
		"plain":                {"I saw Aaliyah at home", "Aaliyah", true},
		"case":                 {"I saw AALIYAH", "aaliyah", true},
		"possessive":           {"Aaliyah’s mother", "Aaliyah", true},
		"inside a word":        {"we planned it", "Ann", false},
		"longer name":          {"Annabel came", "Ann", false},
		"digit before":         {"see 2Hartley", "Hartley", true},
		"digits after":         {"Hartley20 came", "Hartley", true},
		"coded space":          {"Rose%20Hartley", "Hartley", true},
		"letter and digit":     {"ward B2", "B", false},
		"number on a word":     {"tel07700900123", "07700 900123", true},
		"number in another":    {"127700900123", "7700900123", false},
		"diacritics in text":   {"Mrs Nguyễn rang", "Nguyen", true},
		"diacritics in word":   {"Mrs Nguyen rang", "Nguyễn", true},
		"decomposed":           {"Nguye\u0302\u0303n", "Nguyễn", true},
		"stroke":               {"Lukasz", "Łukasz", true},
		"sharp s":              {"Herr Strauss", "Strauß", true},
		"ligature":             {"Mr Griﬃn", "Griffin", true},
		"full width":           {"Ａａｌｉｙａｈ", "Aaliyah", true},
		"two words":            {"at 14 Corran Street when", "14 Corran Street", true},
		"two words, line end":  {"at 14 Corran\nStreet when", "14 Corran Street", true},
		"two words, spaces":    {"at 14  Corran\u00a0Street", "14 Corran Street", true},
		"two words, one":       {"at 14 CorranStreet", "14 Corran Street", true},
		"hyphen at line end":   {"I saw Aali-\nyah", "Aaliyah", true},
		"hyphen, indented":     {"I saw Aali-\n   yah", "Aaliyah", true},
		"hyphen":               {"I saw Aali-yah", "Aaliyah", true},
		"soft hyphen":          {"I saw Aali\u00adyah", "Aaliyah", true},
		"zero width":           {"I saw Aali\u200byah", "Aaliyah", true},
		"apostrophe":           {"Ms OBrien", "O'Brien", true},
		"other apostrophe":     {"Ms O’Brien", "O'Brien", true},
		"double name, one":     {"Smith-Jones came", "Smith", true},
		"phone regrouped":      {"ring 01632 960 118 now", "01632960118", true},
		"phone with dashes":    {"ring 01632-960118", "01632 960118", true},
		"longer number":        {"ref 101632960118", "01632960118", false},
		"reference":            {"ref CP48213.", "CP-48213", true},
		"e-mail":               {"to a.b@example.org today", "a.b@example.org", true},
		"long word broken":     {"write to someverylongn\nameindeed@x", "someverylongnameindeed", true},
		"short words apart":    {"we need a man here", "Aman", false},
		"short words, lines":   {"we need a\nman here", "Aman", false},
		"words around":         {"as her mother said", "Asher", false},
		"no letters":           {"what? -- so.", "--", false},
		"empty":                {"anything", "", false},
		"at the start":         {"Yusuf", "Yusuf", true},
		"before punctuation":   {"(Yusuf)", "Yusuf", true},
		"second place":         {"Yusufs and Yusuf", "Yusuf", true},
		"script without space": {"昨天李明来了", "李明", true},
		"Cyrillic":             {"с Наташей", "НАТАШЕЙ", true},
		"Arabic, marks":        {"مع مُحَمَّد اليوم", "محمد", true},
	} {
		got := Check(Contents{Text: c.text}, []string{c.word})
		if (len(got) == 1) != c.want {
			t.Errorf("%s: found %v, want %v", name, got, c.want)
		}
	}
}

func TestCheck_gives_indexes_from_every_place(t *testing.T) {
	c := Contents{Text: "Yusuf came", Margins: "for Ruth", Metadata: map[string]string{"object 3 /Title": "About Aaliyah"}}
	got := Check(c, []string{"Tomasz", "aaliyah", "Grace", "yusuf", "Yusuf", "Ruth"})
	if diff := cmp.Diff([]int{1, 3, 4, 5}, got); diff != "" {
		t.Error(diff)
	}
	if Check(c, nil) != nil || Check(Contents{}, []string{"Ruth"}) != nil {
		t.Error("nothing must be found in nothing")
	}
}

func TestContents_Bare_case(t *testing.T) {
	for name, c := range map[string]Contents{
		"metadata":   {Metadata: map[string]string{"object 1 /Author": "x"}},
		"attachment": {Attachments: 1}, "picture": {Images: 1}, "script": {Active: 1}, "glyph": {Unreadable: 1},
	} {
		if c.Bare() {
			t.Errorf("%s: counts as bare", name)
		}
	}
	if !(Contents{Text: "words", Margins: "1", Pages: 1, Metadata: map[string]string{}}).Bare() {
		t.Error("text alone is bare")
	}
}

var (
	anyWord  = rapid.StringMatching(`[a-zé]{3,12}`)
	anyJoint = rapid.SampledFrom([]string{" ", "\n", ", ", ". ", " – ", "\n\n", "\u00a0"})
)

func TestCheck_finds_what_was_planted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`[A-Z][a-złéçħŋəøđ]{2,10}( [A-Z][a-z]{2,8})?`).Draw(t, "name")
		before := rapid.SliceOfN(anyWord, 0, 6).Draw(t, "before")
		after := rapid.SliceOfN(anyWord, 0, 6).Draw(t, "after")
		joint := anyJoint.Draw(t, "joint")
		words := append(append(before, disguised(t, name)), after...)
		if got := Check(Contents{Text: strings.Join(words, joint)}, []string{name}); len(got) != 1 {
			t.Fatalf("%q not found in %q", name, words)
		}
	})
}

// disguised gives name as it may look in a file.
func disguised(t *rapid.T, name string) string {
	runes := []rune(name)
	cut := rapid.IntRange(1, len(runes)-1).Draw(t, "cut")
	hidden := rapid.SampledFrom([]string{"", "-\n", "\u00ad", "\u200b", "\u2060", "\ufeff", "-", "\u2010", "\u2011", "\u2013"}).Draw(t, "hidden")
	name = string(runes[:cut]) + hidden + string(runes[cut:])
	if rapid.Bool().Draw(t, "upper") {
		name = strings.ToUpper(name)
	}
	if rapid.Bool().Draw(t, "wide") {
		name = wide(name)
	}
	return strings.ReplaceAll(name, " ", rapid.SampledFrom([]string{" ", "\n", "  ", "\n   ", "\u00a0", "\u2009", "\u2007", "\u202f", "\u3000"}).Draw(t, "space"))
}

// wide gives the letters of ASCII in their full-width form.
func wide(name string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'z' {
			return r - '!' + 0xff01
		}
		return r
	}, name)
}

func TestCheck_finds_no_word_that_is_not_there(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-m]{1,9}`), 0, 12).Draw(t, "words")
		if got := Check(Contents{Text: strings.Join(words, anyJoint.Draw(t, "joint"))}, []string{"Zoltan"}); got != nil {
			t.Fatalf("found in %q", words)
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	c := Contents{Text: strings.Repeat("I stayed on a visit to Parent A at their home. ", 2000)}
	words := strings.Fields("Aaliyah Yusuf Tomasz Hussain Corran Oakfield Grace Leanne Mottram Kwame")
	b.SetBytes(int64(len(c.Text)))
	for b.Loop() {
		Check(c, words)
	}
}
