package sharing_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// A broken writer makes a file as the real one does, and then leaves the masked name in
// it in its own way.
type brokenWriter struct {
	name   string
	format app.Format
	breaks func(file []byte) []byte
}

// put puts text before the first of mark in a file.
func put(mark, text string) func([]byte) []byte {
	return func(file []byte) []byte {
		return bytes.Replace(file, []byte(mark), []byte(text+mark), 1)
	}
}

func after(text string) func([]byte) []byte {
	return func(file []byte) []byte { return append(file, text...) }
}

// inZip changes one part of a zip file, or adds it.
func inZip(name string, change func([]byte) []byte) func([]byte) []byte {
	return func(file []byte) []byte {
		from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			panic(err)
		}
		var out bytes.Buffer
		to, found := zip.NewWriter(&out), false
		write := func(name string, content []byte) {
			w, err := to.Create(name)
			if err == nil {
				_, err = w.Write(content)
			}
			if err != nil {
				panic(err)
			}
		}
		for _, part := range from.File {
			r, err := part.Open()
			if err != nil {
				panic(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				panic(err)
			}
			if part.Name == name {
				content, found = change(content), true
			}
			write(part.Name, content)
		}
		if !found {
			write(name, change(nil))
		}
		if err := to.Close(); err != nil {
			panic(err)
		}
		return out.Bytes()
	}
}

var (
	pdfSize  = regexp.MustCompile(`/Size (\d+)`)
	pdfRoot  = regexp.MustCompile(`/Root (\d+) 0 R`)
	pdfStart = regexp.MustCompile(`startxref\s+(\d+)`)
)

// pdfUpdate adds an object to a PDF the way a program does that changes a file in
// place; %d in trailer is the object's number.
func pdfUpdate(object, trailer string) func([]byte) []byte {
	return func(file []byte) []byte {
		last := func(re *regexp.Regexp) (n int) {
			all := re.FindAllSubmatch(file, -1)
			if len(all) == 0 {
				panic("no " + re.String())
			}
			_, _ = fmt.Sscan(string(all[len(all)-1][1]), &n)
			return n
		}
		n, root, start := last(pdfSize), last(pdfRoot), last(pdfStart)
		var b bytes.Buffer
		b.Write(file)
		b.WriteString("\n")
		at := b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, object)
		xref := b.Len()
		fmt.Fprintf(&b, "xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %d 0 R /Prev %d %s >>\nstartxref\n%d\n%%%%EOF\n",
			n, at, n+1, root, start, strings.ReplaceAll(trailer, "%d", fmt.Sprint(n)), xref)
		return b.Bytes()
	}
}

// pdfCatalog gives the PDF's catalog something more, in an update of the file.
func pdfCatalog(more string) func([]byte) []byte {
	return func(file []byte) []byte {
		root := pdfRoot.FindSubmatch(file)
		found := regexp.MustCompile(`(?s)\n` + string(root[1]) + ` 0 obj\s*<<(.*?)>>\s*endobj`).FindSubmatch(file)
		if found == nil {
			panic("no catalog")
		}
		made := pdfUpdate("<<"+string(found[1])+more+">>", "")(file)
		size := pdfSize.FindAllSubmatch(made, -1)
		var n int
		_, _ = fmt.Sscan(string(size[len(size)-1][1]), &n)
		at := bytes.LastIndex(made, []byte("/Root "+string(root[1])+" 0 R"))
		return append(append(append([]byte{}, made[:at]...), fmt.Sprintf("/Root %d 0 R", n-1)...), made[at+len("/Root "+string(root[1])+" 0 R"):]...)
	}
}

const docxText = "word/document.xml"

