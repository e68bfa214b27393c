package fields

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
)

// ChoiceWords are the words of a PassphraseChoice: names of the two fields, of
// the buttons, what is said of a suggested secret, of one that is too short and of
// two that differ, and a word for each strength.
type ChoiceWords struct {
	Name, Again, Show, Hide, Suggest, Suggested, Short, Differ string
	Strength                                                   [5]string
}

// PassphraseChoice lets choose a new secret: typed twice, its strength in words,
// with an offer to suggest one. A suggested one is shown whole, to be written
// down, and is typed once: nobody is let in by words they have never typed.
type PassphraseChoice struct {
	widget.BaseWidget
	// Long tells whether a secret has the length that is asked for.
	Long func(secret string) bool
	// Measure gives the strength of a secret, from 0 to 4, to done on the main
	// goroutine, now or later.
	Measure func(secret string, done func(score int))
	// Suggest gives a secret for the user to take, "" for none.
	Suggest func() string
	// OnChanged is called after every change.
	OnChanged func()
	// OnSubmitted is called on Enter in the second field when Ready.
	OnSubmitted func()

	says         ChoiceWords
	first, again *PassphraseField
	meter        *StrengthMeter
	note         *widgets.Text
	suggested    string
	offer        *fyne.Container
	offered      *widgets.Text // the suggested words
	content      *fyne.Container
}

// noNote keeps the line of the note, so that nothing moves when there is one.
const noNote = " "

// NewPassphraseChoice gives two empty fields. Long and Measure must be set
// before it is used.
func NewPassphraseChoice(says ChoiceWords) *PassphraseChoice {
	c := &PassphraseChoice{
		says:    says,
		first:   NewPassphraseField(says.Name, says.Show, says.Hide),
		again:   NewPassphraseField(says.Again, says.Show, says.Hide),
		meter:   NewStrengthMeter(says.Strength),
		note:    widgets.NewSmall(""),
		offered: widgets.NewText("", look.Subtitle, look.Ink).Bold(),
	}
	c.offer = container.NewStack(widgets.NewGround(look.Panel, look.Line, look.RadiusField),
		widgets.Pad(look.Edge, look.Gap, widgets.Column(look.Tight, c.offered, widgets.NewSmall(says.Suggested))))
	c.offer.Hide()
	suggest := widgets.NewLink(says.Suggest, c.suggest)
	c.first.OnChanged = func(string) { c.changed() }
	c.again.OnChanged = func(string) { c.changed() }
	c.first.OnSubmitted = func(string) { c.again.Focus() }
	c.again.OnSubmitted = func(string) {
		if c.Ready() && c.OnSubmitted != nil {
			c.OnSubmitted()
		}
	}
	c.first.field.next = c.again.Focus
	c.note.SetText(noNote)
	c.meter.clear()
	c.content = widgets.Column(look.Gap, c.first, widgets.Row(look.Wide, c.meter, layout.NewSpacer(), suggest), c.offer, c.again, c.note)
	c.ExtendBaseWidget(c)
	return c
}

// Secret gives what is typed in the first field.
func (c *PassphraseChoice) Secret() string { return c.first.Secret() }

// Ready tells whether the secret is long enough and typed twice the same.
func (c *PassphraseChoice) Ready() bool {
	return c.Long(c.first.Secret()) && c.first.Secret() == c.again.Secret()
}

// Clear empties both fields.
func (c *PassphraseChoice) Clear() {
	c.first.Clear()
	c.again.Clear()
	c.changed()
}

// Focus takes the keyboard to the first field.
func (c *PassphraseChoice) Focus() { c.first.Focus() }

// Disable stops typing.
func (c *PassphraseChoice) Disable() { c.first.Disable(); c.again.Disable() }

// Enable lets type again.
func (c *PassphraseChoice) Enable() { c.first.Enable(); c.again.Enable() }

func (c *PassphraseChoice) suggest() {
	if secret := c.Suggest(); secret != "" {
		c.suggested = secret
		c.first.SetSecret(secret)
		c.again.Clear()
		c.changed()
		c.again.Focus()
	}
}

func (c *PassphraseChoice) changed() {
	secret, again := c.first.Secret(), c.again.Secret()
	c.Measure(secret, func(score int) {
		switch {
		case c.first.Secret() != secret: // measured too late
		case secret == "":
			c.meter.clear()
		default:
			c.meter.Set(score)
		}
	})
	note := noNote
	switch {
	case secret != "" && !c.Long(secret):
		note = c.says.Short
	case again != "" && again != secret:
		note = c.says.Differ
	}
	c.note.SetText(note)
	c.showOffer()
	c.content.Refresh()
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged()
	}
}

// showOffer shows the suggested words for as long as they are the secret.
func (c *PassphraseChoice) showOffer() {
	if c.first.Secret() != c.suggested {
		c.suggested = ""
	}
	c.offered.SetText(c.suggested)
	c.offer.Hidden = c.suggested == ""
}

// CreateRenderer is called by Fyne.
func (c *PassphraseChoice) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(c.content)
}
