package unlock

import (
	"path/filepath"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// chooseFile asks for the file of another journal. Folders and journals are
// offered as their names are typed.
func (p *Page) chooseFile() {
	t := p.t
	var d *widgets.Dialog
	note := widgets.NewText("", look.Label, look.WarmInk)
	note.Hide()
	path := fields.NewSuggest(t("unlock.file.hint"), func(typed string) []fields.Suggestion {
		p.frame.Do(func() { d.Refresh() }) // the list below the field has another length
		return offerPaths(typed)
	})
	path.SetText(filepath.Dir(p.app.Journal()) + string(filepath.Separator))
	browse := widgets.NewPlain(t("browse.begin"), func() { p.browse(path) })
	body := widgets.Column(look.Gap, widgets.NewSoft(t("unlock.file.text")), widgets.Frame(nil, nil, nil, browse, path), note)
	use := func(typed string) {
		typed = strings.TrimSpace(typed)
		if !input.IsFile(typed) {
			note.SetText(t("unlock.file.none"))
			note.Show()
			d.Refresh()
			return
		}
		d.Close()
		p.use(typed)
	}
	path.OnSubmitted = use
	path.OnChosen = func(s fields.Suggestion) { path.SetText(s.ID); path.Focus() }
	path.OnCancel = func() { d.Close() }
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("unlock.file.title"), body,
		widgets.NewPlain(t("unlock.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t("unlock.file.open"), func() { use(path.Text()) }))
	path.Focus()
}

// browse lets the file be chosen instead of typed.
func (p *Page) browse(path *fields.Suggest) {
	t := p.frame.Words().T
	lists.Browse(p.frame.Window().Canvas(), input.Nearest(path.Text()), lists.Browsing{
		Title: t("browse.file"), Up: t("browse.up"), None: t("browse.none"), Take: t("browse.open"), Cancel: t("browse.cancel"), Files: true,
		Inside: func(folder string) []string { return input.Inside(folder, app.JournalSuffix) }, Taken: path.SetText,
	}).OnClosed(path.Focus)
}

// offerPaths gives what a typed path could go on as.
func offerPaths(typed string) []fields.Suggestion {
	var offers []fields.Suggestion
	for _, path := range input.CompletePath(typed, app.JournalSuffix) {
		offers = append(offers, fields.Suggestion{ID: path, Text: path})
	}
	return offers
}
