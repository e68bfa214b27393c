package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"aftershift/internal/cluster"
)

// Piece is a stretch of one run's text on one line.
type Piece struct {
	Run        int // index of the run it belongs to
	Text       string
	Line       int
	X, Width   float32
	Start, End int // bytes in the run's text
}

// MeasureRun gives the width of a text set in the style of a run.
type MeasureRun func(run int, text string) float32

// Flow breaks runs of text into lines no wider than width, at spaces where it
// can and inside a word that is wider than a line. A newline in a text ends the
// line. Runs follow each other without a gap. It gives the pieces in reading
// order and the number of lines, at least 1.
func Flow(runs []string, width float32, w MeasureRun) ([]Piece, int) {
	f := &flowing{width: max(width, 1), measure: w}
	for i, text := range runs {
		f.addRun(i, text)
	}
	return f.pieces, f.line + 1
}

type flowing struct {
	width   float32
	measure MeasureRun
	pieces  []Piece
	line    int
	x       float32
}

func (f *flowing) addRun(run int, text string) {
	for at := 0; at < len(text); {
		if text[at] == '\n' {
			f.newLine()
			at++
			continue
		}
		end := nextBreak(text, at)
		f.addWord(run, text, at, end)
		at = end
	}
}

// nextBreak gives the end of the word at at with the spaces that follow it.
func nextBreak(text string, at int) int {
	inSpace := false
	for i, r := range text[at:] {
		if r == '\n' {
			return at + i
		}
		if unicode.IsSpace(r) && r != '\u00a0' {
			inSpace = true
		} else if inSpace {
			return at + i
		}
	}
	return len(text)
}

func (f *flowing) newLine() { f.line, f.x = f.line+1, 0 }

func (f *flowing) addWord(run int, text string, start, end int) {
	bare := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
	if f.x > 0 && f.x+f.measure(run, bare) > f.width {
		f.newLine()
	}
	for f.measure(run, bare) > f.width && cluster.First(bare) < len(bare) {
		cut := f.fit(run, bare)
		f.put(run, text, start, start+cut)
		f.newLine()
		start += cut
		bare = bare[cut:]
	}
	f.put(run, text, start, end)
}

// fit gives how many bytes of word fit on an empty line, at least one character.
func (f *flowing) fit(run int, word string) int {
	n := cluster.Fitting(word, func(_, to int) bool { return f.measure(run, word[:to]) <= f.width })
	return max(n, cluster.First(word))
}

// put appends text[start:end] to the line, to the last piece if it is the same run's.
func (f *flowing) put(run int, text string, start, end int) {
	if n := len(f.pieces); n > 0 {
		last := &f.pieces[n-1]
		if last.Run == run && last.Line == f.line && last.End == start {
			last.End, last.Text = end, text[last.Start:end]
			last.Width = f.measure(run, last.Text)
			f.x = last.X + last.Width
			return
		}
	}
	p := Piece{Run: run, Text: text[start:end], Line: f.line, X: f.x, Start: start, End: end}
	p.Width = f.measure(run, p.Text)
	f.pieces = append(f.pieces, p)
	f.x += p.Width
}

// Clip gives the longest beginning of text, with an ellipsis, that fits width;
// text itself if it fits.
func Clip(text string, width float32, w func(string) float32) string {
	if w(text) <= width {
		return text
	}
	low, high := 0, len(text)
	for low < high {
		mid := (low + high + 1) / 2
		for mid < len(text) && !utf8.RuneStart(text[mid]) {
			mid++
		}
		if mid <= high && w(text[:mid]+"…") <= width {
			low = mid
		} else {
			high = (low+high+1)/2 - 1
		}
	}
	low = cluster.Fitting(text, func(_, to int) bool { return to <= low })
	return strings.TrimRightFunc(text[:low], unicode.IsSpace) + "…"
}

// LinesOf wraps text into lines no wider than width.
func LinesOf(text string, width float32, w func(string) float32) []string {
	pieces, n := Flow([]string{text}, width, func(_ int, s string) float32 { return w(s) })
	lines := make([]string, n)
	for _, p := range pieces {
		lines[p.Line] += p.Text
	}
	return lines
}
