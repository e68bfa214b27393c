package app

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// What a review is made of is redact's own.
type (
	Review   = redact.Review
	Finding  = redact.Finding
	Decision = redact.Decision
	Segment  = redact.Segment
	Style    = redact.Style
	State    = redact.State
)

// How a finding can stand, what can be decided on it, and what kind it can be.
const (
	StatePlain  = redact.Plain
	StateOpen   = redact.Open
	StateMasked = redact.Masked
	StateKept   = redact.Kept
	Mask        = redact.Mask
	Keep        = redact.Keep
	TypePerson  = redact.TypePerson // the kind of finding that can go into the register
)

// Styles are the ways to replace what names somebody, in the order of offering.
var Styles = []Style{redact.Role, redact.Pseudonym, redact.Generic, redact.Block}

// CopyOf says what a redacted copy is of and for whom: a session's agenda, what
// waits in the basket as if it were one, or selected entries.
type CopyOf struct {
	Session  journal.ID
	Paper    Paper      // which paper is made of the session
	With     journal.ID // facts about supervision with somebody, in place of a session
	Basket   bool
	Entries  []journal.ID
	Audience supervision.Audience
	Style    Style // "" for redact.Role
	Strict   bool
	// Private takes the private sections in, for this one copy. Without it
	// nothing leaves but the words that were written to be shared.
	Private bool
}

// FieldKind says what a field of a copy is.
type FieldKind uint8

// The fields of a copy.
const (
	FieldTitle    FieldKind = iota // starts an item; Number counts from 1
	FieldWords                     // the words to share
	FieldQuestion                  // the key question
	FieldSection                   // a text with a name: a private section, a decision, notes
	FieldHeading                   // starts a part of a session's record; it has no text of its own
	FieldRemark                    // a line of the program's own words about an item
	FieldAction                    // what somebody has taken on
	FieldOwner                     // who has taken on the action before it, where that is a name
)

// Field is one field of a copy, in reading order. Part is the review's part
// that holds its text, or -1 where its Label, a text key, is all there is to read:
// a standing item, a heading, a remark.
type Field struct {
	Kind    FieldKind
	Number  int
	Part    int
	Label   string
	Numbers []int // in the words of Label
	Want    supervision.Want
	Minutes int
	taken   *supervision.Action // of FieldAction
}

// Copy is a redacted copy in the making: what will be in it, and the review
// that has to be finished before it can be saved.
type Copy struct {
	Of     CopyOf
	Review *Review
	Fields []Field
	agenda Agenda // of Of.Session
}

// Copy starts a redacted copy: it gathers the fields that may be shared and
// scans them together. It gives fault.Invalid when there is nothing to share.
func (d *Desk) Copy(of CopyOf) (*Copy, error) {
	engine, err := d.app.Engine()
	if err != nil {
		return nil, err
	}
	c := &Copy{Of: of}
	var parts parts
	switch {
	case of.Session != 0:
		c.agenda, err = d.ofSession(&parts, of)
	case of.With != 0:
		c.agenda, err = d.ofFacts(&parts, of.With)
	case of.Basket:
		ready := d.readyAgenda()
		ready.Items = meantFor(of.Audience, ready.Items)
		parts.agenda(ready)
	default:
		err = d.gather(&parts, of)
	}
	if err != nil {
		return nil, err
	}
	if len(parts.fields) == 0 {
		return nil, fault.New(fault.Invalid, "make redacted copy: nothing to share")
	}
	c.Fields = parts.fields
	c.Review = engine.Scan(parts.parts, redactOptions(d, of))
	return c, nil
}

func redactOptions(d *Desk, of CopyOf) redact.Options {
	style := of.Style
	if style == "" {
		style = redact.Role
	}
	return redact.Options{Register: d.register(), Strict: of.Strict, Style: style, Known: d.metBy(of.Audience)}
}

// readyAgenda gives the items of the basket that could stand on an agenda.
func (d *Desk) readyAgenda() (a Agenda) {
	for _, w := range d.Basket() {
		if !w.NeedsWords() {
			a.Items = append(a.Items, w.Item)
		}
	}
	return a
}

// isAgenda tells whether it is a copy of items rather than of entries.
func (of CopyOf) isAgenda() bool { return of.Session != 0 || of.Basket }

// gather takes the fields of selected entries.
func (d *Desk) gather(p *parts, of CopyOf) error {
	for _, id := range of.Entries {
		e, err := d.library.Entry(id)
		if err != nil {
			return err
		}
		p.entry(e, of.Private)
	}
	return nil
}

// parts collects fields and the texts that they point to.
type parts struct {
	parts  []redact.Part
	fields []Field
	number int
}

func (p *parts) agenda(a Agenda) {
	for _, it := range a.Items {
		if it.Standing != "" && strings.TrimSpace(it.Words) == "" {
			p.number++
			p.fields = append(p.fields, Field{Kind: FieldTitle, Number: p.number, Part: -1, Label: "standing." + string(it.Standing), Minutes: it.Minutes})
			continue
		}
		p.title(it.Title, Field{Want: it.Want, Minutes: it.Minutes})
		p.add(Field{Kind: FieldWords}, it.Words)
		p.add(Field{Kind: FieldQuestion, Label: "copy.question"}, it.KeyQuestion)
	}
}

func (p *parts) entry(e journal.Entry, private bool) {
	if !e.Share.Ready() && !private {
		return
	}
	title := e.Share.Title
	if title == "" {
		title = e.Title
	}
	p.title(title, Field{})
	p.add(Field{Kind: FieldWords}, e.Share.Words)
	if !private {
		return
	}
	for _, s := range e.Sections {
		p.add(Field{Kind: FieldSection, Label: e.Template.Heading(s.Key)}, s.Text)
	}
}

func (p *parts) title(text string, f Field) {
	p.number++
	f.Kind, f.Number = FieldTitle, p.number
	p.fields = append(p.fields, f)
	p.fields[len(p.fields)-1].Part = p.part(text)
}

// add takes a field in unless it is empty.
func (p *parts) add(f Field, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	f.Part = p.part(text)
	p.fields = append(p.fields, f)
}

func (p *parts) part(text string) int {
	p.parts = append(p.parts, redact.Part{Key: "field", Text: strings.TrimSpace(text)})
	return len(p.parts) - 1
}

// LearnPerson puts the words of a finding into the register, so that they are
// caught in every later copy, and replaced as here if the reviewer chose what
// stands in their place. It gives fault.NotFound for a finding that doesn't
// exist.
func (d *Desk) LearnPerson(c *Copy, finding int, role string) error {
	i := slices.IndexFunc(c.Review.Findings(), func(f Finding) bool { return f.ID == finding })
	if i < 0 {
		return fault.New(fault.NotFound, "add person")
	}
	f := c.Review.Findings()[i]
	name := c.Review.Parts()[f.Part].Text[f.Start:f.End]
	chosen, _ := c.Review.Decision(finding)
	_, err := d.SavePerson(Person{Person: redact.Person{Forms: []string{name}, Role: role, Code: chosen.Replacement}})
	return err
}
