package main

import (
	"errors"
	"slices"
	"strings"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// told returns err with what a caller needs who named the record by its id: for
// an id of another kind what it is the id of, and for what can't be done now how
// things stand and what to do first. Other trouble stays as it is.
func (c *call) told(d *app.Desk, id app.ID, err error) error {
	if err == nil || errors.As(err, new(complaint)) {
		return err
	}
	kind, state := stateOf(d, id)
	switch {
	case fault.KindOf(err) == fault.NotFound && kind != "" && kind != c.subjectKind():
		return c.refused(exitNotFound, "cli.hint.not_found", "cli.state.other", c.words.T("cli.state."+kind))
	case fault.KindOf(err) == fault.Conflict:
		what := c.words.T("cli.state.conflict")
		if kind != "" {
			what = c.words.T("cli.state.now", c.words.T("cli.state."+kind), c.words.T("cli.state."+kind+"."+state))
		}
		return complaint{exitConflict, what, c.nextStep()}
	}
	return err
}

// subjectKind returns the kind of record that the command is about, as stateOf
// says it.
func (c *call) subjectKind() string {
	if kind, _, of := strings.Cut(c.command, " "); of && kind != "export" {
		return kind
	}
	return "entry"
}

// nextStep returns what to do when the state of things forbids the command.
func (c *call) nextStep() string {
	name := strings.ReplaceAll(c.command, " ", "_")
	if key := "cli.first." + name; c.words.Has(key) {
		return c.words.T(key)
	}
	return c.words.T("cli.hint.conflict")
}

// stateOf returns what the id names and how that stands, as words of the
// catalogue's keys; nothing for an id of nothing.
func stateOf(d *app.Desk, id app.ID) (kind, state string) {
	if i := slices.IndexFunc(d.Items(), func(it app.Item) bool { return it.ID == id }); i >= 0 {
		return "item", string(d.Items()[i].State)
	}
	if i := slices.IndexFunc(d.Sessions(), func(s app.Session) bool { return s.ID == id }); i >= 0 {
		return "session", string(d.Sessions()[i].State)
	}
	all := d.Deeds()
	for _, each := range slices.Concat(all.Overdue, all.ThisWeek, all.Waiting, all.Later, all.Done, all.Dropped) {
		if each.ID == id {
			return "action", string(each.State)
		}
	}
	if slices.ContainsFunc(d.Relationships(), func(r app.Relationship) bool { return r.ID == id }) {
		return "supervisor", "known"
	}
	for _, week := range d.HoursLog().Weeks {
		if slices.ContainsFunc(week.Lines, func(h app.Hours) bool { return h.ID == id }) {
			return "hours", "known"
		}
	}
	if kind := groupState(d, id); kind != "" {
		return kind, "known"
	}
	if _, err := d.Piece(id); err == nil {
		return "cpd", "known"
	}
	if slices.ContainsFunc(d.EvidenceFor(""), func(v app.Evidence) bool { return v.ID == id }) {
		return "evidence", "known"
	}
	if _, err := d.Entry(id); err == nil {
		return "entry", "known"
	}
	return "", ""
}

// groupState returns what of a group the id names; "" for nothing of one.
func groupState(d *app.Desk, id app.ID) string {
	for _, v := range d.Groups() {
		switch {
		case v.ID == id:
			return "group"
		case v.Member(id).ID == id:
			return "member"
		case slices.ContainsFunc(v.Notes, func(n app.OthersNote) bool { return n.ID == id }):
			return "others_note"
		}
	}
	if _, err := d.Meeting(id); err == nil {
		return "meeting"
	}
	return ""
}
