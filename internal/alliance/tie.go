package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Help is what somebody is there for. Its value is stored.
type Help string

// What a network is asked for, in the order to show it.
const (
	CaseThinking Help = "case"      // to think a case through with
	Skills       Help = "skills"    // to learn how it is done
	Care         Help = "care"      // to be looked after by
	Career       Help = "career"    // to see further than this post
	Challenge    Help = "challenge" // to hear what one would rather not
)

// Helps returns everything that a network is asked for.
func Helps() []Help { return []Help{CaseThinking, Skills, Care, Career, Challenge} }

// Tie is what somebody is to the writer beyond the sessions with them. There is at most
// one for each relationship; of two that came together the later one counts.
type Tie struct {
	ID      ID     `json:"id"`
	With    ID     `json:"with"`
	For     []Help `json:"for,omitempty"`     // empty: what their kind suggests
	Outside bool   `json:"outside,omitempty"` // of work
	// Talked is the last day on which both talked outside a session.
	Talked Date `json:"talked,omitempty"`
	// Best is how the writer works best with them: a card to be shared by choice.
	Best string `json:"best,omitempty"`
}

// Key returns the key.
func (t Tie) Key() supervision.Key { return supervision.Key{Kind: TieRecord, ID: t.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with t, or nil.
func (t Tie) Validate() error {
	return valid.First(
		valid.That(t.ID != 0 && t.With != 0, "check tie: no id"),
		valid.That(valid.AllOf(t.For, Helps()), "check tie: what for"),
		valid.That(valid.Day(t.Talked), "check tie: day"),
		valid.That(valid.Text(t.Best), "check tie: card"),
	)
}

// Refers returns the relationship.
func (t Tie) Refers() []supervision.Key { return with(t.With) }

// Fits returns nil: of two the later one counts.
func (t Tie) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with t.
func (t Tie) Clone() supervision.Record {
	t.For = slices.Clone(t.For)
	return t
}

// TieOf returns the tie with somebody; without an id where there is none.
func TieOf(b *supervision.Board, with ID) Tie {
	all := supervision.Each(b, func(t Tie) bool { return t.With == with })
	if len(all) == 0 {
		return Tie{With: with}
	}
	return slices.MaxFunc(all, func(x, y Tie) int { return cmp.Compare(x.ID, y.ID) })
}

// For returns what somebody is there for: what was said, or what their kind suggests.
func For(r supervision.Relationship, t Tie) []Help {
	if len(t.For) > 0 {
		return t.For
	}
	switch r.Kind {
	case supervision.Mentor:
		if slices.Contains(Ways(r), supervision.ReverseMentoring) {
			return []Help{Skills}
		}
		return []Help{Career}
	case supervision.PracticeEducator:
		return []Help{Skills}
	case supervision.Peer, supervision.Supporter:
		return []Help{Care}
	}
	return []Help{CaseThinking}
}

// PutTie changes what somebody is: to changes the tie there is, or a new one with the id
// free. It gives fault.NotFound and fault.Invalid.
func PutTie(label string, with, free ID, to func(Tie) Tie) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		was := TieOf(b, with)
		if was.ID == 0 {
			is := to(Tie{ID: free, With: with})
			is.ID, is.With = free, with
			return b.Do(supervision.Add(label, is))
		}
		return b.Do(supervision.Revise(label, was.ID, func(t Tie) (supervision.Record, error) {
			is := to(t)
			is.ID, is.With = t.ID, with
			return is, nil
		}))
	}
}

// Ways returns every kind of mentoring that a relationship is, in the order of
// supervision.Mentorings.
func Ways(r supervision.Relationship) (all []supervision.Mentoring) {
	for _, way := range supervision.Mentorings() {
		if r.Mentoring == way || slices.Contains(r.Also, way) {
			all = append(all, way)
		}
	}
	return all
}

// WithWays returns r as the kinds of mentoring, in the order in which they are offered.
func WithWays(r supervision.Relationship, ways []supervision.Mentoring) supervision.Relationship {
	r.Mentoring, r.Also = "", nil
	for _, way := range supervision.Mentorings() {
		switch {
		case !slices.Contains(ways, way):
		case r.Mentoring == "":
			r.Mentoring = way
		default:
			r.Also = append(r.Also, way)
		}
	}
	return r
}
