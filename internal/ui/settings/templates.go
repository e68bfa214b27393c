package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// templates is the section of the templates that the user makes.
type templates struct {
	page    *Page
	section fyne.CanvasObject
	list    *fyne.Container
	add     *widgets.Button
}

func newTemplates(p *Page) *templates {
	t := &templates{page: p, list: widgets.Column(look.Gap)}
	t.add = widgets.NewPlain(p.t("settings.templates.new"), func() { t.ask(journal.OwnTemplate{}) })
	t.section = section(p.t("settings.templates"), widgets.NewSmall(p.t("settings.templates.text")), t.list, widgets.Row(0, t.add))
	t.show()
	return t
}

// show lists the templates, each with what it asks and what can be done with it.
func (t *templates) show() {
	p := t.page
	all := p.desk.OwnTemplates()
	widgets.Refill(t.list, func() {
		t.list.RemoveAll()
		for _, o := range all {
			var names []string
			for _, s := range o.Offered() {
				names = append(names, s.Name)
			}
			t.list.Add(widgets.Column(look.Tight, widgets.NewBody(o.Name).Bold(), widgets.NewSmall(strings.Join(names, " · ")),
				widgets.Wrap(look.Wide,
					widgets.NewLink(p.t("settings.templates.change"), func() { t.ask(o) }),
					widgets.NewLink(p.t("settings.templates.remove"), func() {
						t.do("settings.templates.removed", func() error { return p.desk.RemoveTemplate(o.ID) })
					}))))
		}
	})
	t.list.Hidden = len(all) == 0
	if p.column != nil {
		p.own.showTemplates()
		p.refresh()
	}
}

// do changes the templates off the main goroutine and says so, with a way to undo it.
func (t *templates) do(says string, change func() error) {
	p := t.page
	p.desk.Do(change, func(err error) {
		p.frame.Do(func() {
			if err != nil {
				p.frame.Failed(err)
				return
			}
			p.frame.Notify(p.t(says), true)
		})
	})
}

// ask asks for a template's name and its sections. One without any begins with two
// empty sections.
func (t *templates) ask(of journal.OwnTemplate) *templateForm {
	p := t.page
	f := &templateForm{templates: t, of: of, rows: widgets.Column(look.Wide)}
	f.name = fields.NewTextLine(p.t("settings.templates.name"), p.t("settings.templates.name.hint"))
	f.name.SetText(of.Name)
	f.name.OnSubmitted = func(string) { f.keep() }
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	for _, s := range of.Offered() {
		f.lines = append(f.lines, f.line(s))
	}
	if len(f.lines) == 0 {
		f.lines = []*sectionLine{f.line(journal.OwnSection{}), f.line(journal.OwnSection{})}
	}
	f.fill()
	more := widgets.Row(0, widgets.NewLink(p.t("settings.templates.add"), f.add))
	body := widgets.Column(look.Wide, f.name, f.rows, more, f.wrong)
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("settings.templates.title"), body,
		widgets.NewPlain(p.t("settings.themes.cancel"), func() { f.dialog.Close() }), widgets.NewPrimary(p.t("settings.templates.keep"), f.keep))
	f.name.FocusEnd()
	return f
}

// templateForm is the dialog in which a template is made or changed.
type templateForm struct {
	*templates
	of     journal.OwnTemplate
	name   *fields.TextLine
	lines  []*sectionLine
	rows   *fyne.Container
	wrong  *widgets.Text
	dialog *widgets.Dialog
}

// sectionLine is a section in the form: what heads it, and what it asks.
type sectionLine struct {
	key          string
	name, prompt *fields.TextLine
	content      fyne.CanvasObject
}

// line returns a section in the form. It keeps its key, by which entries hold what was
// written in it; "" is a new section.
func (f *templateForm) line(s journal.OwnSection) *sectionLine {
	p := f.page
	l := &sectionLine{key: s.Key}
	l.name = fields.NewTextLine(p.t("settings.templates.section"), p.t("settings.templates.section.hint"))
	l.prompt = fields.NewTextLine("", p.t("settings.templates.prompt.hint"))
	l.name.SetText(s.Name)
	l.prompt.SetText(s.Prompt)
	l.name.OnSubmitted = func(string) { f.keep() }
	l.prompt.OnSubmitted = func(string) { f.keep() }
	l.content = widgets.Column(look.Tight, l.name, l.prompt, widgets.Wrap(look.Wide,
		widgets.NewLink(p.t("settings.templates.up"), func() { f.up(l) }),
		widgets.NewLink(p.t("settings.templates.drop"), func() { f.drop(l) })))
	return l
}

// fill shows the sections in their order.
func (f *templateForm) fill() {
	widgets.Refill(f.rows, func() {
		f.rows.RemoveAll()
		for _, l := range f.lines {
			f.rows.Add(l.content)
		}
	})
	if f.dialog != nil {
		f.dialog.Refresh()
	}
}

// add asks for one section more.
func (f *templateForm) add() {
	l := f.line(journal.OwnSection{})
	f.lines = append(f.lines, l)
	f.fill()
	l.name.Focus()
	fields.RevealInDialog(f.page.frame.Window())
}

// up moves a section before the one above.
func (f *templateForm) up(l *sectionLine) {
	for i := 1; i < len(f.lines); i++ {
		if f.lines[i] == l {
			f.lines[i-1], f.lines[i] = f.lines[i], f.lines[i-1]
			break
		}
	}
	f.fill()
}

// drop takes a section out. What was written in it stays in its entries.
func (f *templateForm) drop(l *sectionLine) {
	var left []*sectionLine
	for _, other := range f.lines {
		if other != l {
			left = append(left, other)
		}
	}
	f.lines = left
	f.fill()
	f.name.FocusEnd()
}

// keep keeps the template, or says what is missing. A section without any words is
// passed over.
func (f *templateForm) keep() {
	p, o := f.page, f.of
	o.Name, o.Sections = f.name.Text(), nil
	for _, l := range f.lines {
		if strings.TrimSpace(l.name.Text()+l.prompt.Text()) != "" {
			o.Sections = append(o.Sections, journal.OwnSection{Key: l.key, Name: l.name.Text(), Prompt: l.prompt.Text()})
		}
	}
	p.desk.Do(func() error {
		_, err := p.desk.KeepTemplate(o)
		return err
	}, func(err error) {
		p.frame.Do(func() {
			switch kind := fault.KindOf(err); {
			case err == nil:
				f.dialog.Close()
				p.frame.Notify(p.t("settings.templates.kept"), true)
			case kind == fault.Conflict:
				f.refuse("settings.templates.taken")
			case kind == fault.Invalid:
				f.refuse("settings.templates.wrong")
			default:
				p.frame.Failed(err)
			}
		})
	})
}

// refuse says by a text key why the template can't be kept; the form stays open.
func (f *templateForm) refuse(key string) {
	f.wrong.SetText(f.page.t(key))
	f.dialog.Refresh()
}
