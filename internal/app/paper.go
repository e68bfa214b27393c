package app

import (
	"aftershift/internal/document"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Paper says which paper is made of a session.
type Paper string

// The papers.
const (
	AgendaPaper Paper = ""          // what will be talked about
	RunSheet    Paper = "run_sheet" // the agenda with room to write on
	RecordPaper Paper = "record"    // what came of it, to be signed
)

// name gives what the register calls the copy.
func (of CopyOf) name() string {
	switch {
	case of.With != 0:
		return "facts"
	case !of.isAgenda():
		return "entries"
	case of.Paper != AgendaPaper:
		return string(of.Paper)
	}
	return "agenda"
}

// kind gives what the copy's file may be called.
func (of CopyOf) kind() document.Kind {
	switch {
	case of.With != 0:
		return document.Summary
	case !of.isAgenda():
		return document.Reflection
	case of.Paper == RecordPaper:
		return document.Session
	}
	return document.Agenda
}

//words:prefix copy.title.

// document lays the approved texts out.
func (c *Copy) document(d *Desk, texts []redact.Text) document.Document {
	doc := document.Document{Title: document.Label("copy.title." + c.Of.name()), Header: c.header(d)}
	inItem := false
	for rest := c.Fields; len(rest) > 0; {
		inItem = inItem || rest[0].Kind == FieldTitle
		var blocks []document.Block
		blocks, rest = c.blocks(rest, texts)
		doc.Blocks = append(doc.Blocks, blocks...)
		if c.Of.Paper == RunSheet && inItem && ends(rest) {
			doc.Blocks = append(doc.Blocks, room("record.room", itemLines)...)
		}
	}
	switch c.Of.Paper {
	case RunSheet:
		doc.Blocks = append(doc.Blocks, roomForActions()...)
	case RecordPaper:
		doc.Blocks = append(doc.Blocks, document.Paragraph{}, c.signatures(d))
	}
	return doc
}

// blocks lays out the first of the fields, or all actions that stand together,
// and gives the fields that are left.
func (c *Copy) blocks(fields []Field, texts []redact.Text) ([]document.Block, []Field) {
	f, level := fields[0], 1
	if c.Of.Paper == RecordPaper {
		level = 2 // below the headings of its parts
	}
	phrase := document.Label(f.Label, f.Numbers...)
	if f.Part >= 0 {
		phrase = document.Shared(texts[f.Part])
	}
	switch f.Kind {
	case FieldTitle:
		return f.title(phrase, level), fields[1:]
	case FieldHeading:
		return []document.Block{document.Heading{Level: 1, Text: phrase}}, fields[1:]
	case FieldRemark:
		return []document.Block{document.Paragraph{Text: phrase.Quiet()}}, fields[1:]
	case FieldAction:
		return c.actions(fields, texts)
	case FieldQuestion, FieldSection:
		name := document.Heading{Level: level + 1, Text: document.Label(f.Label)}
		return []document.Block{name, document.Paragraph{Text: phrase}}, fields[1:]
	}
	return []document.Block{document.Paragraph{Text: phrase}}, fields[1:]
}

func (f Field) title(phrase document.Phrase, level int) []document.Block {
	if f.Number > 0 {
		phrase = document.Join(document.Label("copy.number", f.Number), phrase)
	}
	blocks := []document.Block{document.Heading{Level: level, Text: phrase}}
	if under := f.under(); !under.Empty() {
		blocks = append(blocks, document.Paragraph{Text: under.Quiet()})
	}
	return blocks
}

// under gives the line below an item's title: what is wanted, how long it takes.
func (f Field) under() document.Phrase {
	var want, minutes document.Phrase
	if f.Want != "" {
		want = document.Label("want." + string(f.Want))
	}
	if f.Minutes > 0 {
		minutes = document.Minutes(f.Minutes)
	}
	return document.Dots(want, minutes)
}

func (c *Copy) header(d *Desk) []document.Field {
	var fields []document.Field
	add := func(key string, v document.HeaderValue) {
		fields = append(fields, document.Field{Name: document.Label(key), Value: v})
	}
	if author := d.Settings().Author; author != "" {
		add("copy.from", document.Party(author))
	}
	if c.agenda.With.ID != 0 {
		add("copy.with", document.Party(c.agenda.With.Name))
	}
	s := c.agenda.Session
	if s.ID == 0 {
		return fields
	}
	at := s.When().In(d.Now().Location())
	add("copy.date", document.Date(at.Year(), int(at.Month()), at.Day()))
	if c.Of.Paper == RecordPaper {
		recordHeader(s, add)
	}
	return fields
}

//words:prefix record.kind.
//words:prefix record.mode.

// recordHeader adds what kind of session it was, how long it took, and when the
// next one is.
func recordHeader(s supervision.Session, add func(string, document.HeaderValue)) {
	kind := document.Label("record.kind." + string(s.Kind))
	if s.Mode != "" {
		kind = document.Dots(kind, document.Label("record.mode."+string(s.Mode)))
	}
	add("record.kind", document.Value(kind))
	if s.Held > 0 {
		add("record.length", document.Value(document.Minutes(s.Held)))
	}
	if s.NextDate != "" {
		next := s.NextDate.Time()
		add("record.next", document.Date(next.Year(), int(next.Month()), next.Day()))
	}
}

// itemLines is how many lines there are to write on below an item of a run
// sheet.
const itemLines = 4

// ends tells whether an item ends before the fields that are left.
func ends(rest []Field) bool { return len(rest) == 0 || rest[0].Kind == FieldTitle }

// room gives lines to write on, below what goes there.
func room(label string, lines int) (blocks []document.Block) {
	blocks = []document.Block{document.Paragraph{Text: document.Label(label).Quiet()}}
	for range lines {
		blocks = append(blocks, document.Paragraph{}, document.Rule{})
	}
	return blocks
}

// roomForActions ends a run sheet: who does what by when, and when to meet next.
func roomForActions() []document.Block {
	blocks := []document.Block{document.Heading{Level: 1, Text: document.Label("record.actions")}}
	blocks = append(blocks, room("record.room.actions", itemLines)...)
	return append(blocks, document.Paragraph{Text: document.Label("record.next.blank")})
}

// signatures are places for both to sign.
func (c *Copy) signatures(d *Desk) document.Block {
	with := document.Label("record.role.other")
	if kind := c.agenda.With.Kind; kind != "" {
		with = document.Label("relationship." + string(kind))
	}
	return document.Signatures{Places: []document.Signature{
		{Role: document.Label("record.role.me"), Name: document.Party(d.Settings().Author)},
		{Role: with, Name: document.Party(c.agenda.With.Name)},
	}}
}
