package pdfread

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"aftershift/internal/document"
	"aftershift/internal/fault"
)

func read(t testing.TB, file []byte) document.Contents {
	t.Helper()
	c, err := Read(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// foreign gives a file that this package didn't write.
func foreign(t testing.TB, draw func(*fpdf.Fpdf)) []byte {
	t.Helper()
	f := fpdf.New("P", "pt", "A4", "")
	f.SetCreationDate(time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))
	f.AddPage()
	f.SetFont("Helvetica", "", 12)
	draw(f)
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRead_finds_what_other_programs_leave(t *testing.T) {
	c := read(t, foreign(t, func(f *fpdf.Fpdf) {
		f.SetAuthor("Aaliyah", true)
		f.SetTitle("Über Yusuf", true)
		f.SetXmpMetadata([]byte("<x:xmpmeta>Tomasz</x:xmpmeta>"))
		f.SetJavascript("app.alert('Grace')")
		f.SetAttachments([]fpdf.Attachment{{Content: []byte("x"), Filename: "Kwame.txt"}})
		f.LinkString(10, 10, 20, 20, "mailto:leanne@example.org")
		f.Text(50, 50, "caf\xe9 Corran")
	}))
	if c.Text != "café Corran\n" || c.Pages != 1 {
		t.Errorf("text %q on %d pages", c.Text, c.Pages)
	}
	names := []string{"Aaliyah", "Yusuf", "Tomasz", "Grace", "Kwame", "leanne", "Corran", "Nobody"}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4, 5, 6}, document.Check(c, names)); diff != "" {
		t.Errorf("%s in %v", diff, c.Metadata)
	}
	if c.Attachments != 1 || c.Active < 2 || c.Bare() {
		t.Errorf("%+v", c)
	}
}

func TestRead_counts_pictures(t *testing.T) {
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82")
	c := read(t, foreign(t, func(f *fpdf.Fpdf) {
		f.RegisterImageOptionsReader("dot", fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(png))
		f.ImageOptions("dot", 10, 10, 5, 5, false, fpdf.ImageOptions{}, 0, "")
	}))
	if c.Images != 1 || c.Bare() {
		t.Errorf("%d pictures", c.Images)
	}
}

func TestRead_follows_text_into_forms(t *testing.T) {
	c := read(t, foreign(t, func(f *fpdf.Fpdf) {
		f.Text(50, 50, "outside")
		f.UseTemplate(f.CreateTemplate(func(tpl *fpdf.Tpl) {
			tpl.SetFont("Helvetica", "", 12)
			tpl.Text(50, 90, "inside")
		}))
	}))
	if c.Text != "outside\ninside\n" {
		t.Errorf("%q", c.Text)
	}
}

func TestRead_text_operators_case(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"one line":       {"50 700 Td (a b) Tj", "a b\n"},
		"gap":            {"50 700 Td (a) Tj 20 0 Td (b) Tj", "a b\n"},
		"no gap":         {"50 700 Td (a) Tj (b) Tj", "ab\n"},
		"kerned":         {"50 700 Td [(a) -40 (b) -900 (c)] TJ", "ab c\n"},
		"next line":      {"14 TL 50 700 Td (a) Tj T* (b) Tj (c) '", "a\nb\nc\n"},
		"spaced":         {"14 TL 50 700 Td (a) Tj 0 0 (b) \"", "a\nb\n"},
		"line and lead":  {"50 700 Td (a) Tj 0 -14 TD (b) Tj T* (c) Tj", "a\nb\nc\n"},
		"matrix":         {"1 0 0 1 50 700 Tm (a) Tj 1 0 0 1 50 650 Tm (b) Tj", "a\nb\n"},
		"letter-spaced":  {"5 Tc 50 700 Td (ab) Tj", "ab\n"},
		"word-spaced":    {"90 Tw 50 700 Td (a b) Tj", "a b\n"},
		"backwards":      {"200 700 Td (b) Tj -100 0 Td (a) Tj", "b\na\n"},
		"saved":          {"q 1 0 0 1 0 -90 cm Q 50 700 Td (a) Tj (b) Tj", "ab\n"},
		"moved":          {"50 700 Td (a) Tj 1 0 0 1 0 -90 cm (b) Tj", "a\nb\n"},
		"invisible":      {"3 Tr 50 700 Td (hidden) Tj", "hidden\n"},
		"inline picture": {"50 700 Td (a) Tj BI /W 1 ID \xff(x)Tj EI (b) Tj", "ab\n"},
		"stray ends":     {"Q EMC 50 700 Td (a) Tj", "a\n"},
	} {
		got := read(t, foreign(t, func(f *fpdf.Fpdf) { f.RawWriteStr("BT " + c.content + " ET") }))
		if got.Text != c.want {
			t.Errorf("%s: %q, want %q", name, got.Text, c.want)
		}
	}
}

