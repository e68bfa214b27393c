package docx

import (
	"fmt"
	"strings"

	"aftershift/internal/document"
)

// margin is what stays free at each side, in twentieths of a point.
const margin = 1134

// textWidth returns what the page leaves between the margins, in twentieths of a point.
func (s *sheet) textWidth() int { return int(document.PaperOf(s.words).Width*20) + 1 - 2*margin }

// Table sets the rows below the headings of their columns, which stand again at the
// top of each page.
func (s *sheet) Table(t document.Table) {
	if len(t.Columns) == 0 {
		return
	}
	widths := shares(t.Columns, s.textWidth())
	var b strings.Builder
	b.WriteString(tableHead + `<w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	heads := make([]document.Phrase, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head.Strong()
	}
	b.WriteString(s.row(`<w:cantSplit/><w:tblHeader/>`, heads, widths))
	for _, r := range t.Rows {
		b.WriteString(s.row(`<w:cantSplit/>`, r, widths))
	}
	b.WriteString(`</w:tbl>`)
	// Two tables that touch are one, and a document can't end with one.
	s.parts = append(s.parts, b.String(), `<w:p><w:pPr><w:pStyle w:val="Gap"/>`+keepPlace+`</w:pPr></w:p>`)
}

func (s *sheet) row(properties string, cells []document.Phrase, widths []int) string {
	var b strings.Builder
	b.WriteString(`<w:tr><w:trPr>` + properties + `</w:trPr>`)
	for i, w := range widths {
		var runs []document.Run
		if i < len(cells) {
			runs = cells[i].Runs(s.words)
		}
		fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>`, w, paragraph("Cell", "", inline(runs)))
	}
	return b.String() + `</w:tr>`
}

// least is how wide a column is at least where there is room for that.
const least = 800

// shares gives each column its part of the width by weight.
func shares(columns []document.Column, width int) []int {
	floor := min(least, width/len(columns))
	total := 0
	for _, c := range columns {
		total += max(1, c.Weight)
	}
	widths := make([]int, len(columns))
	for i, c := range columns {
		widths[i] = floor + (width-floor*len(columns))*max(1, c.Weight)/total
	}
	return widths
}
