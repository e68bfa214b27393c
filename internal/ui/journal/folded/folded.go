// Package folded stands in the place of a text with graphic passages when it is read
// again: they are folded until one asks for them. It belongs to the main goroutine.
package folded

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Section is a section of which passages are folded.
type Section struct {
	content *fyne.Container
	show    *widgets.Button
}

// New returns a section's text with its graphic passages folded; nil where it has none.
// unfold is called by who wants to read them.
func New(w *words.Catalog, e journal.Entry, heading, text string, unfold func()) *Section {
	n := len(e.GraphicIn(text))
	if n == 0 {
		return nil
	}
	s := &Section{show: widgets.NewLink(w.N("journal.graphic.show", n), unfold)}
	s.content = widgets.Column(look.Gap, widgets.NewCaption(heading),
		widgets.NewBody(e.WithoutGraphic(text, w.T("journal.graphic.folded"))), widgets.Wrap(0, s.show))
	return s
}

// Content gives what the page shows.
func (s *Section) Content() fyne.CanvasObject { return s.content }

// Unfold is where the keyboard goes while the passages are folded.
func (s *Section) Unfold() fyne.Focusable { return s.show }
