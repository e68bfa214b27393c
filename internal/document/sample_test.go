package document_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"testing/fstest"

	"aftershift/internal/document"
	"aftershift/internal/document/pdf"
	"aftershift/internal/document/text"
	"aftershift/internal/redact"
	"aftershift/internal/words"
)

// catalog gives the product's own words with further ones beside them.
func catalog(t testing.TB, more map[string]string) *words.Catalog {
	t.Helper()
	own, err := os.ReadFile("../../assets/locale/en/document.json")
	if err != nil {
		t.Fatal(err)
	}
	extra, err := json.Marshal(more)
	if err != nil {
		t.Fatal(err)
	}
	c, err := words.Load(fstest.MapFS{"en/document.json": {Data: own}, "en/more.json": {Data: extra}}, "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var sampleWords = map[string]string{
	"s.title":      "Supervision agenda",
	"s.when":       "When",
	"s.with":       "With",
	"s.from":       "From",
	"s.kind":       "individual, clinical",
	"s.time":       "%02d:%02d",
	"s.items":      "What I want to bring",
	"s.i1":         "A visit that frightened me",
	"s.i1q":        "Was I right to stay? How do I name the fear without it reading as a complaint?",
	"s.i2":         "Speaking up",
	"s.i2q":        "Colleague B from a school rang about Child A, and I said nothing about the chronology in the meeting in early March.",
	"s.decision":   "decision",
	"s.advice":     "advice",
	"s.supportive": "Supportive",
	"s.learning":   "Educational",
	"s.note":       "What I noticed",
	"s.body":       "I stayed on a visit to Parent A at their home when Grandparent A stood in the doorway. I felt Łukasz’s words — “ề, ử, ậ” — were not what she needed from me in that moment, and I went back to the office thinking about what it would have taken to say so out loud.\n\nThe second thing is smaller: I want to remember what worked.",
	"s.actions":    "Actions",
	"s.action":     "Action",
	"s.who":        "Who",
	"s.due":        "Due",
	"s.a1":         "Ask the duty desk how two-person visits are booked, and write down what they say",
	"s.a2":         "Find the lone working policy",
	"s.me":         "me",
	"s.supervisor": "supervisor",
	"s.next":       "next session",
	"s.later":      "end of month",
	"s.agreed":     "Agreed",
}

// approve approves a draft.
func approve(d document.Draft, texts ...redact.Text) document.Document {
	doc, err := d.Approve(texts)
	if err != nil {
		panic(err)
	}
	return doc
}

// sample is an agenda as a supervisor would get it.
func sample() document.Document { return approve(drafted()) }

func drafted() document.Draft {
	l := document.Label
	return document.Draft{
		Title: l("s.title"),
		Header: []document.Field{
			{Name: l("s.when"), Value: document.Date(2026, 11, 26).Dot(document.Value(l("s.time", 10, 0)))},
			{Name: l("s.with"), Value: document.Party("Ruth Okafor").Dot(document.Value(document.Dots(l("s.kind"), document.Minutes(60))))},
			{Name: l("s.from"), Value: document.Party("Sam Bright")},
		},
		Blocks: []document.Block{
			document.Heading{Level: 1, Text: l("s.items")},
			document.List{Numbered: true, Items: []document.Item{
				{Text: l("s.i1").Strong(), Under: []document.Phrase{l("s.i1q"), document.Dots(l("s.decision"), l("s.supportive"), document.Minutes(20)).Quiet()}},
				{Text: l("s.i2").Strong(), Under: []document.Phrase{l("s.i2q"), document.Dots(l("s.advice"), l("s.learning"), document.Minutes(1)).Quiet()}},
			}},
			document.Heading{Level: 2, Text: l("s.note")},
			document.Paragraph{Text: l("s.body")},
			document.Rule{},
			document.Heading{Level: 1, Text: l("s.actions")},
			document.Table{
				Columns: []document.Column{{Head: l("s.action"), Weight: 4}, {Head: l("s.who"), Weight: 1}, {Head: l("s.due"), Weight: 1}},
				Rows:    [][]document.Phrase{{l("s.a1"), l("s.me"), l("s.next")}, {l("s.a2"), l("s.supervisor"), l("s.later")}},
			},
			document.Heading{Level: 3, Text: l("s.agreed")},
			document.List{Items: []document.Item{{Text: l("s.a2")}, {Text: document.Join(l("s.me"), document.Number(3))}}},
			document.Signatures{Places: []document.Signature{
				{Role: l("s.supervisor"), Name: document.Party("Ruth Okafor")},
				{Role: l("s.me"), Name: document.Party("Sam Bright")},
			}},
		},
	}
}

// longer is the sample with its body many times over, for page breaks.
func longer(times int) document.Document {
	d := drafted()
	body := d.Blocks
	for range times - 1 {
		d.Blocks = append(d.Blocks, body...)
	}
	table := body[6].(document.Table)
	rows := table.Rows
	for range 12 * times {
		table.Rows = append(table.Rows, rows...)
	}
	d.Blocks = append(d.Blocks, table)
	return approve(d)
}

func writePDF(t testing.TB, d document.Document, w document.Words) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d, w); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func writeText(t testing.TB, d document.Document, w document.Words) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Write(&b, d, w); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// approved gives words that went through a review, without any list of names. The
// few plain words of these tests are known: a word in no list is taken for a name.
func approved(t testing.TB, words string) redact.Text {
	t.Helper()
	lists, err := redact.LoadLists(fstest.MapFS{"common.txt": {Data: []byte("[common]\nabout, meeting, talked\n[function]\nthe, we\n")}})
	if err != nil {
		t.Fatal(err)
	}
	review := redact.NewEngine(lists).Scan([]redact.Part{{Key: "text", Text: words}}, redact.Options{})
	review.MaskAll()
	texts, err := review.Approve()
	if err != nil || len(texts) != 1 {
		t.Fatal(err)
	}
	return texts[0]
}
