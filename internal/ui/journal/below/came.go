// Package below is what stands below an entry's text: what of it belongs in the case
// record, and what came of it in supervision.
package below

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/look"
	"aftershift/internal/ui/widgets"
	"aftershift/internal/words"
)

// Frame is what is needed of the window around.
type Frame interface {
	Words() *words.Catalog
	Open(page string, id journal.ID)
	Do(fn func())
}

// Came says quietly what came of an entry in supervision.
type Came struct {
	desk    *app.Desk
	frame   Frame
	words   *words.Catalog
	day     func(at, now time.Time) string
	laidOut func()
	content *fyne.Container
	entry   journal.ID
}

// NewCame gives what stands there for no entry: nothing. day says a day, and laidOut
// is called when it has grown or shrunk.
func NewCame(desk *app.Desk, frame Frame, day func(at, now time.Time) string, laidOut func()) *Came {
	c := &Came{desk: desk, frame: frame, words: frame.Words(), day: day, laidOut: laidOut, content: widgets.Column(look.Gap)}
	c.content.Hide()
	return c
}

// Content gives what the page shows.
func (c *Came) Content() fyne.CanvasObject { return c.content }

// Show asks what came of an entry, off the main goroutine, and shows it; nothing
// while it is not known, or where there is nothing.
func (c *Came) Show(entry journal.ID) {
	if entry != c.entry {
		c.fill(nil)
	}
	c.entry = entry
	if entry == 0 {
		return
	}
	desk := c.desk
	var came []app.Came
	desk.Do(func() error { came = desk.CameOf(entry); return nil }, func(error) {
		c.frame.Do(func() {
			if entry == c.entry {
				c.fill(came)
			}
		})
	})
}

func (c *Came) fill(came []app.Came) {
	if len(came) == 0 && c.content.Hidden {
		return
	}
	c.content.RemoveAll()
	c.content.Hidden = len(came) == 0
	if len(came) > 0 {
		c.content.Add(widgets.NewCaption(c.words.T("session.came")))
	}
	for _, each := range came {
		c.content.Add(widgets.Card(c.lines(each)))
	}
	c.laidOut()
}

// lines says when it was talked about, what came out, and who does what.
//
//words:prefix session.kind.
func (c *Came) lines(came app.Came) fyne.CanvasObject {
	w, now := c.words, c.desk.Now()
	when := c.day(came.Session.When().In(now.Location()), now)
	if came.With != "" {
		when = w.T("session.came.with", when, came.With)
	}
	if came.Outcome.Kind != "" {
		when = w.T("session.came.kind", when, w.T("session.kind."+string(came.Outcome.Kind)))
	}
	lines := widgets.Column(look.Tight, widgets.NewSmall(when))
	for _, said := range []struct{ text, key string }{{came.Outcome.Text, ""}, {came.Outcome.Decision, "session.over.decision"}} {
		switch {
		case strings.TrimSpace(said.text) == "":
		case said.key == "":
			lines.Add(widgets.NewText(said.text, look.Interface, look.Ink))
		default:
			lines.Add(widgets.NewText(w.T(said.key, said.text), look.Interface, look.Ink))
		}
	}
	for _, a := range came.Actions {
		lines.Add(widgets.NewText(c.action(a, came.With), look.Interface, look.Ink))
	}
	lines.Add(widgets.Row(0, widgets.NewLink(w.T("session.open_record"), func() { c.frame.Open("session", came.Session.ID) })))
	return lines
}

// action says an action, who has it, and how far it is.
//
//words:prefix session.came.action.
func (c *Came) action(a supervision.Action, with string) string {
	w := c.words
	who := a.OwnerName
	switch {
	case a.Owner == supervision.Me:
		who = w.T("session.owner.me")
	case a.Owner == supervision.Supervisor && with != "":
		who = with
	case a.Owner == supervision.Supervisor:
		who = w.T("session.owner.supervisor")
	}
	return w.T("session.came.action."+string(a.State), a.Text, who)
}
