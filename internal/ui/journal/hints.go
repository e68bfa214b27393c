package journal

import (
	"aftershift/internal/app"
	"aftershift/internal/ui/widgets"
)

// hints points out, in one field, what surely names somebody.
type hints struct {
	*app.Hinter
	page  *Page
	field *widgets.TextSection
}

func newHints(p *Page, field *widgets.TextSection) *hints {
	h := &hints{page: p, field: field}
	h.Hinter = app.NewHinter(app.Hinting{
		Scan: p.desk.NameHints, After: p.frame.After, Aside: app.Go, Do: p.frame.Do,
		Show: h.show, Failed: p.frame.Failed,
	})
	return h
}

// show underlines what was found, with what could stand there instead.
func (h *hints) show(all []app.NameHint) {
	w := h.page.words
	passages := make([]widgets.Pointed, len(all))
	for i, one := range all {
		passages[i] = widgets.Pointed{From: one.Start, To: one.End}
		if one.Instead != "" {
			use := widgets.PointedChoice{Text: w.T("journal.hint.use", one.Instead), Words: one.Instead}
			passages[i].Choices = append(passages[i].Choices, use)
		}
		fine := widgets.PointedChoice{Text: w.T("journal.hint.fine"), Done: h.Fine}
		passages[i].Choices = append(passages[i].Choices, fine)
	}
	h.field.PointOut(passages)
}
