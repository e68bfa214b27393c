package supervision

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// three are relationships that go on side by side, two of them of one kind.
var three = []Relationship{
	{ID: 1, Name: "Ruth", Kind: ClinicalSupervisor, CadenceDays: 14, UsualMinutes: 60},
	{ID: 2, Name: "Tuesday group", Kind: PeerGroup, CadenceDays: 28, UsualMinutes: 90},
	{ID: 3, Name: "Friday group", Kind: PeerGroup, CadenceDays: 28, UsualMinutes: 45},
}

// With three relationships, whatever is asked for one tells of nothing that was
// said, agreed, carried over or kept with another, unless that one is archived
// and left it; and of another's past sessions never.
func TestBoard_tells_of_no_other_relationship(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, whose := busy(t)
		heir := putAway(t, b)
		for _, r := range three {
			for what, records := range told(t, b, r.ID) {
				for _, id := range records {
					past := has[Session](b, id)
					if of := whose[id]; of != 0 && of != r.ID && (past && what != "suggested" && what != "to record" || heir[of] != r.ID) {
						t.Fatalf("%s with %s tells of record %d, which is of relationship %d", what, r.Name, id, of)
					}
				}
			}
		}
	})
}

// putAway archives some of the three, and gives who is left to come after each.
func putAway(t *rapid.T, b *Board) map[ID]ID {
	for _, r := range three {
		if rapid.Bool().Draw(t, r.Name+" is archived") {
			b.Do(Archive(r.ID)) // refused while a session is planned
		}
	}
	heir := map[ID]ID{}
	for gone, next := range map[ID]ID{2: 3, 3: 2} {
		if at[Relationship](b, gone).Archived && !at[Relationship](b, next).Archived {
			heir[gone] = next
		}
	}
	return heir
}

// What an archived relationship left undone is lost for nobody: it is told of to
// exactly one who isn't archived, as long as there is one of the same kind.
func TestBoard_what_an_archived_relationship_left_waits_for_one(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, whose := busy(t)
		heir := putAway(t, b)
		for _, it := range b.Items(func(it AgendaItem) bool { return it.State == Waiting && it.Carried > 0 || it.State == Parked }) {
			from := whose[it.ID]
			for _, r := range three {
				if r.ID == from || at[Relationship](b, r.ID).Archived {
					continue
				}
				shown := slices.Contains(slices.Concat(ids(b.Basket(r.ID, nil)), ids(b.Kept(r.ID))), it.ID)
				if want := heir[from] == r.ID; shown != want {
					t.Fatalf("item %d of relationship %d shows with %s: %v, want %v", it.ID, from, r.Name, shown, want)
				}
			}
		}
	})
}

// busy gives a board on which a few sessions with each of three were held, and
// whose each session, carried or kept item and action is; others are nobody's.
func busy(t *rapid.T) (*Board, map[ID]ID) {
	b, whose, next := NewBoard(), map[ID]ID{}, ID(10)
	must := func(_ Change, err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	fresh := func() ID { next++; return next }
	for _, r := range three {
		must(b.Do(AddRelationship(r)))
	}
	for n := range rapid.IntRange(3, 12).Draw(t, "sessions") {
		with := ID(rapid.IntRange(1, 3).Draw(t, "with"))
		session := fresh()
		whose[session] = with
		must(b.Do(PlanSession(Session{ID: session, With: with, Start: day(7 * n)})))
		for range rapid.IntRange(0, 3).Draw(t, "items") {
			item := fresh()
			whose[item] = with
			must(b.Do(AddItem(AgendaItem{ID: item, Title: "T", Words: "W", Created: "2026-03-01", Entries: []ID{1000 + item}})))
			must(b.Do(PutOnAgenda(session, item)))
		}
		switch rapid.SampledFrom([]string{"held", "held", "held", "planned", "called off"}).Draw(t, "then") {
		case "planned":
			continue
		case "called off":
			must(b.Do(CancelSession(session, "Illness")))
			continue
		}
		must(b.Do(OpenSession(session, day(7*n-rapid.IntRange(0, 5).Draw(t, "earlier")))))
		for _, item := range at[Session](b, session).Agenda {
			switch rapid.SampledFrom([]string{"talked", "left", "kept"}).Draw(t, "item") {
			case "talked":
				must(b.Do(Discuss(item, Outcome{Kind: Decision, CaseRecord: CaseRecord{Belongs: true}})))
				action := fresh()
				whose[action] = with
				must(b.Do(AddAction(Action{ID: action, Text: "A", Owner: rapid.SampledFrom([]Owner{Me, Supervisor}).Draw(t, "owner"), Item: item, Session: session})))
			case "kept":
				must(b.Do(Park(item, Lot{With: with})))
			}
		}
		must(b.Do(CloseSession(session, at[Session](b, session).Opened.Add(3600e9))))
	}
	return b, whose
}

// told asks everything that can be asked for one relationship, and gives the
// records that the answers name.
func told(t *rapid.T, b *Board, with ID) map[string][]ID {
	all := map[string][]ID{}
	facts := []EntryFact{}
	for it := range each[AgendaItem](b) {
		facts = append(facts, EntryFact{ID: it.Entries[0], Date: "2026-03-01", Flagged: true})
	}
	all["basket"] = ids(b.Basket(with, nil))
	all["carried over"] = ids(b.CarriedOver(with, 1))
	all["kept"] = ids(b.ParkedFor(Lot{With: with}))
	all["kept for this or for elsewhere"] = ids(b.Kept(with))
	for _, s := range b.Suggest(with, facts, "2026-12-01") {
		all["suggested"] = append(all["suggested"], s.Item, s.Session)
	}
	c, err := b.Cadence(with, "2026-01-01", "2026-12-01")
	if err != nil {
		t.Fatal(err)
	}
	all["cadence"] = append(all["cadence"], c.Next)
	for _, s := range c.Cancelled {
		all["cadence"] = append(all["cadence"], s.ID)
	}
	for _, s := range b.Past(with) {
		all["past"] = append(all["past"], s.ID)
	}
	for s := range each[Session](b) {
		if s.With != with {
			continue
		}
		last, err := b.LastTime(s.ID)
		if err != nil {
			t.Fatal(err)
		}
		all["last time"] = append(all["last time"], last.Session)
		all["last time"] = append(all["last time"], actionIDs(last.Mine)...)
		all["last time"] = append(all["last time"], actionIDs(last.Promised)...)
		all["last time"] = append(all["last time"], actionIDs(last.Done)...)
		all["last time"] = append(all["last time"], ids(last.Brought)...)
		all["last time"] = append(all["last time"], ids(last.Left)...)
		for _, u := range last.ToRecord {
			all["to record"] = append(all["to record"], u.Item, u.Session)
		}
	}
	return all
}

// A session goes by when it was held, not by when it had been arranged.
func TestSession_When_is_the_real_start(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(OpenSession(later, day(3)))) // arranged for day 28
	if got := s.session(later).When(); !got.Equal(day(3)) {
		t.Errorf("open: %v", got)
	}
	s.must(s.Do(CloseSession(later, day(3).Add(3600e9))))
	c, err := s.Cadence(ruth, "2026-03-01", "2026-03-06")
	if err != nil || c.LastHeld != "2026-03-05" || c.Held != 1 || c.HeldMinutes != 60 || c.Due != "2026-03-19" {
		t.Errorf("cadence %+v %v", c, err)
	}
	s.must(s.Do(AddAction(Action{ID: 31, Text: "Read", Owner: Me, Session: later})))
	s.must(s.Do(DoneAction(31, "2026-03-10", "")))
	last, _ := s.LastTime(soon) // day 14: after the one that was held early
	if last.Session != later {
		t.Errorf("last time was %v", last.Session)
	}
	same(t, "done since", actionIDs(last.Done), 31)
	if all := s.Sessions(nil); all[0].ID != soon || all[1].ID != later || all[2].ID != past {
		t.Errorf("order %v %v %v", all[0].ID, all[1].ID, all[2].ID)
	}
}

