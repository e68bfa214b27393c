// Package feelings is the window in which feelings are chosen: by family, or typed,
// in a word of one's own too; and how each is written.
package feelings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"aftershift/internal/journal"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Of is the entry of which feelings are chosen.
type Of struct {
	Chosen func() []journal.Feeling
	Toggle func(journal.Feeling) bool // names one or takes it away; false: there is no room
	Closed func()                     // once the window has gone
}

// Chooser is the open window.
type Chooser struct {
	of     Of
	words  *words.Catalog
	canvas fyne.Canvas
	dialog *widgets.Dialog
	field  *fields.Suggest
	chosen *fyne.Container // the chosen words, to be taken away again
	says   *widgets.Text
	chips  map[journal.Feeling]*widgets.Chip
}

// Choose opens the feeling words over a canvas.
func Choose(canvas fyne.Canvas, w *words.Catalog, of Of) *Chooser {
	c := &Chooser{of: of, words: w, canvas: canvas, chips: map[journal.Feeling]*widgets.Chip{}, chosen: widgets.Wrap(6), says: widgets.NewSmall("")}
	c.field = fields.NewSuggest(w.T("journal.feelings.type"), c.offer)
	c.field.First = true
	c.field.OnChosen = func(s fields.Suggestion) { c.typed(s.ID) }
	c.field.OnSubmitted = c.typed
	c.field.OnCancel = func() { c.dialog.Close() }
	families := c.families()
	scale := look.Scale()
	height := min(470*scale, max(canvas.Size().Height-190*scale, 240))
	list := widgets.Wheel(container.NewVScroll(widgets.Pad(2, look.Gap, families)))
	chosen := widgets.Sized(10, widgets.NewChip(" ", widgets.Warm, nil).MinSize().Height, c.chosen) // empty too
	head := widgets.Column(look.Gap, c.field, c.says, chosen, widgets.Rule())
	body := widgets.Sized(10, height, widgets.Frame(head, nil, nil, nil, list))
	c.fill()
	c.dialog = widgets.ShowDialog(canvas, w.T("journal.feelings"), body,
		widgets.NewPrimary(w.T("journal.done"), func() { c.dialog.Close() }))
	c.dialog.OnClosed(of.Closed)
	c.field.Focus()
	return c
}

// families makes the chips of the known words.
//
//words:prefix impact.family.
func (c *Chooser) families() *fyne.Container {
	families := widgets.Column(look.Wide)
	for _, family := range journal.Families {
		row := widgets.Wrap(6)
		for _, f := range family.Words {
			c.chips[f] = widgets.NewChip(Word(c.words, f), widgets.Neutral, func() { c.toggle(f) })
			row.Add(c.chips[f])
		}
		families.Add(widgets.Column(6, widgets.NewCaption(c.words.T("impact.family."+family.Name)), row))
	}
	return families
}

// typed takes a word that was typed, or nothing, which is to say: done.
func (c *Chooser) typed(text string) {
	if strings.TrimSpace(text) == "" {
		c.dialog.Close()
		return
	}
	f, err := Read(c.words, text)
	if err != nil {
		c.say("journal.feelings.wrong")
		return
	}
	c.field.SetText("")
	if !slices.Contains(c.of.Chosen(), f) {
		c.toggle(f)
	}
}

func (c *Chooser) toggle(f journal.Feeling) {
	if !c.of.Toggle(f) {
		c.say("journal.feelings.full")
		return
	}
	c.fill()
	if c.canvas.Focused() == nil { // it was a click, which takes the keyboard from everybody
		c.field.Focus()
	}
}

// say tells in the line below the field why nothing was chosen.
func (c *Chooser) say(key string) {
	c.says.SetText(c.words.T(key))
	c.says.SetRole(look.WarmInk)
}

// fill shows what is chosen.
func (c *Chooser) fill() {
	all := c.of.Chosen()
	for f, chip := range c.chips {
		chip.SetSelected(slices.Contains(all, f))
	}
	widgets.Refill(c.chosen, func() {
		c.chosen.RemoveAll()
		for _, f := range all {
			c.chosen.Add(widgets.NewChip(Word(c.words, f), widgets.Warm, nil).OnRemove(func() { c.toggle(f) }))
		}
	})
	c.says.SetRole(look.Soft)
	c.says.SetText(c.words.T("journal.feelings.count", len(all), journal.MaxFeelings))
}

// offer gives the feeling words that begin with what is typed, and what is typed
// itself where it is none of them.
func (c *Chooser) offer(typed string) []fields.Suggestion {
	begun := strings.ToLower(strings.TrimSpace(typed))
	if begun == "" {
		return nil
	}
	var offers []fields.Suggestion
	for _, family := range journal.Families {
		for _, f := range family.Words {
			if text := Word(c.words, f); strings.HasPrefix(strings.ToLower(text), begun) {
				offers = append(offers, fields.Suggestion{ID: string(f), Text: text, Detail: c.words.T("impact.family." + family.Name)})
			}
		}
	}
	if own, err := Read(c.words, typed); err == nil && !journal.KnownFeeling(own) {
		offers = append(offers, fields.Suggestion{ID: string(own), Text: string(own), Detail: c.words.T("journal.feelings.own")})
	}
	return offers
}

// Read gives the known feeling of a word, or one in the user's own. It gives
// fault.Invalid for what can't be one.
func Read(w *words.Catalog, word string) (journal.Feeling, error) {
	own, err := journal.NewFeeling(word)
	if err != nil {
		return own, err
	}
	for _, family := range journal.Families {
		for _, f := range family.Words {
			if f == own || strings.ToLower(Word(w, f)) == string(own) {
				return f, nil
			}
		}
	}
	return own, nil
}

// Word gives the word for a feeling: its own where nobody else has one.
//
//words:prefix impact.feeling.
func Word(w *words.Catalog, f journal.Feeling) string {
	if !journal.KnownFeeling(f) {
		return string(f)
	}
	return w.T("impact.feeling." + string(f))
}
