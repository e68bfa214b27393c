package unlock

import (
	"path/filepath"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// askSheet asks where the words should be written to, and says what such a file
// is.
func (v *Recovery) askSheet(words []string) {
	path := fields.NewTextLine(v.t("unlock.sheet.where"), "")
	path.SetText(filepath.Join(input.Documents(), v.t("unlock.sheet.file")))
	body := widgets.Column(look.Wide, widgets.NewText(v.t("unlock.sheet.warning"), look.Interface, look.WarmInk), path)
	var d *widgets.Dialog
	save := func() {
		d.Close()
		v.frame.Failed(v.frame.App().SaveRecoverySheet(words, strings.TrimSpace(path.Text())))
	}
	path.OnSubmitted = func(string) { save() }
	d = widgets.ShowDialog(v.frame.Window().Canvas(), v.t("unlock.sheet.ask"), body,
		widgets.NewPlain(v.t("unlock.cancel"), func() { d.Close() }),
		widgets.NewPrimary(v.t("unlock.sheet.save"), save))
}

// AskWords asks for all twelve recovery words as they stand on paper, and
// confirms them where they open the journal.
func AskWords(desk *app.Desk, frame Frame) {
	t := frame.Words().T
	words := fields.NewTextSection(t("unlock.words"), t("unlock.words.hint"), 3)
	ask(frame, question{
		title: t("unlock.check.title"), text: t("unlock.check.text"), button: t("unlock.check.button"),
		wrong: func(typed string) string { return wrongWords(desk, t, typed) }, field: words, secret: words.Text,
		try: func(typed string) error {
			if !desk.CheckRecoveryWords(typed) {
				return errWrong
			}
			return nil
		},
		right: func() {},
	})
}

// wrongWords says what of the words that were typed doesn't fit, as far as it is
// known.
func wrongWords(desk *app.Desk, t func(key string, args ...any) string, typed string) string {
	place, n := desk.WrongRecoveryWord(typed)
	switch {
	case place >= 0:
		return t("unlock.check.wrong", place+1)
	case n != app.RecoveryWords:
		return t("unlock.check.count", n, app.RecoveryWords)
	}
	return t("unlock.trouble.cannot_unlock_words")
}

// AskNewWords asks for the passphrase, makes new recovery words and hands them
// to made.
func AskNewWords(desk *app.Desk, frame Frame, made func(words []string)) {
	t := frame.Words().T
	var words []string
	AskPassphrase(frame, Passphrase{
		Title: t("unlock.renew.title"), Text: t("unlock.renew.text"), Button: t("unlock.renew.button"),
		Try: func(typed string) (err error) {
			words, err = desk.NewRecoveryWords(typed)
			return err
		},
		Right: func() { made(words) },
	})
}

// AskStrengthen asks for the passphrase and makes a guess at it cost more. done
// is called when that is so.
func AskStrengthen(desk *app.Desk, frame Frame, done func()) {
	t := frame.Words().T
	AskPassphrase(frame, Passphrase{
		Title: t("unlock.strengthen.title"), Text: t("unlock.strengthen.text"), Button: t("unlock.strengthen.button"),
		Try: desk.Strengthen, Right: done,
	})
}

// Passphrase is a question for the passphrase: what the dialog says, what it does
// with what was typed, off the main goroutine, and then on it where that worked.
// An error of fault.CannotUnlock is said in the dialog, others by the window.
type Passphrase struct {
	Title, Text, Button string
	Try                 func(passphrase string) error
	Right               func()
}

// AskPassphrase asks the question.
func AskPassphrase(frame Frame, p Passphrase) {
	t := frame.Words().T
	field := fields.NewPassphraseField(t("unlock.passphrase"), t("unlock.show"), t("unlock.hide"))
	submit := ask(frame, question{
		title: p.Title, text: p.Text, button: p.Button, wrong: func(string) string { return t("unlock.trouble.cannot_unlock") },
		field: field, secret: field.Secret, try: p.Try, right: p.Right,
	})
	field.OnSubmitted = func(string) { submit() }
	field.Focus()
}
