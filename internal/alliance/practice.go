package alliance

import (
	"cmp"
	"slices"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Practice is good practice that somebody found: what helped, in a sentence that names
// nobody, so that it can be found when the theme comes back and be shared.
type Practice struct {
	ID      ID                `json:"id"`
	Text    string            `json:"text"`
	Themes  []journal.ThemeID `json:"themes,omitempty"`
	Source  string            `json:"source,omitempty"`  // where it comes from: a book, a course, a colleague
	With    ID                `json:"with,omitempty"`    // with whom it was found, 0: with nobody
	Session ID                `json:"session,omitempty"` // in which, 0: in none
	On      Date              `json:"on"`
}

// Key returns the key.
func (p Practice) Key() supervision.Key { return supervision.Key{Kind: PracticeRecord, ID: p.ID} }

// Validate returns fault.Invalid for the first thing that is wrong with p, or nil.
func (p Practice) Validate() error {
	return valid.First(
		valid.That(p.ID != 0, "check practice: no id"),
		valid.That(!journal.Blank(p.Text) && valid.Text(p.Text) && valid.Line(p.Source), "check practice: words"),
		valid.That(p.themes(), "check practice: themes"),
		valid.That(p.On.Validate() == nil, "check practice: day"),
	)
}

func (p Practice) themes() bool {
	for i, t := range p.Themes {
		if t == "" || !valid.Line(string(t)) || slices.Contains(p.Themes[:i], t) {
			return false
		}
	}
	return len(p.Themes) <= most
}

// Refers returns the relationship and the session that it came from.
func (p Practice) Refers() []supervision.Key {
	return append(with(p.With), supervision.Key{Kind: supervision.SessionRecord, ID: p.Session})
}

// Fits returns nil: a practice goes with whatever it came from.
func (p Practice) Fits(*supervision.Board) error { return nil }

// Clone returns a copy that shares nothing with p.
func (p Practice) Clone() supervision.Record {
	p.Themes = slices.Clone(p.Themes)
	return p
}

// Practices returns what helped, the latest first.
func Practices(b *supervision.Board) []Practice {
	all := supervision.Each[Practice](b, nil)
	slices.SortStableFunc(all, func(x, y Practice) int { return cmp.Or(cmp.Compare(y.On, x.On), cmp.Compare(y.ID, x.ID)) })
	return all
}

// KeepPractice adds a practice. It gives fault.Invalid and fault.NotFound.
func KeepPractice(p Practice) supervision.Op { return supervision.Add("undo.keep_practice", p) }

// EditPractice changes the words, the source and the themes of a practice; where it was
// found stays. It gives fault.NotFound and fault.Invalid.
func EditPractice(p Practice) supervision.Op {
	return supervision.Revise("undo.edit_practice", p.ID, func(was Practice) (supervision.Record, error) {
		was.Text, was.Themes, was.Source = p.Text, slices.Clone(p.Themes), p.Source
		return was, nil
	})
}

// RemovePractice takes a practice away. It gives fault.NotFound.
func RemovePractice(id ID) supervision.Op { return remove[Practice]("undo.remove_practice", id) }

// Helped returns what helped before with any of the themes: with the same, with the one
// that it stands under, or with one under it; the latest first. ts says how they stand.
func Helped(b *supervision.Board, themes []journal.ThemeID, ts journal.Themes) (all []Practice) {
	related := func(x, y journal.ThemeID) bool {
		x, y = ts.Resolve(x), ts.Resolve(y)
		return x == y || ts.ParentOf(x) == y || ts.ParentOf(y) == x
	}
	for _, p := range Practices(b) {
		if slices.ContainsFunc(p.Themes, func(t journal.ThemeID) bool {
			return slices.ContainsFunc(themes, func(asked journal.ThemeID) bool { return related(asked, t) })
		}) {
			all = append(all, p)
		}
	}
	return all
}