var brokenWriters = []brokenWriter{
	{"author in the PDF", formats.PDF, pdfUpdate("<< /Author (Agnieszka Zielinska) >>", "/Info %d 0 R")},
	{"title in 16 bits in the PDF", formats.PDF, pdfUpdate("<< /Title <FEFF005A00690065006C0069006E0073006B0061> >>", "/Info %d 0 R")},
	{"bookmark in the PDF", formats.PDF, pdfCatalog(" /Outlines << /Type /Outlines /First << /Title (Zielinska) >> >>")},
	{"language of the PDF", formats.PDF, pdfCatalog(" /PageLabels << /Nums [ 0 << /P (Zielinska ) >> ] >>")},
	{"object that nothing names in the PDF", formats.PDF, pdfUpdate("(Zielinska)", "")},
	{"comment behind the PDF", formats.PDF, after("% Zielinska\n")},
	{"split runs", formats.DOCX, inZip(docxText, put("</w:body>", "<w:p><w:r><w:t>Ziel</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>inska</w:t></w:r></w:p>"))},
	{"hidden run", formats.DOCX, inZip(docxText, put("</w:body>", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Zielinska</w:t></w:r></w:p>"))},
	{"bookmark", formats.DOCX, inZip(docxText, put("</w:body>", `<w:p><w:bookmarkStart w:id="1" w:name="Zielinska"/><w:bookmarkEnd w:id="1"/></w:p>`))},
	{"deleted run", formats.DOCX, inZip(docxText, put("</w:body>", `<w:p><w:del w:id="3" w:author="x"><w:r><w:delText>Zielinska</w:delText></w:r></w:del></w:p>`))},
	{"hyphen in a run", formats.DOCX, inZip(docxText, put("</w:body>", "<w:p><w:r><w:t>Zielin</w:t><w:softHyphen/><w:t>ska</w:t></w:r></w:p>"))},
	{"author of the DOCX", formats.DOCX, inZip("docProps/core.xml", func([]byte) []byte { return []byte(`<?xml version="1.0"?><a>Zielinska</a>`) })},
	{"comments of the DOCX", formats.DOCX, inZip("word/comments.xml", func([]byte) []byte { return []byte(`<?xml version="1.0"?><a>Zielinska</a>`) })},
	{"name of a part", formats.DOCX, inZip("word/Zielinska.xml", func([]byte) []byte { return []byte(`<?xml version="1.0"?><a/>`) })},
	{"remark in XML", formats.DOCX, inZip(docxText, put("</w:body>", "<!-- Zielinska -->"))},
	{"behind the zip", formats.DOCX, after("Zielinska")},
	{"author of the page", formats.HTML, put("</head>", `<meta name="author" content="Zielinska">`)},
	{"remark", formats.HTML, put("</body>", "<!-- Zielinska -->")},
	{"attribute", formats.HTML, put("</body>", `<p title="Zielinska">x</p>`)},
	{"runs", formats.HTML, put("</body>", "<p>Ziel<b>inska</b></p>")},
	{"entities", formats.HTML, put("</body>", "<p>&#90;ielinsk&#x61;</p>")},
	{"soft hyphen", formats.HTML, put("</body>", "<p>Zielin&shy;ska</p>")},
	{"hidden", formats.HTML, put("</body>", `<p hidden style="display:none">Zielinska</p>`)},
	{"script", formats.HTML, put("</body>", `<script>var a = "Zielinska"</script>`)},
	{"hyphenated word", formats.Text, after("\nZielin-\nska\n")},
	{"far right", formats.Text, after(strings.Repeat(" ", 400) + "Zielinska\n")},
	{"no width between", formats.Text, after("\nZie\u200blin\u2060ska\n")},
	{"hyphenated word", formats.Markdown, after("\nZielin-\nska\n")},
	{"remark", formats.Markdown, after("\n<!-- Zielinska -->\n")},
	{"reference", formats.Markdown, after("\n[x]: https://example.org (Zielinska)\n")},
	{"emphasis within", formats.Markdown, after("\nZiel*inska*\n")},
	{"picture", formats.Markdown, after("\n![Zielinska](x.png)\n")},
}

// harmless are changes of the same kinds that leave nothing behind: they are let
// through, so that what catches the writers is the name.
var harmless = []brokenWriter{
	{"nothing", formats.PDF, after("")},
	{"run", formats.DOCX, inZip(docxText, put("</w:body>", "<w:p><w:r><w:t>Some</w:t></w:r><w:r><w:t>thing</w:t></w:r></w:p>"))},
	{"runs", formats.HTML, put("</body>", "<p>Some<b>thing</b></p>")},
	{"line", formats.Text, after("\nSome-\nthing\n")},
	{"line", formats.Markdown, after("\nSome-\nthing\n")},
}

// leaving gives the format with the writer's way of writing.
func (b brokenWriter) leaving(t *testing.T) app.Format {
	f := b.format
	write := f.Write
	f.Write = func(w io.Writer, d document.Document, words document.Words) error {
		var file bytes.Buffer
		if err := write(&file, d, words); err != nil {
			return err
		}
		broken := b.breaks(bytes.Clone(file.Bytes()))
		if bytes.Equal(broken, file.Bytes()) && b.name != "nothing" {
			t.Errorf("%s, %s: the file isn't broken", f.Name, b.name)
		}
		_, err := w.Write(broken)
		return err
	}
	return f
}

func zielinska(t *testing.T) (*app.Desk, *app.Copy) {
	t.Helper()
	d, _ := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "Private.", "A visit", "I met Agnieszka Zielinska at the door. We talked.", journal.Next)
	c := draftOf(t, d, app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{e.ID}}, Audience: supervision.ForMentor})
	c.MaskAll()
	return d, c
}

