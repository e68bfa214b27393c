package redact

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/pseudonym"
)

func TestEngine_Mask_mistyped_number_is_masked_all_the_same(t *testing.T) {
	for _, text := range []string{"NHS 943 476 5918 on file", "her IBAN GB82 WEST 1234 5698 7654 33 is"} {
		if got, spans := engineOnce().Mask(text, Options{}); len(spans) == 0 || strings.Contains(got, "5918") || strings.Contains(got, "5698") {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestEngine_Scan_name_spreads_to_every_part(t *testing.T) {
	parts := []Part{{Key: "title", Text: "about tamsinette"}, {Key: "body", Text: "I met Tamsinette there. It was late."}}
	seen := map[int]bool{}
	for _, f := range engineOnce().Scan(parts, Options{}).Findings() {
		if strings.EqualFold(parts[f.Part].Text[f.Start:f.End], "tamsinette") {
			seen[f.Part] = true
		}
	}
	if !seen[0] || !seen[1] {
		t.Errorf("found in %v, want both parts", seen)
	}
}

func TestEngine_Scan_register_and_known(t *testing.T) {
	e := engineOnce()
	for _, c := range []struct {
		text, want string
		options    Options
		certain    bool
	}{
		{"Then Grace rang.", "Grace", Options{Register: []Person{{Forms: []string{"Grace Linley"}}}}, true},
		{"she missed it without grace again", "grace", Options{Register: []Person{{Forms: []string{"Grace"}}}}, false},
		{"sat with zorbley again", "zorbley", Options{Known: []string{"Zorbley"}}, true},
		{"sat with ann-marie\nquux again", "ann-marie\nquux", Options{Register: []Person{{Forms: []string{"Ann-Marie Quux"}}}}, true},
	} {
		found := false
		for _, f := range e.Scan([]Part{{Text: c.text}}, c.options).Findings() {
			if c.text[f.Start:f.End] == c.want {
				found = true
				if f.Certain != c.certain {
					t.Errorf("%q: certain is %v", c.text, f.Certain)
				}
			}
		}
		if !found && c.certain {
			t.Errorf("%q: %q not found", c.text, c.want)
		}
	}
}

func TestEngine_Scan_common_word_of_register_is_never_certain_in_lower_case(t *testing.T) {
	o := Options{Register: []Person{{Forms: []string{"Pat Hope"}}}}
	for _, f := range engineOnce().Scan([]Part{{Text: "I hope to pat the dog."}}, o).Findings() {
		if f.Certain {
			t.Errorf("finding %+v is certain", f)
		}
	}
}

func TestEngine_Mask_style(t *testing.T) {
	register := []Person{
		{Forms: []string{"Shirin Begum"}, Role: "parent"},
		{Forms: []string{"Rumana"}, Relation: "daughter of Shirin Begum"},
		{Forms: []string{"Iqbal"}, Relation: "father of Shirin Begum"},
		{Forms: []string{"Tash"}, Role: "worker", Code: "Worker T"},
	}
	text := "Rumana, 9, and Shirin met Tash on 3 March 2024. Then Iqbal rang from Stockport."
	for _, c := range []struct {
		style Style
		want  string
	}{
		{pseudonym.Pseudonym, "Dalwen, of primary-school age, and Avrin met Worker T on a day in early March. Then Cendry rang from a town or area."},
		{pseudonym.Role, "Child A, of primary-school age, and Parent A met Worker T on a day in early March. Then Grandparent A rang from a town or area."},
		{pseudonym.Generic, "A child, of primary-school age, and a parent met a worker on day 1. Then a grandparent rang from a town or area."},
		{pseudonym.Block, "[name], [age], and [name] met [name] on [date]. Then [name] rang from [place]."},
	} {
		got, _ := engineOnce().Mask(text, Options{Register: register, Style: c.style})
		if c.style == pseudonym.Pseudonym {
			if strings.Contains(got, "Rumana") || !strings.Contains(got, "Worker T") {
				t.Errorf("pseudonym: %q", got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.style, got, c.want)
		}
	}
}

func TestEngine_Mask_dates_keep_their_order(t *testing.T) {
	got, _ := engineOnce().Mask("Seen on 3 March, again on 5 March and on 28 March.", Options{Style: pseudonym.Generic})
	if want := "Seen on day 1, again on day 3 and on day 26."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEngine_Scan_hints_at_rare_stories(t *testing.T) {
	r := engineOnce().Scan([]Part{{Text: "The twins were at the inquest in Stockport, the only Somali family there, with the mayor."}}, Options{})
	kinds := map[string]bool{}
	for _, h := range r.Hints() {
		kinds[h.Kind] = true
		if h.Reason == "" || h.Start >= h.End {
			t.Errorf("hint %+v", h)
		}
	}
	for _, want := range []string{"family", "event", "small", "post"} {
		if !kinds[want] {
			t.Errorf("no hint of kind %s in %v", want, kinds)
		}
	}
}

func TestEngine_Scan_hints_take_the_whole_phrase(t *testing.T) {
	for text, want := range map[string]string{
		"They were the only Somali family there.": "the only Somali family", "She is the town's vet now.": "the town's vet",
		"I met the twins.": "the twins", "He is the vet in the village.": "the vet", "The Somali family moved.": "The Somali family",
		"They won the lottery that year.": "won the lottery", "It is one of three.": "one of three", "The vet saw the dog.": "", "Only he came.": "",
	} {
		hints := engineOnce().Scan([]Part{{Text: text}}, Options{}).Hints()
		got := ""
		if len(hints) > 0 {
			got = text[hints[0].Start:hints[0].End]
		}
		if got != want || len(hints) > 1 {
			t.Errorf("%q: %q in %+v, want %q", text, got, hints, want)
		}
	}
}

func TestEngine_Scan_hints_at_what_others_have_read(t *testing.T) {
	for text, want := range map[string]int{
		"It was on the news that week.": 1, "He read it in the local paper.": 1, "A judge in Stockport took her in.": 1,
		"There was good news about the flat.": 0, "I put it on paper.": 0, "A judge took her in.": 0,
	} {
		if got := engineOnce().Scan([]Part{{Text: text}}, Options{}).Hints(); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

var notesOnce = sync.OnceValue(func() []note {
	raw, err := os.ReadFile("testdata/notes.txt")
	if err != nil {
		panic(err)
	}
	return readNotes(string(raw))
})

// note is an invented text with what names somebody in it.
type note struct {
	name, text string
	marks      []naming
}

type naming struct {
	kind       string
	start, end int
}

// titleBefore is a title or an article that may stay before a name.
var titleBefore = regexp.MustCompile(`^(?i:(the|mr|mrs|ms|miss|dr|sr|pc|aunty|baby)\.? )+`)

var markup = regexp.MustCompile(`\[([PLODTEUIAN]):([^\]]*)\]`)

func readNotes(raw string) []note {
	var out []note
	for _, block := range strings.Split(raw, "\n== ")[1:] {
		name, body, _ := strings.Cut(block, "\n")
		n := note{name: name}
		at := 0
		for _, m := range markup.FindAllStringSubmatchIndex(body, -1) {
			n.text += body[at:m[0]]
			title := len(titleBefore.FindString(body[m[4]:m[5]]))
			n.marks = append(n.marks, naming{body[m[2]:m[3]], len(n.text) + title, len(n.text) + m[5] - m[4]})
			n.text += body[m[4]:m[5]]
			at = m[1]
		}
		n.text += body[at:]
		out = append(out, n)
	}
	return out
}

// TestEngine_Mask_invented_notes keeps the engine from getting worse: of what
// names somebody directly, at least 96 in a hundred must go, without taking more
// than four words in a hundred of the rest.
func TestEngine_Mask_invented_notes(t *testing.T) {
	want, got, words, over := 0, 0, 0, 0
	for _, n := range notesOnce() {
		hidden := make([]bool, len(n.text))
		for _, f := range engineOnce().Scan([]Part{{Text: n.text}}, Options{}).Findings() {
			for i := f.Start; f.Confidence >= MaskAt && i < f.End; i++ {
				hidden[i] = true
			}
		}
		gold := make([]bool, len(n.text))
		for _, m := range n.marks {
			for i := m.start; i < m.end; i++ {
				gold[i] = true
			}
			if strings.Contains("PLTEI", m.kind) {
				want++
				if covered(n.text, hidden, m.start, m.end) {
					got++
				}
			}
		}
		w, o := overRedacted(n.text, hidden, gold)
		words, over = words+w, over+o
	}
	if recall := float64(got) / float64(want); recall < 0.96 {
		t.Errorf("recall of direct identifiers %.3f, want 0.96", recall)
	}
	if share := float64(over) / float64(words); share > 0.04 {
		t.Errorf("over-redaction %.3f, want 0.04 at most", share)
	}
}

func covered(text string, hidden []bool, start, end int) bool {
	for i := start; i < end; i++ {
		if r, _ := utf8.DecodeRuneInString(text[i:]); lex.WordRune(r) && !hidden[i] {
			return false
		}
	}
	return true
}

func overRedacted(text string, hidden, gold []bool) (words, over int) {
	for _, m := range regexp.MustCompile(`\S+`).FindAllStringIndex(text, -1) {
		taken, named, letters := false, false, false
		for i := m[0]; i < m[1]; i++ {
			r, _ := utf8.DecodeRuneInString(text[i:])
			letters = letters || lex.WordRune(r)
			taken = taken || hidden[i] && lex.WordRune(r)
			named = named || gold[i]
		}
		if letters && !named {
			words++
			if taken {
				over++
			}
		}
	}
	return words, over
}

func TestEngine_Mask_leaves_no_masked_name(t *testing.T) {
	for _, n := range notesOnce() {
		out, spans := engineOnce().Mask(n.text, Options{})
		runes := []rune(n.text)
		for _, s := range spans {
			name := string(runes[s.Start:s.End])
			plain := engineOnce().lists.Marks(lex.Fold(name))&(lex.MarkDict|lex.MarkFunction) != 0
			if s.Type != TypePerson && s.Type != TypeEmail && s.Type != TypePhone || plain || len(name) < 3 {
				continue
			}
			if at := lex.Occurrences(out, name); len(at) > 0 {
				t.Errorf("%s: %q still stands in\n%s", n.name, name, out)
			}
		}
	}
}

var words = []string{
	"Grace", "grace", "Will", "will", "Mrs", "Okafor", "rang", "the", "3", "March", "2024", "0161", "496", "0288", "St", "Anne's", "at", "(8)", ",", ".", "\n", "@kez_x",
	"a@b.co", "NHS", "943", "476", "5919", "AWAT", "KARIM", "Flat", "14", "\xff", "é", "O'Neill", "Smith-Jones", "J.M.", "7/10", "in", "Stockport", "SK3", "9QT", "twins", ":", "-", "Ní", "'s", "…", "👍",
}

func TestEngine_Scan_spans_are_sound(t *testing.T) {
	e := engineOnce()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "gap"))
		soundSpans(t, e, text)
	})
}

type fataler interface{ Fatalf(string, ...any) }

func soundSpans(t fataler, e *Engine, text string) {
	r := e.Scan([]Part{{Text: text}, {Text: ""}, {Text: text}}, Options{Register: []Person{{Forms: []string{"Grace Okafor"}}}})
	last := map[int]int{}
	for _, f := range r.Findings() {
		if f.Start < last[f.Part] || f.Start >= f.End || f.End > len(text) {
			t.Fatalf("span %d–%d of part %d is out of order or range", f.Start, f.End, f.Part)
		}
		if utf8.ValidString(text) && !lex.ValidSpan(text, f.Start, f.End) {
			t.Fatalf("span %d–%d cuts a letter", f.Start, f.End)
		}
		if f.Certain != (f.Confidence >= CertainAt) || f.Reason == "" || f.Replacement == "" {
			t.Fatalf("finding %+v lacks something", f)
		}
		last[f.Part] = f.End
	}
	joined := ""
	for _, s := range r.Preview(0) {
		joined += s.Text
	}
	if joined != text {
		t.Fatalf("preview lost text")
	}
}

func FuzzEngine_Scan(f *testing.F) {
	for _, n := range notesOnce() {
		f.Add(n.text)
	}
	f.Add("\xff\xfe 1 2 3")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		soundSpans(t, engineOnce(), text)
	})
}

func TestEngine_Scan_large_inputs_are_not_quadratic(t *testing.T) {
	for _, unit := range []string{"a", "A ", "1", "1 2 ", "Anna Maria ", "1/2-", "J.", "@", "St ", "of the ", "(8), ", "the corner of ", "Flat 1 ", "x@y.", "12 mar ", "Mrs Xia Y. ", "1-", "A. ", "one road comma ", "on Xyz and ", "Anna the Miller ", "#1-"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		for _, style := range []Style{pseudonym.Pseudonym, pseudonym.Generic} {
			if got, _ := engineOnce().Mask(text, Options{Style: style}); got == "" {
				t.Error("nothing came back")
			}
		}
	}
}

func BenchmarkEngine_Mask(b *testing.B) {
	var text strings.Builder
	for _, n := range notesOnce() {
		text.WriteString(n.text + "\n")
	}
	count := len(strings.Fields(text.String()))
	b.ReportAllocs()
	for b.Loop() {
		engineOnce().Mask(text.String(), Options{})
	}
	b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLoadLists(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadLists(os.DirFS("../../assets/lists")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEngine_Mask_megabyte(b *testing.B) {
	for _, unit := range []string{"1 2 ", "Anna Maria ", "1/2-", "J.", "@", "AB12 ", "12 mar ", "0161 4", "Grace ", "the corner of ", "(8), ", "St ", "a.b "} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		b.Run(fmt.Sprintf("%q", unit), func(b *testing.B) {
			for b.Loop() {
				engineOnce().Mask(text, Options{})
			}
		})
	}
}
