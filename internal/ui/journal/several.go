package journal

import (
	"slices"
	"strings"

	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// several does a command with all ticked entries, while the keyboard is in the list,
// and tells whether it did: elsewhere one means the open entry.
func (p *Page) several(command string) bool {
	if len(p.shelf.state.Ticked) == 0 || !p.list.rows.HasFocus() {
		return false
	}
	switch command {
	case "delete":
		p.deleteEach()
	case "flag":
		p.flagEach(journal.Next)
	case "flag-urgent":
		p.flagEach(journal.Urgent)
	case "tags":
		p.askThemeOfEach()
	default:
		return false
	}
	return true
}

// showSeveral offers what can be done with the ticked entries.
func (p *Page) showSeveral() {
	w := p.words
	widgets.ShowMenu(p.list.ticked,
		widgets.MenuChoice{Text: w.T("journal.several.tag"), Chosen: p.askThemeOfEach},
		widgets.MenuChoice{Text: w.T("journal.several.untag"), Chosen: p.showThemesOfEach},
		widgets.MenuChoice{},
		widgets.MenuChoice{Text: w.T("journal.flag.next"), Chosen: func() { p.flagEach(journal.Next) }},
		widgets.MenuChoice{Text: w.T("journal.flag.urgent"), Chosen: func() { p.flagEach(journal.Urgent) }},
		widgets.MenuChoice{Text: w.T("journal.flag.none"), Chosen: func() { p.flagEach(journal.NoFlag) }},
		widgets.MenuChoice{},
		widgets.MenuChoice{Text: w.T("journal.several.delete"), Chosen: p.deleteEach})
}

// each changes the ticked entries as one step, off the main goroutine, says of how
// many it did, and offers to undo it. What is being written is kept first.
func (p *Page) each(says string, change func(ids []journal.ID) (int, error), then func()) {
	if err := p.writer.Flush(); err != nil {
		p.frame.Failed(err)
		return
	}
	ids, n := p.shelf.Ticked(), 0
	p.desk.Do(func() (err error) {
		n, err = change(ids)
		return err
	}, func(err error) {
		p.frame.Do(func() {
			if err != nil {
				p.frame.Failed(err)
				return
			}
			then()
			p.frame.Notify(p.words.N(says, n), n > 0)
		})
	})
}

func (p *Page) deleteEach() {
	p.each("journal.several.deleted", p.desk.DeleteEach, func() {
		p.shelf.Untick()
		p.list.focus()
	})
}

func (p *Page) flagEach(flag journal.Flag) {
	p.each("journal.several.flagged", func(ids []journal.ID) (int, error) { return p.desk.FlagEach(ids, flag) }, func() {})
}

func (p *Page) tagEach(theme journal.ThemeID, on bool) {
	p.each("journal.several.tagged", func(ids []journal.ID) (int, error) { return p.desk.TagEach(ids, theme, on) }, func() {})
}

// askThemeOfEach asks for the theme that the ticked entries get.
func (p *Page) askThemeOfEach() {
	w := p.words
	var d *widgets.Dialog
	field := fields.NewSuggest(w.T("journal.themes.type"), p.offerThemes)
	field.First = true
	field.OnChosen = func(s fields.Suggestion) {
		d.Close()
		if s.ID != newTheme {
			p.tagEach(journal.ThemeID(s.ID), true)
			return
		}
		p.writer.makeTheme(s.Text, func(id journal.ThemeID) { p.tagEach(id, true) })
	}
	field.OnCancel = func() { d.Close() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), w.N("journal.several.tag.title", len(p.shelf.Ticked())),
		widgets.Sized(10, field.Room(), field), widgets.NewPlain(w.T("journal.cancel"), func() { d.Close() }))
	field.Focus()
}

// showThemesOfEach offers the themes that ticked entries have, to be taken away.
func (p *Page) showThemesOfEach() {
	all := p.desk.Themes()
	var has []journal.ThemeID
	for _, o := range p.shelf.found {
		if p.shelf.state.Ticked[o.ID] {
			has = append(has, o.Themes...)
		}
	}
	has = all.Distinct(has)
	slices.SortFunc(has, func(a, b journal.ThemeID) int { return strings.Compare(all.Name(a), all.Name(b)) })
	lines := make([]widgets.MenuChoice, len(has))
	for i, id := range has {
		lines[i] = widgets.MenuChoice{Text: all.Name(id), Chosen: func() { p.tagEach(id, false) }}
	}
	if len(lines) == 0 {
		lines = []widgets.MenuChoice{{Text: p.words.T("journal.several.untag.none")}}
	}
	widgets.ShowMenu(p.list.ticked, lines...)
}
