package editor

import (
	"hash/fnv"
	"image/color"
	"strings"

	"aftershift/internal/ui/editor/text"
)

// runMost is the most bytes of a run.
const runMost = 48

// run is words of a row that are drawn as one. Drawing costs by the run, and every
// run that changes costs a picture. So a run ends where its own words say, about
// every third one: a change in a word leaves the runs beside it as they are.
type run struct {
	words strings.Builder
	x     float32
}

// drawRuns draws the words of a row, but those that are covered.
func (r *renderer) drawRuns(pieces []text.Piece, covers []Mark, y float32, ink color.Color) {
	var now run
	flush := func() {
		if now.words.Len() > 0 {
			r.drawWord(now.words.String(), now.x, y, ink)
			now.words.Reset()
		}
	}
	blanks := 0
	for _, p := range pieces {
		switch {
		case p.Tab:
			flush()
		case p.Text == "":
			blanks = p.To - p.From
			continue
		case covered(covers, p.From, p.To):
			flush()
		case !joins(p.Text):
			flush()
			r.drawWord(p.Text, p.X, y, ink)
		default:
			if now.words.Len() == 0 {
				now.x, blanks = p.X, 0
			}
			for ; blanks > 0; blanks-- {
				now.words.WriteByte(' ')
			}
			now.words.WriteString(p.Text)
			if now.words.Len() > runMost || ends(p.Text) {
				flush()
			}
		}
		blanks = 0
	}
	flush()
}

// ends reports whether a run ends behind a word.
func ends(word string) bool {
	h := fnv.New32a()
	_, _ = h.Write([]byte(word))
	return h.Sum32()%3 == 0
}

// joins reports whether a word may stand in a run with others: it does if its
// letters are all of the first font, so that they stand on one line whatever is
// beside them.
func joins(word string) bool {
	for _, r := range word {
		if r >= 0x250 && (r < 0x2010 || r > 0x2026) || r < ' ' {
			return false
		}
	}
	return true
}
