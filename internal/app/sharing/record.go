package sharing

import (
	"slices"

	"aftershift/internal/app/core"
	"aftershift/internal/app/sessions"
	"aftershift/internal/document"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// RecordPaper says what came of a session that is over, to be signed by both.
type RecordPaper struct{ Session journal.ID }

// Name gives "record".
func (RecordPaper) Name() string { return "record" }

func (RecordPaper) kind() document.Kind      { return document.Session }
func (p RecordPaper) enter(line *SharedCopy) { line.Session = p.Session }

// draft takes what the session came to, and nothing of it that is private. It
// gives fault.Conflict for one that isn't over.
func (p RecordPaper) draft(d *Desk, s *drafting) error {
	held, err := d.sitting(p.Session, s)
	if err != nil {
		return err
	}
	if held.Session.Live() {
		return fault.New(fault.Conflict, "make record: the session is not over")
	}
	s.outline(held.Session)
	s.actions("record.last", d.before(held), dayOf(held))
	s.add(s.section(2, "record.cancelled", held.Session.Reason)...)
	if len(held.Account) > 0 && held.Session.State != supervision.Cancelled {
		s.add(document.Heading{Level: 1, Text: document.Label("record.items")})
		for _, a := range held.Account {
			s.add(document.Together{Blocks: s.account(a)})
		}
	}
	s.actions("record.actions", held.Actions, dayOf(held))
	s.add(s.allowed(core.FieldNotes, 2, "record.notes", held.Session.Notes)...)
	s.add(s.allowed(core.FieldNotes, 2, "record.disagreement", held.Session.Disagreement)...)
	for _, c := range held.Session.Corrections {
		label := "record.added"
		if c.Disagreement {
			label = "record.disagreement"
		}
		s.add(s.allowed(core.FieldNotes, 2, label, c.Text)...)
	}
	s.sign(s.signatures(d.Settings().Author, held.With))
	return nil
}

// sitting gives a session as the audience may read of it, and begins the header
// with it. It gives fault.NotFound.
func (d *Desk) sitting(session journal.ID, s *drafting) (sessions.Sitting, error) {
	held, err := d.sessions.Sitting(session)
	if err != nil {
		return held, err
	}
	s.from(d.Settings().Author, held.With, held.Session.When().In(d.Now().Location()))
	return d.readBy(s.audience, held), nil
}

// readBy gives the session without the items that are for another audience, and
// without what was taken on about them.
func (d *Desk) readBy(audience supervision.Audience, s sessions.Sitting) sessions.Sitting {
	s.Items = meantFor(audience, s.Items)
	s.Account = slices.DeleteFunc(s.Account, func(a supervision.Account) bool { return !a.Item.MeantFor(audience) })
	b := d.Library().Board()
	for _, list := range []*[]supervision.Action{&s.Actions, &s.Last.Mine, &s.Last.Promised, &s.Last.Done} {
		*list = slices.DeleteFunc(*list, func(a supervision.Action) bool {
			it, err := b.Item(a.Item)
			return err == nil && !it.MeantFor(audience)
		})
	}
	return s
}

func meantFor(audience supervision.Audience, items []supervision.AgendaItem) []supervision.AgendaItem {
	return slices.DeleteFunc(items, func(it supervision.AgendaItem) bool { return !it.MeantFor(audience) })
}

// before gives the actions that the session began with: those of earlier
// sessions that were open then, and those done since the one before.
func (d *Desk) before(s sessions.Sitting) (all []supervision.Action) {
	b := d.Library().Board()
	for _, list := range [][]supervision.Action{s.Last.Mine, s.Last.Promised, s.Last.Done} {
		for _, a := range list {
			if from, err := b.Session(a.Session); err != nil || from.When().Before(s.Session.When()) {
				all = append(all, a)
			}
		}
	}
	return all
}

//words:prefix record.kind.
//words:prefix record.mode.

// outline adds to the header what kind of session it was, how long it took, and
// when the next one is.
func (s *drafting) outline(held supervision.Session) {
	kind := document.Label("record.kind." + string(held.Kind))
	if held.Mode != "" {
		kind = document.Dots(kind, document.Label("record.mode."+string(held.Mode)))
	}
	s.field("record.kind", document.Value(kind))
	if held.Held > 0 {
		s.field("record.length", document.Value(document.Minutes(held.Held)))
	}
	if held.NextDate != "" {
		next := held.NextDate.Time()
		s.field("record.next", document.Date(next.Year(), int(next.Month()), next.Day()))
	}
}

//words:prefix record.went.
//words:prefix supervision.outcome.

// account gives one item: what was brought, and what came of it.
func (s *drafting) account(a supervision.Account) []document.Block {
	it, o := a.Item, a.Outcome
	blocks := s.matter(2, it, document.Phrase{})
	blocks = append(blocks, s.allowed(core.FieldQuestion, 3, "copy.question", it.KeyQuestion)...)
	switch {
	case a.Left():
		blocks = append(blocks, remark("record.went."+string(a.Became())))
	case o.Kind != "" && (o.Kind != supervision.Decision || o.Decision == ""):
		blocks = append(blocks, remark("supervision.outcome."+string(o.Kind)))
	}
	return append(blocks, s.came(o)...)
}

// came gives what an item came to.
func (s *drafting) came(o supervision.Outcome) []document.Block {
	blocks := s.allowed(core.FieldOutcome, 3, "record.outcome", o.Text)
	if !s.may(core.FieldDecisions) {
		return blocks
	}
	blocks = append(blocks, s.section(3, "record.decision", o.Decision)...)
	blocks = append(blocks, s.section(3, "record.rationale", o.Rationale)...)
	blocks = append(blocks, s.section(3, "record.decided_by", o.DecidedBy)...)
	switch {
	case o.CaseRecord.Done:
		blocks = append(blocks, remark("record.case.done"))
	case o.CaseRecord.Belongs:
		blocks = append(blocks, remark("record.case.pending"))
	}
	return blocks
}

// actions adds a table of actions under a heading, where there are any: what,
// who, by when, and how far it had come on that day.
func (s *drafting) actions(label string, all []supervision.Action, on supervision.Date) {
	if len(all) == 0 || !s.may(core.FieldActions) {
		return
	}
	t := document.Table{Columns: []document.Column{
		{Head: document.Label("record.action.what"), Weight: 5},
		{Head: document.Label("record.action.who"), Weight: 2},
		{Head: document.Label("record.action.due"), Weight: 2},
		{Head: document.Label("record.action.state"), Weight: 2},
	}}
	for _, a := range all {
		state := document.Label("record.state.open")
		if a.State == supervision.Done && a.DoneOn <= on {
			state = document.Label("record.state.done")
		}
		t.Rows = append(t.Rows, []document.Phrase{s.words(a.Text), s.owner(a), dueOn(a.Due), state})
	}
	s.add(document.Heading{Level: 1, Text: document.Label(label)}, t)
}

// dayOf gives the day of a session.
func dayOf(held sessions.Sitting) supervision.Date { return journal.DateOf(held.Session.When()) }

// owner says who has taken an action on.
func (s *drafting) owner(a supervision.Action) document.Phrase {
	switch {
	case a.Owner == supervision.Other && a.OwnerName != "":
		return s.words(a.OwnerName)
	case a.Owner == supervision.Supervisor:
		return roleOf(s.with)
	}
	return document.Label("record.role.me")
}

func roleOf(with supervision.Relationship) document.Phrase {
	if with.Kind == "" {
		return document.Label("record.role.other")
	}
	return document.Label("relationship." + string(with.Kind))
}

// signatures are places for both to sign.
func (s *drafting) signatures(author string, with supervision.Relationship) document.Block {
	if !s.may(core.FieldNames) {
		author, with.Name = "", ""
	}
	return document.Signatures{Places: []document.Signature{
		{Role: document.Label("record.role.me"), Name: document.Party(author)},
		{Role: roleOf(with), Name: document.Party(with.Name)},
	}}
}
