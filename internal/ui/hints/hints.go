// Package hints points out in a field, while somebody writes, what surely names
// somebody, and offers what could stand there instead.
package hints

import (
	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/ui/widgets/fields"
	"aftershift/internal/words"
)

// Register is what hints need of an open journal. NameHints is called on another
// goroutine.
type Register interface {
	NameHints(paragraph string) ([]app.NameHint, error)
	SavePerson(p app.Person) (app.Person, error)
	HintsExplained() bool
	ExplainedHints() error
	Do(job func() error, done func(error)) bool
}

// Hints are those of one field. Changed is to be told of every change of its text.
// They belong to the main goroutine.
type Hints struct {
	*app.Hinter
	frame    present.Frame
	register Register
	words    *words.Catalog
	field    *fields.TextSection

	question *fyne.Container // what Question gave; nil: nobody asked for one
	asked    func()
}

// New gives the hints of an empty field.
func New(frame present.Frame, register Register, field *fields.TextSection) *Hints {
	h := &Hints{frame: frame, register: register, words: frame.Words(), field: field}
	h.Hinter = app.NewHinter(app.Hinting{
		Scan: register.NameHints, After: frame.After, Aside: app.Go, Do: frame.Do, Show: h.show, Failed: frame.Failed,
	})
	return h
}

// Question gives a line for words that others read: it asks about a person who is
// named in them, as long as one is. asked is called when it comes or goes.
func (h *Hints) Question(asked func()) fyne.CanvasObject {
	h.question, h.asked = widgets.Column(0), asked
	h.question.Hide()
	return h.question
}

// show underlines what was found, with what could stand there instead.
func (h *Hints) show(all []app.NameHint) {
	passages := make([]fields.Pointed, len(all))
	for i, one := range all {
		passages[i] = fields.Pointed{From: one.Start, To: one.End, Choices: h.choices(one)}
	}
	h.field.PointOut(passages)
	h.ask(all)
	if len(all) > 0 && !h.register.HintsExplained() {
		h.explain()
	}
}

// explain says, once in a journal, what a dotted line below words means.
func (h *Hints) explain() {
	h.register.Do(h.register.ExplainedHints, func(err error) {
		h.frame.Do(func() {
			if err == nil {
				h.frame.Notify(h.words.T("hint.explain"), false)
			}
		})
	})
}

func (h *Hints) choices(one app.NameHint) (choices []fields.PointedChoice) {
	if one.Instead != "" {
		choices = append(choices, fields.PointedChoice{Text: h.words.T("hint.use", one.Instead), Words: one.Instead})
	}
	if one.Person && !one.Registered {
		choices = append(choices, fields.PointedChoice{Text: h.words.T("hint.add"), Done: h.add})
	}
	return append(choices, fields.PointedChoice{Text: h.words.T("hint.fine"), Done: h.Fine})
}

// add takes somebody into the register of people by the name that stands there.
func (h *Hints) add(name string) {
	var who app.Person
	who.Forms = []string{name}
	h.register.Do(func() error { _, err := h.register.SavePerson(who); return err }, func(err error) {
		h.frame.Do(func() {
			if err != nil {
				h.frame.Failed(err)
				return
			}
			h.frame.Notify(h.words.T("people.done.added", name), true)
		})
	})
}

// ask shows the question about the first person who is named.
func (h *Hints) ask(all []app.NameHint) {
	if h.question == nil {
		return
	}
	h.question.RemoveAll()
	text := h.field.Text()
	for _, one := range all {
		if !one.Person || one.End > len(text) {
			continue
		}
		name := text[one.Start:one.End]
		h.question.Add(widgets.Notice(widgets.Amber, h.words.T("hint.named", name),
			widgets.NewLink(h.words.T("hint.look"), func() { h.field.NextPointed() }),
			widgets.NewLink(h.words.T("hint.fine"), func() { h.Fine(name) })))
		break
	}
	if hidden := len(h.question.Objects) == 0; hidden != h.question.Hidden || !hidden {
		h.question.Hidden = hidden
		h.asked()
	}
}