// An item left in a session held early goes to the next one after that.
func TestBoard_NextTime_follows_the_real_start(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(PutOnAgenda(later, fear)))
	s.must(s.Do(OpenSession(later, day(3))))
	s.must(s.Do(NextTime(fear)))
	s.stands(fear, OnAgenda, soon, later)
}

// What is ticked off while one talks stays where it was, ticked.
func TestBoard_LastTime_keeps_what_is_done_in_the_talk(t *testing.T) {
	s := heldOnce(t)
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(DoneAction(31, "2026-03-16", "")))
	s.must(s.Do(DoneAction(32, "2026-03-16", "")))
	s.must(s.Do(DoneAction(33, "2026-03-10", "")))
	last, err := s.LastTime(soon)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "mine", actionIDs(last.Mine), 31)
	same(t, "promised", actionIDs(last.Promised), 32)
	same(t, "done before", actionIDs(last.Done), 33)
}

func TestBoard_standing_items_owe_no_kind(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddStanding(soon, AgendaItem{ID: 40, Title: "Leave", Standing: StandingLeave})))
	s.must(s.Do(OpenSession(soon, day(14))))
	s.must(s.Do(Discuss(40, Outcome{})))
	same(t, "owed", s.Unsettled(soon))
	s.closes(soon)
	s.stands(40, Discussed, soon)
}

func TestBoard_Cadence_nothing_is_owed_before_the_first_interval(t *testing.T) {
	s := newScene(t)
	s.must(s.Do(AddRelationship(Relationship{ID: 3, Name: "Vera", Kind: ExternalSupervisor, CadenceDays: 14, UsualMinutes: 45, Since: "2026-03-20"})))
	for today, want := range map[Date]int{"2026-03-20": 0, "2026-04-01": 0, "2026-04-02": 45, "2026-04-16": 90} {
		c, err := s.Cadence(3, "2025-10-01", today)
		if err != nil || c.AgreedMinutes != want {
			t.Errorf("%s: %d of %d, %v", today, c.HeldMinutes, c.AgreedMinutes, err)
		}
	}
	// One that was added late is agreed from the first session on.
	s.must(s.Do(HoldAdHoc(Session{ID: 50, With: 3, Start: day(0)})))
	if c, _ := s.Cadence(3, "2025-10-01", "2026-03-20"); c.AgreedMinutes != 45 {
		t.Errorf("with an earlier session: %d", c.AgreedMinutes)
	}
	// Since isn't changed by editing, and a later edit keeps it.
	s.must(s.Do(EditRelationship(Relationship{ID: 3, Name: "Vera B", Kind: ExternalSupervisor})))
	if r, _ := s.Relationship(3); r.Since != "2026-03-20" {
		t.Errorf("since %q", r.Since)
	}
}
