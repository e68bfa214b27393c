package groups_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/groups"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
)

// wednesday sets up a group of five: the writer and four others.
func wednesday(t *testing.T, d *app.Desk) journal.ID {
	t.Helper()
	id, err := d.SetUpGroup(app.GroupSetUp{
		Name: "Wednesday group", Every: 28, Minutes: 75,
		Group:   app.Group{Aims: "See it with other eyes", Confidentiality: "What is said here stays here.", Agreed: d.Today()},
		Members: []app.Member{{Name: "Amara"}, {Name: "Harpreet"}, {Name: "Joe"}, {Name: "Sinéad"}},
	})
	apptest.Must(t, err)
	return id
}

// backedUp returns the path of a backup made now.
func backedUp(t *testing.T, d *app.Desk) string {
	t.Helper()
	b, err := d.BackUp(context.Background(), nil)
	apptest.Must(t, err)
	raw, err := os.ReadFile(b.Path)
	apptest.Must(t, err)
	path := filepath.Join(t.TempDir(), filepath.Base(b.Path))
	apptest.Must(t, os.WriteFile(path, raw, 0o600))
	return path
}

func view(t *testing.T, d *app.Desk, id journal.ID) app.GroupView {
	t.Helper()
	v, err := d.Group(id)
	apptest.Must(t, err)
	return v
}

// begun begins a meeting of the group.
func begun(t *testing.T, d *app.Desk, group journal.ID) journal.ID {
	t.Helper()
	return apptest.Got(d.BeginMeeting(app.MeetingStart{Group: group}))(t)
}

// replaced puts the copy in the place of the journal, which is closed then.
func replaced(t *testing.T, d *app.Desk, by string) *app.App {
	t.Helper()
	_, closed, err := d.ReplaceBy(context.Background(), by, nil)
	if err != nil || !closed {
		t.Fatal(closed, err)
	}
	return apptest.AppOf(d)
}

func sit(t *testing.T, d *app.Desk, id journal.ID) app.MeetingSitting {
	t.Helper()
	return apptest.Got(d.Meeting(id))(t)
}

// A group is set up as one step, on a relationship of its own or on one that is there,
// and never twice on one.
func TestDesk_SetUpGroup(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	v := view(t, d, id)
	if len(v.Here()) != 5 || !v.Members[0].Me || v.Relationship.Kind != supervision.PeerGroup || v.Relationship.CadenceDays != 28 || len(d.Groups()) != 1 {
		t.Errorf("%d members, %+v", len(v.Here()), v.Relationship)
	}
	if d.GroupOf(v.With) != id {
		t.Error("not found by its relationship")
	}
	if _, err := d.SetUpGroup(app.GroupSetUp{With: v.With}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("twice: %v", err)
	}
	if _, err := d.SetUpGroup(app.GroupSetUp{Name: " "}); fault.KindOf(err) != fault.Invalid {
		t.Errorf("without a name: %v", err)
	}
	apptest.Must(t, d.Undo())
	if len(d.Groups()) != 0 || len(d.Relationships()) != 0 {
		t.Error("something is left after undo")
	}
	ruth, err := d.SaveRelationship(supervision.Relationship{Name: "Ruth’s group", Kind: supervision.ExternalSupervisor})
	apptest.Must(t, err)
	id, err = d.SetUpGroup(app.GroupSetUp{Name: "ruth’s group"})
	apptest.Must(t, err)
	if v := view(t, d, id); v.With != ruth || len(d.Relationships()) != 1 {
		t.Errorf("on another: %+v", v.Relationship)
	}
}

// As many are to present as there is time for, and then as many as did the last time, those
// first who waited longest.
func TestDesk_Proposed_presents(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	if n := len(d.Proposed(view(t, d, id), "", nil).Presents); n != 5 {
		t.Errorf("%d in 75 minutes", n)
	}
	short := view(t, d, id)
	short.Relationship.UsualMinutes = 45
	if n := len(d.Proposed(short, "", nil).Presents); n != 3 {
		t.Errorf("%d in 45 minutes", n)
	}
	two := d.Proposed(view(t, d, id), "", nil).Presents[:2]
	m, err := d.BeginMeeting(app.MeetingStart{Group: id, Presents: two})
	apptest.Must(t, err)
	_, err = d.EndMeeting(m)
	apptest.Must(t, err)
	c.Set(c.Now().AddDate(0, 0, 28))
	next := d.Proposed(view(t, d, id), "", nil).Presents
	if len(next) != 2 || slices.Contains(two, next[0]) || slices.Contains(two, next[1]) {
		t.Errorf("%v after %v", next, two)
	}
}

