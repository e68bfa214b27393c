package learning

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/charts"
	"aftershift/internal/ui/widgets/fields"
)

// weekForm asks for the hours of one week: Tab goes from kind to kind, Enter keeps.
type weekForm struct {
	page   *Page
	week   *fields.TextLine
	kinds  []app.HoursKind
	lines  map[app.HoursKind]*fields.TextLine
	with   journal.ID // who supervised what is new, and instead of whoever did first
	first  journal.ID
	other  map[journal.ID]journal.ID // who else supervised, and who instead
	by     *widgets.Chip
	theirs *fyne.Container // whose lines stay theirs
	chosen bool
	note   *fields.TextLine
	wrong  *widgets.Text
	dialog *widgets.Dialog
	of     journal.Date // the week whose hours stand there
}

// askWeek asks for the hours of the week from monday, and returns the form. A day typed
// above turns it to that day's week; the kinds asked for stay those of when it opened.
func (p *Page) askWeek(monday journal.Date) *weekForm {
	w := p.says
	f := &weekForm{page: p, kinds: p.desk.KindsAsked(), lines: map[app.HoursKind]*fields.TextLine{}, theirs: widgets.Wrap(look.Gap)}
	f.week = fields.NewTextLine(w.T("learning.form.week"), w.T("learning.form.date.hint"))
	f.week.SetText(input.Typed(monday))
	f.week.OnChanged = func(text string) {
		if day, err := p.desk.ReadDay(text); err == nil {
			f.turn(app.WeekOf(day))
		}
	}
	column := widgets.Column(look.Gap, f.week)
	f.by = widgets.NewMenuChip(w.T("learning.form.by.ask"), func() {
		p.chooseWith(f.by, w.T("learning.nobody"), f.with, func(id journal.ID) {
			f.with, f.chosen = id, true
			f.by.SetText(f.byText())
		})
	})
	for _, k := range f.kinds {
		line := fields.NewTextLine(w.desk.KindText(k), w.T("learning.form.hours.hint")).Prefilled()
		line.OnSubmitted = func(string) { f.submit() }
		f.lines[k] = line
	}
	for i := 0; i < len(f.kinds); i += 2 {
		pair := []fyne.CanvasObject{f.lines[f.kinds[i]], widgets.Column(0)}
		if i+1 < len(f.kinds) {
			pair[1] = f.lines[f.kinds[i+1]]
		}
		column.Add(charts.Pair(0.5, 9, pair[0], pair[1]))
	}
	f.turn(monday)
	f.note = fields.NewTextLine(w.T("learning.form.note"), "")
	f.note.OnSubmitted = func(string) { f.submit() }
	f.wrong = widgets.NewText("", look.Label, look.WarmInk)
	for _, o := range []fyne.CanvasObject{widgets.Column(look.Tight, widgets.Wrap(0, f.by), f.theirs), f.note, f.wrong, widgets.NewSmall(w.T("learning.form.week.rule"))} {
		column.Add(o)
	}
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("learning.log"), column,
		widgets.NewPlain(w.T("learning.form.cancel"), func() { f.dialog.Leave() }), widgets.NewPrimary(w.T("learning.form.keep"), f.submit))
	name := fields.FormName(weekForms, journal.ID(0))
	p.forms.Open(name, f.dialog, column)
	p.forms.Focus(name, f.lines[f.kinds[0]].Focus)
	return f
}

// turn shows what was logged for another week, to be corrected there.
func (f *weekForm) turn(monday journal.Date) {
	if monday == "" || monday == f.of {
		return
	}
	was, is := f.page.presenter.State.week(f.of), f.page.presenter.State.week(monday)
	for _, k := range f.kinds {
		if f.of != "" && f.lines[k].Text() != hoursText(was.Minutes[k]) {
			continue // it was typed for the week that is now written above
		}
		f.lines[k].SetText(hoursText(is.Minutes[k]))
	}
	f.of = monday
	f.supervised(is)
}

// supervised shows who supervised the week, and which kinds somebody else did: a line that
// is corrected keeps whom it is with.
func (f *weekForm) supervised(is app.HoursWeek) {
	f.first, f.other = f.page.usual(is), map[journal.ID]journal.ID{}
	if !f.chosen {
		f.with = f.first
	}
	f.by.SetText(f.byText())
	f.theirs.RemoveAll()
	for _, h := range is.Lines {
		if _, known := f.other[h.With]; !known && h.With != f.first && h.Minutes > 0 {
			f.other[h.With] = h.With
			f.theirs.Add(f.theirChip(h.With))
		}
	}
	if f.dialog != nil {
		f.dialog.Refresh()
	}
}

