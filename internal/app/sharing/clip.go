package sharing

import (
	"slices"
	"strings"

	"aftershift/internal/app/core"
	"aftershift/internal/app/input"
	"aftershift/internal/document"
	"aftershift/internal/document/formats"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// clipboard is what the register calls a copy that was handed over as text.
const clipboard = "clipboard"

// CopyText makes the copy as plain text for the clipboard, searches it as SaveCopy
// does, and has it in the register. It gives the errors of SaveCopy.
func (d *Desk) CopyText(c *Copy) (string, SharedCopy, error) {
	texts, err := c.approve()
	if err != nil {
		return "", SharedCopy{}, fault.Wrap("copy as text", err)
	}
	content, err := d.make(c, formats.Text, texts)
	if err != nil {
		return "", SharedCopy{}, err
	}
	line := c.line(document.Format{Name: clipboard}, texts)
	if line, err = d.handOver(line, content); err != nil {
		return "", SharedCopy{}, fault.Wrap("copy as text", err)
	}
	d.remember(c)
	return string(content), line, nil
}

// handOver enters what leaves through the clipboard into the register, as a line of its
// own unless it has one.
func (d *Desk) handOver(line SharedCopy, content []byte) (_ SharedCopy, err error) {
	if line.ID == 0 {
		if line.ID, err = d.Library().NewID(); err != nil {
			return line, err
		}
	}
	line.At, line.SHA256 = d.Now(), sumOfBytes(content)
	if err := d.Library().PutSharedCopy(line); err != nil {
		return line, err
	}
	d.Tell(core.Event{Kind: core.SharedCopyMade})
	return line, nil
}

// RecordText gives what items came to in a session as it can be pasted into the case
// record: the day, the decision, why, by whom, and the actions, in the writer's own
// words. Without items it takes all that belongs there, or all that was noted. The
// case record names people, so nothing is masked. It has it in the register. It gives
// fault.NotFound, and fault.Invalid where nothing was noted.
func (d *Desk) RecordText(session journal.ID, items ...journal.ID) (string, error) {
	account, err := d.Library().Board().Account(session)
	if err != nil {
		return "", err
	}
	one := len(items) == 1
	if len(items) == 0 {
		items = toRecord(account)
	}
	var all []string
	for _, a := range account {
		if lines := d.recorded(a, session); slices.Contains(items, a.Item.ID) && len(lines) > 0 {
			if !one {
				lines = append([]string{a.Item.Title}, lines...)
			}
			all = append(all, strings.Join(lines, "\n"))
		}
	}
	if len(all) == 0 {
		return "", fault.New(fault.Invalid, "text for the record: nothing was noted")
	}
	held, err := d.Library().Board().Session(session)
	if err != nil {
		return "", err
	}
	day := journal.DateOf(held.When().In(d.Now().Location()))
	text := d.App().Words().T("copy.date") + ": " + d.inWords(day) + "\n" + strings.Join(all, "\n\n") + "\n"
	_, err = d.handOver(SharedCopy{Kind: "record_text", Format: clipboard, Session: session}, []byte(text))
	return text, err
}

// toRecord gives the items of a session whose decisions belong in the case record, or
// all where none is marked so.
func toRecord(account []supervision.Account) (items []journal.ID) {
	marked := slices.ContainsFunc(account, func(a supervision.Account) bool { return a.Outcome.CaseRecord.Belongs })
	for _, a := range account {
		if !marked || a.Outcome.CaseRecord.Belongs {
			items = append(items, a.Item.ID)
		}
	}
	return items
}

// recorded gives the lines on one item.
func (d *Desk) recorded(a supervision.Account, session journal.ID) (lines []string) {
	o, t := a.Outcome, d.App().Words().T
	say := func(key, text string) {
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, t(key)+": "+text)
		}
	}
	say("record.decision", o.Decision)
	if o.Decision == "" {
		say("record.outcome", o.Text)
	}
	say("record.rationale", o.Rationale)
	say("record.decided_by", o.DecidedBy)
	for _, action := range d.Library().Board().Actions(func(of supervision.Action) bool {
		return of.Item == a.Item.ID && of.Session == session && of.State != supervision.Dropped
	}) {
		say("copy.record_text.action", d.actionLine(action))
	}
	return lines
}

// actionLine says what, who and by when.
func (d *Desk) actionLine(a supervision.Action) string {
	t := d.App().Words().T
	who := t("record.role.me")
	switch {
	case a.Owner == supervision.Other && a.OwnerName != "":
		who = a.OwnerName
	case a.Owner != supervision.Me:
		who = t("record.role.other")
	}
	parts := []string{a.Text, who}
	if a.Due != "" {
		parts = append(parts, t("copy.record_text.due", d.inWords(a.Due)))
	}
	return strings.Join(parts, ", ")
}

// inWords gives a day as it is read.
func (d *Desk) inWords(day journal.Date) string {
	at, t := day.Time(), d.App().Words().T
	return t("copy.record_text.on", at.Day(), t(input.MonthKey(at.Month())), at.Year())
}
