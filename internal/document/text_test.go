package document_test

import (
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"aftershift/internal/document"
	"aftershift/internal/document/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestWriteText_golden(t *testing.T) {
	got := writeText(t, sample(), catalog(t, sampleWords))
	const golden = "testdata/agenda.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// anything gives words of any characters for a few keys, and the phrases for
// them.
func anything(t *rapid.T) (map[string]string, []document.Phrase) {
	more, phrases := map[string]string{}, []document.Phrase{}
	for _, key := range []string{"t.a", "t.b", "t.c"} {
		raw := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-z -]{0,200}`), rapid.StringMatching(`[A-Za-z]{60,120}`)).Draw(t, key)
		more[key] = strings.ReplaceAll(raw, "%", "")
		phrases = append(phrases, document.Label(key))
	}
	return more, phrases
}

// everywhere puts phrases into every place of a document.
func everywhere(p []document.Phrase) document.Document { return approve(inEveryPlace(p)) }

func inEveryPlace(p []document.Phrase) document.Draft {
	return document.Draft{
		Title:  p[0],
		Header: []document.Field{{Name: p[1], Value: document.Value(p[2])}},
		Blocks: []document.Block{
			document.Heading{Level: 9, Text: p[0]},
			document.Heading{Text: p[1], Under: p[2]},
			document.Together{Blocks: []document.Block{document.Paragraph{Text: document.Join(p...)}, document.Heading{Text: p[0]}}},
			document.List{Items: []document.Item{{Text: p[1], Under: p}, {}}},
			document.Table{Columns: []document.Column{{Head: p[0]}, {Head: p[1], Weight: 3}}, Rows: [][]document.Phrase{p[1:], {}}},
			document.Table{},
			document.Rule{},
			document.Rule{Room: true},
			document.Signatures{Places: []document.Signature{{Role: p[2], Name: document.Value(p[1])}}},
			document.Heading{Text: p[1]},
		},
		Footer: p[2],
	}
}

func TestWriteText_any_words_in_lines_of_78(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		more, phrases := anything(r)
		got := writeText(t, everywhere(phrases), catalog(t, more))
		for line := range strings.Lines(got) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasSuffix(line, " ") || ascii(line) && len(line) > text.Columns || !utf8.ValidString(line) {
				r.Fatalf("line %q", line)
			}
		}
	})
}

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 126 }) < 0
}

func TestWriteText_wide_characters_count_two(t *testing.T) {
	w := catalog(t, map[string]string{"t.wide": strings.Repeat("漢", 80)})
	for line := range strings.Lines(writeText(t, approve(document.Draft{Title: document.Label("t.wide")}), w)) {
		if n := strings.Count(line, "漢"); n > text.Columns/2 {
			t.Errorf("%d wide characters in a line", n)
		}
	}
}

func TestWriteText_refuses_and_passes_on_errors(t *testing.T) {
	refusesAndPassesOn(t, text.Write)
}

var errFull = errors.New("no space")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }
func (fullDisk) Read([]byte) (int, error)  { return 0, errFull }

func TestReadText_gives_text_to_check(t *testing.T) {
	c, err := text.Read(strings.NewReader(writeText(t, sample(), catalog(t, sampleWords))))
	if err != nil {
		t.Fatal(err)
	}
	if got := document.Check(c, []string{"Aaliyah", "Łukasz", "modified client"}); len(got) != 2 || !c.Bare() {
		t.Errorf("found %v, bare %v", got, c.Bare())
	}
	if _, err := text.Read(fullDisk{}); !errors.Is(err, errFull) {
		t.Errorf("%v", err)
	}
}

func BenchmarkWriteText(b *testing.B) {
	w, d := catalog(b, sampleWords), longer(4)
	for b.Loop() {
		writeText(b, d, w)
	}
}
