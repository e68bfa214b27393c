package document_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
)

func written(t testing.TB, f document.Format, d document.Document, w document.Words) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, d, w); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.Bytes()
}

func readBack(t testing.TB, f document.Format, file []byte) document.Contents {
	t.Helper()
	c, err := f.Read(file)
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return c
}

func TestFormats_hold_nothing_beside_their_words(t *testing.T) {
	w := catalog(t, sampleWords)
	for _, f := range formats.All() {
		one := written(t, f, sample(), w)
		if c := readBack(t, f, one); !c.Bare() {
			t.Errorf("%s: %+v", f.Name, c)
		}
		if again := written(t, f, sample(), w); !bytes.Equal(one, again) {
			t.Errorf("%s: other bytes for the same document", f.Name)
		}
	}
}

// What a format might take for its own marks, at every place of a line.
var marks = []string{
	"*a*", "**b**", "_c_", "__d__", "`e`", "```", "~~f~~", "# g", "h #", "- i", "* j", "+ k", "1. l", "2) m",
	"> n", "[o](p)", "![q](r)", "<b>s</b>", "<!-- t -->", "<script>u</script>", "&amp;", "&#65;", "& v", "| w |", ":--", "---", "===", "a\\b", "\\*",
	"x < y > z", "https://example.org", "www.example.org", "a@example.org", "$x$", "]]>", "</w:t>", "%PDF", "*", "a*b*c", "- [ ] d", "[^1]", "    e", "\"f\"", "'g'",
}

func TestFormats_show_signs_as_they_were_written(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		more, phrases := map[string]string{}, []document.Phrase{}
		for _, key := range []string{"t.a", "t.b", "t.c"} {
			words := rapid.SliceOfN(rapid.SampledFrom(marks), 1, 6).Draw(r, key)
			more[key] = strings.Join(words, rapid.SampledFrom([]string{" ", "\n", " b\n\nc "}).Draw(r, "between"))
			phrase := document.Label(key)
			if rapid.Bool().Draw(r, "strong") {
				phrase = phrase.Strong()
			}
			phrases = append(phrases, phrase)
		}
		w := catalog(t, more)
		d := document.Draft{Title: phrases[0], Header: []document.Field{{Name: phrases[1], Value: document.Value(phrases[2])}}, Blocks: []document.Block{
			document.Heading{Text: phrases[1], Under: phrases[2]},
			document.Paragraph{Text: document.Join(phrases...)},
			document.List{Items: []document.Item{{Text: phrases[0], Under: phrases}, {}}},
			document.List{Numbered: true, Items: []document.Item{{Text: phrases[1]}, {Text: phrases[2]}}},
			document.Table{Columns: []document.Column{{Head: phrases[0]}, {Head: phrases[1]}}, Rows: [][]document.Phrase{phrases[1:], {}}},
		}, Footer: phrases[1]}
		want := preview(t, d, w)
		for _, f := range formats.All() {
			c := readBack(t, f, written(t, f, approve(d), w))
			if diff := cmp.Diff(signs(strings.Join(want, " ")), signs(c.Text+" "+c.Margins)); !c.Bare() || c.Pages == 0 && diff != "" {
				r.Fatalf("%s: %+v\n%s", f.Name, c, diff)
			}
		}
	})
}

// signs counts every letter and sign in a text, but those that lists, lines and pages
// bring along.
func signs(text string) map[string]int {
	all := map[string]int{}
	for _, r := range text {
		if !strings.ContainsRune(" \n-=_•.0123456789", r) {
			all[string(r)]++
		}
	}
	for _, own := range []string{"*", ")"} { // marks of lists in plain text and Markdown
		delete(all, own)
	}
	for _, r := range "PageofSignedDate" { // the product's own words for pages
		delete(all, string(r))
	}
	return all
}

// planted gives a file with something in it that isn't among its words.
func planted(t testing.TB, f document.Format, old, new string) []byte {
	t.Helper()
	file := string(written(t, f, sample(), catalog(t, sampleWords)))
	if !strings.Contains(file, old) {
		t.Fatalf("%s has no %q", f.Name, old)
	}
	return []byte(strings.Replace(file, old, new, 1))
}

