package backups

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/secret"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// wholeForm asks how the whole journal goes out.
type wholeForm struct {
	page     *Page
	dialog   *widgets.Dialog
	open     fyne.CanvasObject // warns of a file that anybody can read
	closed   fyne.CanvasObject // says who can read a locked one
	folder   *fields.TextLine
	markdown *widgets.CheckRow
	lock     *widgets.FoldOut // asks for a passphrase while it is folded out
	secret   *fields.PassphraseChoice
	own      *fields.PassphraseField // the journal's passphrase
	note     *widgets.Text
}

// askWhole warns, and asks for the folder, the lock and the passphrase.
func (p *Page) askWhole() { newWholeForm(p) }

// newWholeForm shows the form and returns it. It begins without a lock and with the
// warning; the journal's own passphrase is asked for in any case, and has the keyboard.
func newWholeForm(p *Page) *wholeForm {
	t := p.words.T
	f := &wholeForm{
		page: p, folder: fields.NewTextLine(t("backups.whole.folder"), t("backups.away.hint")),
		open:     widgets.Notice(widgets.Warm, t("backups.whole.warn")),
		closed:   widgets.Notice(widgets.Warm, t("backups.whole.warn.locked")),
		markdown: widgets.NewCheckRow(t("backups.whole.markdown"), true, func(bool) {}),
		secret:   secret.NewChoice(p.frame, p.presenter.background),
		own:      fields.NewPassphraseField(t("backups.whole.passphrase"), t("backups.key.show"), t("backups.key.hide")),
		note:     widgets.NewText("", look.Label, look.WarmInk),
	}
	f.folder.SetText(filepath.Clean(input.Documents()))
	f.secret.OnSubmitted = func() { f.own.Focus() }
	f.own.OnSubmitted = func(string) { f.write() }
	f.lock = widgets.NewFoldOut(t("backups.whole.lock"), widgets.Column(look.Gap, widgets.NewSoft(t("backups.whole.lock.text")), f.secret))
	f.lock.OnTurned = func(open bool) {
		if f.turned(); open {
			f.secret.Focus()
		}
	}
	f.closed.Hide()
	f.note.Hide()
	body := widgets.Column(look.Wide, f.open, f.closed, f.folder, f.markdown, f.lock, f.own, f.note)
	f.dialog = widgets.ShowDialog(p.frame.Window().Canvas(), t("backups.whole.ask"), body,
		widgets.NewPlain(t("backups.cancel"), func() { f.dialog.Close() }),
		widgets.NewPrimary(t("backups.whole.yes"), f.write))
	f.own.Focus()
	return f
}

// turned shows what goes with the lock or without it. Notes can't be locked.
func (f *wholeForm) turned() {
	show(f.closed, f.lock.Open())
	show(f.open, !f.lock.Open())
	show(f.markdown, !f.lock.Open())
	f.dialog.Refresh()
}

func show(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
		return
	}
	o.Hide()
}

// say tells what is still asked for; "" takes that away.
func (f *wholeForm) say(text string) {
	f.note.SetText(text)
	show(f.note, text != "")
	f.dialog.Refresh()
}

// write saves the journal, or says what is still asked for.
func (f *wholeForm) write() {
	t, w := f.page.words.T, app.Whole{Passphrase: f.own.Secret(), Folder: strings.TrimSpace(f.folder.Text())}
	switch {
	case !f.lock.Open() && f.secret.Secret() != "": // nobody who typed one means the file to be open
		f.lock.SetOpen(true)
		f.turned()
		f.say(t("copy.file.lock.folded"))
		f.secret.Focus()
		return
	case f.lock.Open() && !f.secret.Ready():
		f.say(t("copy.file.lock.needed"))
		f.secret.Focus()
		return
	case w.Folder == "":
		f.say(t("backups.whole.nowhere"))
		f.folder.Focus()
		return
	case w.Passphrase == "":
		f.say(t("backups.whole.needed"))
		f.own.Focus()
		return
	case f.lock.Open():
		w.Lock = f.secret.Secret()
	default:
		w.Markdown = f.markdown.Checked()
	}
	f.dialog.Close()
	if err := f.page.frame.KeepAll(); err != nil {
		f.page.frame.Failed(err)
		return
	}
	f.page.presenter.Export(w)
}
