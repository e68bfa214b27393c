package document_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/document/pdf"
	"aftershift/internal/document/pdfread"
	"aftershift/internal/fault"
)

func readPDF(t testing.TB, file []byte) document.Contents {
	t.Helper()
	c, err := pdfread.Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// poppler runs one of poppler's programs on file and gives what it prints.
func poppler(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s (package poppler-utils): %v\n%s", program, err, out)
	}
	return string(out)
}

func TestWritePDF_reads_back_as_pdftotext_reads_it(t *testing.T) {
	w := catalog(t, sampleWords)
	for name, d := range map[string]document.Document{"one page": sample(), "many pages": longer(3)} {
		file := writePDF(t, d, w)
		c := readPDF(t, file)
		got, want := strings.Fields(c.Text+c.Margins), strings.Fields(poppler(t, file, "pdftotext", "-raw", "FILE", "-"))
		if name != "one page" { // elsewhere the feet stand between the pages' texts
			slices.Sort(got)
			slices.Sort(want)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWritePDF_holds_the_same_words_as_text(t *testing.T) {
	w := catalog(t, sampleWords)
	c := readPDF(t, writePDF(t, sample(), w))
	for _, word := range preview(t, drafted(), w) {
		if !strings.Contains(c.Text+c.Margins, word) {
			t.Errorf("%q is not in the file", word)
		}
	}
}

func TestWritePDF_text_runs_on_over_page_ends(t *testing.T) {
	const mark = "Ilona Featherstonehaugh"
	w := catalog(t, map[string]string{"t.long": strings.Repeat(mark+" ", 1500)})
	c := readPDF(t, writePDF(t, approve(document.Draft{Title: document.Label("document.signed"), Blocks: []document.Block{
		document.Paragraph{Text: document.Label("t.long")},
	}}), w))
	body := strings.Join(strings.Fields(strings.TrimPrefix(c.Text, "Signed")), " ")
	if want := strings.TrimSpace(strings.Repeat(mark+" ", 1500)); body != want || c.Pages < 4 {
		t.Errorf("%d pages; the body is torn apart", c.Pages)
	}
}

const structure = `Document
  H1 (block)
    "Supervision agenda"
  Table (block)
    TR
      TH:
         /Scope /Row
        "When"
      TD
        "Thursday 26 November 2026 · 10:00"`

func TestWritePDF_tags_text_by_what_it_is(t *testing.T) {
	file := writePDF(t, sample(), catalog(t, sampleWords))
	tree := poppler(t, file, "pdfinfo", "-struct-text", "FILE")
	if !strings.HasPrefix(tree, structure) {
		t.Errorf("structure begins with\n%.400s", tree)
	}
	for tag, want := range map[string]int{"H1": 1, "H2": 2, "H3": 1, "H4": 1, "L": 2, "LI": 4, "Lbl": 4, "LBody": 4, "Table": 2, "TR": 6, "TH": 6, "TD": 9} {
		if got := countTag(tree, tag); got != want {
			t.Errorf("%d of %s, want %d", got, tag, want)
		}
	}
	if !strings.Contains(tree, `"Colleague B from a school rang about Child A, and I said nothing about the chronology in the meeting in early March."`) {
		t.Error("a paragraph of two lines doesn't read as one")
	}
}

func countTag(tree, tag string) int {
	n := 0
	for line := range strings.Lines(tree) {
		word, _, _ := strings.Cut(strings.TrimSpace(line), " ")
		if strings.TrimSuffix(word, ":") == tag {
			n++
		}
	}
	return n
}

func TestWritePDF_tells_nothing_beside_its_text(t *testing.T) {
	file := writePDF(t, longer(2), catalog(t, sampleWords))
	if c := readPDF(t, file); !c.Bare() {
		t.Errorf("metadata %v, %+v", c.Metadata, c)
	}
	info := poppler(t, file, "pdfinfo", "FILE")
	for _, word := range []string{"Title", "Author", "Creator", "Producer", "CreationDate", "ModDate"} {
		if strings.Contains(info, word+":") {
			t.Errorf("pdfinfo shows %s", word)
		}
	}
	if bytes.Contains(file, []byte("DejaVu")) || bytes.Contains(file, []byte("dejavu")) {
		t.Error("the signs' typeface is in a file without signs")
	}
	for _, word := range []string{"FPDF", "/Info", "/CreationDate", "/ID", "EmbeddedFiles"} {
		if bytes.Contains(file, []byte(word)) {
			t.Errorf("file holds %s", word)
		}
	}
	if !strings.Contains(info, "Tagged:          yes") || !bytes.Contains(file, []byte("/Lang(en)")) {
		t.Error("not tagged, or without a language")
	}
}

func TestWritePDF_same_bytes_each_time_also_at_once(t *testing.T) {
	w, d := catalog(t, sampleWords), longer(2)
	want := writePDF(t, d, w)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var b bytes.Buffer
			if err := pdf.Write(&b, d, w); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("other bytes, error %v", err)
			}
		})
	}
	group.Wait()
}

