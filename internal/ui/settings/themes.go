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

// themes is the section in which a theme is looked up and changed.
type themes struct {
	page    *Page
	section fyne.CanvasObject
	field   *fields.Suggest
	card    *fyne.Container
	links   *fyne.Container // what can be done with the theme in view
	id      journal.ThemeID // the theme in view; "" for none
}

// newThemes returns the section with no theme in view. One that is chosen comes into
// view, with the keyboard on the first thing that can be done with it.
func newThemes(p *Page) *themes {
	t := &themes{page: p, card: widgets.Column(look.Gap), links: widgets.Wrap(look.Wide)}
	t.field = fields.NewSuggest(p.t("settings.themes.type"), t.offer(func(journal.Theme) bool { return true }))
	t.field.First = true
	t.field.OnChosen = func(s fields.Suggestion) {
		t.field.SetText("")
		t.id = journal.ThemeID(s.ID)
		t.show()
		widgets.FocusFirst(t.links) // and so into view, on what takes nothing away
		p.Reveal()
	}
	t.section = section(p.t("settings.themes"), widgets.NewSmall(p.t("settings.themes.text")), t.field, t.card)
	t.show()
	return t
}

// offer gives what offers the themes that pass, with where they stand and of how
// many entries they are.
func (t *themes) offer(pass func(journal.Theme) bool) func(typed string) []fields.Suggestion {
	return func(typed string) (offers []fields.Suggestion) {
		desk := t.page.desk
		if strings.TrimSpace(typed) == "" {
			return nil
		}
		counts := desk.ThemeCounts()
		for _, one := range desk.Themes().Fitting(typed) {
			if pass(one) {
				offers = append(offers, fields.Suggestion{ID: string(one.ID), Text: one.Name, Detail: t.where(one, counts[one.ID])})
			}
		}
		return offers
	}
}

// where says under what a theme stands, of how many entries it is, and that it is
// archived.
func (t *themes) where(of journal.Theme, entries int) string {
	all := t.page.desk.Themes()
	parts := []string{t.page.frame.Words().N("settings.themes.entries", entries)}
	switch parent := all.ParentOf(of.ID); {
	case parent == journal.OwnThemes:
		parts = append([]string{t.page.t("journal.themes.own")}, parts...)
	case parent != of.ID:
		parts = append([]string{all.Name(parent)}, parts...)
	}
	if of.Archived {
		parts = append(parts, t.page.t("settings.themes.archived"))
	}
	return strings.Join(parts, " · ")
}

// show shows the theme in view with what can be done with it: the one that stands
// for it, where it was merged. What had the keyboard keeps it.
func (t *themes) show() {
	p, all := t.page, t.page.desk.Themes()
	of, there := all.Theme(all.Resolve(t.id))
	t.card.RemoveAll()
	t.card.Hidden = !there
	if there {
		t.card.Add(widgets.Column(look.Tight, widgets.NewBody(of.Name).Bold(), widgets.NewSmall(t.where(of, p.desk.ThemeCounts()[of.ID]))))
		t.card.Add(t.links)
		widgets.Refill(t.links, func() { t.links.Objects = t.offers(of, all.ParentOf(of.ID) == of.ID) })
	}
	t.card.Refresh()
	if p.column != nil {
		p.refresh()
	}
}

// offers gives what can be done with a theme; a root stays where it is.
func (t *themes) offers(of journal.Theme, root bool) []fyne.CanvasObject {
	p := t.page
	links := []fyne.CanvasObject{widgets.NewLink(p.t("settings.themes.rename"), func() { t.rename(of) })}
	if !root {
		links = append(links, widgets.NewLink(p.t("settings.themes.move"), func() { t.move(of) }),
			widgets.NewLink(p.t("settings.themes.merge"), func() { t.merge(of) }))
	}
	archive := "settings.themes.archive"
	if of.Archived {
		archive = "settings.themes.offer"
	}
	return append(links, widgets.NewLink(p.t(archive), func() {
		t.change("settings.themes.done", func() error { return p.desk.ArchiveTheme(of.ID, !of.Archived) })
	}))
}

// change changes a theme off the main goroutine and says so, with a way to undo it.
func (t *themes) change(says string, change func() error) {
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

// rename asks for another name. A name that can't be is refused before anything is
// changed.
func (t *themes) rename(of journal.Theme) {
	p := t.page
	name, wrong := fields.NewTextLine(p.t("settings.themes.name"), ""), widgets.NewText("", look.Label, look.WarmInk)
	name.SetText(of.Name)
	var d *widgets.Dialog
	keep := func() {
		if _, err := p.desk.Themes().Rename(of.ID, name.Text()); err != nil {
			wrong.SetText(p.t("settings.themes.name.wrong"))
			if fault.KindOf(err) == fault.Conflict {
				wrong.SetText(p.t("settings.themes.name.taken"))
			}
			d.Refresh()
			return
		}
		d.Close()
		t.change("settings.themes.done", func() error { return p.desk.RenameTheme(of.ID, name.Text()) })
	}
	name.OnSubmitted = func(string) { keep() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t("settings.themes.rename"), widgets.Column(look.Gap, name, wrong),
		widgets.NewPlain(p.t("settings.themes.cancel"), func() { d.Close() }), widgets.NewPrimary(p.t("settings.themes.keep"), keep))
	name.Select()
}

// move asks under which first-level theme it is to stand.
func (t *themes) move(of journal.Theme) {
	all := t.page.desk.Themes()
	t.ask("settings.themes.move", of, func(one journal.Theme) bool { return all.ParentOf(one.ID) == one.ID }, func(to journal.ThemeID) error {
		return t.page.desk.MoveTheme(of.ID, to)
	})
}

// merge asks for the theme that is to stand for it.
func (t *themes) merge(of journal.Theme) {
	t.ask("settings.themes.merge", of, func(one journal.Theme) bool { return one.ID != of.ID && !one.Archived }, func(to journal.ThemeID) error {
		return t.page.desk.MergeTheme(of.ID, to)
	})
}

// ask asks for another theme than the one that it is about, and then changes.
// There is room for every theme that is offered at once, so that the dialog stays
// as it is while one types.
func (t *themes) ask(key string, of journal.Theme, pass func(journal.Theme) bool, change func(to journal.ThemeID) error) {
	p := t.page
	var d *widgets.Dialog
	field := fields.NewSuggest(p.t("settings.themes.type"), t.offer(pass))
	field.First = true
	field.OnChosen = func(s fields.Suggestion) {
		d.Close()
		t.change("settings.themes.done", func() error { return change(journal.ThemeID(s.ID)) })
	}
	field.OnCancel = func() { d.Close() }
	room := widgets.Sized(10, field.Room(), field)
	body := widgets.Column(look.Gap, widgets.NewSoft(p.t(key+".ask", of.Name)), room)
	d = widgets.ShowDialog(p.frame.Window().Canvas(), p.t(key+".title", of.Name), body, widgets.NewPlain(p.t("settings.themes.cancel"), func() { d.Close() }))
	field.Focus()
}
