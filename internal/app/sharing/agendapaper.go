package sharing

import (
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/app/sessions"
	"aftershift/internal/document"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// AgendaPaper says what will be talked about in a session: each item with the
// time it begins at, what is wanted and how long it may take. Session 0 is what
// waits in the basket, as if it were one.
type AgendaPaper struct{ Session journal.ID }

// RunSheet is a session's agenda with room to write on by hand, after the
// actions from last time.
type RunSheet struct{ Session journal.ID }

// Name gives "agenda".
func (AgendaPaper) Name() string { return "agenda" }

// Name gives "run_sheet".
func (RunSheet) Name() string { return "run_sheet" }

func (AgendaPaper) kind() document.Kind      { return document.Agenda }
func (RunSheet) kind() document.Kind         { return document.Agenda }
func (p AgendaPaper) enter(line *SharedCopy) { line.Session = p.Session }
func (p RunSheet) enter(line *SharedCopy)    { line.Session = p.Session }

func (p AgendaPaper) draft(d *Desk, s *drafting) error {
	if p.Session == 0 {
		s.from(d.Settings().Author, supervision.Relationship{}, time.Time{})
		s.agenda(meantFor(s.audience, d.readyItems()), time.Time{}, false)
		return nil
	}
	held, err := d.sitting(p.Session, s)
	if err == nil {
		s.plan(held)
		s.agenda(held.Items, s.when, false)
	}
	return err
}

func (p RunSheet) draft(d *Desk, s *drafting) error {
	held, err := d.sitting(p.Session, s)
	if err != nil {
		return err
	}
	s.plan(held)
	s.actions("record.last", d.before(held), dayOf(held))
	s.agenda(held.Items, s.when, true)
	s.end = append(room("record.room.actions", itemLines), document.Paragraph{Text: document.Label("record.next.blank")})
	s.end = []document.Block{document.Heading{Level: 1, Text: document.Label("record.actions")}, document.Together{Blocks: s.end}}
	return nil
}

// readyItems gives the items of the basket that could stand on an agenda.
func (d *Desk) readyItems() (items []supervision.AgendaItem) {
	for _, w := range d.sessions.Basket() {
		if !w.NeedsWords() {
			items = append(items, w.Item)
		}
	}
	return items
}

// plan adds to the header from when to when the session goes, and how much of it
// the items want.
func (s *drafting) plan(held sessions.Sitting) {
	clock, length := timeOf(s.when), held.Session.Minutes
	if length > 0 {
		end := s.when.Add(time.Duration(length) * time.Minute)
		span := document.Join(clock, document.Label("copy.time.to"), timeOf(end))
		clock = document.Dots(span, document.Minutes(length))
	}
	s.field("copy.time", document.Value(clock))
	planned := 0
	for _, it := range held.Items {
		if !it.Settled() {
			planned += it.Minutes
		}
	}
	switch {
	case planned > 0 && length > 0:
		s.field("copy.planned", document.Value(document.Label("copy.planned.of", planned, length)))
	case planned > 0:
		s.field("copy.planned", document.Value(document.Minutes(planned)))
	}
}

// timeOf says a time of day, by a clock of 24 or of 12 hours as the words have it.
func timeOf(at time.Time) document.Phrase {
	key := "copy.time.morning"
	if at.Hour() >= 12 {
		key = "copy.time.afternoon"
	}
	return document.Label(key, at.Hour(), at.Minute(), (at.Hour()+11)%12+1)
}

// agenda adds the items; those whose beginning is known from start and from the
// lengths of all before them say it.
func (s *drafting) agenda(items []supervision.AgendaItem, start time.Time, withRoom bool) {
	for _, it := range items {
		var at document.Phrase
		if !start.IsZero() && !it.Settled() {
			at = timeOf(start)
			if start = start.Add(time.Duration(it.Minutes) * time.Minute); it.Minutes == 0 {
				start = time.Time{}
			}
		}
		blocks := s.matter(1, it, s.under(it, at))
		blocks = append(blocks, s.allowed(core.FieldQuestion, 2, "copy.question", it.KeyQuestion)...)
		if withRoom {
			blocks = append(blocks, room("record.room", itemLines)...)
		}
		s.add(document.Together{Blocks: blocks})
	}
}

// under gives the line below an item's title: when it begins, what is wanted,
// how long it takes, and whether it can't wait.
func (s *drafting) under(it supervision.AgendaItem, at document.Phrase) document.Phrase {
	if !s.may(core.FieldPlan) {
		return at
	}
	var want, minutes, urgent document.Phrase
	if it.Want != "" {
		want = document.Label("want." + string(it.Want))
	}
	if it.Minutes > 0 {
		minutes = document.Minutes(it.Minutes)
	}
	if it.Urgency == supervision.Urgent {
		urgent = document.Label("copy.urgent").Strong()
	}
	return document.Dots(at, want, minutes, urgent)
}

// itemLines is how many lines there are to write on below an item of a run
// sheet.
const itemLines = 4

// room gives lines to write on, below what goes there.
func room(label string, lines int) []document.Block {
	blocks := []document.Block{remark(label)}
	for range lines {
		blocks = append(blocks, document.Rule{Room: true})
	}
	return blocks
}
