// Package groups is supervision among several, as a person has it: groups set up and
// changed, whose turn it is, meetings held by a run-sheet, what of them is kept, and what
// was noted about others' cases until its days are over.
package groups

import (
	"cmp"
	"slices"
	"strings"

	"aftershift/assets"
	"aftershift/internal/app/core"
	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// Desk is an open journal as far as groups go. Its methods may be called from any
// goroutine.
type Desk struct {
	core.Core
	shipped []groups.Procedure
}

// New returns the desk for groups.
func New(c core.Core) *Desk { return &Desk{c, core.Shipped(assets.Procedures(), groups.Parse)} }

// TurnsShown is for how many meetings it is said whose turn it is.
const TurnsShown = 3

// View is a group and all that its page says of it.
type View struct {
	groups.Group
	Relationship supervision.Relationship
	Members      []Member            // those who left last
	Turns        []Turn              // of the next meetings
	Session      supervision.Session // the next one that is planned, or open; ID 0: none
	Running      journal.ID          // the meeting that goes on; 0: none
	Procedures   []groups.Procedure  // that can be chosen
	Uses         groups.Procedure    // the one in use
	Notes        []groups.Note       // about others' cases, still to be there
	Met          int                 // meetings that are over
	LastMet      journal.Date        // "" for never
	ReviewDue    bool                // what was agreed is to be looked at again
}

// Member is somebody in a group, and when they last presented a case.
type Member struct {
	groups.Member
	LastCase journal.Date // "" for never
}

// Turn is whose turn a meeting is.
type Turn struct {
	groups.Roles
	On journal.Date // "" where no day is known
}

// Here returns the members who haven't left.
func (v View) Here() []Member {
	return slices.DeleteFunc(slices.Clone(v.Members), func(m Member) bool { return m.Left != "" })
}

// Member returns the member of the id; the zero Member for nobody.
func (v View) Member(id journal.ID) Member {
	i := slices.IndexFunc(v.Members, func(m Member) bool { return m.ID == id })
	if i < 0 {
		return Member{}
	}
	return v.Members[i]
}

// Minutes returns how long the group usually meets.
func (v View) Minutes() int {
	return cmp.Or(v.Session.Minutes, v.Relationship.UsualMinutes, v.Uses.Minutes(len(v.Here())))
}

// Groups returns the groups whose relationship isn't put away, by name.
func (d *Desk) Groups() (all []View) {
	for _, g := range groups.All(d.Library().Board()) {
		all = append(all, d.view(g))
	}
	slices.SortStableFunc(all, func(x, y View) int {
		return strings.Compare(strings.ToLower(x.Relationship.Name), strings.ToLower(y.Relationship.Name))
	})
	return all
}

// Group returns a group, or fault.NotFound.
func (d *Desk) Group(id journal.ID) (View, error) {
	g, err := supervision.Find[groups.Group](d.Library().Board(), id)
	if err != nil {
		return View{}, err
	}
	return d.view(g), nil
}

// GroupOf returns the id of the group of a relationship; 0 where it has none.
func (d *Desk) GroupOf(relationship journal.ID) journal.ID {
	g, _ := groups.With(d.Library().Board(), relationship)
	return g.ID
}

// MeetingIn returns the group whose meeting goes on in a session; in whichever it is for
// 0. It returns 0 for none.
func (d *Desk) MeetingIn(session journal.ID) journal.ID {
	for _, m := range supervision.Each(d.Library().Board(), groups.Meeting.Running) {
		if session == 0 || m.Session == session {
			return m.Group
		}
	}
	return 0
}

// WrittenInMeeting reports whether an entry is what the writer takes along from a meeting
// that goes on.
func (d *Desk) WrittenInMeeting(entry journal.ID) bool {
	running := supervision.Each(d.Library().Board(), groups.Meeting.Running)
	return slices.ContainsFunc(running, func(m groups.Meeting) bool { return m.Learning == entry })
}

// Meetings returns the meetings of a group, the latest first.
func (d *Desk) Meetings(group journal.ID) []groups.Meeting {
	return groups.Meetings(d.Library().Board(), group)
}

func (d *Desk) view(g groups.Group) View {
	b := d.Library().Board()
	v := View{Group: g, Procedures: d.Procedures()}
	v.Relationship, _ = b.Relationship(g.With) // one that is lost has no name
	v.Session = next(b, g.With)
	for _, m := range groups.Members(b, g.ID) {
		v.Members = append(v.Members, Member{m, groups.LastCase(b, m)})
	}
	for i, r := range groups.Turns(b, g, TurnsShown) {
		v.Turns = append(v.Turns, Turn{r, v.dayOf(i)})
	}
	for _, m := range groups.Meetings(b, g.ID) {
		v.Notes = append(v.Notes, groups.Notes(b, m.ID, d.Today())...)
		if m.Running() {
			v.Running = m.ID
			continue
		}
		v.Met++
		v.LastMet = max(v.LastMet, journal.DateOf(m.Began))
	}
	v.ReviewDue = g.Review != "" && g.Review <= d.Today()
	v.Uses = d.uses(g.Procedure)
	return v
}

// next returns the session with somebody that is open or planned soonest.
func next(b *supervision.Board, with journal.ID) (soonest supervision.Session) {
	for _, s := range b.Sessions(func(s supervision.Session) bool { return s.With == with && s.Live() }) {
		if soonest.ID == 0 || s.When().Before(soonest.When()) {
			soonest = s
		}
	}
	return soonest
}

// dayOf returns the day of the meeting that is so many after the next, by the agreed
// rhythm.
func (v View) dayOf(n int) journal.Date {
	switch {
	case v.Session.ID == 0:
		return ""
	case n == 0:
		return journal.DateOf(v.Session.When())
	case v.Relationship.CadenceDays == 0:
		return ""
	}
	return journal.DateOf(v.Session.When()).AddDays(n * v.Relationship.CadenceDays)
}

// uses returns the procedure of an id, else the first.
func (d *Desk) uses(id string) groups.Procedure {
	all := d.Procedures()
	i := slices.IndexFunc(all, func(p groups.Procedure) bool { return p.ID == cmp.Or(id, usual) })
	return all[max(i, 0)]
}

// usual is the run-sheet of a group that chose none.
const usual = "round-robin"

// SetUp is what it takes to set up a group.
type SetUp struct {
	With    journal.ID // relationship that it adds to; 0: one is made, or found, by Name
	Name    string
	Every   int // days between meetings; 0: not agreed
	Minutes int // 0 for UsualGroupMinutes
	Group   groups.Group
	Members []groups.Member // without Me, who is always in it
}

// UsualGroupMinutes is how long a group meets when nothing is said.
const UsualGroupMinutes = 75

// SetUpGroup sets up a group with its members, the writer among them. It returns its id;
// fault.Invalid without a name, fault.Conflict where the relationship has a group. It can
// be undone as one.
func (d *Desk) SetUpGroup(s SetUp) (journal.ID, error) {
	ids, err := d.NewIDs(3 + len(s.Members))
	if err != nil {
		return 0, err
	}
	group := ids[0]
	return group, d.Change(supervision.Batch("undo.set_up_group", func(e *supervision.Edit) error {
		with, err := d.with(e, s, ids[1])
		if err != nil {
			return err
		}
		s.Group.ID, s.Group.With = group, with
		members := []groups.Member{{ID: ids[2], Me: true, Joined: d.Today()}}
		for i, m := range s.Members {
			m.ID, m.Me = ids[3+i], false
			m.Name, m.Joined = tidied(m.Name), cmp.Or(m.Joined, d.Today())
			members = append(members, m)
		}
		return e.Do(groups.SetUp(s.Group, members...))
	}))
}

// with finds the relationship of a group, or makes one.
func (d *Desk) with(e *supervision.Edit, s SetUp, fresh journal.ID) (journal.ID, error) {
	s.Name = tidied(s.Name)
	if s.With != 0 {
		_, err := e.Relationship(s.With)
		return s.With, err
	}
	if s.Name == "" {
		return 0, fault.New(fault.Invalid, "set up group: name")
	}
	for _, r := range e.Relationships() {
		if strings.EqualFold(r.Name, s.Name) {
			return r.ID, nil
		}
	}
	return fresh, e.Do(supervision.AddRelationship(supervision.Relationship{
		ID: fresh, Name: s.Name, Kind: supervision.PeerGroup, CadenceDays: s.Every,
		UsualMinutes: cmp.Or(s.Minutes, UsualGroupMinutes), Since: d.Today(),
	}))
}

func tidied(name string) string { return strings.Join(strings.Fields(name), " ") }

// ChangeGroup changes what was agreed and where the group meets. It gives fault.NotFound
// and fault.Invalid, and can be undone.
func (d *Desk) ChangeGroup(g groups.Group) error { return d.Change(groups.Change(g)) }

// AddMember adds somebody to a group, and returns their id. It gives the errors of
// groups.Join, and can be undone.
func (d *Desk) AddMember(m groups.Member) (journal.ID, error) {
	return d.Make(func(id journal.ID) supervision.Op {
		m.ID, m.Name, m.Joined = id, tidied(m.Name), cmp.Or(m.Joined, d.Today())
		return groups.Join(m)
	})
}

// ChangeMember changes what is known of somebody. It gives fault.NotFound and
// fault.Invalid, and can be undone.
func (d *Desk) ChangeMember(m groups.Member) error {
	m.Name = tidied(m.Name)
	return d.Change(groups.ChangeMember(m))
}

// LeaveGroup says that somebody is no longer in a group from today on, or takes them
// away where no meeting was held with them. It gives fault.NotFound, and can be undone.
func (d *Desk) LeaveGroup(id journal.ID) error {
	err := d.Change(groups.RemoveMember(id))
	if fault.KindOf(err) == fault.Conflict {
		return d.Change(groups.Leave(id, d.Today()))
	}
	return err
}

// SwapTurns gives the turns of the next meeting to others than those who waited longest.
// It gives fault.NotFound and fault.Conflict, and can be undone.
func (d *Desk) SwapTurns(group journal.ID, roles groups.Roles) error {
	return d.Change(groups.Swap(group, roles))
}

// MemberName says what somebody is called: "Me" for a writer without a name.
func (d *Desk) MemberName(m groups.Member) string {
	if m.Me && m.Name == "" {
		return d.App().Words().T("groups.me")
	}
	return m.Name
}
