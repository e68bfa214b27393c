package lists

import (
	"strings"

	"fyne.io/fyne/v2/canvas"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets/draw"
)

// Stretch is part of a text, in bytes, its end excluded.
type Stretch struct{ Start, End int }

// arrangeExcerpt sets the excerpt's lines, found words in bold, and returns where
// they end.
func (v *rowView) arrangeExcerpt(y, width, line float32) float32 {
	lines := v.list.shape.ExcerptLines
	if v.second.Text != "" {
		lines--
	}
	for _, t := range v.pieces {
		t.Hide()
	}
	var texts []string
	if len(v.row.Found) == 0 {
		texts = excerptLines(v.row.Excerpt, lines, width, widthOf(v.excerpt[0]))
	}
	for i, t := range v.excerpt {
		t.Text = ""
		if i < len(texts) {
			t.Text = texts[i]
		}
		draw.Place(t, rowLeft, y+float32(i)*line, width, line)
	}
	if len(v.row.Found) > 0 && lines > 0 {
		return y + float32(v.arrangePieces(y, width, line, lines))*line
	}
	return y + float32(len(texts))*line
}

// arrangePieces sets an excerpt with found words on at most so many lines, and
// returns on how many.
func (v *rowView) arrangePieces(y, width, line float32, most int) int {
	runs, bold := foundRuns(v.row.Excerpt, v.row.Found)
	size := v.excerpt[0].TextSize
	measure := func(run int, text string) float32 {
		return draw.Extent(text, size, bold[run]).Width
	}
	pieces, lines := draw.Flow(runs, width, measure)
	for i, p := range pieces {
		if p.Line >= most {
			break
		}
		text := p.Text
		if lines > most && p.Line == most-1 && (i+1 == len(pieces) || pieces[i+1].Line >= most) {
			text = draw.Clip(strings.TrimRight(text, " ")+"…", width-p.X, func(t string) float32 { return measure(p.Run, t) })
		}
		v.setPiece(i, text, bold[p.Run], rowLeft+p.X, y+float32(p.Line)*line, line)
	}
	return min(lines, most)
}

func (v *rowView) setPiece(number int, text string, bold bool, x, y, line float32) {
	if number == len(v.pieces) {
		t := draw.Words(0, false)
		v.pieces = append(v.pieces, t)
		v.drawing.Drawn = append(v.drawing.Drawn, t)
	}
	t := v.pieces[number]
	role := look.Soft
	if bold {
		role = look.Ink
	}
	draw.Set(t, text, bold)
	t.TextSize, t.Color = v.excerpt[0].TextSize, draw.Paint(v, role)
	draw.Place(t, x, y, t.MinSize().Width, line)
	t.Show()
}

// foundRuns parts a text at found stretches, which are in order and apart, and
// says which parts were found.
func foundRuns(text string, found []Stretch) (runs []string, bold []bool) {
	at := 0
	for _, f := range found {
		if f.Start < at || f.End > len(text) || f.Start >= f.End {
			continue
		}
		runs, bold = append(runs, text[at:f.Start], text[f.Start:f.End]), append(bold, false, true)
		at = f.End
	}
	return append(runs, text[at:]), append(bold, false)
}

func widthOf(t *canvas.Text) func(string) float32 {
	return func(s string) float32 { return draw.Extent(s, t.TextSize, t.TextStyle.Bold).Width }
}

// excerptLines breaks the beginning of text into at most n lines, the last cut
// with an ellipsis if more follows.
func excerptLines(text string, n int, width float32, w func(string) float32) []string {
	const enough = 400 // bytes that two lines never hold
	if n == 0 || text == "" {
		return nil
	}
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "") + "…"
	}
	lines := draw.LinesOf(text, width, w)
	if len(lines) <= n {
		return lines
	}
	return append(lines[:n-1:n-1], draw.Clip(lines[n-1]+lines[n], width, w))
}
