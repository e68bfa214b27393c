// Package hints points out in a field, while somebody writes, what surely names
// somebody, and offers what could stand there instead.
package hints

import (
	"time"

	"aftershift/internal/app"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Frame is what hints need of the window around them.
type Frame interface {
	Words() *words.Catalog
	Do(fn func())
	After(d time.Duration, fn func()) (stop func())
	Failed(err error)
}

// Hints are those of one field. Changed is to be told of every change of its text.
// They belong to the main goroutine.
type Hints struct {
	*app.Hinter
	words *words.Catalog
	field *widgets.TextSection
}

// New gives the hints of an empty field. scan finds them in a paragraph, and is
// called on another goroutine.
func New(frame Frame, scan func(paragraph string) ([]app.NameHint, error), field *widgets.TextSection) *Hints {
	h := &Hints{words: frame.Words(), field: field}
	h.Hinter = app.NewHinter(app.Hinting{
		Scan: scan, After: frame.After, Aside: app.Go, Do: frame.Do, Show: h.show, Failed: frame.Failed,
	})
	return h
}

// show underlines what was found, with what could stand there instead.
func (h *Hints) show(all []app.NameHint) {
	passages := make([]widgets.Pointed, len(all))
	for i, one := range all {
		passages[i] = widgets.Pointed{From: one.Start, To: one.End}
		if one.Instead != "" {
			use := widgets.PointedChoice{Text: h.words.T("hint.use", one.Instead), Words: one.Instead}
			passages[i].Choices = append(passages[i].Choices, use)
		}
		fine := widgets.PointedChoice{Text: h.words.T("hint.fine"), Done: h.Fine}
		passages[i].Choices = append(passages[i].Choices, fine)
	}
	h.field.PointOut(passages)
}
