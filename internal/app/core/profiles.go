package core

import (
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/redact"
	"aftershift/internal/supervision"
)

// Field is a part of a paper that an audience may be allowed. The words written to
// be shared are in every paper; what is private is in none, unless it is switched
// on for one copy.
type Field string

// The fields.
const (
	FieldNames     Field = "names"     // of who hands it out and whom they meet
	FieldPlan      Field = "plan"      // what is wanted, how long it takes, how urgent it is
	FieldQuestion  Field = "question"  // the key question
	FieldThemes    Field = "themes"    //
	FieldOutcome   Field = "outcome"   // what came of it
	FieldDecisions Field = "decisions" // what was decided, why and by whom, and the case record
	FieldActions   Field = "actions"   //
	FieldNotes     Field = "notes"     // on the session as a whole
)

// Fields gives every field, in the order of offering.
func Fields() []Field {
	return []Field{FieldNames, FieldPlan, FieldQuestion, FieldThemes, FieldOutcome, FieldDecisions, FieldActions, FieldNotes}
}

// Profile says what copies for an audience hold and how they are redacted.
type Profile struct {
	Audience supervision.Audience `json:"audience"`
	Fields   []Field              `json:"fields"` // all others stay out
	Style    redact.Style         `json:"style"`
	Strict   bool                 `json:"strict,omitempty"` // doubtful findings are masked too
	Footer   string               `json:"footer,omitempty"` // at the foot of each page; "" for the usual words
}

// mostFooter is how long the words at the foot of each page may be, in bytes.
const mostFooter = 200

// Allows reports whether a field may be in copies for the audience.
func (p Profile) Allows(f Field) bool { return slices.Contains(p.Fields, f) }

// UsualProfile gives what an audience has before anybody changes it: whoever
// answers for the work reads of its decisions; peers and mentors of the matter
// alone; a portfolio nothing that leads to a session.
func UsualProfile(a supervision.Audience) Profile {
	p := Profile{Audience: a, Fields: Fields(), Style: redact.Role}
	switch a {
	case supervision.ForPeerGroup:
		p.Fields = []Field{FieldPlan, FieldQuestion, FieldThemes}
	case supervision.ForMentor:
		p.Fields = []Field{FieldNames, FieldPlan, FieldQuestion, FieldThemes, FieldOutcome, FieldActions}
	case supervision.ForPortfolio:
		p.Fields, p.Style = []Field{FieldQuestion, FieldThemes, FieldOutcome, FieldActions}, redact.Generic
	case supervision.ForTherapist:
		p.Fields, p.Style = []Field{FieldQuestion, FieldThemes}, redact.Generic
	}
	return p
}

// Profile gives what copies for an audience hold: as it was set, or as usual.
func (d *Desk) Profile(a supervision.Audience) Profile {
	for _, p := range d.Settings().Profiles {
		if p.Audience == a {
			p.Fields = slices.Clone(p.Fields)
			return p
		}
	}
	return UsualProfile(a)
}

// SetProfile keeps what copies for an audience hold, and makes that a step. It
// gives fault.Invalid for an audience, a field or a style that there isn't, or a footer
// longer than mostFooter, and the errors of SetSettings.
func (d *Desk) SetProfile(p Profile) error {
	known := slices.Contains(supervision.Audiences(), p.Audience) &&
		slices.Contains([]redact.Style{redact.Role, redact.Pseudonym, redact.Generic, redact.Block}, p.Style)
	p.Footer = tidied(p.Footer)
	known = known && len(p.Footer) <= mostFooter
	for _, f := range p.Fields {
		known = known && slices.Contains(Fields(), f)
	}
	if !known {
		return fault.New(fault.Invalid, "keep audience")
	}
	before := d.Settings().Profiles
	after := slices.DeleteFunc(slices.Clone(before), func(q Profile) bool { return q.Audience == p.Audience })
	after = append(after, p)
	put := func(from, to []Profile) error {
		return d.swapSettings(func(s *Settings) bool {
			same := slices.EqualFunc(s.Profiles, from, Profile.equal)
			if same {
				s.Profiles = to
			}
			return same
		})
	}
	if err := put(before, after); err != nil {
		return err
	}
	Core{d}.Did("undo.audience", func() error { return put(after, before) }, func() error { return put(before, after) })
	return nil
}

func (p Profile) equal(q Profile) bool {
	return p.Audience == q.Audience && p.Style == q.Style && p.Strict == q.Strict && p.Footer == q.Footer && slices.Equal(p.Fields, q.Fields)
}
