package notes

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"aftershift/internal/fault"
)

var ctx = context.Background()

// docx packs parts into a document.
func docx(t testing.TB, parts map[string]string) string {
	t.Helper()
	out := new(bytes.Buffer)
	w := zip.NewWriter(out)
	for name, text := range parts {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const tracked = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>After the visit</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">I stayed </w:t></w:r><w:del w:author="X"><w:r><w:delText>with Wren Oakes </w:delText></w:r></w:del><w:ins><w:r><w:t>too long</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>
<w:moveFrom><w:p><w:r><w:t>moved away</w:t></w:r></w:p></w:moveFrom>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>`

func read(t *testing.T, files map[string]string) Found {
	t.Helper()
	f := fstest.MapFS{}
	for name, text := range files {
		f[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o600}
	}
	found, err := Read(ctx, f, ".", nil)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Each format is read as its program writes it.
func TestRead_formats(t *testing.T) {
	utc := func(s string) time.Time { at, _ := time.Parse(time.RFC3339, s); return at }
	for name, c := range map[string]struct {
		file, text string
		want       []Note
	}{
		"plain":    {"Monday 2026-03-12.txt", "Late home.\r\n", []Note{{Title: "Monday", Text: "Late home.", Day: "2026-03-12"}}},
		"UTF-16":   {"a.txt", "\xff\xfeH\x00i\x00", []Note{{Title: "a", Text: "Hi"}}},
		"markdown": {"x.md", "# A visit\n\nI stayed.\n\n![](pics/a.png)", []Note{{Title: "A visit", Text: "I stayed.\n\n![](pics/a.png)", Beside: []string{"a.png"}}}},
		"joplin": {
			"Joplin.md", "---\ntitle: A visit\nupdated: 2021-05-02 09:00:00Z\ncreated: 2021-05-01 23:40:00Z\nlatitude: 1.5\naltitude: 0.0\nmood: calm\nauthor: \naliases: []\ndraft: false\ntags:\n  - work\n  - court day\n---\n\nI stayed.\n\n[paper](../_resources/ab.pdf)",
			[]Note{{Title: "A visit", Text: "I stayed.\n\n[paper](../_resources/ab.pdf)", At: utc("2021-05-01T23:40:00Z"), UTC: true, Tags: []string{"court day", "work"}, Beside: []string{"ab.pdf"}, Left: []string{"latitude", "mood", "updated"}}},
		},
		"joplin, raw": {
			"raw/0011.md", "A visit\n\nI stayed.\nnot: a property?\n\nid: 0011\nparent_id: 0022\ncreated_time: 2022-06-17T11:59:14.223Z\nuser_created_time: 2022-06-16T23:10:00.000Z\nlatitude: 0.00000000\nauthor: \ntype_: 1",
			[]Note{{Title: "A visit", Text: "I stayed.\nnot: a property?", At: utc("2022-06-16T23:10:00Z"), UTC: true}},
		},
		"joplin, by minutes": {
			"J.md", "---\ntitle: Joplin Interop\ncreated: 1970-01-01 00:00Z\ntags:\n- export\n- import\n---\n\nNote body\n",
			[]Note{{Title: "Joplin Interop", Text: "Note body", At: utc("1970-01-01T00:00:00Z"), UTC: true, Tags: []string{"export", "import"}}},
		},
		"obsidian": {
			"Daily/2026-03-12.md", "---\ndate: 2026-03-11\ntags: [team, \"#night\"]\n---\nRang #on-call. ![[scan.jpg|300]] [[Other note]]",
			[]Note{{Text: "Rang #on-call. ![[scan.jpg|300]] [[Other note]]", Day: "2026-03-11", Tags: []string{"night", "on-call", "team"}, Beside: []string{"scan.jpg"}}},
		},
		"no front matter": {"a.md", "---\nNot: [yaml\n---\nText", []Note{{Title: "a", Text: "---\nNot: [yaml\n---\nText"}}},
		"offset":          {"a.md", "---\ndate: 2026-03-12T23:30:00+11:00\n---\nx", []Note{{Title: "a", Text: "x", At: utc("2026-03-12T23:30:00+11:00")}}},
		"day one": {
			"Journal.json", `{"metadata":{"version":"1.0"},"entries":[{"uuid":"A","creationDate":"2019-11-23T23:06:19Z","timeZone":"Australia\/Sydney","text":"# Long day\n\nIt was late\\. Very\\!\n\ufffc![](dayone-moment:\/\/ABC)\nEnd.","tags":["work"],"photos":[{"identifier":"ABC","md5":"ff","type":"jpeg"}],"starred":true,"modifiedDate":"2020-01-01T00:00:00Z","location":{"placeName":"Home","latitude":1},"weather":{"temperatureCelsius":3}}]}`,
			[]Note{{Title: "Long day", Text: "It was late. Very!\n[ff.jpeg]\nEnd.", At: utc("2019-11-23T23:06:19Z"), UTC: true, Zone: "Australia/Sydney", Tags: []string{"work"}, Beside: []string{"ff.jpeg"}, Left: []string{"location", "modifiedDate", "starred"}}},
		},
		"day one, a picture alone": {
			"Journal.json", `{"entries":[{"creationDate":"2024-07-02T10:00:00Z","photos":[{"md5":"aa","type":"jpeg"}]}]}`,
			[]Note{{Text: "[aa.jpeg]", At: utc("2024-07-02T10:00:00Z"), UTC: true, Beside: []string{"aa.jpeg"}}},
		},
		"a clipping": {
			"c.md", "---\nsource: https://example.org/a\npeople: [Tom Reyes]\n---\nRead it.",
			[]Note{{Title: "c", Text: "Read it.\n\nhttps://example.org/a", People: []string{"Tom Reyes"}}},
		},
		"jrnl": {
			"jrnl.json", `{"tags":{"@work":1},"entries":[{"title":"Long day.","body":"It was late.","date":"2020-08-29","time":"23:11","tags":["@work"],"starred":false},{"title":"Only this.","body":"","date":"2020-08-30","time":"01:00","tags":[]}]}`,
			[]Note{{Title: "Long day.", Text: "It was late.", At: utc("2020-08-29T23:11:00Z"), Tags: []string{"work"}}, {Text: "Only this.", At: utc("2020-08-30T01:00:00Z")}},
		},
		"table and text box": {
			"T.docx", docx(t, map[string]string{"word/document.xml": `<d xmlns:w="x"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>What</w:t></w:r></w:p><w:p><w:r><w:t>next</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>Monday</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Once.</w:t></mc:Choice><mc:Fallback><w:t>Once.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></d>`}),
			[]Note{{Title: "T", Text: "Day\tWhat next\nMonday\nOnce."}},
		},
		"rednotebook": {
			"2010-11.txt", "24: {text: 'Late. #visit [\"\"file:///home/x/pic\"\".jpg]'}\n25:\n  Tags: {night: null}\n  text: Slept.\n",
			[]Note{{Text: "Late. #visit [\"\"file:///home/x/pic\"\".jpg]", Day: "2010-11-24", Tags: []string{"visit"}, Beside: []string{"pic.jpg"}}, {Text: "Slept.\n\nTags\n- night", Day: "2010-11-25", Tags: []string{"Tags"}}},
		},
		"document": {
			"Visit.docx", docx(t, map[string]string{
				"word/document.xml": tracked, "word/header1.xml": `<w:hdr xmlns:w="x"><w:p><w:r><w:t>Oakes file</w:t></w:r></w:p></w:hdr>`,
				"word/comments.xml": `<c xmlns:w="x"><w:t>who?</w:t></c>`, "word/footnotes.xml": `<c xmlns:w="x"><w:t> </w:t></c>`, "word/media/image1.png": "x",
				"docProps/core.xml": `<c><dcterms:created xsi:type="x">2026-03-12T23:30:00Z</dcterms:created></c>`,
			}),
			[]Note{{Title: "Visit", Text: "## After the visit\nI stayed too long.\n\na", At: utc("2026-03-12T23:30:00Z"), UTC: true, Beside: []string{"image1.png"}, Hidden: []Hidden{Comments, Deleted, Headers, Invisible}}},
		},
	} {
		found := read(t, map[string]string{c.file: c.text})
		for i := range found.Notes {
			if found.Notes[i].File != c.file {
				t.Errorf("%s: file %q", name, found.Notes[i].File)
			}
			found.Notes[i].File = ""
			if len(found.Notes[i].Tags) == 0 {
				found.Notes[i].Tags = nil
			}
			if len(found.Notes[i].Left) == 0 {
				found.Notes[i].Left = nil
			}
			if len(found.Notes[i].Beside) == 0 {
				found.Notes[i].Beside = nil
			}
			if name == "document" {
				found.Notes[i].Text = strings.TrimSpace(strings.ReplaceAll(found.Notes[i].Text, "\n\n\n", "\n\n"))
			}
		}
		if !reflect.DeepEqual(found.Notes, c.want) || len(found.Skipped) > 0 {
			t.Errorf("%s:\n got %+v, skipped %v\nwant %+v", name, found.Notes, found.Skipped, c.want)
		}
	}
}

// What is broken, too large, or no file at all is told, and the rest is read.
func TestRead_hostile_files(t *testing.T) {
	bomb := docx(t, map[string]string{"word/document.xml": "<w:document>" + strings.Repeat("<w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t>", 1<<20)})
	files := fstest.MapFS{
		"good.md":                         {Data: []byte("Good."), Mode: 0o600},
		"binary.txt":                      {Data: []byte("\x00\x01\xff\xfe\xfd"), Mode: 0o600},
		"windows.txt":                     {Data: []byte("caf\xe9"), Mode: 0o600},
		"broken.json":                     {Data: []byte(`{"entries":[{`), Mode: 0o600},
		"other.json":                      {Data: []byte(`{"a":1}`), Mode: 0o600},
		"deep.json":                       {Data: []byte(`{"entries":` + strings.Repeat("[", 50000)), Mode: 0o600},
		"nodate.json":                     {Data: []byte(`{"entries":[{"text":"x"}]}`), Mode: 0o600},
		"not.docx":                        {Data: []byte("PK"), Mode: 0o600},
		"bomb.docx":                       {Data: []byte(bomb), Mode: 0o600},
		"nested.docx":                     {Data: []byte(docx(t, map[string]string{"word/document.xml": strings.Repeat("<a>", 5000)})), Mode: 0o600},
		"entity.docx":                     {Data: []byte(docx(t, map[string]string{"word/document.xml": `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:t>&a;</w:t>`})), Mode: 0o600},
		"pipe.txt":                        {Mode: fs.ModeNamedPipe | 0o600},
		"device.txt":                      {Mode: fs.ModeDevice | 0o600},
		"link.txt":                        {Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink | 0o777},
		"picture.png":                     {Data: []byte("x"), Mode: 0o600},
		".obsidian/app.json":              {Data: []byte("{}"), Mode: 0o600},
		"large.md":                        {Data: bytes.Repeat([]byte("a"), MaxText+1), Mode: 0o600},
		"aliases.md":                      {Data: []byte("---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e]\n---\nText"), Mode: 0o600},
		strings.Repeat("d/", 40) + "x.md": {Data: []byte("deep"), Mode: 0o600},
	}
	found, err := Read(ctx, files, ".", nil)
	if err != nil {
		t.Fatal(err)
	}
	why := map[string]Why{}
	for _, s := range found.Skipped {
		why[s.File] = s.Why
	}
	for name, want := range map[string]Why{
		"binary.txt": NotText, "windows.txt": NotText, "broken.json": Broken, "other.json": Unknown, "deep.json": Broken, "nodate.json": Broken, "not.docx": Broken,
		"bomb.docx": TooLarge, "nested.docx": Broken, "entity.docx": Broken, "pipe.txt": NotPlain, "device.txt": NotPlain, "link.txt": NotPlain,
		"picture.png": Unknown, "large.md": TooLarge, strings.TrimSuffix(strings.Repeat("d/", 33), "/"): TooDeep,
	} {
		if why[name] != want {
			t.Errorf("%s: %q, want %q", name, why[name], want)
		}
		delete(why, name)
	}
	if len(why) > 0 {
		t.Errorf("left out too: %v", why)
	}
	if len(found.Notes) != 2 || !slices.ContainsFunc(found.Notes, func(n Note) bool { return n.Text == "Good." }) {
		t.Errorf("%d notes", len(found.Notes))
	}
}

// Reading stops when it is told to.
func TestRead_stops(t *testing.T) {
	stopped, stop := context.WithCancel(ctx)
	stop()
	files := fstest.MapFS{}
	for i := range 10 {
		files[fmt.Sprint(i, ".md")] = &fstest.MapFile{Data: []byte("x"), Mode: 0o600}
	}
	if _, err := Read(stopped, files, ".", nil); !errors.Is(err, fault.Cancelled) {
		t.Errorf("%v", err)
	}
}

// Nothing that anybody puts into a file makes reading it panic.
func FuzzRead(f *testing.F) {
	f.Add("a.md", "---\ntitle: x\n---\ny")
	f.Add("2010-11.txt", "24: {text: x}")
	f.Add("a.json", `{"entries":[{"creationDate":"2019-11-23T23:06:19Z","text":"x"}]}`)
	f.Add("a.docx", docx(f, map[string]string{"word/document.xml": tracked}))
	f.Fuzz(func(t *testing.T, name, text string) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		files := fstest.MapFS{name: {Data: []byte(text), Mode: 0o600}}
		if _, err := Read(ctx, files, ".", nil); err != nil {
			t.Fatal(err)
		}
	})
}
