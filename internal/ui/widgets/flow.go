package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a stretch of one run's text on one line.
type piece struct {
	run        int // index of the run it belongs to
	text       string
	line       int
	x, width   float32
	start, end int // bytes in the run's text
}

// measureRun gives the width of a text set in the style of a run.
type measureRun func(run int, text string) float32

// flow breaks runs of text into lines no wider than width, at spaces where it
// can and inside a word that is wider than a line. A newline in a text ends the
// line. Runs follow each other without a gap. It gives the pieces in reading
// order and the number of lines, at least 1.
func flow(runs []string, width float32, w measureRun) ([]piece, int) {
	f := &flowing{width: max(width, 1), measure: w}
	for i, text := range runs {
		f.addRun(i, text)
	}
	return f.pieces, f.line + 1
}

type flowing struct {
	width   float32
	measure measureRun
	pieces  []piece
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
	for f.measure(run, bare) > f.width && utf8.RuneCountInString(bare) > 1 {
		cut := f.fit(run, bare)
		f.put(run, text, start, start+cut)
		f.newLine()
		start += cut
		bare = bare[cut:]
	}
	f.put(run, text, start, end)
}

// fit gives how many bytes of word fit on an empty line, at least one rune.
func (f *flowing) fit(run int, word string) int {
	last := 0
	for i := range word {
		if i > 0 && f.measure(run, word[:i]) > f.width {
			break
		}
		last = i
	}
	if last == 0 {
		_, last = utf8.DecodeRuneInString(word)
	}
	return last
}

// put appends text[start:end] to the line, to the last piece if it is the same run's.
func (f *flowing) put(run int, text string, start, end int) {
	if n := len(f.pieces); n > 0 {
		last := &f.pieces[n-1]
		if last.run == run && last.line == f.line && last.end == start {
			last.end, last.text = end, text[last.start:end]
			last.width = f.measure(run, last.text)
			f.x = last.x + last.width
			return
		}
	}
	p := piece{run: run, text: text[start:end], line: f.line, x: f.x, start: start, end: end}
	p.width = f.measure(run, p.text)
	f.pieces = append(f.pieces, p)
	f.x += p.width
}

// clip gives the longest beginning of text, with an ellipsis, that fits width;
// text itself if it fits.
func clip(text string, width float32, w func(string) float32) string {
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
	for low > 0 && low < len(text) && !utf8.RuneStart(text[low]) {
		low--
	}
	return strings.TrimRightFunc(text[:low], unicode.IsSpace) + "…"
}
