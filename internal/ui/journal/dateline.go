package journal

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/journal"
	"aftershift/internal/ui/journal/days"
	"aftershift/internal/ui/journal/freely"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// dateLine stands below the title: the day it is about, a mark when it was
// written later, and the template. All of it can be changed.
type dateLine struct {
	page     *Page
	content  *fyne.Container
	day      *widgets.Button
	late     *widgets.Chip
	again    *widgets.Chip // the day on which to look again
	template *widgets.Button
	freely   *freely.Line
	of       journal.ID // the entry that it counts for
}

func newDateLine(p *Page) *dateLine {
	d := &dateLine{page: p}
	d.day = widgets.NewLink("", d.chooseDay).WithMark(widgets.Down)
	d.template = widgets.NewLink("", d.chooseTemplate).WithMark(widgets.Down)
	d.freely = freely.New(p.words, p.desk.Now, p.frame.After, func() { p.editor.focusEnd() }, func() { d.content.Refresh() })
	d.late = widgets.NewChip("", widgets.Amber, nil)
	d.again = widgets.NewChip("", widgets.Green, func() { p.askAgain() }).OnRemove(func() { p.writer.SetAgain("") })
	d.content = widgets.Wrap(look.Wide, d.day, d.template, d.late, d.again, d.freely.Content())
	return d
}

func (d *dateLine) show(e journal.Entry) {
	says := present.Days{Words: d.page.words}
	d.day.SetText(days.Heading(says, e.Date, d.page.desk.Today()))
	d.template.SetText(d.page.desk.TemplateName(e.Template))
	if e.ID != d.of {
		d.of = e.ID
		d.freely.Stop()
	}
	d.freely.Offer(d.page.desk.Template(e.Template).ID == journal.QuickNote)
	d.again.Hidden = e.Again == ""
	d.again.SetText(d.page.words.T("journal.again.on", says.Short(e.Again.Time(), d.page.desk.Now())))
	if e.Overview().DueAgain(d.page.desk.Today()) {
		d.again.SetText(d.page.words.T("journal.again.now"))
	}
	d.late.Hidden = !e.Late()
	d.late.SetText(d.page.words.T("journal.late", says.Short(e.Written, d.page.desk.Now())))
	d.content.Refresh()
}

func (d *dateLine) chooseDay() {
	w, today, now := d.page.words, d.page.desk.Today(), d.page.writer.entry.Date
	set := func(day journal.Date) func() { return func() { d.page.writer.SetDate(day) } }
	widgets.ShowMenu(
		d.day,
		widgets.MenuChoice{Text: w.T("journal.today"), Checked: now == today, Chosen: set(today)},
		widgets.MenuChoice{Text: w.T("journal.yesterday"), Checked: now == today.AddDays(-1), Chosen: set(today.AddDays(-1))},
		widgets.MenuChoice{Text: w.T("journal.day.other"), Chosen: d.askDay},
	)
}

// askDay asks for any day, by typing or by the calendar.
func (d *dateLine) askDay() {
	w, p := d.page.words, d.page
	var dialog *widgets.Dialog
	field := fields.NewTextLine(w.T("journal.day.type"), w.T("journal.day.like"))
	field.SetText(string(p.writer.entry.Date))
	wrong := widgets.NewText(w.T("journal.day.wrong"), look.Label, look.WarmInk)
	wrong.Hide()
	take := func(day journal.Date) {
		dialog.Close()
		p.writer.SetDate(day)
	}
	says := widgets.NewSmall("")
	field.OnChanged = func(text string) {
		day, err := p.desk.ReadDay(text)
		says.SetText("")
		if err == nil {
			says.SetText(present.Days{Words: w}.Whole(day.Time()))
		}
	}
	typed := func(text string) {
		day, err := p.desk.ReadDay(text)
		if err != nil {
			wrong.Show()
			dialog.Refresh()
			return
		}
		take(day)
	}
	field.OnSubmitted = typed
	calendar := widget.NewCalendar(p.writer.entry.Date.Time(), func(at time.Time) { take(journal.DateOf(at)) })
	dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("journal.day.title"), widgets.Column(look.Gap, field, says, wrong, calendar),
		widgets.NewPlain(w.T("journal.cancel"), func() { dialog.Close() }),
		widgets.NewPrimary(w.T("journal.day.take"), func() { typed(field.Text()) }))
	field.Select()
}

// chooseTemplate offers the first templates, and the further ones behind one line.
func (d *dateLine) chooseTemplate() {
	lines, more := d.templates()
	lines = append(lines, widgets.MenuChoice{}, widgets.MenuChoice{
		Text:   d.page.words.T("journal.template.more"),
		Chosen: func() { widgets.ShowMenu(d.template, more...) },
	})
	widgets.ShowMenu(d.template, lines...)
}

// templates gives those that are offered first, with the entry's own among them, and
// the further ones.
func (d *dateLine) templates() (first, more []widgets.MenuChoice) {
	desk := d.page.desk
	now := desk.Template(d.page.writer.entry.Template).ID
	for _, t := range desk.Templates() {
		line := widgets.MenuChoice{
			Text: desk.TemplateName(t.ID), Checked: t.ID == now,
			Chosen: func() { d.page.arrange(t.ID) },
		}
		if t.More {
			more = append(more, line)
		}
		if !t.More || t.ID == now {
			first = append(first, line)
		}
	}
	return first, append(more, widgets.MenuChoice{}, widgets.MenuChoice{
		Text: d.page.words.T("journal.template.own"), Chosen: func() { d.page.frame.Open("settings", 0) },
	})
}

// arrange puts the open entry's text into another template and takes the keyboard
// to the first section that is still empty.
func (p *Page) arrange(to journal.TemplateID) {
	p.writer.Switch(to, func() {
		p.frame.Notify(p.words.T("journal.template.switched", p.desk.TemplateName(to)), true)
	})
	p.editor.focusEmpty()
}

// deepen opens a quick note in the template that one reflects with, its text in
// the first section; of another entry it offers the templates.
func (p *Page) deepen() {
	e := p.writer.entry
	switch usual := p.desk.UsualTemplate(); {
	case e.ID == 0:
	case p.desk.Template(e.Template).ID != journal.QuickNote:
		p.editor.date.chooseTemplate()
	case p.desk.Template(usual).ID != journal.QuickNote:
		p.arrange(usual)
	default:
		p.arrange(journal.WhatNow)
	}
}
