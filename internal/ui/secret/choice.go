// Package secret is how a new passphrase is chosen, the same wherever one is: for
// the journal, for the legend in it, for a file that leaves. It belongs to the main
// goroutine.
package secret

import (
	"aftershift/internal/app"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Frame is what choosing needs of the window around it.
type Frame interface {
	Words() *words.Catalog
	Do(fn func())
	Failed(err error)
}

// NewChoice gives the two fields that choose a passphrase, with the program's
// own rules and words. aside runs off the main goroutine what measures one, as app.Go
// does.
func NewChoice(frame Frame, aside func(func())) *fields.PassphraseChoice {
	t := frame.Words().T
	c := fields.NewPassphraseChoice(fields.ChoiceWords{
		Name: t("unlock.passphrase"), Again: t("unlock.again"), Show: t("unlock.show"), Hide: t("unlock.hide"),
		Suggest: t("unlock.suggest"), Suggested: t("unlock.suggested"),
		Short: t("unlock.short"), Differ: t("unlock.differ"),
		Strength: [5]string{
			t("unlock.strength.0"), t("unlock.strength.1"), t("unlock.strength.2"), t("unlock.strength.3"), t("unlock.strength.4"),
		},
	})
	c.Long = func(secret string) bool { return app.CheckPassphrase(secret) == nil }
	c.Measure = func(secret string, done func(int)) {
		aside(func() {
			score := app.MeasurePassphrase(secret).Score
			frame.Do(func() { done(score) })
		})
	}
	c.Suggest = func() string {
		secret, err := app.SuggestPassphrase()
		frame.Failed(err)
		return secret
	}
	return c
}
