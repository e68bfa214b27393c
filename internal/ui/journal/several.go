package journal

import (
	"maps"
	"slices"
	"strings"

	"aftershift/internal/app"
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
	gone := taken{ticked: maps.Clone(p.shelf.state.Ticked), open: p.writer.entry.ID}
	p.each("journal.several.deleted", p.desk.DeleteEach, func() {
		p.taken = gone
		p.shelf.Untick()
		p.list.focus()
	})
}

// taken is what deleting took from the page: undo brings it back.
type taken struct {
	ticked  map[journal.ID]bool // that were deleted
	open    journal.ID          // was open; 0: none
	instead journal.ID          // was opened in its place
}

// broughtBack ticks an entry again that is back from the trash, and opens it where it
// was open and nobody has opened another since.
func (p *Page) broughtBack(id journal.ID) {
	if (!p.taken.ticked[id] && p.taken.open != id) || !p.listed(id) {
		return
	}
	if p.taken.ticked[id] {
		delete(p.taken.ticked, id)
		p.shelf.Tick([]journal.ID{id}, false)
	}
	if at := p.writer.entry.ID; p.taken.open == id && (at == 0 || at == p.taken.instead) {
		p.taken.open = 0
		p.writer.Open(id)
	}
}

// listed reports whether an entry is in the journal, and not in the trash.
func (p *Page) listed(id journal.ID) bool {
	return slices.ContainsFunc(p.desk.List(app.Filter{}), func(o journal.Overview) bool { return o.ID == id })
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
