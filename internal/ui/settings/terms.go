package settings

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// terms is the section of whose words, spelling and dates the program uses.
type terms struct {
	page    *Page
	section fyne.CanvasObject
	chips   []*widgets.Chip
	later   *widgets.Text // says when another choice is seen
	opened  app.Terms     // that this journal was opened with
}

//words:prefix terms.

func newTerms(p *Page) *terms {
	t := &terms{page: p, later: widgets.NewSmall(p.t("settings.terms.later")), opened: p.presenter.public.Terms()}
	row := widgets.Wrap(look.Gap)
	for _, each := range app.AllTerms() {
		chip := widgets.NewChip(p.t("terms."+string(each)), widgets.Neutral, func() {
			p.presenter.terms(each)
			t.show()
			p.refresh()
		})
		t.chips = append(t.chips, chip)
		row.Add(chip)
	}
	t.section = section(p.t("settings.terms"), widgets.NewSmall(p.t("settings.terms.text")), row, t.later)
	t.show()
	return t
}

func (t *terms) show() {
	now := t.page.presenter.public.Terms()
	for i, chip := range t.chips {
		chip.SetSelected(app.AllTerms()[i] == now)
	}
	t.later.Hidden = now == t.opened
}
