package groups

import (
	"aftershift/internal/fault"
	"aftershift/internal/supervision"
	"aftershift/internal/valid"
)

// Member is somebody in a group: where they work, and what they could help the others
// with. Nothing else is kept about them.
type Member struct {
	ID         ID     `json:"id"`
	Group      ID     `json:"group"`
	Name       string `json:"name,omitempty"` // may be empty for Me
	Me         bool   `json:"me,omitempty"`   // is the writer
	Setting    string `json:"setting,omitempty"`
	Experience string `json:"experience,omitempty"`
	Brings     string `json:"brings,omitempty"` // what they could help with
	Joined     Date   `json:"joined,omitempty"`
	Agreed     Date   `json:"agreed,omitempty"` // when they agreed to what the group agreed; "": with everybody
	Left       Date   `json:"left,omitempty"`
}

// Key returns the key.
func (m Member) Key() supervision.Key { return key(MemberRecord, m.ID) }

// Validate returns fault.Invalid for the first thing that is wrong with m, or nil.
func (m Member) Validate() error {
	return valid.First(
		valid.That(m.ID != 0 && m.Group != 0, "check member: no id"),
		valid.That(valid.Line(m.Name) && (m.Me || said(m.Name)), "check member: name"),
		valid.That(valid.Line(m.Setting) && valid.Line(m.Experience) && valid.Line(m.Brings), "check member: setting, experience or help"),
		valid.That(valid.Day(m.Joined) && valid.Day(m.Agreed) && valid.Day(m.Left), "check member: days"),
		valid.That(m.Left == "" || m.Joined <= m.Left, "check member: left before joining"),
	)
}

// Refers returns the group.
func (m Member) Refers() []supervision.Key { return []supervision.Key{key(GroupRecord, m.Group)} }

// Fits returns nil: who is in a group goes with anybody else in it.
func (m Member) Fits(*supervision.Board) error { return nil }

// Clone returns m, which holds nothing to share.
func (m Member) Clone() supervision.Record { return m }

// Join adds somebody to a group. It gives fault.Invalid, fault.NotFound without the
// group, and fault.Conflict where it has MaxMembers, a second Me, or an id in use.
func Join(m Member) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		there := Present(b, m.Group)
		for _, other := range there {
			if m.Me && other.Me {
				return supervision.Change{}, fault.New(fault.Conflict, "join group: already in it")
			}
		}
		if len(there) >= MaxMembers {
			return supervision.Change{}, fault.New(fault.Conflict, "join group: too many")
		}
		return supervision.Add("undo.join_group", m)(b)
	}
}

// ChangeMember replaces what is known of somebody, but in which group they are and
// whether they are the writer. It gives fault.NotFound, and fault.Invalid.
func ChangeMember(m Member) supervision.Op {
	return supervision.Revise("undo.change_member", m.ID, func(is Member) (supervision.Record, error) {
		m.Group, m.Me = is.Group, is.Me
		return m, nil
	})
}

// Leave says since when somebody is no longer in a group: their turns pass on, the
// meetings they were at stay. It gives fault.NotFound, and fault.Invalid for a day
// before they joined.
func Leave(id ID, on Date) supervision.Op {
	return supervision.Batch("undo.leave_group", func(e *supervision.Edit) error {
		var group ID
		err := e.Do(supervision.Revise("", id, func(m Member) (supervision.Record, error) {
			m.Left, group = on, m.Group
			return m, nil
		}))
		if err != nil {
			return err
		}
		g, err := supervision.Find[Group](e.Board, group)
		if err != nil || g.Next == nil {
			return nil
		}
		return e.Do(supervision.Revise("", group, func(g Group) (supervision.Record, error) {
			g.Next = nil
			return g, nil
		}))
	})
}

// RemoveMember takes somebody away who was added by mistake. It gives fault.NotFound,
// and fault.Conflict once a meeting or a swapped turn names them: then they Leave.
func RemoveMember(id ID) supervision.Op {
	return func(b *supervision.Board) (supervision.Change, error) {
		c, err := remove[Member]("undo.remove_member", id)(b)
		if err == nil && b.Check() != nil {
			_ = b.Apply(c.Inverse()) // nothing came in between
			return supervision.Change{}, fault.New(fault.Conflict, "remove member: was at a meeting")
		}
		return c, err
	}
}