func TestDesk_SaveCopy_catches_every_broken_writer(t *testing.T) {
	d, c := zielinska(t)
	folder := t.TempDir()
	for i, b := range brokenWriters {
		path := filepath.Join(folder, fmt.Sprintf("broken-%d", i))
		_, err := d.SaveCopy(c, b.leaving(t), path, false)
		if kind := fault.KindOf(err); err == nil || kind != fault.Exposed && kind != fault.Damaged {
			t.Errorf("%s, %s: %v", b.format.Name, b.name, err)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s, %s: a file was written", b.format.Name, b.name)
		}
	}
	for i, b := range harmless {
		if _, err := d.SaveCopy(c, b.leaving(t), filepath.Join(folder, fmt.Sprintf("harmless-%d", i)), false); err != nil {
			t.Errorf("%s, %s does no harm: %v", b.format.Name, b.name, err)
		}
	}
	if all := len(d.SharedCopies()); all != len(harmless) {
		t.Errorf("%d lines in the register, want %d", all, len(harmless))
	}
}

// leakingWords are the program's own words with a name in the line at the foot.
type leakingWords struct{ document.Words }

func (w leakingWords) T(key string, args ...any) string {
	text := w.Words.T(key, args...)
	if key == "document.footer" {
		text += " For Agnieszka Zielin\u00adska."
	}
	return text
}

func TestDesk_SaveCopy_catches_a_name_at_the_foot_of_each_format(t *testing.T) {
	d, c := zielinska(t)
	for _, f := range app.Formats() {
		write := f.Write
		f.Write = func(w io.Writer, doc document.Document, words document.Words) error {
			return write(w, doc, leakingWords{words})
		}
		if _, err := d.SaveCopy(c, f, filepath.Join(t.TempDir(), "copy"), false); fault.KindOf(err) != fault.Exposed {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func TestDesk_SaveCopy_catches_a_name_in_the_name(t *testing.T) {
	d, c := zielinska(t)
	folder := t.TempDir()
	for name, bad := range map[string]bool{
		"visit Zielinska.txt": true, "ZIELINSKA.txt": true, "agnieszka_zielinska_2.txt": true, "Zieli\u0144ska.txt": true,
		"a visit.txt": false, d.FileName(c, formats.Text): false,
	} {
		_, err := d.SaveCopy(c, formats.Text, filepath.Join(folder, name), false)
		if caught := fault.KindOf(err) == fault.Exposed; caught != bad || !bad && err != nil {
			t.Errorf("%q: %v", name, err)
		}
		var at app.Spot
		if bad && (!errors.As(err, &at) || !at.Name) {
			t.Errorf("%q: it isn't said where: %v", name, err)
		}
	}
}
