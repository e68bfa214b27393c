package document

import (
	"strings"

	"aftershift/internal/cluster"
)

// Wrap breaks runs into lines no wider than width, at spaces and at line
// feeds. measure gives a run's width in the unit of width and must be additive
// over its characters. Only a word wider than a whole line is broken inside, and
// there between characters (cluster.First). A line broken at a space or a line feed
// ends in a space, beyond the width, so that whoever joins the lines again gets
// the words apart. A line feed at the very end gives no empty line; no words at all
// give no line.
func Wrap(runs []Run, width float64, measure func(Run) float64) [][]Run {
	w := &wrapper{width: width, measure: measure}
	for _, r := range runs {
		w.run(r)
	}
	w.endWord()
	if len(w.line) > 0 {
		w.endLine()
	}
	return w.lines
}

type wrapper struct {
	width   float64
	measure func(Run) float64

	lines [][]Run
	line  []Run
	used  float64 // width of line

	word []Run // the word being gathered, over any change of style
	gap  *Run  // the space before it
}

func (w *wrapper) run(r Run) {
	rest := r.Text
	for rest != "" {
		end := strings.IndexAny(rest, " \n")
		if end < 0 {
			w.word = append(w.word, styled(r, rest))
			return
		}
		if end > 0 {
			w.word = append(w.word, styled(r, rest[:end]))
		}
		w.endWord()
		if rest[end] == '\n' {
			w.feed(r)
		} else if w.gap == nil {
			gap := styled(r, " ")
			w.gap = &gap
		}
		rest = rest[end+1:]
	}
}

func styled(r Run, text string) Run { return Run{Text: text, Strong: r.Strong, Quiet: r.Quiet} }

func (w *wrapper) feed(r Run) {
	if len(w.line) > 0 {
		w.add(styled(r, " "), 0)
	}
	w.endLine()
}

func (w *wrapper) endLine() {
	w.lines, w.line, w.used, w.gap = append(w.lines, w.line), nil, 0, nil
}

// endWord sets the gathered word on the line, or on the next one where it
// doesn't fit.
func (w *wrapper) endWord() {
	if len(w.word) == 0 {
		return
	}
	need := 0.0
	for _, r := range w.word {
		need += w.measure(r)
	}
	if len(w.line) > 0 {
		w.space(need)
	}
	for _, r := range w.word {
		w.put(r)
	}
	w.word, w.gap = nil, nil
}

func (w *wrapper) space(need float64) {
	gap := 0.0
	if w.gap != nil {
		gap = w.measure(*w.gap)
	}
	if w.used+gap+need > w.width {
		if w.gap != nil {
			w.add(*w.gap, gap)
		}
		w.endLine()
		return
	}
	if w.gap != nil {
		w.add(*w.gap, gap)
	}
}

// put sets r on the line, breaking it where it is wider than what is left of
// an otherwise empty line.
func (w *wrapper) put(r Run) {
	size := w.measure(r) // of what is left of r: measured once, as it may be very long
	for w.used+size > w.width {
		cut := w.fitting(r)
		if cut == 0 && len(w.line) == 0 {
			cut = cluster.First(r.Text)
		}
		if cut > 0 {
			head := styled(r, r.Text[:cut])
			taken := w.measure(head)
			w.add(head, taken)
			size -= taken
		}
		if cut == len(r.Text) {
			return
		}
		r.Text = r.Text[cut:]
		w.endLine()
	}
	w.add(r, size)
}

// fitting gives how many bytes of r still fit on the line.
func (w *wrapper) fitting(r Run) int {
	used := w.used
	return cluster.Fitting(r.Text, func(from, to int) bool {
		used += w.measure(styled(r, r.Text[from:to]))
		return used <= w.width
	})
}

func (w *wrapper) add(r Run, size float64) {
	w.used += size
	if last := len(w.line) - 1; last >= 0 && w.line[last].Strong == r.Strong && w.line[last].Quiet == r.Quiet {
		w.line[last].Text += r.Text
		return
	}
	w.line = append(w.line, r)
}