// theirChip says which kinds somebody else supervised, and lets it be put right.
func (f *weekForm) theirChip(id journal.ID) *widgets.Chip {
	var chip *widgets.Chip
	chip = widgets.NewMenuChip(f.theirText(id), func() {
		f.page.chooseWith(chip, f.page.says.T("learning.nobody"), f.other[id], func(with journal.ID) {
			f.other[id] = with
			chip.SetText(f.theirText(id))
		})
	})
	return chip
}

// theirText names the kinds that somebody else supervised in the week, each once, and
// who is put in their place.
func (f *weekForm) theirText(id journal.ID) string {
	w := f.page.says
	var kinds []string
	for _, h := range f.page.presenter.State.week(f.of).Lines {
		if kind := cmp.Or(h.Own, w.desk.KindText(h.Kind)); h.With == id && h.Minutes > 0 && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return w.T("learning.form.theirs", strings.Join(kinds, ", "), cmp.Or(f.page.nameOf(f.other[id]), w.T("learning.form.nobody")))
}

// instead returns who supervised the week's lines instead of whom.
func (f *weekForm) instead() map[journal.ID]journal.ID {
	all := map[journal.ID]journal.ID{}
	for _, h := range f.page.presenter.State.week(f.of).Lines {
		with, other := f.other[h.With]
		if !other && h.With == f.first {
			with, other = f.with, true
		}
		if other && with != h.With {
			all[h.With] = with
		}
	}
	return all
}

// hoursText says hours as they stand in a field, which is empty for none.
func hoursText(minutes int) string {
	if minutes == 0 {
		return ""
	}
	return app.HoursText(minutes)
}

// usual returns who supervised the week, or else the latest one that was logged: by
// what isn't a group's, since one group's hours say nothing of other hours.
func (p *Page) usual(is app.HoursWeek) journal.ID {
	for _, week := range append([]app.HoursWeek{is}, p.presenter.State.Hours.Weeks...) {
		for _, h := range week.Lines {
			if h.With != 0 && h.Kind != app.GroupHours && h.Minutes > 0 {
				return h.With
			}
		}
	}
	return 0
}

// byText says who supervised what is new, or asks for them where nobody is chosen.
func (f *weekForm) byText() string {
	if name := f.page.nameOf(f.with); name != "" {
		return f.page.says.T("learning.form.by", name)
	}
	return f.page.says.T("learning.form.by.ask")
}

// nameOf returns the name of somebody one has supervision with, put away or not; "" for
// nobody.
func (p *Page) nameOf(id journal.ID) string {
	for _, r := range p.desk.Relationships() {
		if r.ID == id {
			return r.Name
		}
	}
	return ""
}

// chooseWith offers who may have supervised, behind a line for nobody of them.
func (p *Page) chooseWith(below fyne.CanvasObject, none string, is journal.ID, chosen func(journal.ID)) {
	choices := []widgets.MenuChoice{{Text: none, Checked: is == 0, Chosen: func() { chosen(0) }}}
	for _, r := range p.desk.Relationships() {
		if r.Kind != supervision.Peer && r.Kind != supervision.Mentor && (!r.Archived || r.ID == is) {
			choices = append(choices, widgets.MenuChoice{Text: r.Name, Checked: is == r.ID, Chosen: func() { chosen(r.ID) }})
		}
	}
	widgets.ShowMenu(below, choices...)
}

// submit keeps the week, or says what can't be. One that changes nothing is refused,
// and so are more hours than a week has.
func (f *weekForm) submit() {
	w, desk := f.page.says, f.page.desk
	day, err := desk.ReadDay(f.week.Text())
	if monday := app.WeekOf(day); err != nil || monday == "" || monday > desk.Today() {
		f.refuse(w.T("learning.wrong.week"), f.week)
		return
	}
	e := app.WeekEntry{Monday: app.WeekOf(day), Minutes: map[app.HoursKind]int{}, With: f.with, Note: f.note.Text()}
	f.turn(e.Monday)
	e.Instead = f.instead()
	is, sum := f.page.presenter.State.week(e.Monday), 0
	same := len(e.Instead) == 0 && (e.Note == "" || is.Signed != "" || len(is.Lines) == 0)
	for _, k := range f.kinds {
		n, ok := app.ReadHours(f.lines[k].Text())
		if sum += n; !ok || sum > 7*24*60 {
			f.refuse(w.T("learning.wrong.hours"), f.lines[k])
			return
		}
		if n > 0 || is.Minutes[k] > 0 {
			e.Minutes[k] = n
		}
		same = same && n == is.Minutes[k]
	}
	if same {
		f.refuse(w.T("learning.form.unchanged"), f.lines[f.kinds[0]])
		return
	}
	f.dialog.Close()
	f.page.presenter.Log(e)
}

// refuse says what is wrong, in words rather than a key, and takes the keyboard to the
// field.
func (f *weekForm) refuse(says string, field *fields.TextLine) {
	f.wrong.SetText(says)
	f.dialog.Refresh()
	field.Focus()
}

// askPeriod asks for a supervisor, 0 for everybody, and two days. then gets them and
// returns what is wrong with them; "" closes the dialog.
func (p *Page) askPeriod(title, yes string, more []fyne.CanvasObject, then func(with journal.ID, from, until journal.Date) string) {
	w := p.says
	today := p.desk.Today()
	from, until := fields.NewTextLine(w.T("learning.form.from"), ""), fields.NewTextLine(w.T("learning.form.until"), "")
	from.SetText(input.Typed(app.WeekOf(today.AddDays(-28))))
	until.SetText(input.Typed(today))
	var with journal.ID
	if all := p.presenter.State.Hours.Signing; len(all) > 0 {
		with = all[0].With
	}
	text := func() string {
		if name := p.nameOf(with); name != "" {
			return w.T("learning.form.by", name)
		}
		return w.T("learning.everybody")
	}
	var by *widgets.Chip
	by = widgets.NewMenuChip(text(), func() {
		p.chooseWith(by, w.T("learning.everybody"), with, func(id journal.ID) { with = id; by.SetText(text()) })
	})
	wrong := widgets.NewText("", look.Label, look.WarmInk)
	column := widgets.Column(look.Wide, widgets.Wrap(0, by), from, until)
	for _, o := range more {
		column.Add(o)
	}
	column.Add(wrong)
	var d *widgets.Dialog
	keep := func() {
		first, err := p.desk.ReadDay(from.Text())
		last, other := p.desk.ReadDay(until.Text())
		says := w.T("learning.wrong.period")
		if err == nil && other == nil && first != "" && last >= first {
			says = then(with, first, last)
		}
		if says == "" {
			d.Close()
			return
		}
		wrong.SetText(says)
		d.Refresh()
	}
	d = widgets.ShowDialog(p.frame.Window().Canvas(), title, column,
		widgets.NewPlain(w.T("learning.form.cancel"), func() { d.Close() }), widgets.NewPrimary(yes, keep))
	from.Focus()
}

// askSheet asks for the period of a sheet, and goes to its copy.
func (p *Page) askSheet() {
	w := p.says
	p.askPeriod(w.T("learning.sheet"), w.T("learning.sheet.make"), nil, func(with journal.ID, from, until journal.Date) string {
		p.frame.Do(func() {
			p.frame.OpenCopy(app.CopyOf{Paper: app.HoursPaper{With: with, From: from, Until: until}, Audience: supervision.ForExternalSupervisor})
		})
		return ""
	})
}

// askSign asks when a sheet was signed on paper, and where it is kept.
func (p *Page) askSign() {
	w := p.says
	on, kept := fields.NewTextLine(w.T("learning.form.on"), ""), fields.NewTextLine(w.T("learning.form.kept"), w.T("learning.form.kept.hint"))
	on.SetText(input.Typed(p.desk.Today()))
	p.askPeriod(w.T("learning.sign"), w.T("learning.form.keep"), []fyne.CanvasObject{on, kept, widgets.NewSmall(w.T("learning.sign.rule"))}, func(with journal.ID, from, until journal.Date) string {
		day, err := p.desk.ReadDay(on.Text())
		if err != nil || day == "" || day > p.desk.Today() || day < app.WeekOf(until).AddDays(4) {
			return w.T("learning.wrong.sign")
		}
		p.presenter.Sign(with, from, until, day, kept.Text())
		return ""
	})
}