func TestWritePDF_paper_and_language(t *testing.T) {
	for _, c := range []struct{ paper, language, size, lang string }{
		{"a4", "en-GB", "595.28 x 841.89", "(en-GB)"},
		{"letter", "en-US", "612 x 792", "(en-US)"},
		{"", "a) /Evil (b", "595.28 x 841.89", "(en)"},
	} {
		w := spoken{catalog(t, sampleWords), map[string]string{"document.paper": c.paper, "document.language": c.language}}
		file := writePDF(t, sample(), w)
		if info := poppler(t, file, "pdfinfo", "FILE"); !strings.Contains(info, c.size) || !bytes.Contains(file, []byte("/Lang"+c.lang)) {
			t.Errorf("%+v: %s", c, info)
		}
	}
}

// Word processors and browsers are told of paper and language as well.
func TestFormats_say_paper_and_language(t *testing.T) {
	for paper, wide := range map[string]string{"a4": `w:w="11906" w:h="16838"`, "letter": `w:w="12240" w:h="15840"`} {
		w := spoken{catalog(t, sampleWords), map[string]string{"document.paper": paper, "document.language": "en-AU"}}
		var file, page bytes.Buffer
		if err := errors.Join(formats.DOCX.Write(&file, sample(), w), formats.HTML.Write(&page, sample(), w)); err != nil {
			t.Fatal(err)
		}
		if all := unzipped(t, file.Bytes()); !strings.Contains(all, wide) || !strings.Contains(all, `w:lang w:val="en-AU"`) || strings.Contains(all, "%!") {
			t.Errorf("%s: the word processor is not told so", paper)
		}
		if !strings.Contains(page.String(), `<html lang="en-AU">`) {
			t.Errorf("the page begins %.60s", page.String())
		}
	}
}

// zippart is a file in a zip file.
type zippart struct{ name, text string }

func zipped(t testing.TB, file []byte) (all []zippart) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, zippart{f.Name, string(text)})
	}
	return all
}

// unzipped gives all parts of a zip file.
func unzipped(t *testing.T, file []byte) (all string) {
	t.Helper()
	for _, p := range zipped(t, file) {
		all += p.text
	}
	return all
}

// spoken are words of which some are said otherwise.
type spoken struct {
	document.Words
	says map[string]string
}

func (s spoken) Has(key string) bool { return s.says[key] != "" || s.Words.Has(key) }

func (s spoken) T(key string, args ...any) string {
	if said := s.says[key]; said != "" {
		return said
	}
	return s.Words.T(key, args...)
}

func TestWritePDF_every_page_says_what_it_is(t *testing.T) {
	c := readPDF(t, writePDF(t, longer(3), catalog(t, sampleWords)))
	if got := strings.Count(c.Margins, "Reflective note with modified client details. Not a case record."); got != c.Pages || c.Pages < 3 {
		t.Errorf("%d of %d pages", got, c.Pages)
	}
	if !strings.Contains(c.Margins, "Page 1 of ") {
		t.Error("page numbers missing")
	}
}

