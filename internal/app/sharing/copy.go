package sharing

import (
	"cmp"
	"slices"
	"time"

	"aftershift/internal/app/core"
	"aftershift/internal/document"
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

// CopyOf says which paper a redacted copy is, and for whom.
type CopyOf struct {
	Paper    Paper
	Audience supervision.Audience
	Style    Style // "" for that of the audience's profile
	Strict   bool  // also where the profile isn't
}

// Copy is a redacted copy in the making: what will be in it, and the review
// that has to be finished before it can be saved.
type Copy struct {
	Of      CopyOf
	Review  *Review
	When    time.Time // of the session that the paper is of; zero: of none
	Stand   int       // how many of the entries that were asked for have words in it
	draft   document.Draft
	lines   []document.Line // of draft
	parties []string        // the names at its head, which nobody reviews
	always  map[int]string  // why findings stay without a question
}

// Copy starts a redacted copy: it lays the paper out and scans the words in it
// together. It gives fault.Invalid when there is nothing to share, and the
// errors of reading what it is of.
func (d *Desk) Copy(of CopyOf) (*Copy, error) {
	engine, err := d.App().Engine()
	if err != nil {
		return nil, err
	}
	if of.Paper == nil {
		return nil, fault.New(fault.Invalid, "make redacted copy: of nothing")
	}
	profile := d.Profile(of.Audience)
	if of.Style == "" {
		of.Style = profile.Style
	}
	of.Strict = of.Strict || profile.Strict
	s := &drafting{audience: of.Audience, profile: profile, named: d.OwnHeading}
	if err := of.Paper.draft(d, s); err != nil {
		return nil, err
	}
	if len(s.blocks) == 0 {
		return nil, fault.New(fault.Invalid, "make redacted copy: nothing to share")
	}
	c := &Copy{Of: of, When: s.when, Stand: s.stand, draft: s.document(of.Paper.Name()), parties: s.parties}
	if c.lines, err = c.draft.Lines(d.App().Words()); err != nil {
		return nil, fault.Wrap("make redacted copy", err)
	}
	c.Review = engine.Scan(s.parts, d.redactOptions(of, s.with.ID))
	c.always = d.always(c.Review)
	c.Reset()
	return c, nil
}

// Reset takes every decision back, but for words that always stay.
func (c *Copy) Reset() {
	for _, f := range c.Review.Findings() {
		if _, decided := c.Review.Decision(f.ID); decided {
			_ = c.Review.Undo(f.ID) // there is one
		}
		if reason := c.always[f.ID]; reason != "" {
			_ = c.Review.Decide(f.ID, Decision{Action: Keep, Reason: reason}) // the finding is there, and so is a reason
		}
	}
}

// always gives why findings stay without a question: what somebody said of their words,
// and names of themes that come with the program. Whoever is in the register never does.
func (d *Desk) always(r *Review) map[int]string {
	settings, why := d.Settings(), map[int]string{}
	names := namesOf(d.register(0))
	for _, f := range r.Findings() {
		words := r.Parts()[f.Part].Text[f.Start:f.End]
		reason, stays := settings.StaysAlways(words)
		if r.Parts()[f.Part].Key == themePart {
			reason, stays = d.App().Words().T("copy.theme.shipped"), true
		}
		if stays && !slices.ContainsFunc(nameWords(words), func(w string) bool { return names[w] }) {
			why[f.ID] = reason
		}
	}
	return why
}

// redactOptions says how to scan. Whoever is named in the header is called by
// their role alone in the text, without a letter: the reader sees who it is.
func (d *Desk) redactOptions(of CopyOf, named journal.ID) redact.Options {
	return redact.Options{Register: d.register(named), Strict: of.Strict, Style: cmp.Or(of.Style, redact.Role), Known: d.metBy(of.Audience)}
}

// KeepWords lets the words of a finding stay in this copy and every later one, for a
// reason. It gives fault.NotFound for a finding that doesn't exist, fault.Conflict
// where the words name somebody of the register, and the errors of KeepAlways.
func (d *Desk) KeepWords(c *Copy, finding int, reason string) error {
	i := slices.IndexFunc(c.Review.Findings(), func(f Finding) bool { return f.ID == finding })
	if i < 0 {
		return fault.New(fault.NotFound, "always keep words")
	}
	f := c.Review.Findings()[i]
	words, names := c.Review.Parts()[f.Part].Text[f.Start:f.End], namesOf(d.register(0))
	if slices.ContainsFunc(nameWords(words), func(w string) bool { return names[w] }) {
		return fault.New(fault.Conflict, "always keep words: somebody of the register")
	}
	return d.KeepAlways(words, reason)
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
	_, err := d.SavePerson(core.Person{Person: redact.Person{Forms: []string{name}, Role: role, Code: chosen.Replacement}})
	return err
}
