package supervision

import (
	"path/filepath"
	"strings"

	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// calendarForm asks where a session's calendar file goes.
type calendarForm struct {
	page    *Page
	session supervision.Session
	file    *fields.Suggest
	note    *widgets.Text
	dialog  *widgets.Dialog
}

// calendar opens the form, with the usual place filled in.
func (p *Page) calendar(s supervision.Session) *calendarForm {
	w := p.words
	f := &calendarForm{page: p, session: s, note: widgets.NewText("", look.Label, look.WarmInk)}
	f.file = fields.NewSuggest("", func(typed string) (offers []fields.Suggestion) {
		for _, path := range input.CompletePath(typed) {
			offers = append(offers, fields.Suggestion{ID: path, Text: path})
		}
		return offers
	})
	f.file.OnChosen = func(s fields.Suggestion) { f.file.SetText(s.Text); f.file.Focus() }
	f.file.OnSubmitted = func(string) { f.submit() }
	f.file.SetText(filepath.Join(input.Documents(), p.desk.CalendarName(s)))
	f.note.Hide()
	browse := widgets.NewPlain(w.T("browse.begin"), f.browse)
	body := widgets.Column(look.Gap, widgets.NewSoft(w.T("supervision.calendar.text")),
		widgets.Column(look.Tight, widgets.NewCaption(w.T("supervision.calendar.file")), widgets.Frame(nil, nil, nil, browse, f.file)), f.note)
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), w.T("supervision.calendar.title"), body,
		widgets.NewPlain(w.T("supervision.calendar.cancel"), func() { f.dialog.Close() }),
		widgets.NewPrimary(w.T("supervision.calendar.save"), f.submit))
	f.file.Focus()
	return f
}

// browse lets the folder be chosen instead of typed; the file's name stays.
func (f *calendarForm) browse() {
	t, typed := f.page.words.T, f.file.Text()
	lists.Browse(f.page.frame.Window().Canvas(), input.Nearest(typed), lists.Browsing{
		Title: t("browse.folder"), Up: t("browse.up"), None: t("browse.none"), Take: t("browse.take"), Cancel: t("browse.cancel"),
		Inside: func(folder string) []string { return input.Inside(folder) },
		Taken:  func(folder string) { f.file.SetText(filepath.Join(folder, filepath.Base(typed))) },
	}).OnClosed(f.file.Focus)
}

// submit saves the file, and asks first where one of its name is there.
func (f *calendarForm) submit() {
	w, path := f.page.words, strings.TrimSpace(f.file.Text())
	switch {
	case !filepath.IsAbs(path) || !strings.EqualFold(filepath.Ext(path), ".ics"):
		f.say("supervision.calendar.wrong")
	case input.IsFile(path):
		widgets.Confirm(f.page.frame.Window().Canvas(), widgets.Ask{
			Title: w.T("supervision.calendar.exists"), Text: w.T("supervision.calendar.exists.text", filepath.Base(path)),
			Yes: w.T("supervision.calendar.replace"), No: w.T("supervision.calendar.cancel"), Careful: true,
		}, func() { f.save(path, true) })
	default:
		f.save(path, false)
	}
}

// save writes the file off the main goroutine. overwrite says that the user agreed to
// lose the one that stands there.
func (f *calendarForm) save(path string, overwrite bool) {
	p := f.page
	p.desk.Do(func() error { return p.desk.SaveCalendar(f.session.ID, path, overwrite) }, func(err error) {
		p.frame.Do(func() { f.saved(path, err) })
	})
}

// saved closes the form, or says what went wrong.
//
//words:prefix supervision.calendar.failed.
func (f *calendarForm) saved(path string, err error) {
	if err == nil {
		f.dialog.Close()
		f.page.frame.Notify(f.page.words.T("supervision.calendar.saved", path), false)
		return
	}
	key := "supervision.calendar.failed." + strings.ReplaceAll(fault.KindOf(err).String(), " ", "_")
	if !f.page.words.Has(key) {
		key = "supervision.calendar.failed.other"
	}
	f.say(key)
}

// say tells by a text key what is wrong, and takes the keyboard back to the path.
func (f *calendarForm) say(key string) {
	f.note.SetText(f.page.words.T(key))
	f.note.Show()
	f.dialog.Refresh()
	f.file.Focus()
}