// A meeting opens the session that was planned for the day, goes through the steps, and
// ends with the session; the turns pass on to whoever waited longest.
func TestDesk_a_meeting_is_a_session(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	planned, err := d.PlanSession(app.Plan{Start: c.Now().Add(time.Minute), Name: "Wednesday group"})
	apptest.Must(t, err)
	v := view(t, d, id)
	first := v.Turns[0]
	if v.Session.ID != planned || first.On != d.Today() || v.Turns[1].On != d.Today().AddDays(28) {
		t.Errorf("%+v, %+v", v.Session, v.Turns)
	}
	m, err := d.BeginMeeting(app.MeetingStart{Group: id, Presents: []journal.ID{first.Presents}})
	apptest.Must(t, err)
	if s, _ := d.Sitting(planned); s.Session.State != supervision.Open {
		t.Errorf("the session is %v", s.Session.State)
	}
	if _, err := d.BeginMeeting(app.MeetingStart{Group: id}); fault.KindOf(err) != fault.Conflict {
		t.Errorf("a second one: %v", err)
	}
	if v := view(t, d, id); v.Running != m {
		t.Error("it doesn't go on")
	}
	s := sit(t, d, m)
	if len(s.Steps) != 5 || s.Steps[1].Of != first.Presents || len(s.Present) != 5 {
		t.Errorf("%+v", s.Steps)
	}
	for range 20 {
		c.Set(c.Now().Add(time.Minute))
		apptest.Must(t, d.NextTurn(m))
	}
	if s = sit(t, d, m); !s.Last() {
		t.Errorf("at %+v", s.Clock)
	}
	apptest.Must(t, d.TurnBack(m))
	apptest.Must(t, d.RestMeeting(m, true))
	apptest.Must(t, d.AddMinute(m))
	apptest.Must(t, d.PassTurn(m))
	c.Set(c.Now().Add(40 * time.Minute))
	left, err := d.EndMeeting(m)
	apptest.Must(t, err)
	if s, _ := d.Sitting(planned); left != 0 || s.Session.State != supervision.Closed || s.Session.Held != 60 {
		t.Errorf("the session: %+v", s.Session)
	}
	if s = sit(t, d, m); s.Clock != nil || s.Running() {
		t.Error("what phases took is still there")
	}
	if err := d.NextTurn(m); fault.KindOf(err) != fault.Conflict {
		t.Errorf("goes on when it is over: %v", err)
	}
	v = view(t, d, id)
	if v.Turns[0].Presents == first.Presents || v.Turns[0].Facilitates == first.Facilitates || v.LastMet != d.Today() || v.Met != 1 {
		t.Errorf("turns %+v after %+v", v.Turns[0], first)
	}
}

// What stands on the agenda of the group's session isn't carried silently: the session
// stays open to say what came of it.
func TestDesk_EndMeeting_leaves_an_agenda_to_be_settled(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	planned, err := d.PlanSession(app.Plan{Start: c.Now(), Name: "Wednesday group"})
	apptest.Must(t, err)
	_, err = d.AddNewItem(planned, supervision.AgendaItem{Title: "Endings", Words: "How to leave?"})
	apptest.Must(t, err)
	m := begun(t, d, id)
	if left, err := d.EndMeeting(m); err != nil || left != planned {
		t.Errorf("%v, %v", left, err)
	}
	if s, _ := d.Sitting(planned); s.Session.State != supervision.Open || len(s.Items) != 1 {
		t.Errorf("%+v", s.Session)
	}
}

// What the writer takes along is an entry; what was noted about others' cases is there
// for thirty days, and then nowhere: not shown, not in the file, and not back by a copy
// or by undoing.
func TestDesk_what_is_kept_of_a_meeting(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	m := begun(t, d, id)
	for _, text := range []string{"I stay", "I stay on too."} {
		apptest.Must(t, d.WriteLearning(m, text))
		apptest.Must(t, d.WriteNote(m, text+" Theirs."))
	}
	s := sit(t, d, m)
	if s.Learning != "I stay on too." || s.Note.Text != "I stay on too. Theirs." || s.Note.Until() != d.Today().AddDays(30) {
		t.Errorf("%q, %+v", s.Learning, s.Note)
	}
	_, err := d.EndMeeting(m)
	apptest.Must(t, err)
	e, err := d.Entry(s.Meeting.Learning)
	apptest.Must(t, err)
	if e.Text() != "I stay on too." || e.Title != "Wednesday group, 12 Mar: learning for me" {
		t.Errorf("entry %q, %q", e.Title, e.Text())
	}
	copied := backedUp(t, d)
	c.Set(c.Now().AddDate(0, 0, 30))
	d = apptest.Reopened(t, d)
	if all := view(t, d, id).Notes; len(all) != 1 {
		t.Fatalf("on its last day: %+v", all)
	}
	c.Set(c.Now().AddDate(0, 0, 1))
	if all := view(t, d, id).Notes; len(all) != 0 {
		t.Errorf("shown when it is over: %+v", all)
	}
	d = apptest.Reopened(t, d)
	gone := func(when string) {
		t.Helper()
		for _, r := range d.Lib().Board().Records() {
			if n, is := r.(app.OthersNote); is {
				t.Errorf("%s: %+v", when, n)
			}
		}
	}
	gone("opened when its days are over")
	_, err = d.AddMissing(context.Background(), copied)
	apptest.Must(t, err)
	gone("after a copy was brought in")
	if _, err := d.Entry(e.ID); err != nil {
		t.Errorf("the entry: %v", err)
	}
	for d.Undo() == nil {
	}
	gone("after undoing all")
}

