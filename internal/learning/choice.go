package learning

import (
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Purpose is what a pack is for. Its value is stored.
type Purpose string

// The purposes.
const (
	ForHours       Purpose = "hours"      // rules that hours are held against
	ForCPD         Purpose = "cpd"        // a framework: its questions and what a year needs
	ForCompetences Purpose = "competence" // a set of competences
	ForMilestones  Purpose = "milestones" // when a portfolio is looked at
)

// Purposes returns every purpose.
func Purposes() []Purpose { return []Purpose{ForHours, ForCPD, ForCompetences, ForMilestones} }

// Choice is a pack that the writer uses, one for each purpose. Without one for hours,
// hours are switched off.
type Choice struct {
	ID    ID      `json:"id"`
	For   Purpose `json:"for"`
	Pack  string  `json:"pack"`            // its id
	Since Date    `json:"since,omitempty"` // what counts begins here; empty: with the first
	Own   string  `json:"own,omitempty"`   // the text of a pack that doesn't ship
}

// Key returns the key.
func (c Choice) Key() supervision.Key { return supervision.Key{Kind: ChoiceRecord, ID: c.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with c, or nil.
// Whether Own can be read is for who reads it: a later version may write more.
func (c Choice) Validate() error {
	return valid.First(
		valid.That(c.ID != 0, "check pack: no id"),
		valid.That(c.For != "" && valid.OneOf(c.For, Purposes()), "check pack: purpose"),
		valid.That(!journal.Blank(c.Pack) && valid.Line(c.Pack), "check pack: which"),
		valid.That(valid.Day(c.Since), "check pack: day"),
		valid.That(valid.Short(c.Own, MaxPack), "check pack: its text"),
	)
}

// Refers returns nothing.
func (c Choice) Refers() []supervision.Key { return nil }

// Fits returns nil: of two for one purpose the later one counts.
func (c Choice) Fits(*supervision.Board) error { return nil }

// Clone returns c, which holds nothing to share.
func (c Choice) Clone() supervision.Record { return c }

// Chosen returns the choice for a purpose, and whether there is one.
func Chosen(b *supervision.Board, purpose Purpose) (Choice, bool) {
	all := supervision.Each(b, func(c Choice) bool { return c.For == purpose })
	if len(all) == 0 {
		return Choice{}, false
	}
	return slices.MaxFunc(all, func(x, y Choice) int { return int(min(max(int64(x.ID)-int64(y.ID), -1), 1)) }), true
}

// Choose puts a choice in the place of those there are for its purpose. It gives
// fault.Invalid.
func Choose(c Choice) supervision.Op {
	return supervision.Batch("undo.choose_pack", func(e *supervision.Edit) error {
		if err := dropChoices(e, c.For); err != nil {
			return err
		}
		return e.Do(supervision.Add("", c))
	})
}

// Unchoose leaves a purpose without a pack. What was logged stays.
func Unchoose(purpose Purpose) supervision.Op {
	return supervision.Batch("undo.drop_pack", func(e *supervision.Edit) error { return dropChoices(e, purpose) })
}

func dropChoices(e *supervision.Edit, purpose Purpose) error {
	for _, c := range supervision.Each(e.Board, func(c Choice) bool { return c.For == purpose }) {
		if err := e.Do(remove[Choice]("", c.ID)); err != nil {
			return err
		}
	}
	return nil
}
