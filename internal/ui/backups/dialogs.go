package backups

import (
	"os"
	"path/filepath"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// askFolder asks where a copy goes.
func (p *Page) askFolder() {
	t := p.words.T
	p.askPath(t("backups.away.ask"), t("backups.away.hint"), t("backups.away.take"), p.presenter.CopyTo)
}

// askFile asks for a backup that stands elsewhere.
func (p *Page) askFile() {
	t := p.words.T
	p.askPath(t("backups.other.ask"), t("backups.other.hint"), t("backups.other.take"), p.presenter.Try, app.JournalSuffix)
}

// askPath asks for a path, and offers what is there as it is typed: folders, and files
// whose names end in one of the suffixes. Without suffixes it asks for a folder.
// Nothing typed takes nothing.
func (p *Page) askPath(title, hint, yes string, take func(path string), suffixes ...string) {
	var d *widgets.Dialog
	path := fields.NewSuggest(hint, func(typed string) []fields.Suggestion {
		p.frame.Do(func() { d.Refresh() }) // the list below the field has another length
		var offers []fields.Suggestion
		for _, offer := range input.CompletePath(typed, suffixes...) {
			offers = append(offers, fields.Suggestion{ID: offer, Text: offer})
		}
		return offers
	})
	use := func(typed string) {
		if typed = strings.TrimSpace(typed); typed != "" {
			d.Close()
			take(typed)
		}
	}
	path.SetText(filepath.Clean(input.Documents()) + string(os.PathSeparator))
	path.OnSubmitted = use
	path.OnChosen = func(s fields.Suggestion) { path.SetText(s.ID); path.Focus() }
	path.OnCancel = func() { d.Close() }
	browse := widgets.NewPlain(p.words.T("browse.begin"), func() { p.browse(path, suffixes...) })
	d = widgets.ShowDialog(p.frame.Window().Canvas(), title, widgets.Frame(nil, nil, nil, widgets.Column(0, browse), path),
		widgets.NewPlain(p.words.T("backups.cancel"), func() { d.Close() }),
		widgets.NewPrimary(yes, func() { use(path.Text()) }))
	path.Focus()
}

// browse lets a folder, or a file whose name ends in one of the suffixes, be chosen
// instead of typed.
func (p *Page) browse(path *fields.Suggest, suffixes ...string) {
	t := p.words.T
	b := lists.Browsing{
		Title: t("browse.folder"), Up: t("browse.up"), None: t("browse.none"), Take: t("browse.take"), Cancel: t("browse.cancel"),
		Inside: func(folder string) []string { return input.Inside(folder) }, Taken: path.SetText,
	}
	if len(suffixes) > 0 {
		b.Title, b.Take, b.Files = t("browse.file"), t("browse.open"), true
		b.Inside = func(folder string) []string { return input.Inside(folder, suffixes...) }
	}
	lists.Browse(p.frame.Window().Canvas(), input.Nearest(path.Text()), b).OnClosed(path.Focus)
}

// tried says what a backup holds, and offers the ways to use it.
func (p *Page) tried(path string, found app.Preview) {
	if !p.shown {
		return
	}
	t := p.words.T
	column := widgets.Column(look.Gap)
	for _, line := range p.differs(found) {
		column.Add(widgets.NewBody(line))
	}
	if !found.Brings.None() {
		column.Add(widgets.NewCaption(t("backups.tried.adding")))
		for _, line := range app.SayBrought(p.words, found.Brings) {
			column.Add(widgets.NewBody(line))
		}
	}
	var d *widgets.Dialog
	buttons := []*widgets.Button{widgets.NewPlain(t("backups.replace"), func() { d.Close(); p.askReplace(path) })}
	if !found.Brings.None() {
		buttons = append(buttons, widgets.NewPlain(t("backups.add"), func() { d.Close(); p.askAdd(path) }))
	}
	buttons = append(buttons, widgets.NewPrimary(t("backups.close"), func() { d.Close() })) // Enter takes nothing away
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.tried"), column, buttons...)
}

// askAdd keeps what is being written, and then adds what is missing.
func (p *Page) askAdd(path string) {
	if err := p.frame.KeepAll(); err != nil {
		p.frame.Failed(err)
		return
	}
	p.presenter.Add(path)
}

// askReplace makes sure before the journal becomes an older one.
func (p *Page) askReplace(path string) {
	t := p.words.T
	widgets.Confirm(p.frame.Window().Canvas(), widgets.Ask{
		Title: t("backups.replace.ask"), Text: t("backups.replace.text", filepath.Join(p.frame.App().BackupFolder(), "replaced")),
		Yes: t("backups.replace.yes"), No: t("backups.replace.no"), Careful: true,
	}, func() {
		if err := p.frame.KeepAll(); err != nil {
			p.frame.Failed(err)
			return
		}
		p.presenter.Replace(path)
	})
}

// failed tells what went wrong. A backup of another journal has words of its own.
func (p *Page) failed(err error) {
	switch fault.KindOf(err) {
	case fault.CannotUnlock:
		p.frame.Notify(p.words.T("backups.strange"), false)
	case fault.NotFound: // only what a path names is looked for here
		p.frame.Notify(p.words.T("backups.nowhere"), false)
	default:
		p.frame.Failed(err)
	}
}

// askKey asks for the passphrase, and says what a new key does and doesn't do.
func (p *Page) askKey() {
	t := p.words.T
	var d *widgets.Dialog
	field := fields.NewPassphraseField(t("backups.key.passphrase"), t("backups.key.show"), t("backups.key.hide"))
	change := func(secret string) {
		if secret == "" {
			return
		}
		d.Close()
		if err := p.frame.KeepAll(); err != nil {
			p.frame.Failed(err)
			return
		}
		p.presenter.Rekey(secret)
	}
	field.OnSubmitted = change
	body := widgets.Column(look.Wide, widgets.NewBody(t("backups.key.ask.text")), field)
	d = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.key.ask"), body,
		widgets.NewPlain(t("backups.cancel"), func() { d.Close() }),
		widgets.NewPrimary(t("backups.key.yes"), func() { change(field.Secret()) }))
	field.Focus()
}

// rekeyed shows the new words, or why there are none.
func (p *Page) rekeyed(words []string, err error) {
	switch {
	case len(words) > 0:
		p.frame.NewKey(words, err)
	case fault.KindOf(err) == fault.CannotUnlock:
		p.frame.Notify(p.words.T("backups.key.wrong"), false)
	case fault.KindOf(err) == fault.Cancelled:
		p.frame.Notify(p.words.T("backups.key.cancelled"), false)
	default:
		p.frame.Failed(err)
	}
}
