package document_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/redact"
)

// preview gives the product's own words in a draft as a preview reads them, in
// order, without the kinds of line that are named.
func preview(t testing.TB, d document.Draft, w document.Words, without ...document.LineKind) (all []string) {
	t.Helper()
	lines, err := d.Lines(w)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if slices.Contains(without, line.Kind) {
			continue
		}
		for _, cell := range line.Cells {
			text := ""
			for _, s := range cell {
				text += s.Text
			}
			all = append(all, strings.Fields(text)...)
		}
	}
	return all
}

// bag gives the words of a text as they may stand in any file, sorted: without
// marks and numbers, which lines and pages bring along.
func bag(text string) []string {
	all := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\ufffd' })
	slices.Sort(all)
	return all
}

func TestFormats_are_told_apart(t *testing.T) {
	names, ends := map[string]bool{}, map[string]bool{}
	for _, f := range formats.All() {
		if names[f.Name] || ends[f.Extension] || f.Name == "" || f.Extension == "" || f.Write == nil || f.Read == nil {
			t.Errorf("%q, .%s", f.Name, f.Extension)
		}
		names[f.Name], ends[f.Extension] = true, true
		if got, ok := formats.Named(f.Name); !ok || got.Extension != f.Extension {
			t.Errorf("%q is .%s", f.Name, got.Extension)
		}
	}
	if _, ok := formats.Named("none"); ok {
		t.Error("a format without a name")
	}
}

// odd is a block that was added and that no format draws.
type odd struct{ document.Block }

func TestFormats_refuse_a_block_that_they_don_t_know(t *testing.T) {
	w := catalog(t, sampleWords)
	unknown := odd{document.Rule{}}
	for name, blocks := range map[string][]document.Block{
		"alone": {unknown}, "inside": {document.Together{Blocks: []document.Block{unknown}}, document.Rule{}},
	} {
		d := document.Draft{Title: document.Label("s.title"), Blocks: blocks}
		for _, f := range formats.All() {
			var b bytes.Buffer
			if err := f.Write(&b, document.Unapproved(d), w); fault.KindOf(err) != fault.Internal || err == nil || b.Len() > 0 {
				t.Errorf("%s, %s: %v with %d bytes", f.Name, name, err, b.Len())
			}
		}
		if _, err := d.Lines(w); fault.KindOf(err) != fault.Internal || err == nil {
			t.Errorf("preview, %s: %v", name, err)
		}
	}
}

// A few letters each, so that no word is broken at a line's end.
var shortWords = rapid.SliceOfN(rapid.StringMatching(`[a-zéłề]{1,5}|[А-я]{2,4}|漢|→`), 0, 40)

// What the preview shows is what stands in the file, in every format.
func TestFormats_hold_the_words_of_the_preview(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		more := map[string]string{}
		var phrases []document.Phrase
		for _, key := range []string{"t.a", "t.b", "t.c"} {
			more[key] = strings.Join(shortWords.Draw(r, key), " ")
			phrases = append(phrases, document.Label(key))
		}
		w, d := catalog(t, more), inEveryPlace(phrases)
		for _, f := range formats.All() {
			var b bytes.Buffer
			if err := f.Write(&b, approve(d), w); err != nil {
				r.Fatal(err)
			}
			c, err := f.Read(b.Bytes())
			if err != nil {
				r.Fatal(err)
			}
			var margins []document.LineKind
			if c.Margins != "" { // the feet of the pages are read apart
				margins = append(margins, document.FooterLine)
			}
			want := f.Shown(strings.Join(preview(t, d, w, margins...), " "))
			if diff := cmp.Diff(bag(want), bag(c.Text)); diff != "" {
				r.Fatalf("%s: %s", f.Name, diff)
			}
		}
	})
}

func TestDraft_Approve_case(t *testing.T) {
	one := approved(t, "we talked")
	p := document.Paragraph{Text: document.Part(0)}
	for name, c := range map[string]struct {
		blocks []document.Block
		texts  int
		want   bool
	}{
		"whole":             {[]document.Block{p}, 1, true},
		"twice":             {[]document.Block{p, p}, 1, true},
		"none":              {nil, 0, true},
		"in a table":        {[]document.Block{document.Table{Columns: make([]document.Column, 1), Rows: [][]document.Phrase{{document.Part(0)}}}}, 1, true},
		"under a heading":   {[]document.Block{document.Heading{Under: document.Part(0)}}, 1, true},
		"together":          {[]document.Block{document.Together{Blocks: []document.Block{p}}}, 1, true},
		"without a text":    {[]document.Block{p}, 0, false},
		"below the first":   {[]document.Block{document.Paragraph{Text: document.Part(-1)}}, 0, false},
		"without its place": {[]document.Block{p}, 2, false},
	} {
		d := document.Draft{Title: document.Label("document.signed"), Blocks: c.blocks}
		doc, err := d.Approve(slices.Repeat([]redact.Text{one}, c.texts))
		if (err == nil) != c.want || err != nil && fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
		if err == nil && c.texts > 0 && !strings.Contains(writeText(t, doc, catalog(t, nil)), "we talked") {
			t.Errorf("%s: the words are not in the file", name)
		}
	}
}
