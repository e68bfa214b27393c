package figures

import (
	"aftershift/internal/redact/evidence"
	"aftershift/internal/redact/lex"
	"aftershift/internal/redact/page"
)

// ageLabel reports whether a form's label stands before the number at i: "Age:
// (9)", "Age (14)", "Age/sex: 9".
// A sign must stand between; "age 14" is weighed by ageWeight. A number that begins
// a line belongs to no label.
func ageLabel(pg *page.Page, i int) bool {
	signs := 0
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		switch t := &pg.Tokens[j]; {
		case t.Is("age"):
			return signs > 0
		case pg.Tokens[j+1].Lines > 0:
			return false
		case t.Fold == ":" || t.Fold == "(" || t.Fold == "[" || t.Fold == "=" || t.Fold == "/" || t.Is("sex") || t.Is("gender"):
			signs++
		default:
			return false
		}
	}
	return false
}

// sexes are what stands beside an age on forms.
var sexes = lex.SetOf("m f male female")

// labelledAge reads an age that what stands right beside it tells: "M/43", "27/F",
// "9th birthday". It gives the row that speaks for it and its last token.
// Beside a sex nothing above 115 is an age.
func labelledAge(pg *page.Page, i int) (evidence.Row, int) {
	t := &pg.Tokens[i]
	if t.Taken || t.Stays || t.Kind == lex.KindPunct {
		return evidence.None, i
	}
	if t.Kind == lex.KindNumber && t.Runes <= 3 && lex.Number(t.Fold) <= 115 && (sexBeside(pg, i, -1) || sexBeside(pg, i, 1)) {
		return evidence.AgeBeside, i
	}
	last := i
	if t.Kind == lex.KindWord && lex.NumberValues.Of(t.Fold) >= 20 && i+2 < len(pg.Tokens) {
		if last++; pg.Tokens[last].Fold == "-" {
			last++
		}
	}
	if o := &pg.Tokens[last]; o.Kind == lex.KindMixed && lex.OrdinalForm(o.Fold) || o.Kind == lex.KindWord && ordinalAges.Has(o.Fold) {
		if n := pg.After(last, 1); n != nil && n.Lines == 0 && (n.Is("birthday") || n.Is("bday") || n.Is("birthdays")) {
			return evidence.AgeBirthday, last
		}
		if birthdayMeant(pg, i, last) {
			return evidence.AgeBirthdayMeant, last
		}
	}
	return evidence.None, i
}

// ordinalAges are ordinals in words that may count a birthday; those in figures are
// told by their form.
var ordinalAges = lex.SetOf("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth " +
	"twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth")

// sexBeside reports whether a slash on the side joins the number at i to a sex. In
// "Flat 2, 3/F" it tells a floor.
func sexBeside(pg *page.Page, i, side int) bool {
	j, k := i+side, i+2*side
	if k < 0 || k >= len(pg.Tokens) || pg.Tokens[j].Fold != "/" || pg.Tokens[max(i, k)].Lines > 0 || pg.Tokens[max(i, j)].Lines > 0 {
		return false
	}
	t := &pg.Tokens[k]
	if side > 0 && i > 0 && pg.Tokens[i-1].Fold == "," && i > 2 && (page.Flats.Has(pg.Tokens[i-3].Fold) || page.Flats.Has(pg.Tokens[i-2].Fold)) {
		return false // a floor
	}
	// A single small letter is no sex: "27/f".
	return sexes.Has(t.Fold) && (t.Runes > 1 || t.Shape == lex.ShapeUpper)
}

// cell is the tokens from first to before end between two bars of a line.
type cell struct{ first, end int }

// tableAges finds ages by the heading of their column or their row, in tables
// whose cells stand between bars.
// A heading in a line's first cell is the row's; in any other it is the column's, up
// to a line with fewer than two cells.
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
// It lets be a cell with any other word in it, or of more than four tokens.
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
