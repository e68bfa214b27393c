package unlock

import (
	"strings"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/secret"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
)

// change is the dialog that sets a new passphrase: the present one, or the
// recovery words, prove who asks.
type change struct {
	frame   Frame
	desk    *app.Desk
	dialog  *widgets.Dialog
	byWords bool
	present *fields.PassphraseField
	words   *fields.TextSection
	turn    *widgets.Button
	choice  *fields.PassphraseChoice
	wrong   *widgets.Text
	body    *fyne.Container
	set     *widgets.Button
}

// AskNewPassphrase asks for the present passphrase, or with byWords for the
// recovery words, and sets a new passphrase. changed is called when it is set.
func AskNewPassphrase(desk *app.Desk, frame Frame, byWords bool, changed func()) {
	t := frame.Words().T
	c := &change{frame: frame, desk: desk, byWords: !byWords, choice: secret.NewChoice(frame, aside)}
	c.present = fields.NewPassphraseField(t("unlock.change.present"), t("unlock.show"), t("unlock.hide"))
	c.words = fields.NewTextSection(t("unlock.words"), t("unlock.words.hint"), 2)
	c.turn = widgets.NewLink("", c.turnOver)
	c.wrong = widgets.NewText("", look.Interface, look.WarmInk)
	c.set = widgets.NewPrimary(t("unlock.change.set"), func() { c.submit(changed) })
	c.choice.OnChanged = c.changed
	c.choice.OnSubmitted = func() { c.submit(changed) }
	c.present.OnSubmitted = func(string) { c.choice.Focus() }
	c.body = widgets.Column(look.Wide, widgets.NewSoft(t("unlock.change.text")), c.present, c.words, widgets.Row(0, c.turn), c.choice, c.wrong)
	cancel := widgets.NewPlain(t("unlock.cancel"), func() { c.dialog.Close() })
	c.turnOver()
	c.dialog = widgets.ShowDialog(frame.Window().Canvas(), t("unlock.change.title"), c.body, cancel, c.set)
	c.choice.OnChanged()
	c.focus()
}

// turnOver changes between the passphrase and the words as the proof.
func (c *change) turnOver() {
	t := c.frame.Words().T
	c.byWords = !c.byWords
	c.present.Hidden, c.words.Hidden = c.byWords, !c.byWords
	c.wrong.Hide()
	c.turn.SetText(t("unlock.use_words"))
	if c.byWords {
		c.turn.SetText(t("unlock.use_passphrase"))
	}
	c.refresh()
	c.focus()
}

// focus takes the keyboard to the proof, once the dialog is there.
func (c *change) focus() {
	switch {
	case c.dialog == nil:
	case c.byWords:
		c.words.Focus()
	default:
		c.present.Focus()
	}
}

// changed lets the passphrase be set only while the new one is long enough and typed
// twice the same, and makes room for what the fields say of it.
func (c *change) changed() {
	c.set.Enable()
	if !c.choice.Ready() {
		c.set.Disable()
	}
	c.refresh()
}

func (c *change) refresh() {
	c.body.Refresh()
	if c.dialog != nil {
		c.dialog.Refresh()
	}
}

// submit proves who asks and sets the passphrase, off the main goroutine: deriving keys
// takes a while. Meanwhile the button is disabled, and Enter does nothing.
func (c *change) submit(changed func()) {
	if !c.choice.Ready() || c.set.Disabled() {
		return
	}
	byWords, next := c.byWords, c.choice.Secret()
	proof := c.present.Secret()
	if byWords {
		proof = strings.TrimSpace(c.words.Text())
	}
	c.set.Disable()
	c.set.SetText(c.frame.Words().T("unlock.trying"))
	elsewhere(func() {
		err := setPassphrase(c.desk, byWords, proof, next)
		c.frame.Do(func() { c.end(err, changed) })
	})
}

// setPassphrase sets next by recovery words or the present passphrase. It returns the
// errors of Desk.ResetPassphrase and Desk.ChangePassphrase.
func setPassphrase(desk *app.Desk, byWords bool, proof, next string) error {
	if byWords {
		return desk.ResetPassphrase(proof, next)
	}
	return desk.ChangePassphrase(proof, next)
}

// end closes the dialog and calls changed. A wrong proof is said in the dialog, which
// stays; any other error closes it and is told by the window.
func (c *change) end(err error, changed func()) {
	t := c.frame.Words().T
	c.set.Enable()
	c.set.SetText(t("unlock.change.set"))
	switch {
	case err == nil:
		c.dialog.Close()
		changed()
	case fault.KindOf(err) == fault.CannotUnlock:
		c.wrong.SetText(t("unlock.change.wrong"))
		if c.byWords {
			c.wrong.SetText(t("unlock.trouble.cannot_unlock_words"))
		}
		c.wrong.Show()
		c.refresh()
		c.focus()
	default:
		c.dialog.Close()
		c.frame.Failed(err)
	}
}