func TestRead_keeps_artifacts_and_marks_apart(t *testing.T) {
	c := read(t, foreign(t, func(f *fpdf.Fpdf) {
		f.RawWriteStr("BT 50 700 Td /P <</MCID 0 /ActualText (Aaliyah) /Alt <FEFF0059>>> BDC (a) Tj EMC /Artifact BMC 0 -600 Td (foot) Tj EMC ET")
		f.RawWriteStr("BT 50 686 Td (b) Tj ET")
	}))
	if c.Text != "a\nb\n" || c.Margins != "foot\n" {
		t.Errorf("text %q, margins %q", c.Text, c.Margins)
	}
	if got := document.Check(c, []string{"Aaliyah", "Y"}); len(got) != 2 {
		t.Errorf("found %v in %v", got, c.Metadata)
	}
}

func TestRead_refuses_what_is_no_pdf(t *testing.T) {
	whole := foreign(t, func(f *fpdf.Fpdf) { f.Text(50, 50, "x") })
	locked := foreign(t, func(f *fpdf.Fpdf) { f.SetProtection(0, "user", "owner") })
	for name, file := range map[string][]byte{
		"empty": {}, "words": []byte("not a pdf"), "half": whole[:len(whole)/2], "locked": locked,
	} {
		if _, err := Read(bytes.NewReader(file), int64(len(file))); fault.KindOf(err) != fault.Damaged {
			t.Errorf("%s: %v, want damaged", name, err)
		}
	}
}

func TestRead_writes_no_configuration(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", home)
	t.Setenv("HOME", home)
	read(t, foreign(t, func(f *fpdf.Fpdf) { f.Text(50, 50, "x") }))
	left, err := os.ReadDir(home)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func FuzzRead_never_panics(f *testing.F) {
	whole := foreign(f, func(p *fpdf.Fpdf) { p.Text(50, 50, "x") })
	f.Add(whole)
	f.Add(bytes.ReplaceAll(whole, []byte("/Kids"), []byte("/Kidz")))
	f.Fuzz(func(t *testing.T, file []byte) {
		c, err := Read(bytes.NewReader(file), int64(len(file)))
		if err != nil && (fault.KindOf(err) != fault.Damaged || strings.Contains(err.Error(), "obj")) {
			t.Errorf("%v", err)
		}
		document.Check(c, []string{"x"})
	})
}

// What a page tree says of the number of its pages hides none of them, and one that
// leads back to itself ends.
func TestRead_reads_every_page_below_the_tree(t *testing.T) {
	for name, c := range map[string]struct{ pages, want string }{
		"too few are counted": {"<</Type/Pages/Count 1/Kids[4 0 R 5 0 R]>>", "onetwo"},
		"round in a circle":   {"<</Type/Pages/Count 2/Kids[4 0 R 2 0 R]>>", ""},
	} {
		file := assembled(
			"<</Type/Catalog/Pages 2 0 R>>", c.pages, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 3 0 R>>>>/Contents 6 0 R>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<</Font<</F 3 0 R>>>>/Contents 7 0 R>>",
			streamOf("BT /F 9 Tf 9 9 Td (one) Tj ET"), streamOf("BT /F 9 Tf 9 9 Td (two) Tj ET"),
		)
		got, err := Read(bytes.NewReader(file), int64(len(file)))
		if c.want == "" {
			if fault.KindOf(err) != fault.Damaged || err == nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if flat := strings.Join(strings.Fields(got.Text), ""); err != nil || flat != c.want || got.Pages != 2 {
			t.Errorf("%s: %v, %d pages, %q", name, err, got.Pages, got.Text)
		}
	}
}

func streamOf(content string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
}

// assembled gives a file of objects, numbered from 1, the first its catalogue.
func assembled(objects ...string) []byte {
	var b, table bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, at)
	return b.Bytes()
}