// Words at the foot that take many lines stand on the page, and clear of the text above
// them, whatever line feeds are in them.
func TestWritePDF_a_long_foot_stands_on_the_page(t *testing.T) {
	w := catalog(t, map[string]string{"t.foot": strings.Repeat("FOOT\n", 40), "t.long": strings.Repeat("some words and more ", 900)})
	file := writePDF(t, approve(document.Draft{
		Title: document.Label("document.signed"), Blocks: []document.Block{document.Paragraph{Text: document.Label("t.long")}}, Footer: document.Label("t.foot"),
	}), w)
	const edge = 841.89
	body, foot, feet := 0.0, edge, 0
	for _, at := range regexp.MustCompile(`yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">(\w+)<`).FindAllStringSubmatch(poppler(t, file, "pdftotext", "-bbox", "FILE", "-"), -1) {
		upper, lower := number(t, at[1]), number(t, at[2])
		if at[3] == "FOOT" {
			foot, feet = min(foot, upper), feet+1
			if lower > edge-20 {
				t.Fatalf("a line of the foot ends at %v of %v", lower, edge)
			}
		} else if strings.Contains("some words and more", at[3]) {
			body = max(body, lower)
		}
	}
	if pages := readPDF(t, file).Pages; feet != 40*pages || pages < 2 || foot-body < 8 {
		t.Errorf("%d words at the feet of %d pages, %v below the text", feet, pages, foot-body)
	}
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWritePDF_refuses_and_passes_on_errors(t *testing.T) {
	refusesAndPassesOn(t, pdf.Write)
}

func refusesAndPassesOn(t *testing.T, write func(io.Writer, document.Document, document.Words) error) {
	t.Helper()
	w := catalog(t, sampleWords)
	var b bytes.Buffer
	if err := write(&b, document.Document{}, w); fault.KindOf(err) != fault.Invalid || b.Len() > 0 {
		t.Errorf("no title: %v, %d bytes", err, b.Len())
	}
	if err := write(fullDisk{}, sample(), w); !errors.Is(err, errFull) {
		t.Errorf("full disk: %v", err)
	}
}

func TestWritePDF_shows_what_it_cannot_show_as_such(t *testing.T) {
	w := catalog(t, map[string]string{"t.x": "I felt \U0001F642 and 漢 then ک\u200cب"})
	d := approve(document.Draft{Title: document.Label("t.x")})
	c := readPDF(t, writePDF(t, d, w))
	if want := "I felt \ufffd and \ufffd then \ufffd\ufffd\n"; c.Text != want {
		t.Errorf("%q, want %q", c.Text, want)
	}
	if got := pdf.Show("I felt \U0001F642 and"); got != "I felt "+document.Missing+" and" {
		t.Errorf("shown as %q", got)
	}
	for _, word := range preview(t, drafted(), catalog(t, sampleWords)) {
		if pdf.Show(word) != word {
			t.Errorf("%q of the sample is not shown", word)
		}
	}
}

func TestWritePDF_any_words_read_back(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		more, phrases := anything(r)
		w, d := catalog(t, more), everywhere(phrases)
		var b bytes.Buffer
		err := pdf.Write(&b, d, w)
		if err != nil {
			r.Fatal(err)
		}
		c, err := pdfread.Read(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil || !c.Bare() {
			r.Fatalf("%v, %+v", err, c)
		}
	})
}

func TestWritePDF_planted_word_is_found(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		name := rapid.StringMatching(`[A-Z][a-z]{3,10} [A-ZŁÉ][a-zéł]{2,9}`).Draw(r, "name")
		fill := strings.Repeat("xyz ", rapid.IntRange(0, 300).Draw(r, "fill"))
		w := catalog(t, map[string]string{"t.a": fill + name + " xyz"})
		d := everywhere([]document.Phrase{document.Label("document.signed"), document.Label("t.a"), document.Number(1)})
		if got := document.Check(readPDF(t, writePDF(t, d, w)), []string{"Zzyzx Qwx", name}); len(got) != 1 || got[0] != 1 {
			r.Fatalf("found %v", got)
		}
	})
}

func BenchmarkWritePDF(b *testing.B) {
	w, d := catalog(b, sampleWords), sample()
	for b.Loop() {
		writePDF(b, d, w)
	}
}

func BenchmarkReadPDF(b *testing.B) {
	file := writePDF(b, longer(4), catalog(b, sampleWords))
	for b.Loop() {
		readPDF(b, file)
	}
}
