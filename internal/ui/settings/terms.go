package settings

import (
	"time"

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
}

//words:prefix terms.

// newTerms returns the section, with a chip for each of app.AllTerms in their order. A
// tap has effect at once, on every page.
func newTerms(p *Page) *terms {
	t := &terms{page: p}
	row := widgets.Wrap(look.Gap)
	for _, each := range app.AllTerms() {
		chip := widgets.NewChip(p.t("terms."+string(each)), widgets.Neutral, func() {
			p.presenter.terms(each)
			t.show()
			p.frame.Do(p.frame.Speak) // once the chip is done with its tap: it goes with the page
		})
		t.chips = append(t.chips, chip)
		row.Add(chip)
	}
	t.section = section(p.t("settings.terms"), widgets.NewSmall(p.t("settings.terms.text")), row)
	t.show()
	return t
}

// show marks the terms in use, which are those of the program and of no journal.
func (t *terms) show() {
	now := t.page.presenter.public.Terms()
	for i, chip := range t.chips {
		chip.SetSelected(app.AllTerms()[i] == now)
	}
}

// laidOut is when a page that has just come up has its places in the window.
const laidOut = 100 * time.Millisecond

// ShowTerms comes back to the choice of terms, once the page speaks in them.
func (p *Page) ShowTerms() {
	now := p.presenter.public.Terms()
	for i, chip := range p.terms.chips {
		if app.AllTerms()[i] == now {
			p.frame.Window().Canvas().Focus(chip)
			p.Reveal()
			p.frame.After(laidOut, p.Reveal)
		}
	}
}
