package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/supervision/balance"
	"aftershift/internal/valid"
)

// EvaluateDays is after how many days a relationship is looked at again: every few
// months, since whoever has less power says little in between
// (https://vic.gov.au/best-practice-supervision-guidelines).
const EvaluateDays = 91

// evaluateSessions is how many sessions there must have been for it to be asked for.
const evaluateSessions = 2

// Evaluation is how it goes with somebody, as the writer sees it. What the log says of
// the same time is worked out from it by Served.
type Evaluation struct {
	ID      ID     `json:"id"`
	With    ID     `json:"with"`
	From    Date   `json:"from"` // the first day of the time it is about
	On      Date   `json:"on"`   // the last, on which it was written
	Helps   string `json:"helps,omitempty"`
	Missing string `json:"missing,omitempty"`
	Ask     string `json:"ask,omitempty"` // what to ask for
	// Private is for nobody else, ever.
	Private string `json:"private,omitempty"`
}

// Key returns the key.
func (v Evaluation) Key() supervision.Key { return supervision.Key{Kind: EvaluationRecord, ID: v.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with v, or nil.
func (v Evaluation) Validate() error {
	return valid.First(
		valid.That(v.ID != 0 && v.With != 0, "check evaluation: no id"),
		valid.That(v.From.Validate() == nil && v.On.Validate() == nil && v.From <= v.On, "check evaluation: days"),
		valid.That(valid.Text(v.Helps) && valid.Text(v.Missing) && valid.Text(v.Ask) && valid.Text(v.Private), "check evaluation: texts"),
	)
}

// Refers returns the relationship.
func (v Evaluation) Refers() []supervision.Key { return with(v.With) }

// Fits returns nil: an evaluation goes with any other.
func (v Evaluation) Fits(*supervision.Board) error { return nil }

// Clone returns v, which holds nothing to share.
func (v Evaluation) Clone() supervision.Record { return v }

// Evaluations returns those of a relationship, the latest first; 0 for everybody's.
func Evaluations(b *supervision.Board, with ID) []Evaluation {
	all := supervision.Each(b, func(v Evaluation) bool { return with == 0 || v.With == with })
	slices.SortStableFunc(all, func(x, y Evaluation) int { return cmp.Or(cmp.Compare(y.On, x.On), cmp.Compare(y.ID, x.ID)) })
	return all
}

// Evaluate adds an evaluation. It gives fault.Invalid and fault.NotFound.
func Evaluate(v Evaluation) supervision.Op { return supervision.Add("undo.evaluate", v) }

// EditEvaluation changes the words of an evaluation; whom and when it is about stay. It
// gives fault.NotFound and fault.Invalid.
func EditEvaluation(v Evaluation) supervision.Op {
	return supervision.Revise("undo.edit_evaluation", v.ID, func(was Evaluation) (supervision.Record, error) {
		was.Helps, was.Missing, was.Ask, was.Private = v.Helps, v.Missing, v.Ask, v.Private
		return was, nil
	})
}

// RemoveEvaluation takes an evaluation away. It gives fault.NotFound.
func RemoveEvaluation(id ID) supervision.Op { return remove[Evaluation]("undo.remove_evaluation", id) }

// Served is what the log says of the sessions with somebody over a time.
type Served struct {
	With        ID
	From, Until Date
	Held        int // sessions closed
	CalledOff   int
	Minutes     int
	Shares      []balance.Share // what the items talked about were for, only those there are
	Unserved    []supervision.Function
	Helpful     int      // the mean of how helpful sessions were, 1 to 5; 0: never said. Private
	Helped      []string // what helped, as it was noted after sessions, the latest first. Private
}

// ServedBy returns what the log says of sessions with somebody from one day to another,
// both counted in.
func ServedBy(b *supervision.Board, with ID, from, until Date) Served {
	s := Served{With: with, From: from, Until: until}
	in, rated, points := map[ID]bool{}, 0, 0
	for _, held := range between(b, with, from, until) {
		if held.State == supervision.Cancelled {
			s.CalledOff++
		}
		if held.State != supervision.Closed {
			continue
		}
		in[held.ID] = true
		s.Held, s.Minutes = s.Held+1, s.Minutes+held.Held
		if held.Helpful > 0 {
			rated, points = rated+1, points+held.Helpful
		}
		if !journal.Blank(held.WhatHelped) {
			s.Helped = append(s.Helped, held.WhatHelped)
		}
	}
	if rated > 0 {
		s.Helpful = (2*points + rated) / (2 * rated)
	}
	talked := talkedIn(b, in)
	s.Shares = slices.DeleteFunc(balance.Shares(talked), func(x balance.Share) bool { return x.Items == 0 })
	s.Unserved = balance.Gaps(talked)
	return s
}

// between returns the sessions with somebody from one day to another, both counted in.
func between(b *supervision.Board, with ID, from, until Date) []supervision.Session {
	return b.Sessions(func(s supervision.Session) bool {
		on := journal.DateOf(s.When())
		return s.With == with && on >= from && on <= until
	})
}

// talkedIn returns the items that were talked about in the sessions, once for each of
// them, with what it came to there.
func talkedIn(b *supervision.Board, sessions map[ID]bool) (all []supervision.AgendaItem) {
	for _, it := range b.Items(func(it supervision.AgendaItem) bool { return it.Standing == "" }) {
		for _, o := range it.Outcomes() {
			if sessions[o.Session] {
				it.Outcome, it.State = &o, supervision.Discussed
				all = append(all, it)
			}
		}
	}
	return all
}

// Since returns the first day of the time that an evaluation on a day would be about:
// the day after the last one, or EvaluateDays before.
func Since(b *supervision.Board, with ID, today Date) Date {
	if all := Evaluations(b, with); len(all) > 0 && all[0].On < today {
		return all[0].On.AddDays(1)
	}
	return today.AddDays(1 - EvaluateDays)
}

// ToEvaluate reports whether it is time to look at how it goes with somebody: they met
// a few times, and the last look is months ago.
func ToEvaluate(b *supervision.Board, with ID, today Date) bool {
	r, err := b.Relationship(with)
	if err != nil || r.Archived {
		return false
	}
	since := r.Since
	if all := Evaluations(b, with); len(all) > 0 {
		since = all[0].On
	}
	if since != "" && since.DaysUntil(today) < EvaluateDays {
		return false
	}
	held := slices.DeleteFunc(between(b, with, since, today), func(s supervision.Session) bool { return s.State != supervision.Closed })
	return len(held) >= evaluateSessions
}
