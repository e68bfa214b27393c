package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Term is what a clause of an agreement is about. Its value is stored.
type Term string

// The terms that agreements have in the forms of councils and boards:
// https://www.guidara.com/how-to/create-a-supervision-agreement. How often, how long
// and what every agenda begins with are figures of the agreement, not clauses.
const (
	Parties         Term = "parties"
	Purpose         Term = "purpose"
	Place           Term = "place"
	Cancelling      Term = "cancelling"
	Confidentiality Term = "confidentiality"
	Limits          Term = "limits" // of confidentiality
	Recording       Term = "recording"
	Preparing       Term = "preparing"
	Disputes        Term = "disputes"
	Evaluating      Term = "evaluating"
)

// Terms returns every term, in the order of the form.
func Terms() []Term {
	return []Term{Parties, Purpose, Place, Cancelling, Confidentiality, Limits, Recording, Preparing, Disputes, Evaluating}
}

// Clause is what was agreed on one term. It is written to be shown to both.
type Clause struct {
	Term Term   `json:"term"`
	Text string `json:"text"`
}

// Agreement is one version of what was agreed with somebody. Until it is signed it can
// be changed; after that another version takes its place.
type Agreement struct {
	ID      ID       `json:"id"`
	With    ID       `json:"with"`
	Version int      `json:"version"` // 1 is the first
	From    Date     `json:"from"`    // the day from which on it holds
	Clauses []Clause `json:"clauses,omitempty"`

	// What sessions with them follow; agreeing puts it into the relationship too.
	CadenceDays int                        `json:"cadence_days,omitempty"`
	Minutes     int                        `json:"minutes,omitempty"`
	Standing    []supervision.StandingKind `json:"standing,omitempty"`

	Review Date   `json:"review,omitempty"` // the day to look at it again
	Signed Date   `json:"signed,omitempty"` // on paper
	Looked []Date `json:"looked,omitempty"` // days on which it was looked at and stayed
	Ended  Date   `json:"ended,omitempty"`
}

