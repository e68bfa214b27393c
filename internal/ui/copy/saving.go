package copy

import (
	"cmp"
	"errors"
	"path/filepath"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/secret"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/draw"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/ui/widgets/lists"
)

// saveForm asks where the copy goes.
type saveForm struct {
	page   *Page
	dialog *widgets.Dialog
	folder *fields.Suggest
	name   *fields.TextLine
	lock   *widgets.FoldOut // asks for a passphrase while it is folded out
	secret *fields.PassphraseChoice
	note   *widgets.Text
	says   *widgets.Text // who can read the file
	how    *widgets.Text // how a locked one is opened
	save   *widgets.Button
}

// save opens the form, or says why it can't be.
func (p *Page) save() {
	s := p.presenter.now
	if !s.Ready() {
		switch {
		case len(s.Open) > 0:
			p.presenter.NextOpen()
			p.focus()
		case s.Settled():
			draw.Focus(p.foot.read)
		}
		return
	}
	newSaveForm(p)
}

// newSaveForm opens the form, with the usual place filled in.
func newSaveForm(p *Page) *saveForm {
	t := p.words.T
	f := &saveForm{page: p, name: fields.NewTextLine(t("copy.file.name"), ""), note: widgets.NewText("", look.Label, look.WarmInk)}
	f.folder = fields.NewSuggest(t("copy.file.folder"), offerFolders)
	f.folder.OnSubmitted = func(string) { f.name.Focus() }
	f.folder.OnChosen = func(s fields.Suggestion) { f.folder.SetText(s.Text); f.folder.Focus() }
	f.folder.SetText(p.folder())
	f.name.SetText(p.presenter.FileName())
	f.name.OnSubmitted = func(string) { f.write(false) }
	f.note.Hide()
	f.save = widgets.NewPrimary(t("copy.file.save"), func() { f.write(false) })
	browse := widgets.NewPlain(t("browse.begin"), f.browse)
	f.secret = secret.NewChoice(p.frame, f.page.presenter.aside)
	f.secret.OnSubmitted = func() { f.write(false) }
	f.says, f.how = widgets.NewSoft(t("copy.file.text")), widgets.NewSoft("")
	f.lock = widgets.NewFoldOut(t("copy.file.lock"), widgets.Column(look.Gap, f.how, f.secret))
	f.name.OnChanged = func(string) { f.explain() }
	f.lock.OnTurned = func(open bool) {
		f.explain()
		f.dialog.Refresh()
		if open {
			f.secret.Focus()
		}
	}
	body := widgets.Column(look.Gap, f.says,
		widgets.Column(look.Tight, widgets.NewCaption(t("copy.file.folder")), widgets.Frame(nil, nil, nil, browse, f.folder)), f.name, f.lock, f.note)
	f.dialog = widgets.ShowDialog(p.canvas(), t("copy.file.title"), body,
		widgets.NewPlain(t("copy.cancel"), func() { f.dialog.Close() }), f.save)
	f.dialog.OnClosed(func() { draw.Focus(p.foot.read) })
	f.explain()
	f.name.FocusEnd()
	return f
}

// explain says who can read the file, and how one that is locked is opened, by its name.
func (f *saveForm) explain() {
	t := f.page.words.T
	if !f.lock.Open() {
		f.says.SetText(t("copy.file.text"))
		return
	}
	f.says.SetText(t("copy.file.text.locked"))
	format := f.page.presenter.format
	name := strings.TrimSuffix(cmp.Or(strings.TrimSpace(f.name.Text()), f.page.presenter.FileName()), "."+format.Extension)
	f.how.SetText(t("copy.file.lock.text", format.FileName(name), app.LockedFormat(format, "").FileName(name)))
}

// browse lets a folder be chosen instead of typed.
func (f *saveForm) browse() {
	t := f.page.words.T
	lists.Browse(f.page.canvas(), input.Nearest(f.folder.Text()), lists.Browsing{
		Title: t("browse.folder"), Up: t("browse.up"), None: t("browse.none"), Take: t("browse.take"), Cancel: t("browse.cancel"),
		Inside: func(folder string) []string { return input.Inside(folder) },
		Taken:  func(folder string) { f.folder.SetText(folder) },
		New:    t("browse.new"), Make: f.page.makeFolder,
	}).OnClosed(f.name.Focus)
}

