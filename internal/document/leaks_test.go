package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"aftershift/internal/document"
)

func TestDocument_Leaks_case(t *testing.T) {
	w := catalog(t, map[string]string{"t.title": "Agenda for May", "t.with": "With"})
	d := approve(document.Draft{
		Title: document.Label("t.title"),
		Header: []document.Field{
			{Name: document.Label("t.with"), Value: document.Party("Ruth Okafor").Dot(document.Date(2026, 11, 26))},
		},
		Blocks: []document.Block{
			document.List{Numbered: true, Items: []document.Item{{Text: document.Part(0)}}},
			document.Signatures{Places: []document.Signature{{Role: document.Label("t.with"), Name: document.Party("Ruth Okafor")}}},
		},
	}, approved(t, "we spoke about the meeting"))
	file := readPDF(t, writePDF(t, d, w))
	plain := document.Contents{Text: writeText(t, d, w)}
	for name, c := range map[string]struct {
		words string
		more  string // put into the body as if it had slipped through
		want  bool
	}{
		"party in header":        {"Ruth", "", false},
		"party in body":          {"Ruth", "Ruth said so", true},
		"party, broken, in body": {"Ruth Okafor", "Ruth\nOkafor", true},
		"day in header":          {"26 November", "", false},
		"day in body":            {"26 November", "on 26 November", true},
		"product word":           {"May", "", false},
		"product word in body":   {"May", "May rang", true},
		"item's number":          {"1", "", false},
		"signature label":        {"Signed", "", false},
		"approved words":         {"meeting", "", true},
		"somebody":               {"Yusuf", "yusuf", true},
		"nobody":                 {"Yusuf", "", false},
	} {
		for format, contents := range map[string]document.Contents{"pdf": file, "text": plain} {
			contents.Text += c.more
			if got := d.Leaks(contents, w, []string{"Nobody Here", c.words}); (len(got) == 1 && got[0].Word == 1) != c.want {
				t.Errorf("%s, %s: %v, want %v", name, format, got, c.want)
			}
		}
	}
}

func TestDocument_Leaks_in_margins_and_metadata(t *testing.T) {
	w := catalog(t, sampleWords)
	d := sample()
	c := readPDF(t, writePDF(t, longer(2), w))
	c.Text = ""
	c.Margins += "for Tomasz"
	c.Metadata["object 1 /Author"] = "Ruth Okafor"
	if diff := cmp.Diff([]document.Leak{{Word: 0}, {Word: 2}}, d.Leaks(c, w, []string{"Ruth", "Sam", "Tomasz", "record"})); diff != "" {
		t.Error(diff)
	}
}
