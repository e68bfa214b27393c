package groups

import (
	"slices"
	"strings"

	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Group is what a relationship with several people at once has beyond the relationship:
// what it is for, how it goes about it, and what was agreed.
type Group struct {
	ID   ID `json:"id"`
	With ID `json:"with"` // its relationship

	Aims            string `json:"aims,omitempty"`            // what it is for, a line each
	Guidelines      string `json:"guidelines,omitempty"`      // how it goes about it, a line each
	Confidentiality string `json:"confidentiality,omitempty"` // read out at every start
	Agreed          Date   `json:"agreed,omitempty"`
	Review          Date   `json:"review,omitempty"`    // by when to look at it again
	Missing         string `json:"missing,omitempty"`   // settings that nobody comes from yet
	Place           string `json:"place,omitempty"`     // where it meets
	Procedure       string `json:"procedure,omitempty"` // id of the run-sheet it uses; "": none chosen
	Next            *Roles `json:"next,omitempty"`      // swapped turns of the next meeting; nil: whoever waited longest
}

// Roles says who has which turn. 0 is nobody.
type Roles struct {
	Presents    ID `json:"presents,omitempty"`
	Facilitates ID `json:"facilitates,omitempty"`
	KeepsTime   ID `json:"keeps_time,omitempty"`
}

func (r Roles) members() []ID { return []ID{r.Presents, r.Facilitates, r.KeepsTime} }

// Key returns the key.
func (g Group) Key() supervision.Key { return key(GroupRecord, g.ID) }

// Validate returns fault.Invalid for the first thing that is wrong with g, or nil.
func (g Group) Validate() error {
	return valid.First(
		valid.That(g.ID != 0 && g.With != 0, "check group: no id"),
		valid.That(valid.Text(g.Aims) && valid.Text(g.Guidelines) && valid.Text(g.Confidentiality), "check group: what was agreed"),
		valid.That(valid.Day(g.Agreed) && valid.Day(g.Review), "check group: days"),
		valid.That(valid.Line(g.Missing) && valid.Line(g.Place) && valid.Line(g.Procedure), "check group: missing, place or run-sheet"),
	)
}

// Refers returns the relationship, and who has a swapped turn.
func (g Group) Refers() []supervision.Key {
	all := []supervision.Key{key(supervision.RelationshipRecord, g.With)}
	if g.Next != nil {
		for _, id := range g.Next.members() {
			all = append(all, key(MemberRecord, id))
		}
	}
	return all
}

// Fits returns fault.Invalid where a turn is somebody's of another group.
func (g Group) Fits(b *supervision.Board) error {
	if g.Next == nil {
		return nil
	}
	return ofGroup(b, g.ID, g.Next.members()...)
}

// Clone returns a copy that shares nothing with g.
func (g Group) Clone() supervision.Record {
	if g.Next != nil {
		next := *g.Next
		g.Next = &next
	}
	return g
}

// ofGroup returns fault.Invalid unless every member that is there is of the group.
func ofGroup(b *supervision.Board, group ID, members ...ID) error {
	for _, id := range members {
		if m, err := supervision.Find[Member](b, id); err == nil && m.Group != group {
			return fault.New(fault.Invalid, "check group: a member of another")
		}
	}
	return nil
}

// All returns the groups whose relationship isn't archived, by id.
func All(b *supervision.Board) []Group {
	return supervision.Each(b, func(g Group) bool {
		r, err := b.Relationship(g.With)
		return err != nil || !r.Archived
	})
}

// With returns the group of a relationship, and whether there is one; of two, which
// come of copies that were made one, the later.
func With(b *supervision.Board, relationship ID) (Group, bool) {
	all := supervision.Each(b, func(g Group) bool { return g.With == relationship })
	if len(all) == 0 {
		return Group{}, false
	}
	return all[len(all)-1], true
}

// SetUp adds a group with its members. It gives fault.Invalid, fault.NotFound without
// its relationship, and fault.Conflict where that has a group or an id is in use.
func SetUp(g Group, members ...Member) supervision.Op {
	return supervision.Batch("undo.set_up_group", func(e *supervision.Edit) error {
		if _, is := With(e.Board, g.With); is {
			return fault.New(fault.Conflict, "set up group: it is there")
		}
		if err := e.Do(supervision.Add("", g)); err != nil {
			return err
		}
		for _, m := range members {
			m.Group = g.ID
			if err := e.Do(Join(m)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Change replaces what is known of a group but whose it is. It gives fault.NotFound,
// fault.Invalid, and fault.Conflict where a turn is somebody's of another group.
func Change(g Group) supervision.Op {
	return fitting(supervision.Revise("undo.change_group", g.ID, func(is Group) (supervision.Record, error) {
		g.With = is.With
		return g, nil
	}))
}

// Swap gives the turns of the next meeting to others than those who waited longest. It
// gives fault.NotFound, and fault.Conflict for somebody of another group.
func Swap(group ID, roles Roles) supervision.Op {
	return fitting(supervision.Revise("undo.swap_turns", group, func(g Group) (supervision.Record, error) {
		g.Next = &roles
		return g, nil
	}))
}

// Members returns who is in a group: the writer, then by name; those who left come last.
func Members(b *supervision.Board, group ID) []Member {
	all := supervision.Each(b, func(m Member) bool { return m.Group == group })
	slices.SortStableFunc(all, func(x, y Member) int { return strings.Compare(x.place(), y.place()) })
	return all
}

// place is by what members are sorted.
func (m Member) place() string {
	first := "b"
	switch {
	case m.Left != "":
		first = "c"
	case m.Me:
		first = "a"
	}
	return first + strings.ToLower(m.Name)
}

// Present returns the members who haven't left.
func Present(b *supervision.Board, group ID) []Member {
	return slices.DeleteFunc(Members(b, group), func(m Member) bool { return m.Left != "" })
}
