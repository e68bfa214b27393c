package app

import (
	"slices"
	"strings"

	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// ofSession takes the fields of the paper that is asked for. It gives
// fault.NotFound, and fault.Conflict for the record of a session that isn't over.
func (d *Desk) ofSession(p *parts, of CopyOf) (Agenda, error) {
	s, err := d.Sitting(of.Session)
	if err != nil {
		return s.Agenda, err
	}
	s = d.readBy(of.Audience, s)
	switch of.Paper {
	case RecordPaper:
		if s.Session.Live() {
			return s.Agenda, fault.New(fault.Conflict, "make record: the session is not over")
		}
		p.record(s, d.before(s))
	case RunSheet:
		p.actions("record.last", d.before(s))
		p.agenda(s.Agenda)
	default:
		p.agenda(s.Agenda)
	}
	return s.Agenda, nil
}

// readBy gives the session without the items that are for another audience, and
// without what was taken on about them.
func (d *Desk) readBy(audience supervision.Audience, s Sitting) Sitting {
	s.Items = meantFor(audience, s.Items)
	s.Account = slices.DeleteFunc(s.Account, func(a supervision.Account) bool { return !a.Item.MeantFor(audience) })
	d.library.Board(func(b *supervision.Board) {
		for _, list := range []*[]supervision.Action{&s.Actions, &s.Last.Mine, &s.Last.Promised, &s.Last.Done} {
			*list = slices.DeleteFunc(*list, func(a supervision.Action) bool {
				it, err := b.Item(a.Item)
				return err == nil && !it.MeantFor(audience)
			})
		}
	})
	return s
}

func meantFor(audience supervision.Audience, items []supervision.AgendaItem) []supervision.AgendaItem {
	return slices.DeleteFunc(items, func(it supervision.AgendaItem) bool { return !it.MeantFor(audience) })
}

// before gives the actions that the session began with: those of earlier
// sessions that were open then, and those done since the one before.
func (d *Desk) before(s Sitting) (all []supervision.Action) {
	d.library.Board(func(b *supervision.Board) {
		for _, list := range [][]supervision.Action{s.Last.Mine, s.Last.Promised, s.Last.Done} {
			for _, a := range list {
				if from, err := b.Session(a.Session); err != nil || from.When().Before(s.Session.When()) {
					all = append(all, a)
				}
			}
		}
	})
	return all
}

// record takes what a session came to, and nothing of it that is private.
func (p *parts) record(s Sitting, last []supervision.Action) {
	p.actions("record.last", last)
	p.section("record.cancelled", s.Session.Reason)
	if len(s.Account) > 0 && s.Session.State != supervision.Cancelled {
		p.heading("record.items")
		for _, a := range s.Account {
			p.account(a)
		}
	}
	p.actions("record.actions", s.Actions)
	p.section("record.notes", s.Session.Notes)
	p.section("record.disagreement", s.Session.Disagreement)
	for _, c := range s.Session.Corrections {
		label := "record.added"
		if c.Disagreement {
			label = "record.disagreement"
		}
		p.section(label, c.Text)
	}
}

//words:prefix record.went.
//words:prefix supervision.outcome.

// account takes one item: what was brought, and what came of it.
func (p *parts) account(a supervision.Account) {
	it, o := a.Item, a.Outcome
	if it.Standing != "" && strings.TrimSpace(it.Words) == "" {
		p.number++
		p.fields = append(p.fields, Field{Kind: FieldTitle, Number: p.number, Part: -1, Label: "standing." + string(it.Standing)})
	} else {
		p.title(it.Title, Field{})
	}
	p.add(Field{Kind: FieldWords}, it.Words)
	switch {
	case a.Left():
		p.remark("record.went." + string(a.Became()))
	case o.Kind != "" && (o.Kind != supervision.Decision || o.Decision == ""):
		p.remark("supervision.outcome." + string(o.Kind))
	}
	p.section("record.outcome", o.Text)
	p.section("record.decision", o.Decision)
	p.section("record.rationale", o.Rationale)
	p.section("record.decided_by", o.DecidedBy)
	switch {
	case o.CaseRecord.Done:
		p.remark("record.case.done")
	case o.CaseRecord.Belongs:
		p.remark("record.case.pending")
	}
}

func (p *parts) heading(label string) {
	p.fields = append(p.fields, Field{Kind: FieldHeading, Part: -1, Label: label})
}

func (p *parts) remark(label string) {
	p.fields = append(p.fields, Field{Kind: FieldRemark, Part: -1, Label: label})
}

func (p *parts) section(label, text string) { p.add(Field{Kind: FieldSection, Label: label}, text) }

// actions takes a part of its own for actions, where there are any.
func (p *parts) actions(label string, all []supervision.Action) {
	if len(all) == 0 {
		return
	}
	p.heading(label)
	for _, a := range all {
		p.add(Field{Kind: FieldAction, taken: &a}, a.Text)
		if a.Owner == supervision.Other {
			p.add(Field{Kind: FieldOwner, Label: "record.action.who"}, a.OwnerName)
		}
	}
}

// actions lays actions that stand together out as a table, and gives the fields
// after them.
func (c *Copy) actions(fields []Field, texts []redact.Text) ([]document.Block, []Field) {
	t := document.Table{Columns: actionColumns()}
	for len(fields) > 0 && fields[0].Kind == FieldAction {
		f := fields[0]
		row := []document.Phrase{document.Shared(texts[f.Part]), c.owner(f.taken.Owner), dueOn(f.taken.Due), c.stood(*f.taken)}
		if fields = fields[1:]; len(fields) > 0 && fields[0].Kind == FieldOwner {
			row[1] = document.Shared(texts[fields[0].Part])
			fields = fields[1:]
		}
		t.Rows = append(t.Rows, row)
	}
	return []document.Block{t}, fields
}

func actionColumns() []document.Column {
	return []document.Column{
		{Head: document.Label("record.action.what"), Weight: 5},
		{Head: document.Label("record.action.who"), Weight: 2},
		{Head: document.Label("record.action.due"), Weight: 2},
		{Head: document.Label("record.action.state"), Weight: 2},
	}
}

func (c *Copy) owner(o supervision.Owner) document.Phrase {
	if kind := c.agenda.With.Kind; o == supervision.Supervisor && kind != "" {
		return document.Label("relationship." + string(kind))
	} else if o == supervision.Supervisor {
		return document.Label("record.role.other")
	}
	return document.Label("record.role.me")
}

// stood says how far an action had come when the session was held.
func (c *Copy) stood(a supervision.Action) document.Phrase {
	day := supervision.Date(c.agenda.Session.When().Format("2006-01-02"))
	if a.State == supervision.Done && a.DoneOn <= day {
		return document.Label("record.state.done")
	}
	return document.Label("record.state.open")
}

var monthNames = [...]string{
	"document.january", "document.february", "document.march", "document.april",
	"document.may", "document.june", "document.july", "document.august",
	"document.september", "document.october", "document.november", "document.december",
}

// dueOn says a day without its weekday; nothing for some day.
func dueOn(due supervision.Date) document.Phrase {
	if due == "" {
		return document.Phrase{}
	}
	at := due.Time()
	return document.Join(document.Number(at.Day()), document.Label(monthNames[at.Month()-1]), document.Number(at.Year()))
}
