package asked

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/journal"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// themeMenu opens the themes in two levels below an object, the user's own first.
// Choosing the first line chooses "".
func themeMenu(below fyne.CanvasObject, all journal.Themes, w *words.Catalog, choose func(journal.ThemeID)) {
	lines := []widgets.MenuChoice{{Text: w.T("journal.filter.themes"), Chosen: func() { choose("") }}, {}}
	if own := themeLine(journal.Theme{ID: journal.OwnThemes, Name: w.T("journal.themes.own")}, all, w, choose); own.Further != nil {
		lines = append(lines, own)
	}
	for _, t := range all {
		if t.Archived || all.ParentOf(t.ID) != t.ID {
			continue
		}
		lines = append(lines, themeLine(t, all, w, choose))
	}
	widgets.ShowMenu(below, lines...)
}

// themeLine gives the line of a first-level theme, with its children behind it.
func themeLine(t journal.Theme, all journal.Themes, w *words.Catalog, choose func(journal.ThemeID)) widgets.MenuChoice {
	line := widgets.MenuChoice{Text: t.Name, Chosen: func() { choose(t.ID) }}
	children := []widgets.MenuChoice{{Text: w.T("journal.themes.all-of", t.Name), Chosen: func() { choose(t.ID) }}}
	for _, child := range all {
		if all.ParentOf(child.ID) == t.ID && child.ID != t.ID && !child.Archived && child.Into == "" {
			children = append(children, widgets.MenuChoice{Text: child.Name, Chosen: func() { choose(child.ID) }})
		}
	}
	if len(children) > 1 {
		line.Further = children
	}
	return line
}
