package pdf

import (
	"bytes"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"aftershift/internal/document"
	"aftershift/internal/document/pdfobject"
	"aftershift/internal/document/pdfread"
	"aftershift/internal/fault"
)

// drawn gives a file as the drawing library makes it.
func drawn(t testing.TB, draw func(*fpdf.Fpdf)) []byte {
	t.Helper()
	f := fpdf.New("P", "pt", "A4", "")
	f.AddPage()
	f.SetFont("Helvetica", "", 12)
	draw(f)
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTag_refuses_a_file_of_another_layout(t *testing.T) {
	whole := drawn(t, func(f *fpdf.Fpdf) { f.Text(50, 50, "x") })
	for name, file := range map[string][]byte{
		"empty": {}, "no references": []byte("%PDF-1.3"),
		"no number": []byte("startxref\nabc\n%%EOF"), "far": []byte("startxref\n999\n%%EOF"),
	} {
		if _, err := tag(file, &node{tag: "Document"}, [][]*node{nil}, "en"); fault.KindOf(err) != fault.Internal || err == nil {
			t.Errorf("%s: %v, want internal", name, err)
		}
	}
	if _, err := tag(whole, &node{tag: "Document"}, [][]*node{nil, nil}, "en"); fault.KindOf(err) != fault.Internal || err == nil {
		t.Errorf("one page too few: %v", err)
	}
}

func TestTag_packs_streams_and_keeps_what_is_in_them(t *testing.T) {
	content := "endobj 1 0 obj stream\n xref trailer startxref \n"
	whole := drawn(t, func(f *fpdf.Fpdf) {
		f.SetCompression(false)
		f.RawWriteStr("% " + strings.ReplaceAll(content, "\n", " "))
		f.Text(50, 50, "(x) endobj")
	})
	root := &node{tag: "Document"}
	root.child("P").kids = []kid{{page: 0, id: 0}}
	out, err := tag(whole, root, [][]*node{{root.kids[0].node}}, "en")
	if err != nil {
		t.Fatal(err)
	}
	c, err := pdfread.Read(bytes.NewReader(out), int64(len(out)))
	if err != nil || c.Text != "(x) endobj\n" || bytes.Contains(out, []byte("% endobj 1 0 obj")) {
		t.Errorf("%v %q", err, c.Text)
	}
	if kept := unpacked(t, out); !strings.Contains(kept, "% endobj 1 0 obj") {
		t.Errorf("the streams hold %q", kept)
	}
}

// unpacked gives what the streams of a file hold.
func unpacked(t *testing.T, file []byte) (all string) {
	t.Helper()
	table, err := pdfobject.Open(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range table.Table {
		if s, is := e.Object.(types.StreamDict); is && s.Decode() == nil {
			all += string(s.Content)
		}
	}
	return all
}

func TestTypeface_knows_its_characters(t *testing.T) {
	for r, want := range map[rune]bool{'a': true, 'Ł': true, 'ệ': true, '’': true, '·': true, '•': true, '\ufffd': true, 'я': true, 'α': true, '漢': false, 'ب': false} {
		if regular().has(r) != want || bold().has(r) != want {
			t.Errorf("%q: regular %v, bold %v, want %v", r, regular().has(r), bold().has(r), want)
		}
	}
}

func TestShow_case(t *testing.T) {
	for text, want := range map[string]string{
		"Risk ≥ 3 → call ✓ ☐ ½ ★": "Risk ≥ 3 → call ✓ ☐ ½ ★", "✓\ufe0f done": "✓ done", "\U0001F642 漢": "\ufffd \ufffd", "ب": "\ufffd", "a\u200db": "ab",
	} {
		if got := Show(text); got != want {
			t.Errorf("%q shows as %q, want %q", text, got, want)
		}
	}
}

func TestByFace_gives_signs_apart(t *testing.T) {
	for text, want := range map[string]string{
		"no signs": "no signs", "": "", "a → b": "a |→| b", "≥≤ x": "|≥≤| x", "é✓": "é|✓",
	} {
		if got := strings.Join(byFace(text), "|"); got != want {
			t.Errorf("%q is cut as %q, want %q", text, got, want)
		}
	}
}

func TestTypeface_width_is_what_the_drawing_library_measures(t *testing.T) {
	s := newSheet(said{}, document.Phrase{})
	for _, text := range []string{"What I want to bring", "Łukasz’s words — “ề, ử, ậ”", "1. · •"} {
		s.pdf.SetFont("notosans", "", 10)
		if got, want := (style{size: 10}).width(document.Run{Text: text}), s.pdf.GetStringWidth(text); got < want-0.01 || got > want+0.01 {
			t.Errorf("%q: regular %v, want %v", text, got, want)
		}
		if text == "1. · •" { // the signs' own
			s.pdf.SetFont(s.signsFamily(), "", 10)
			if got, want := (style{size: 10}).width(document.Run{Text: "→≥"}), s.pdf.GetStringWidth("→≥"); got < want-0.01 || got > want+0.01 {
				t.Errorf("signs: %v, want %v", got, want)
			}
		}
		s.pdf.SetFont("notosans", "B", 10)
		if got, want := (style{size: 10}).width(document.Run{Text: text, Strong: true}), s.pdf.GetStringWidth(text); got < want-0.01 || got > want+0.01 {
			t.Errorf("%q: bold %v, want %v", text, got, want)
		}
	}
}