// The same of a note that comes with a copy of the journal that never was here: once its
// days are over it doesn't stay.
func TestDesk_notes_that_come_with_a_copy(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	m := begun(t, d, id)
	early := backedUp(t, d)
	apptest.Must(t, d.WriteNote(m, "Theirs."))
	c.Set(c.Now().Add(time.Minute))
	late := backedUp(t, d)
	a := replaced(t, d, early)
	c.Set(c.Now().AddDate(0, 0, 31))
	d = apptest.Open(t, a, app.AsRestored)
	_, err := d.AddMissing(context.Background(), late)
	apptest.Must(t, err)
	for _, r := range d.Lib().Board().Records() {
		if n, is := r.(app.OthersNote); is {
			t.Errorf("it came back: %+v", n)
		}
	}
}

// Nothing that is thrown away before it has words stays in the journal.
func TestDesk_WriteLearning_blank(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	m := begun(t, d, wednesday(t, d))
	apptest.Must(t, d.WriteLearning(m, " "))
	apptest.Must(t, d.WriteNote(m, " "))
	apptest.Must(t, d.WriteLearning(m, "x"))
	apptest.Must(t, d.WriteLearning(m, ""))
	apptest.Must(t, d.WriteNote(m, "x"))
	apptest.Must(t, d.WriteNote(m, ""))
	_, err := d.EndMeeting(m)
	apptest.Must(t, err)
	if all := d.List(app.Filter{}); len(all) != 0 || len(d.Lib().Drafts()) != 0 {
		t.Errorf("%+v", all)
	}
	if s := sit(t, d, m); s.Note.ID != 0 {
		t.Errorf("%+v", s.Note)
	}
	if err := d.WriteLearning(m, "late"); fault.KindOf(err) != fault.Conflict {
		t.Error(err)
	}
}

// A run-sheet of one's own can be added, used, put in the place of another and removed;
// a malformed one is refused with its place and changes nothing.
func TestDesk_own_procedures(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	was := len(d.Procedures())
	own := `{"id":"flash","name":"Ours","about":"","source":"own","as_of":"2026-03-12","phases":[{"name":"Talk","says":"","minutes":20,"who":"circle"}]}`
	_, err := d.AddProcedure([]byte(own))
	apptest.Must(t, err)
	apptest.Must(t, d.UseProcedure(id, "flash"))
	if v := view(t, d, id); v.Uses.Name != "Ours" || len(v.Procedures) != was || !d.OwnProcedure("flash") {
		t.Errorf("%+v", v.Uses)
	}
	_, err = d.AddProcedure([]byte(strings.Replace(own, `"minutes":20`, `"minutes":0`, 1)))
	if said := d.ExplainProcedure(err); !strings.Contains(said, "line 1: phase 1 needs its minutes") {
		t.Errorf("%q (%v)", said, err)
	}
	m := begun(t, d, id)
	apptest.Must(t, d.RemoveProcedure("flash"))
	if v := view(t, d, id); v.Uses.Name != "Flash round" {
		t.Errorf("%+v", v.Uses)
	}
	if s := sit(t, d, m); len(s.Steps) != 4 {
		t.Errorf("%+v", s.Steps)
	}
	if err := d.UseProcedure(id, "nothing"); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if err := d.RemoveProcedure("flash"); fault.KindOf(err) != fault.NotFound {
		t.Error(err)
	}
	if _, err := d.BeginMeeting(app.MeetingStart{Group: id, Procedure: "written"}); err == nil {
		t.Error("a written round was begun as a meeting")
	}
}

