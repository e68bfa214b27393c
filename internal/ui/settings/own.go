package settings

import (
	"slices"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// own is what the user says of locking, of themselves and of how they write.
type own struct {
	page      *Page
	locking   fyne.CanvasObject
	section   fyne.CanvasObject
	minutes   *widgets.Slider
	says      *widgets.Text
	away      *widgets.CheckRow
	contact   *fields.TextLine
	author    *fields.TextLine
	row       *fyne.Container
	templates []*widgets.Chip
	offered   []journal.Template // of each chip
}

// newOwn returns two sections, locking and section, which show brings up to date
// together.
func newOwn(p *Page) *own {
	o := &own{page: p, row: widgets.Wrap(look.Gap), says: widgets.NewText("", look.Interface, look.Ink).OneLine()}
	o.minutes = widgets.NewSlider(app.MinIdleMinutes, app.MaxIdleMinutes)
	o.minutes.OnChanged = func(minutes float64) { o.sayMinutes(int(minutes)) }
	o.minutes.OnChangeEnded = func(minutes float64) { p.presenter.idle(int(minutes)) }
	o.away = widgets.NewCheckRow(p.t("settings.conceal"), false, p.presenter.concealAway)
	o.locking = section(p.t("settings.lock"),
		measured(p.t("settings.lock.idle"), o.says, o.minutes), widgets.NewSmall(p.t("settings.lock.text")),
		widgets.Column(look.Tight, o.away, widgets.NewSmall(p.t("settings.conceal.text"))))
	o.contact = o.line(contact, p.t("settings.contact"), p.t("settings.contact.hint"))
	o.author = o.line(author, p.t("settings.author"), p.t("settings.author.hint"))
	o.section = section(p.t("settings.own"),
		widgets.Column(look.Tight, o.contact, widgets.NewSmall(p.t("settings.contact.text"))),
		widgets.Column(look.Tight, o.author, widgets.NewSmall(p.t("settings.author.text"))),
		widgets.Column(look.Tight, widgets.NewCaption(p.t("settings.template")), o.row))
	o.showTemplates()
	return o
}

// line returns a field for a setting that is typed. Every key is held for the presenter
// to keep later; Enter keeps it at once.
func (o *own) line(f field, name, hint string) *fields.TextLine {
	l := fields.NewTextLine(name, hint)
	l.OnChanged = func(text string) { o.page.presenter.write(f, text) }
	l.OnSubmitted = func(string) { o.page.frame.Failed(o.page.presenter.keep()) }
	return l
}

// showTemplates offers what a new entry can begin with: the templates that are offered
// first, and the user's own.
func (o *own) showTemplates() {
	desk, own := o.page.desk, o.page.desk.OwnTemplates()
	o.offered = slices.DeleteFunc(desk.Templates(), func(t journal.Template) bool { return t.More && own.At(t.ID) < 0 })
	o.templates = nil
	widgets.Refill(o.row, func() {
		o.row.RemoveAll()
		for _, template := range o.offered {
			chip := widgets.NewChip(desk.TemplateName(template.ID), widgets.Neutral, func() {
				o.page.presenter.template(template.ID)
				o.show()
			})
			o.templates = append(o.templates, chip)
			o.row.Add(chip)
		}
	})
	o.show()
}

// show brings the section up to date; what is being typed stays.
func (o *own) show() {
	s := o.page.presenter.private.Settings()
	o.minutes.Value = float64(s.IdleMinutes)
	o.minutes.Refresh()
	o.sayMinutes(s.IdleMinutes)
	o.away.SetChecked(s.ConcealAway)
	if len(o.page.presenter.typed) == 0 {
		o.contact.SetText(s.Contact)
		o.author.SetText(s.Author)
	}
	usual := o.page.desk.UsualTemplate()
	for i, chip := range o.templates {
		chip.SetSelected(o.offered[i].ID == usual)
	}
}

func (o *own) sayMinutes(minutes int) {
	o.says.SetText(o.page.frame.Words().N("settings.lock.minutes", minutes))
}