// repacked gives the sample as DOCX with one part changed, or added.
func repacked(t testing.TB, name string, change func(string) string) []byte {
	t.Helper()
	file := written(t, formats.DOCX, sample(), catalog(t, sampleWords))
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	put := func(name, text string) {
		w, err := to.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	found := false
	for _, part := range zipped(t, file) {
		if part.name == name {
			found = true
			part.text = change(part.text)
		}
		put(part.name, part.text)
	}
	if !found {
		put(name, change(""))
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFormats_a_broken_writer_is_caught_case(t *testing.T) {
	inBody := func(add string) func(string) string {
		return func(xml string) string { return strings.Replace(xml, "<w:sectPr>", add+"<w:sectPr>", 1) }
	}
	const document1, leak = "word/document.xml", "Marlowe"
	for name, c := range map[string]struct {
		format document.Format
		file   []byte
	}{
		"html comment":            {formats.HTML, planted(t, formats.HTML, "<h1>", "<!-- "+leak+" --><h1>")},
		"html title":              {formats.HTML, planted(t, formats.HTML, "<title>", "<title>"+leak+" ")},
		"html attribute":          {formats.HTML, planted(t, formats.HTML, "<h1>", `<h1 id="`+leak+`">`)},
		"html style":              {formats.HTML, planted(t, formats.HTML, "<style>", "<style>p:after{content:\""+leak+"\"}")},
		"html style's comment":    {formats.HTML, planted(t, formats.HTML, "<style>", "<style>/* "+leak+" */")},
		"html hidden":             {formats.HTML, planted(t, formats.HTML, "<h1>", "<p hidden>"+leak+"</p><h1>")},
		"html script":             {formats.HTML, planted(t, formats.HTML, "</body>", "<script>var a = '"+leak+"'</script></body>")},
		"html link":               {formats.HTML, planted(t, formats.HTML, "<h1>", `<a href="https://example.org/`+leak+`">here</a><h1>`)},
		"html split":              {formats.HTML, planted(t, formats.HTML, "<h1>", "<p>Mar<b>lo</b>we</p><h1>")},
		"html soft hyphen":        {formats.HTML, planted(t, formats.HTML, "<h1>", "<p>Mar&shy;lowe</p><h1>")},
		"html picture":            {formats.HTML, planted(t, formats.HTML, "<h1>", `<img alt="`+leak+`"><h1>`)},
		"markdown comment":        {formats.Markdown, planted(t, formats.Markdown, "# ", "<!-- "+leak+" -->\n\n# ")},
		"markdown link":           {formats.Markdown, planted(t, formats.Markdown, "# ", "[here]("+leak+")\n\n# ")},
		"markdown link elsewhere": {formats.Markdown, planted(t, formats.Markdown, "# ", "[here]\n\n[here]: "+leak+"\n\n# ")},
		"markdown picture":        {formats.Markdown, planted(t, formats.Markdown, "# ", "![here]("+leak+")\n\n# ")},
		"markdown split":          {formats.Markdown, planted(t, formats.Markdown, "# ", "Mar**lo**we\n\n# ")},
		"markdown entity":         {formats.Markdown, planted(t, formats.Markdown, "# ", "&#77;arlowe\n\n# ")},
		"docx properties":         {formats.DOCX, repacked(t, "docProps/core.xml", func(string) string { return "<a><creator>" + leak + "</creator></a>" })},
		"docx comments":           {formats.DOCX, repacked(t, "word/comments.xml", func(string) string { return "<a><t>" + leak + "</t></a>" })},
		"docx file's name":        {formats.DOCX, repacked(t, "word/media/"+leak+".png", func(string) string { return "x" })},
		"docx attached":           {formats.DOCX, repacked(t, leak+".txt", func(string) string { return "x" })},
		"docx split":              {formats.DOCX, repacked(t, document1, inBody("<w:p><w:r><w:t>Mar</w:t></w:r><w:r><w:t>lowe</w:t></w:r></w:p>"))},
		"docx hidden":             {formats.DOCX, repacked(t, document1, inBody("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>"+leak+"</w:t></w:r></w:p>"))},
		"docx deleted":            {formats.DOCX, repacked(t, document1, inBody("<w:p><w:r><w:delText>"+leak+"</w:delText></w:r></w:p>"))},
		"docx bookmark":           {formats.DOCX, repacked(t, document1, inBody(`<w:bookmarkStart w:name="`+leak+`"/>`))},
		"docx author":             {formats.DOCX, repacked(t, document1, inBody(`<w:ins w:author="`+leak+`"/>`))},
		"docx field":              {formats.DOCX, repacked(t, document1, inBody(`<w:p><w:r><w:instrText>AUTHOR `+leak+`</w:instrText></w:r></w:p>`))},
		"docx style":              {formats.DOCX, repacked(t, "word/styles.xml", func(s string) string { return strings.Replace(s, `"Under"`, `"`+leak+`"`, 1) })},
		"docx link":               {formats.DOCX, repacked(t, "word/_rels/document.xml.rels", func(s string) string { return strings.Replace(s, "styles.xml", "https://example.org/"+leak, 1) })},
		"docx remark":             {formats.DOCX, repacked(t, document1, inBody("<!-- "+leak+" -->"))},
		"docx foot":               {formats.DOCX, repacked(t, "word/footer1.xml", func(s string) string { return strings.Replace(s, "Not a case", leak+" Not a case", 1) })},
	} {
		found := document.Check(readBack(t, c.format, c.file), []string{leak})
		if !slices.Equal(found, []int{0}) {
			t.Errorf("%s: not found", name)
		}
	}
}

func TestFormats_refuse_what_is_no_file_of_theirs(t *testing.T) {
	w := catalog(t, sampleWords)
	for _, f := range formats.All() {
		for name, file := range map[string][]byte{"nonsense": []byte("\xff\xfe\x00nonsense"), "half": half(written(t, f, sample(), w))} {
			c, err := f.Read(file)
			if err != nil && fault.KindOf(err) != fault.Damaged {
				t.Errorf("%s, %s: %v", f.Name, name, err)
			}
			if err == nil && f.Name != "text" && name == "nonsense" {
				t.Errorf("%s took nonsense: %+v", f.Name, c)
			}
		}
	}
}

func half(file []byte) []byte { return file[:len(file)/2] }

func BenchmarkFormats(b *testing.B) {
	w, d := catalog(b, sampleWords), longer(4)
	for _, f := range formats.All() {
		b.Run(fmt.Sprint("write and read ", f.Name), func(b *testing.B) {
			for b.Loop() {
				readBack(b, f, written(b, f, d, w))
			}
		})
	}
}

// A sign that a format has to set apart, at the end of a line that another follows, is
// shown once and not more.
func TestFormats_show_signs_at_line_ends(t *testing.T) {
	for _, sign := range strings.Split("\\ * _ ` < > # | ~ $ & - + = ] \\\\", " ") {
		w := catalog(t, map[string]string{"t.lines": "a " + sign + "\nb " + sign + "\n\nc" + sign + "\nd"})
		d := approve(document.Draft{Title: document.Label("document.signed"), Blocks: []document.Block{document.Paragraph{Text: document.Label("t.lines")}}})
		for _, f := range formats.All() {
			var file bytes.Buffer
			if err := f.Write(&file, d, w); err != nil {
				t.Fatal(err)
			}
			c, err := f.Read(file.Bytes())
			if want := strings.ReplaceAll("a@b@c@d", "@", sign); err != nil || !strings.Contains(strings.Join(strings.Fields(c.Text), ""), want) {
				t.Errorf("%s shows %q at a line's end as %q (%v)", f.Name, sign, c.Text, err)
			}
		}
	}
}

// Lines to write on stay as many in a word processor, which makes one of paragraphs with
// the same border.
func TestFormats_lines_to_write_on_are_not_merged(t *testing.T) {
	room := document.Rule{Room: true}
	d := approve(document.Draft{Title: document.Label("document.signed"), Blocks: []document.Block{room, room, room}})
	var file bytes.Buffer
	if err := formats.DOCX.Write(&file, d, catalog(t, nil)); err != nil {
		t.Fatal(err)
	}
	lines := regexp.MustCompile(`<w:pBdr>.*?</w:pBdr>`).FindAllString(unzipped(t, file.Bytes()), -1)
	if len(lines) != 3 || lines[0] == lines[1] || lines[1] == lines[2] {
		t.Errorf("%q", lines)
	}
}
