package learning

import (
	"strconv"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

//words:prefix learning.for.

// askRules shows what is in use for each purpose, and lets it be chosen.
func (p *Page) askRules() {
	w := p.says
	column := widgets.Column(look.Wide)
	p.fillRules(column)
	var d *widgets.Dialog
	d = widgets.ShowWideDialog(p.frame.Window().Canvas(), w.T("learning.rules"), column, widgets.NewPlain(w.T("learning.form.close"), func() { d.Close() }))
	p.rules = func() {
		widgets.Refill(column, func() {
			column.RemoveAll()
			p.fillRules(column)
		})
		d.Refresh()
	}
	d.OnClosed(func() { p.rules = nil })
}

// fillRules shows each purpose with what is in use for it.
func (p *Page) fillRules(column *fyne.Container) {
	w := p.says
	column.Add(widgets.NewSoft(w.T("learning.rules.text")))
	for _, purpose := range app.Purposes() {
		pack, choice, is := p.desk.Pack(purpose)
		text := w.T("learning.rules.none")
		if is {
			text = pack.Name
		}
		var chip *widgets.Chip
		chip = widgets.NewMenuChip(text, func() { p.choosePack(chip, purpose, choice.Since) })
		part := widgets.Column(look.Tight, widgets.NewCaption(w.T("learning.for."+string(purpose))), widgets.Wrap(0, chip))
		if is {
			part.Add(widgets.NewSmall(w.T("learning.rules.source", pack.Source, w.desk.SayDayOf(pack.AsOf), pack.Quote)))
			if pack.Note != "" {
				part.Add(widgets.NewSmall(pack.Note))
			}
			if purpose == app.ForHours || purpose == app.ForMilestones {
				part.Add(p.sinceLine(purpose, choice.Since))
			}
			part.Add(p.figures(purpose, pack))
		}
		column.Add(part)
	}
}

// choosePack offers the packs for a purpose, and none.
func (p *Page) choosePack(below fyne.CanvasObject, purpose app.Purpose, since journal.Date) {
	used, _, _ := p.desk.Pack(purpose)
	choices := []widgets.MenuChoice{{Text: p.says.T("learning.rules.none"), Checked: used.ID == "", Chosen: func() {
		if used.ID != "" {
			p.presenter.Choose(purpose, "", "")
		}
	}}}
	for _, pack := range p.desk.Packs(purpose) {
		choices = append(choices, widgets.MenuChoice{Text: pack.Name, Checked: pack.ID == used.ID, Chosen: func() {
			if pack.ID != used.ID {
				p.presenter.Choose(purpose, pack.ID, since)
			}
		}})
	}
	widgets.ShowMenu(below, choices...)
}

// sinceLine asks from which day on things count. Enter keeps it. An empty line keeps no
// day; one that can't be read is selected and keeps what was.
func (p *Page) sinceLine(purpose app.Purpose, since journal.Date) fyne.CanvasObject {
	w := p.says
	line := fields.NewTextLine(w.T("learning.form.since"), w.T("learning.form.since.hint"))
	line.SetText(string(since))
	line.OnSubmitted = func(text string) {
		day, err := p.desk.ReadDay(text)
		if text == "" {
			day, err = "", nil
		}
		if err != nil {
			line.Select()
			return
		}
		p.presenter.Since(purpose, day)
	}
	return line
}

// figures are the figures of the rules in use, each to be changed: Enter keeps one.
// Rules without a figure are left out, and a figure has to be above 0.
func (p *Page) figures(purpose app.Purpose, pack app.Pack) fyne.CanvasObject {
	w := p.says
	column := widgets.Column(look.Gap)
	for _, r := range pack.Rules {
		was := r.Figure()
		if was == 0 {
			continue
		}
		line := fields.NewTextLine(r.Name, "").Prefilled()
		line.SetText(strconv.FormatFloat(was, 'f', -1, 64))
		line.OnSubmitted = func(text string) {
			v, err := strconv.ParseFloat(text, 64)
			if err != nil || v <= 0 {
				line.Select()
				return
			}
			p.presenter.Figure(purpose, r.ID, v)
		}
		column.Add(line)
	}
	if len(column.Objects) == 0 {
		return column
	}
	column.Add(widgets.NewSmall(w.T("learning.rules.enter")))
	return widgets.NewFoldOut(w.T("learning.rules.figures"), column)
}
