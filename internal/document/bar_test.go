package document_test

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"aftershift/internal/chart"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
)

// barred is a table of marks, with bars or without.
func barred(bars []float64) document.Draft {
	l := document.Label
	return document.Draft{Title: l("s.title"), Blocks: []document.Block{document.Together{Blocks: []document.Block{document.Table{
		Columns: []document.Column{{Head: l("s.action"), Weight: 4}, {Head: l("s.who"), Weight: 1}},
		Rows:    [][]document.Phrase{{l("s.a1"), document.Number(7)}, {l("s.a2"), document.Number(4)}, {l("s.later"), document.Number(0)}},
		Bars:    bars,
	}}}}}
}

// A bar is drawn where the format draws, says nothing of its own, is no picture that
// could hide words, and leaves what is read back as it is without.
func TestTable_bars(t *testing.T) {
	w := catalog(t, sampleWords)
	for _, format := range formats.All() {
		var plain, drawn bytes.Buffer
		for file, bars := range map[*bytes.Buffer][]float64{&plain: nil, &drawn: {7.4, 4}} {
			if err := format.Write(file, approve(barred(bars)), w); err != nil {
				t.Fatalf("%s: %v", format, err)
			}
		}
		if same := bytes.Equal(plain.Bytes(), drawn.Bytes()); same == format.Draws {
			t.Errorf("%s: draws %v, and the same file without bars: %v", format, format.Draws, same)
		}
		without, err := format.Read(plain.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		with, err := format.Read(drawn.Bytes())
		if err != nil || !with.Bare() || !reflect.DeepEqual(strings.Fields(with.Text), strings.Fields(without.Text)) {
			t.Errorf("%s reads %+v, %v, want %+v", format, with, err, without)
		}
	}
}

// A preview knows of the bars what the formats draw.
func TestTable_bars_in_lines(t *testing.T) {
	lines, err := barred([]float64{7.4, -1}).Lines(catalog(t, sampleWords))
	if err != nil {
		t.Fatal(err)
	}
	var bars []float64
	for _, l := range lines {
		if l.Kind == document.RowLine {
			bars = append(bars, l.Bar)
		}
	}
	if !reflect.DeepEqual(bars, []float64{7.4, 0, 0}) {
		t.Errorf("bars %v", bars)
	}
	table := document.Table{Bars: []float64{7.4}}
	drawn := table.Drawn(0, 100)
	if n := len(drawn.Shapes); n != 2 || drawn.Shapes[1].Box.W != 74 || document.Shade(drawn.Shapes[1].Ink) == document.Shade(chart.Ink{Role: chart.Track}) {
		t.Errorf("drawn %+v", drawn)
	}
	if len(table.Drawn(1, 100).Shapes) > 0 {
		t.Error("a row without a bar has one")
	}
}

// A drawing that holds words is a picture, whose words must be looked for.
func TestHTML_drawing_with_words_is_a_picture(t *testing.T) {
	for of, want := range map[string]int{
		`<rect width="1.0" height="1.0" fill="#000000"/>`:                             0,
		`<rect width="1.0" height="1.0" fill="#000000"/><text>Maureen</text>`:         1,
		`<rect width="1.0" height="1.0" fill="#000000"><title>Maureen</title></rect>`: 1,
		`<image href="x"/>`: 1,
	} {
		c, err := formats.HTML.Read([]byte(`<!doctype html><body><h1>A</h1><svg viewBox="0 0 200 4" aria-hidden="true">` + of + `</svg>`))
		if err != nil || c.Images != want || want == 0 && !c.Bare() {
			t.Errorf("%s: %+v, %v", of, c, err)
		}
		if strings.Contains(of, "Maureen") && !strings.Contains(fmt.Sprint(c), "Maureen") {
			t.Errorf("%s: its words are not read: %+v", of, c)
		}
	}
}
