package journal

import (
	"strings"

	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// chooseFeelings opens the feeling words by family, with a field to type one.
//
//words:prefix impact.family.
func (p *Page) chooseFeelings() {
	w := p.words
	var dialog *widgets.Dialog
	chips := map[journal.Feeling]*widgets.Chip{}
	count := widgets.NewSmall("")
	refresh := func() {
		chosen := p.writer.entry.Impact.Feelings
		for f, chip := range chips {
			chip.SetSelected(contains(chosen, f))
		}
		count.SetText(w.T("journal.feelings.count", len(chosen), journal.MaxFeelings))
	}
	toggle := func(f journal.Feeling) {
		p.writer.ToggleFeeling(f)
		refresh()
	}
	families := widgets.Column(look.Wide)
	for _, family := range journal.Families {
		row := widgets.Wrap(6)
		for _, f := range family.Words {
			chips[f] = widgets.NewChip(w.T("impact.feeling."+string(f)), widgets.Neutral, func() { toggle(f) })
			row.Add(chips[f])
		}
		families.Add(widgets.Column(6, widgets.NewCaption(w.T("impact.family."+family.Name)), row))
	}
	field := widgets.NewSuggest(w.T("journal.feelings.type"), p.offerFeelings)
	field.First = true
	field.OnChosen = func(s widgets.Suggestion) {
		field.SetText("")
		toggle(journal.Feeling(s.ID))
	}
	field.OnCancel = func() { dialog.Close() }
	refresh()
	canvas := p.frame.Window().Canvas()
	height := min(360*p.columns.scale(), max(canvas.Size().Height-270*p.columns.scale(), 120))
	body := widgets.Column(look.Gap, field, count, widgets.Sized(10, height, container.NewVScroll(widgets.Pad(2, 4, families))))
	dialog = widgets.ShowDialog(canvas, w.T("journal.feelings"), body,
		widgets.NewPrimary(w.T("journal.done"), func() { dialog.Close() }))
	field.Focus()
}

// offerFeelings gives the feeling words that begin with what is typed.
func (p *Page) offerFeelings(typed string) []widgets.Suggestion {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" {
		return nil
	}
	var offers []widgets.Suggestion
	for _, family := range journal.Families {
		for _, f := range family.Words {
			text := p.words.T("impact.feeling." + string(f))
			if strings.HasPrefix(strings.ToLower(text), typed) {
				offers = append(offers, widgets.Suggestion{ID: string(f), Text: text, Detail: p.words.T("impact.family." + family.Name)})
			}
		}
	}
	return offers
}

func contains(all []journal.Feeling, f journal.Feeling) bool {
	for _, g := range all {
		if g == f {
			return true
		}
	}
	return false
}