// Key returns the key.
func (a Agreement) Key() supervision.Key { return supervision.Key{Kind: AgreementRecord, ID: a.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with a, or nil.
func (a Agreement) Validate() error {
	return valid.First(
		valid.That(a.ID != 0 && a.With != 0, "check agreement: no id"),
		valid.That(a.Version > 0, "check agreement: version"),
		valid.That(a.From.Validate() == nil, "check agreement: from"),
		valid.That(a.clauses(), "check agreement: clauses"),
		valid.That(a.CadenceDays >= 0 && a.CadenceDays <= supervision.MaxCadence, "check agreement: how often"),
		valid.That(a.Minutes >= 0 && a.Minutes <= supervision.MaxMinutes, "check agreement: how long"),
		valid.That(valid.AllOf(a.Standing, supervision.StandingKinds()), "check agreement: standing items"),
		valid.That(valid.Day(a.Review) && (a.Review == "" || a.Review >= a.From), "check agreement: review"),
		valid.That(valid.Day(a.Signed), "check agreement: signed"),
		valid.That(rising(a.Looked), "check agreement: looked at"),
		valid.That(valid.Day(a.Ended) && (a.Ended == "" || a.Ended >= a.From), "check agreement: ended"),
	)
}

func (a Agreement) clauses() bool {
	for i, c := range a.Clauses {
		twice := slices.ContainsFunc(a.Clauses[:i], func(d Clause) bool { return d.Term == c.Term })
		if !slices.Contains(Terms(), c.Term) || journal.Blank(c.Text) || !valid.Text(c.Text) || twice {
			return false
		}
	}
	return true
}

// Clause returns what was agreed on a term, "" for nothing.
func (a Agreement) Clause(t Term) string {
	for _, c := range a.Clauses {
		if c.Term == t {
			return c.Text
		}
	}
	return ""
}

// Saying returns the agreement with what is agreed on a term; blank takes it away.
// Clauses stand in the order of Terms.
func (a Agreement) Saying(t Term, text string) Agreement {
	a.Clauses = slices.DeleteFunc(slices.Clone(a.Clauses), func(c Clause) bool { return c.Term == t })
	if !journal.Blank(text) {
		a.Clauses = append(a.Clauses, Clause{t, text})
	}
	slices.SortStableFunc(a.Clauses, func(x, y Clause) int {
		return cmp.Compare(slices.Index(Terms(), x.Term), slices.Index(Terms(), y.Term))
	})
	return a
}

// Fixed reports whether the version can't be changed any more.
func (a Agreement) Fixed() bool { return a.Signed != "" || a.Ended != "" }

// Due reports whether it is time to look at it again.
func (a Agreement) Due(today Date) bool {
	return a.Ended == "" && a.Review != "" && a.Review <= today
}

// Refers returns the relationship.
func (a Agreement) Refers() []supervision.Key { return with(a.With) }

// Fits returns nil: versions are put in order where they are read.
func (a Agreement) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with a.
func (a Agreement) Clone() supervision.Record {
	a.Clauses, a.Standing, a.Looked = slices.Clone(a.Clauses), slices.Clone(a.Standing), slices.Clone(a.Looked)
	return a
}

// Versions returns the agreements with somebody, the latest first; 0 for everybody's.
func Versions(b *supervision.Board, with ID) []Agreement {
	all := supervision.Each(b, func(a Agreement) bool { return with == 0 || a.With == with })
	slices.SortStableFunc(all, func(x, y Agreement) int {
		return cmp.Or(cmp.Compare(y.Version, x.Version), cmp.Compare(y.From, x.From), cmp.Compare(y.ID, x.ID))
	})
	return all
}

// InForce returns the latest version that was agreed with somebody and whether it
// holds: nothing was agreed, or it was ended, otherwise.
func InForce(b *supervision.Board, with ID) (Agreement, bool) {
	all := Versions(b, with)
	if with == 0 || len(all) == 0 || all[0].Ended != "" {
		return Agreement{}, false
	}
	return all[0], true
}

// How long after it began a first agreement is looked at again, and how long after
// that: at three months and then yearly, as Oranga Tamariki asks
// (http://movareskuvo.hu/social-work-supervision-agreement-template/).
const (
	firstReviewMonths = 3
	laterReviewMonths = 12
)

// NextReview returns the day on which an agreement with somebody that begins, or was
// looked at, on a day is to be looked at again.
func NextReview(b *supervision.Board, with ID, on Date) Date {
	months := laterReviewMonths
	if len(Versions(b, with)) == 0 {
		months = firstReviewMonths
	}
	return Date(on.Time().AddDate(0, months, 0).Format("2006-01-02"))
}

// Agree adds the next version, and has sessions with them follow it. It gives fault.Invalid,
// fault.NotFound, and fault.Conflict for somebody put away or a version that begins
// before the latest.
func Agree(a Agreement) supervision.Op {
	return supervision.Batch("undo.agree", func(e *supervision.Edit) error {
		if err := present(e.Board, a.With); err != nil {
			return err
		}
		a.Version = 1
		if all := Versions(e.Board, a.With); len(all) > 0 {
			if a.Version = all[0].Version + 1; a.From < all[0].From {
				return fault.New(fault.Conflict, "agree: a later version is there")
			}
		}
		if err := e.Do(supervision.Add("", a)); err != nil {
			return err
		}
		return e.Do(follow(a))
	})
}

// follow has sessions with them go by an agreement: its rhythm, its length where it
// says one, and what every agenda begins with.
func follow(a Agreement) supervision.Op {
	return supervision.Revise("", a.With, func(r supervision.Relationship) (supervision.Record, error) {
		r.CadenceDays, r.UsualMinutes = cmp.Or(a.CadenceDays, r.CadenceDays), cmp.Or(a.Minutes, r.UsualMinutes)
		if len(a.Standing) > 0 {
			r.Standing = slices.Clone(a.Standing)
		}
		return r, nil
	})
}

// Amend changes the latest version while it isn't signed: its clauses, figures and days;
// with whom it is and what became of it stay. It gives fault.NotFound, fault.Invalid, and
// fault.Conflict for a version that can't be changed any more.
func Amend(a Agreement) supervision.Op {
	return supervision.Batch("undo.amend_agreement", func(e *supervision.Edit) error {
		err := e.Do(ofLatest("", a.ID, e.Board, func(was Agreement) (Agreement, error) {
			if was.Fixed() {
				return was, fault.New(fault.Conflict, "amend agreement: it is signed or ended")
			}
			a.With, a.Version, a.Signed, a.Looked, a.Ended = was.With, was.Version, was.Signed, was.Looked, was.Ended
			return a, nil
		}))
		if err != nil {
			return err
		}
		return e.Do(follow(a))
	})
}

// Sign says on which day the agreement was signed on paper. It gives fault.NotFound,
// fault.Invalid, and fault.Conflict where it is signed or ended already.
func Sign(id ID, on Date) supervision.Op {
	return supervision.Revise("undo.sign_agreement", id, func(a Agreement) (supervision.Record, error) {
		if a.Fixed() {
			return a, fault.New(fault.Conflict, "sign agreement: it is signed or ended")
		}
		if a.Signed = on; on.Validate() != nil {
			return a, fault.New(fault.Invalid, "sign agreement: day")
		}
		return a, nil
	})
}

// Look says that the agreement was looked at and stays as it is, and when to look next;
// "" for no day. It gives fault.NotFound, fault.Invalid, and fault.Conflict for what isn't
// the latest version or has ended.
func Look(id ID, on, next Date) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		return b.Do(ofLatest("undo.look_agreement", id, b, func(a Agreement) (Agreement, error) {
			if a.Ended != "" || on < a.From {
				return a, fault.New(fault.Conflict, "look at agreement: it doesn't hold")
			}
			a.Looked, a.Review = append(a.Looked, on), next
			return a, nil
		}))
	}
}

// ofLatest returns the operation that changes an agreement, which must be the latest
// version with somebody.
func ofLatest(label string, id ID, b *supervision.Board, to func(Agreement) (Agreement, error)) supervision.Op {
	return supervision.Revise(label, id, func(a Agreement) (supervision.Record, error) {
		if Versions(b, a.With)[0].ID != id {
			return a, fault.New(fault.Conflict, "change agreement: a later version is there")
		}
		return to(a)
	})
}

// End says on which day the agreement ended. It gives fault.NotFound, fault.Invalid, and
// fault.Conflict for one that ended before.
func End(id ID, on Date) supervision.Op {
	return supervision.Revise("undo.end_agreement", id, func(a Agreement) (supervision.Record, error) {
		if a.Ended != "" {
			return a, fault.New(fault.Conflict, "end agreement: it ended")
		}
		if a.Ended = on; on.Validate() != nil {
			return a, fault.New(fault.Invalid, "end agreement: day")
		}
		return a, nil
	})
}

// DropAgreement takes a version away that isn't signed. It gives fault.NotFound, and
// fault.Conflict for one that is.
func DropAgreement(id ID) supervision.Op {
	return supervision.Revise("undo.drop_agreement", id, func(a Agreement) (supervision.Record, error) {
		if a.Fixed() {
			return a, fault.New(fault.Conflict, "drop agreement: it is signed or ended")
		}
		return supervision.Gone{Of: a.Key()}, nil
	})
}
