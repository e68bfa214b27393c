package sharing

import (
	"strings"
	"unicode"

	"aftershift/internal/document"
)

// LineKind says what a line of a copy is.
type LineKind = document.LineKind

// The kinds of line.
const (
	TitleLine   = document.TitleLine
	FieldLine   = document.FieldLine
	HeadingLine = document.HeadingLine
	UnderLine   = document.UnderLine
	TextLine    = document.TextLine
	HeadLine    = document.HeadLine
	RowLine     = document.RowLine
	RuleLine    = document.RuleLine
	SignLine    = document.SignLine
	FooterLine  = document.FooterLine
)

// Line is one line of a copy as it will stand in the file, before it is broken
// to the width of a page. Cells stand apart from each other: a header field's
// name and its value, the cells of a table's row; else there is one.
type Line struct {
	Kind  LineKind
	Level int // of a heading, 1 to 3
	Cells [][]Piece
	// Weights are the cells' shares of the width, in a table; else nil.
	Weights []int
	// Bar is how long the bar below a row's first cell is, up to chart.Top; 0 is none.
	Bar float64
}

// Piece is a stretch of a line: as it was written, and as the file will show it.
type Piece struct {
	Text, Shown   string
	Part, Start   int // where Text stands in the review, in bytes; Part -1: the program's own words
	Finding       int // -1: none
	State         State
	Strong, Quiet bool
}

// Own reports whether there are no reviewed words in the line.
func (l Line) Own() bool {
	for _, cell := range l.Cells {
		for _, p := range cell {
			if p.Part >= 0 {
				return false
			}
		}
	}
	return true
}

// Preview gives the copy's lines as the format will show them: all that its
// writer is handed, as the review stands.
func (c *Copy) Preview(f Format) []Line {
	var all []Line
	for _, l := range c.lines {
		one := Line{Kind: l.Kind, Level: l.Level, Weights: l.Weights}
		if f.Draws {
			one.Bar = l.Bar
		}
		for _, cell := range l.Cells {
			var pieces []Piece
			for _, s := range cell {
				pieces = append(pieces, c.pieces(s)...)
			}
			one.Cells = append(one.Cells, pieces)
		}
		all = append(all, shown(one.broken(), f)...)
	}
	return all
}

func (c *Copy) pieces(s document.Stretch) []Piece {
	if s.Part < 0 {
		return []Piece{{Text: s.Text, Shown: s.Text, Part: -1, Finding: -1, Strong: s.Strong, Quiet: s.Quiet}}
	}
	var all []Piece
	at := 0
	for _, seg := range c.Review.Preview(s.Part) {
		all = append(all, Piece{
			Text: seg.Text, Shown: seg.Shown, Part: s.Part, Start: at,
			Finding: seg.Finding, State: seg.State, Strong: s.Strong, Quiet: s.Quiet,
		})
		at += len(seg.Text)
	}
	return all
}

// broken gives the line cut where its words have line ends, without the empty
// ones. The cells of a row stay whole.
func (l Line) broken() []Line {
	if len(l.Cells) != 1 || l.Own() {
		return []Line{l}
	}
	var all []Line
	var now []Piece
	end := func() {
		if len(now) > 0 {
			all = append(all, Line{Kind: l.Kind, Level: l.Level, Cells: [][]Piece{now}})
		}
		now = nil
	}
	for _, p := range l.Cells[0] {
		if p.Finding >= 0 || p.Part < 0 {
			now = append(now, p)
			continue
		}
		for i, text := range strings.Split(p.Text, "\n") {
			if i > 0 {
				end()
				p.Start++
			}
			if strings.TrimSpace(text) != "" || len(now) > 0 && text != "" {
				one := p
				one.Text, one.Shown = text, text
				now = append(now, one)
			}
			p.Start += len(text)
		}
	}
	end()
	return all
}

// shown gives the lines with their words as the format shows them.
func shown(lines []Line, f Format) []Line {
	for _, l := range lines {
		for _, cell := range l.Cells {
			for i, p := range cell {
				cell[i].Shown = strings.ReplaceAll(f.Shown(document.Visible(p.Shown)), "\n", " ")
			}
		}
	}
	return lines
}

// Missing gives the characters of the copy that the format can't show, each
// once, in reading order. document.Missing will stand in their place.
func (c *Copy) Missing(f Format) []string {
	var all []string
	seen := map[rune]bool{}
	for _, l := range c.Preview(Format{}) {
		for _, cell := range l.Cells {
			for _, p := range cell {
				for _, r := range p.Shown {
					mark := unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
					if !seen[r] && !mark && string(r) != document.Missing && f.Shown(string(r)) == document.Missing {
						all = append(all, string(r))
					}
					seen[r] = true
				}
			}
		}
	}
	return all
}
