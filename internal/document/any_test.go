package document_test

import (
	"bytes"
	"flag"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
)

// anyText is as long as the longest text that is worth a copy: 100 KB.
const anyText = 100 << 10

// anywhere gives a document with a text in every place, and as one long paragraph.
func anywhere(t testing.TB, text string) (document.Document, document.Words) {
	w := catalog(t, map[string]string{"t.short": short(text), "t.long": strings.ReplaceAll(text, "%", "%%")})
	p := document.Label("document.signed")
	return approve(document.Draft{
		Title:  document.Label("t.short"),
		Header: []document.Field{{Name: p, Value: document.Party(text)}},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: document.Label("t.short")},
			document.Paragraph{Text: document.Label("t.long")},
			document.Table{Columns: []document.Column{{Head: p}, {Head: document.Label("t.short"), Weight: 2}}, Rows: [][]document.Phrase{{p, document.Label("t.short")}}, Bars: []float64{7.5}},
			document.List{Items: []document.Item{{Text: document.Label("t.short")}}},
		},
		Footer: document.Label("t.short"),
	}), w
}

// short gives the beginning of a text, as stands in a title or a cell.
func short(text string) string {
	if len(text) > 200 {
		text = text[:200]
		for !utf8.ValidString(text) && len(text) > 190 {
			text = text[:len(text)-1]
		}
	}
	return strings.ReplaceAll(text, "%", "%%")
}

// slow has texts of 100 KB reported that take a format longer than this, writing and
// reading back; 0 measures nothing, as when the computer is busy.
var slow = flag.Duration("slow", 0, "report texts of 100 KB that take a format longer than this")

// Any text over and over, up to 100 KB, is written in every format and read back without
// a panic.
func FuzzFormats_take_100_KB(f *testing.F) {
	for _, seed := range []string{"a\n\n", "word ", "x", "*_[`", "| a |\n", "1. ", "é\u0301", "\u202e\n", "- \n  ", "🙂", "a\tb\r\n", "\\\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text = strings.ToValidUTF8(text, "?"); text == "" {
			return
		}
		text = strings.Repeat(text, anyText/len(text)+1)[:anyText]
		d, w := anywhere(t, strings.ToValidUTF8(text, ""))
		for _, format := range formats.All() {
			began := time.Now()
			var file bytes.Buffer
			if err := format.Write(&file, d, w); err != nil {
				t.Fatalf("%s: write: %v", format.Name, err)
			}
			if _, err := format.Read(file.Bytes()); err != nil {
				t.Fatalf("%s: read back: %v", format.Name, err)
			}
			if took := time.Since(began); *slow > 0 && took > *slow {
				t.Errorf("%s: %v for %d bytes of file", format.Name, took, file.Len())
			}
		}
	})
}

// Any text is written in every format and read back, whatever it is.
func FuzzFormats_take_any_text(f *testing.F) {
	for _, seed := range []string{
		"", "words", "a\x00b\x1b", "\u202eright\u202c", "🙂 \U000e0041 𝔘", strings.Repeat("x", 9000), strings.Repeat("a b\n", 400), strings.Repeat("́", 300),
		"| a | b |\n|--|", "<![CDATA[ ]]> &#0; &bogus;", "```\n# x\n```", strings.Repeat("> ", 300), strings.Repeat("- ", 300) + "x", "\xff\xfe", "مُحَمَّد 李明", strings.Repeat("[", 500), strings.Repeat("*_", 400),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		if len(text) > anyText {
			text = text[:anyText]
		}
		text = strings.ToValidUTF8(text, "?")
		d, w := anywhere(t, text)
		for _, format := range formats.All() {
			var file bytes.Buffer
			if err := format.Write(&file, d, w); err != nil {
				t.Fatalf("%s: write: %v", format.Name, err)
			}
			c, err := format.Read(file.Bytes())
			if err != nil {
				t.Fatalf("%s: read back: %v", format.Name, err)
			}
			if !c.Bare() {
				t.Fatalf("%s: the file holds more than text: %+v", format.Name, c.Metadata)
			}
		}
	})
}

// BenchmarkFormats_of_100_KB writes and reads back a text of 100 KB: of plain words, of
// one word without an end, and of signs that formats take for marks.
func BenchmarkFormats_of_100_KB(b *testing.B) {
	for name, piece := range map[string]string{"words": "a quiet day of many words ", "word": "x", "marks": "*_[`<>|#-", "lines": "a\n\n"} {
		d, w := anywhere(b, strings.Repeat(piece, anyText/len(piece)))
		for _, format := range formats.All() {
			b.Run(name+"/"+format.Name, func(b *testing.B) {
				for b.Loop() {
					var file bytes.Buffer
					if err := format.Write(&file, d, w); err != nil {
						b.Fatal(err)
					}
					if _, err := format.Read(file.Bytes()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