// Somebody without a meeting is taken away; somebody with one leaves, and their turns
// pass on.
func TestDesk_members(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	id := wednesday(t, d)
	tomos, err := d.AddMember(app.Member{Group: id, Name: " Tomos  Rees ", Setting: "Housing", Brings: "benefits"})
	apptest.Must(t, err)
	v := view(t, d, id)
	if m := v.Member(tomos); m.Name != "Tomos Rees" || m.Joined != d.Today() {
		t.Errorf("%+v", m)
	}
	swapped := groups.Roles{Presents: tomos, Facilitates: v.Members[1].ID}
	apptest.Must(t, d.SwapTurns(id, swapped))
	if got := view(t, d, id).Turns[0].Roles; got != swapped {
		t.Errorf("%+v", got)
	}
	apptest.Must(t, d.LeaveGroup(tomos))
	if v = view(t, d, id); v.Member(tomos).Left != d.Today() || v.Turns[0].Presents == tomos {
		t.Errorf("%+v", v.Member(tomos))
	}
	joe := v.Members[slices.IndexFunc(v.Members, func(m app.GroupMember) bool { return m.Name == "Joe" })].Member
	joe.Experience, joe.Me = "6 years", true
	apptest.Must(t, d.ChangeMember(joe))
	if m := view(t, d, id).Member(joe.ID); m.Experience != "6 years" || m.Me || d.MemberName(m.Member) != "Joe" || d.MemberName(v.Members[0].Member) != "Me" {
		t.Errorf("%+v", m)
	}
	apptest.Must(t, d.LeaveGroup(joe.ID))
	if m := view(t, d, id).Member(joe.ID); m.ID != 0 {
		t.Errorf("%+v", m)
	}
}

// Where a note was changed in two copies of the journal, the state that gave way goes
// with it when its days are over, and doesn't come back with either.
func TestDesk_notes_that_gave_way(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	m := begun(t, d, wednesday(t, d))
	apptest.Must(t, d.WriteNote(m, "Theirs."))
	base := backedUp(t, d)
	apptest.Must(t, d.WriteNote(m, "Theirs, marker one."))
	c.Set(c.Now().Add(time.Minute))
	one := backedUp(t, d)
	d = apptest.Open(t, replaced(t, d, base), app.AsRestored)
	apptest.Must(t, d.WriteNote(m, "Theirs, marker two."))
	c.Set(c.Now().Add(time.Minute))
	two := backedUp(t, d)
	_, err := d.AddMissing(context.Background(), one)
	apptest.Must(t, err)
	markers := func() (n int) {
		all, err := d.Lib().Content(context.Background())
		apptest.Must(t, err)
		for _, o := range all.Objects {
			if strings.Contains(string(o.Body), "marker") {
				n++
			}
		}
		return n
	}
	if n := markers(); n != 2 {
		t.Fatalf("%d states are kept, want both", n)
	}
	c.Set(c.Now().AddDate(0, 0, 31))
	apptest.Must(t, d.ExpireNotes(context.Background()))
	if n := markers(); n != 0 {
		t.Errorf("%d states are still there", n)
	}
	for _, path := range []string{one, two, base} {
		_, err = d.AddMissing(context.Background(), path)
		apptest.Must(t, err)
		if n := markers(); n != 0 {
			t.Errorf("%d states came back with %s", n, path)
		}
	}
}

// Who presents neither facilitates nor keeps time while somebody else is there for it; a
// meeting is known by its session, and what is written in it by its entry, until it ends;
// it keeps the journal open for as long as it takes.
func TestDesk_meeting_has_hands_free(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	id, err := d.SetUpGroup(app.GroupSetUp{Name: "Five", Members: []app.Member{{Name: "Amara"}, {Name: "Harpreet"}, {Name: "Joe"}, {Name: "Tomos"}}})
	apptest.Must(t, err)
	v, err := d.Group(id)
	apptest.Must(t, err)
	turn := v.Turns[0]
	meeting, err := d.BeginMeeting(app.MeetingStart{Group: id, Presents: []journal.ID{turn.Facilitates, turn.KeepsTime}, Minutes: 75})
	apptest.Must(t, err)
	apptest.Must(t, d.WriteLearning(meeting, "I stay on too."))
	m, err := d.Meeting(meeting)
	apptest.Must(t, err)
	if m.Facilitates == 0 || m.KeepsTime == 0 || m.Facilitates == m.KeepsTime || slices.Contains(m.Presents, m.Facilitates) || slices.Contains(m.Presents, m.KeepsTime) {
		t.Errorf("presents %v, facilitates %v, keeps time %v", m.Presents, m.Facilitates, m.KeepsTime)
	}
	if d.MeetingIn(m.Session) != id || d.MeetingIn(0) != id || d.MeetingIn(meeting) != 0 || !d.WrittenInMeeting(m.Meeting.Learning) || d.WrittenInMeeting(meeting) {
		t.Error("the meeting isn't known")
	}
	if limit := d.IdleLimit(); limit < 75*time.Minute {
		t.Errorf("it locks after %v", limit)
	}
	_, err = d.EndMeeting(meeting)
	apptest.Must(t, err)
	if d.MeetingIn(0) != 0 || d.WrittenInMeeting(m.Meeting.Learning) {
		t.Error("it is over")
	}
}
