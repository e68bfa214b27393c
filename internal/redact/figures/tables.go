package figures

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// cell is the tokens from first to before end between two bars of a line.
type cell struct{ first, end int }

// tableAges finds ages by the heading of their column or their row, in tables
// whose cells stand between bars.
func tableAges(pg *page.Page) {
	ts := pg.Tokens
	column := -1
	for i := 0; i < len(ts); {
		line, end := cellsOf(ts, i)
		i = end
		if len(line) < 2 {
			column = -1
			continue
		}
		if column >= 0 && column < len(line) {
			ageCell(pg, line[column])
		}
		for n, c := range line {
			if c.end != c.first+1 || !ageHeads.Has(ts[c.first].Fold) {
				continue
			}
			if column = n; n > 0 {
				break
			}
			column = -1
			for _, c := range line[1:] {
				ageCell(pg, c)
			}
		}
	}
}

// ageHeads are what heads a column or a row of ages.
var ageHeads = lex.SetOf("age ages aged yrs years")

// cellsOf gives the cells of the line that token i begins, without an empty one
// before the first bar, and the next line's first token. A line without bars has
// no more than one cell.
func cellsOf(ts []lex.Token, i int) ([]cell, int) {
	var cells []cell
	from, j := i, i
	for ; j < len(ts) && (j == i || ts[j].Lines == 0); j++ {
		if ts[j].Fold != "|" {
			continue
		}
		if j > i {
			cells = append(cells, cell{from, j})
		}
		from = j + 1
	}
	if from < j {
		cells = append(cells, cell{from, j})
	}
	return cells, j
}

// ageCell takes a cell that is an age and nothing else.
func ageCell(pg *page.Page, c cell) {
	if c.first >= c.end || c.end-c.first > 4 {
		return
	}
	for j := c.first; j < c.end; j++ {
		if t := &pg.Tokens[j]; t.Taken || t.Kind == lex.KindWord && !t.Has(lex.MarkNumber) && lex.AgeUnits.Of(t.Fold) == "" {
			return
		}
	}
	if q := &pg.Tokens[c.first]; q.Kind == lex.KindPunct || q.Kind == lex.KindNumber && q.Runes > 3 {
		return
	}
	pg.Take(evidence.AgeTable, c.first, c.end-1, lex.TypeAge)
}