// makeFolder asks for the name of a folder, makes it in another and tells made.
func (p *Page) makeFolder(in string, made func(path string)) {
	t := p.words.T
	p.askLine(t("browse.new.title"), in, t("browse.new.name"), "", t("browse.new.make"), func(name string) {
		path, there := input.MakeFolder(in, strings.TrimSpace(name))
		if !there {
			widgets.Confirm(p.canvas(), widgets.Ask{Title: t("browse.new.title"), Text: t("browse.new.wrong"), Yes: t("copy.close")}, nil)
			return
		}
		made(path)
	})
}

// folder gives where the last copy went, or the usual place.
func (p *Page) folder() string {
	if p.lastFolder != "" {
		return p.lastFolder
	}
	return input.Documents()
}

func offerFolders(typed string) []fields.Suggestion {
	var offers []fields.Suggestion
	for _, path := range input.CompletePath(typed) {
		offers = append(offers, fields.Suggestion{ID: path, Text: path})
	}
	return offers
}

// path gives the file that is asked for, "" while it isn't one.
func (f *saveForm) path() string {
	folder, name := strings.TrimSpace(f.folder.Text()), strings.TrimSpace(f.name.Text())
	if !filepath.IsAbs(folder) || name == "" || name != filepath.Base(name) {
		return ""
	}
	format := f.page.presenter.format
	if f.lock.Open() {
		format = app.LockedFormat(format, "")
		name = strings.TrimSuffix(name, "."+f.page.presenter.format.Extension)
	}
	return filepath.Join(folder, format.FileName(name))
}

func (f *saveForm) say(text string) {
	f.note.SetText(text)
	widgets.ShowIf(f.note, text != "")
	f.dialog.Refresh()
}

// write saves the file, and asks first where one of its name is there.
func (f *saveForm) write(overwrite bool) {
	t, path := f.page.words.T, f.path()
	if !f.lock.Open() && f.secret.Secret() != "" { // nobody who typed one means the file to be open
		f.lock.SetOpen(true)
		f.explain()
		f.say(t("copy.file.lock.folded"))
		f.secret.Focus()
		return
	}
	if path == "" {
		f.say(t("copy.file.invalid"))
		return
	}
	if f.page.presenter.now.Busy != Idle {
		return
	}
	passphrase := ""
	if f.lock.Open() {
		if !f.secret.Ready() {
			f.say(t("copy.file.lock.needed"))
			return
		}
		passphrase = f.secret.Secret()
	}
	if !overwrite && input.IsFile(path) {
		f.confirm(path)
		return
	}
	f.say("")
	f.save.SetText(t("copy.saving"))
	f.save.Disable()
	f.page.presenter.Save(path, passphrase, overwrite, func(err error) { f.saved(path, err) })
}

func (f *saveForm) confirm(path string) {
	t := f.page.words.T
	widgets.Confirm(f.page.canvas(), widgets.Ask{
		Title: t("copy.file.exists"), Text: t("copy.file.exists.text", filepath.Base(path)),
		Yes: t("copy.file.overwrite"), No: t("copy.file.other"), Careful: true,
	}, func() { f.write(true) })
}

//words:prefix copy.failed.

// saved closes the form, or says what went wrong, what is safe and what next.
func (f *saveForm) saved(path string, err error) {
	t := f.page.words.T
	f.save.SetText(t("copy.file.save"))
	f.save.Enable()
	if err == nil {
		f.page.lastFolder = filepath.Dir(path)
		f.dialog.Close()
		return
	}
	if fault.KindOf(err) == fault.Conflict && input.IsFile(path) {
		f.confirm(path)
		return
	}
	f.say(f.page.trouble(err))
}

// trouble gives the words for why a copy wasn't saved, and goes to where the
// reviewer can mend it.
func (p *Page) trouble(err error) string {
	t := p.words.T
	var at app.Spot
	if errors.As(err, &at) {
		switch finding, known := p.presenter.finding(at.Finding); {
		case at.Name:
			return t("copy.failed.exposed.name")
		case known:
			p.presenter.Select(at.Finding)
			return t("copy.failed.exposed.worded", p.presenter.words(finding))
		case at.Line > 0 && at.Heading > 0:
			return t("copy.failed.exposed.below", p.presenter.now.heading(at.Heading))
		case at.Line > 0:
			return t("copy.failed.exposed.above")
		}
	}
	key := "copy.failed." + strings.ReplaceAll(fault.KindOf(err).String(), " ", "_")
	if !p.words.Has(key) {
		key = "copy.failed.other"
	}
	return t(key)
}
