package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"aftershift/internal/app"
)

// sessionShown is a session as --json prints it: once it has begun it starts when
// it really did. Planned is when it had been arranged, where that was another time.
type sessionShown struct {
	app.Session
	Start   time.Time `json:"start"`
	Planned time.Time `json:"planned,omitzero"`
}

func showSession(s app.Session) sessionShown {
	shown := sessionShown{Session: s, Start: s.When()}
	if !shown.Start.Equal(s.Start) {
		shown.Planned = s.Start
	}
	return shown
}

// itemShown is an item as --json prints it below a session: with what came out of
// it there, and in Became what was made of it; while that is nothing, with how
// urgent it is.
type itemShown struct {
	app.Item
	Urgency string        `json:"urgency,omitempty"`
	Became  string        `json:"became,omitempty"`
	Outcome *app.Outcome  `json:"outcome,omitempty"`
	Earlier []app.Outcome `json:"earlier,omitempty"` // never: of other sessions
}

func showItem(a app.Account) itemShown {
	shown := itemShown{Item: a.Item, Became: string(a.Became())}
	if a.Outcome != (app.Outcome{}) {
		shown.Outcome = &a.Outcome
	}
	if shown.Became == "" {
		shown.Urgency = string(a.Item.Urgency)
	}
	return shown
}

// item prints an item with what was made of it, or how urgent it is, and below
// what was brought and what came out of it.
func (c *call) item(it itemShown) {
	fmt.Fprintf(c.out, "%s  %-17s  %s\n", it.ID, cmp.Or(it.Became, it.Urgency), it.Title)
	c.indented(it.Words)
	if o := it.Outcome; o != nil {
		c.came("record.outcome", o.Text)
		c.came("record.decision", o.Decision)
		c.came("record.rationale", o.Rationale)
		c.came("record.decided_by", o.DecidedBy)
	}
}

//words:prefix record.

// came prints what came out of an item under its label.
func (c *call) came(label, text string) {
	if strings.TrimSpace(text) != "" {
		c.indented(c.words.T(label) + ": " + text)
	}
}

func (c *call) indented(text string) {
	if text != "" {
		fmt.Fprintf(c.out, "    %s\n", strings.ReplaceAll(text, "\n", "\n    "))
	}
}
