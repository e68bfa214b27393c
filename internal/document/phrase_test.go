package document_test

import (
	"strings"
	"testing"

	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
)

func TestPhrase_Text_case(t *testing.T) {
	w := catalog(t, map[string]string{"t.hello": "Hello", "t.of": "%d of %d", "t.day.one": "%d day", "t.day.other": "%d days"})
	l := document.Label
	for name, c := range map[string]struct {
		phrase document.Phrase
		want   string
	}{
		"label":         {l("t.hello"), "Hello"},
		"numbers":       {l("t.of", 2, 3), "2 of 3"},
		"one":           {document.Count("t.day", 1), "1 day"},
		"many":          {document.Count("t.day", 0), "0 days"},
		"number":        {document.Number(-4), "-4"},
		"minutes":       {document.Minutes(20), "20 minutes"},
		"joined":        {document.Join(l("t.hello"), document.Phrase{}, document.Number(1)), "Hello 1"},
		"dotted":        {document.Dots(document.Phrase{}, l("t.hello"), document.Number(1)), "Hello · 1"},
		"styled":        {l("t.hello").Strong().Quiet(), "Hello"},
		"nothing":       {document.Phrase{}, ""},
		"under review":  {document.Part(0), ""},
		"unknown key":   {document.Join(l("Aaliyah rang"), document.Number(1)), " 1"},
		"unknown count": {document.Count("Aaliyah rang", 2), ""},
	} {
		if got := c.phrase.Text(w); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPhrase_Runs_keep_style_of_each_piece(t *testing.T) {
	w := catalog(t, map[string]string{"t.a": "a", "t.b": "b"})
	base := document.Label("t.a")
	got := document.Join(base.Strong(), document.Label("t.b").Quiet(), base).Runs(w)
	want := []document.Run{{Text: "a", Strong: true}, {Text: " "}, {Text: "b", Quiet: true}, {Text: " "}, {Text: "a"}}
	if len(got) != len(want) {
		t.Fatalf("%v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("run %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

func TestHeaderValue_Text_case(t *testing.T) {
	w := catalog(t, map[string]string{"t.x": "individual"})
	for name, c := range map[string]struct {
		value document.HeaderValue
		want  string
	}{
		"date":          {document.Date(2026, 11, 26), "Thursday 26 November 2026"},
		"leap day":      {document.Date(2028, 2, 29), "Tuesday 29 February 2028"},
		"beyond month":  {document.Date(2026, 2, 30), "Monday 2 March 2026"},
		"month 13":      {document.Date(2026, 13, 1), "Friday 1 January 2027"},
		"party":         {document.Party("Ruth\u202e\n Okafor"), "Ruth\nOkafor"},
		"party, dotted": {document.Party("Ruth").Dot(document.Value(document.Label("t.x"))), "Ruth · individual"},
		"nothing":       {document.HeaderValue{}.Dot(document.Party("Ruth")), "Ruth"},
	} {
		if got := c.value.Text(w); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPart_writes_approved_words(t *testing.T) {
	doc := approve(document.Draft{Title: document.Part(0)}, approved(t, "we talked about the meeting"))
	if got := writeText(t, doc, catalog(t, nil)); !strings.Contains(got, "talked about the meeting") {
		t.Errorf("%q", got)
	}
}

func TestDocument_Validate_case(t *testing.T) {
	w := catalog(t, map[string]string{"t.ok": "fine", "t.number": "%d", "t.name": "%s"})
	ok, unknown := document.Label("t.ok"), document.Label("no.such")
	title := func(blocks ...document.Block) document.Draft {
		return document.Draft{Title: ok, Blocks: blocks}
	}
	for name, c := range map[string]struct {
		doc  document.Draft
		want bool
	}{
		"least":          {title(), true},
		"all":            {title(document.Heading{Text: ok}, document.Rule{}, document.Paragraph{Text: ok}), true},
		"no title":       {document.Draft{}, false},
		"unknown title":  {document.Draft{Title: unknown}, false},
		"heading":        {title(document.Heading{Text: unknown}), false},
		"paragraph":      {title(document.Paragraph{Text: unknown}), false},
		"item":           {title(document.List{Items: []document.Item{{Text: unknown}}}), false},
		"under":          {title(document.List{Items: []document.Item{{Text: ok, Under: []document.Phrase{unknown}}}}), false},
		"column":         {title(document.Table{Columns: []document.Column{{Head: unknown}}}), false},
		"cell":           {title(document.Table{Columns: []document.Column{{Head: ok}}, Rows: [][]document.Phrase{{unknown}}}), false},
		"too many cells": {title(document.Table{Columns: []document.Column{{Head: ok}}, Rows: [][]document.Phrase{{ok, ok}}}), false},
		"role":           {title(document.Signatures{Places: []document.Signature{{Role: unknown}}}), false},
		"signer":         {title(document.Signatures{Places: []document.Signature{{Name: document.Value(unknown)}}}), false},
		"field":          {document.Draft{Title: ok, Header: []document.Field{{Name: unknown}}}, false},
		"value":          {document.Draft{Title: ok, Header: []document.Field{{Value: document.Value(unknown)}}}, false},
		"footer":         {document.Draft{Title: ok, Footer: unknown}, false},
		"number missing": {document.Draft{Title: document.Label("t.number")}, true},
		"number too few": {document.Draft{Title: document.Dots(document.Label("t.number", 1, 2))}, false},
		"verb for words": {document.Draft{Title: document.Label("t.name", 1)}, false},
	} {
		err := c.doc.Validate(w)
		if (err == nil) != c.want || err != nil && fault.KindOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestDocument_Validate_tells_no_key(t *testing.T) {
	err := document.Draft{Title: document.Label("Aaliyah rang")}.Validate(catalog(t, nil))
	if err == nil || strings.Contains(err.Error(), "Aaliyah") {
		t.Errorf("%v", err)
	}
}

func TestFileName_case(t *testing.T) {
	for want, got := range map[string]string{
		"supervision-in-numbers-2026-11-22.pdf": document.FileName(document.Numbers, 2026, 11, 22, formats.PDF),
		"agenda-2026-01-02.txt":                 document.FileName(document.Agenda, 2026, 1, 2, formats.Text),
		"session-2026-01-02.pdf":                document.FileName(document.Session, 2026, 1, 2, formats.PDF),
		"reflection-2026-01-02.pdf":             document.FileName(document.Reflection, 2026, 1, 2, formats.PDF),
		"case-presentation-2026-01-02.docx":     document.FileName(document.Case, 2026, 1, 2, formats.DOCX),
		"copy-0001-01-01.txt":                   document.FileName(200, 1, 1, 1, formats.Text),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
