package library

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/vault"
)

// side is one of two computers with a copy of one journal each.
type side struct {
	l    *Library
	at   time.Time
	name string
}

func (s *side) now() time.Time { return s.at }

// person is a thing of a list of which there is one.
type person struct {
	ID    journal.ID `json:"id"`
	Forms []string   `json:"forms"`
}

// sides makes the two computers, whose vaults stay open from one try to the next.
func sides(t *testing.T) (fresh func(*rapid.T) (a, b *side)) {
	one, two := &side{name: "one"}, &side{name: "two"}
	vaults := map[*side]*vault.Vault{}
	for _, s := range []*side{one, two} {
		o := cheap
		o.Now = s.now
		v, _, err := vault.Create(filepath.Join(t.TempDir(), s.name), pass, o)
		must(t, err)
		t.Cleanup(func() { _ = v.Close() })
		vaults[s] = v
	}
	return func(t *rapid.T) (*side, *side) {
		for s, v := range vaults {
			check(t, v.Update(func(tx *vault.Tx) error {
				for table := vault.Overview; table <= vault.Object; table++ {
					for _, id := range v.IDs(table) {
						check(t, tx.Delete(table, id))
					}
				}
				return nil
			}))
			var err error
			s.at = day
			s.l, err = open(ctx, v, []supervision.Kind{supervision.KindOf[toy]()}, Kind{Name: "people", New: func() any { return new([]person) }, Join: joinPeople})
			check(t, err)
		}
		return one, two
	}
}

func check(t *rapid.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// joined is what the model knows: every text that was saved and what was purged.
type joined struct {
	texts  map[journal.ID][]string
	purged map[journal.ID]bool
	next   journal.ID
}

func (m *joined) newID() journal.ID {
	m.next++
	return m.next
}

// edit makes one edit that a person could make.
func (s *side) edit(t *rapid.T, m *joined) {
	s.at = s.at.Add(time.Duration(rapid.IntRange(-2, 40).Draw(t, "minutes")) * time.Minute)
	ids := slices.Sorted(maps.Keys(s.l.overviews))
	pick := func() journal.ID { return rapid.SampledFrom(ids).Draw(t, "entry") }
	switch what := rapid.IntRange(0, 13).Draw(t, "what"); {
	case what < 2 || len(ids) == 0:
		id := m.newID()
		e := journal.New(id, journal.QuickNote, s.at)
		s.save(t, m, e, true)
	case what < 5:
		e, err := s.l.Entry(pick())
		check(t, err)
		s.save(t, m, e, true)
	case what == 5:
		e, err := s.l.Entry(pick())
		check(t, err)
		e.Updated, e.Flag = s.at, rapid.SampledFrom([]journal.Flag{journal.NoFlag, journal.Next, journal.Urgent}).Draw(t, "flag")
		_, err = s.l.SaveEntry(e, false, nil)
		check(t, err)
	case what == 6 && rapid.Bool().Draw(t, "really"):
		id := pick()
		_, err := s.l.Purge(ctx, id)
		check(t, err)
		m.purged[id] = true
	case what == 7:
		var all []person
		_ = s.l.Load("people", &all)
		if len(all) > 0 && rapid.Bool().Draw(t, "drop") {
			all = all[1:]
		} else {
			id := m.newID()
			all = append(all, person{id, []string{fmt.Sprint("Wren ", id)}})
		}
		check(t, s.l.Save("people", all))
	default:
		s.supervise(t, m)
	}
}

func (s *side) save(t *rapid.T, m *joined, e journal.Entry, revise bool) {
	e.Updated, e.Revision = s.at, e.Revision+1
	e.Sections[0].Text = fmt.Sprint(s.name, " wrote of ", e.ID, " ", rapid.IntRange(0, 99).Draw(t, "text"), " at ", s.at.Format(time.RFC3339Nano), " rev ", e.Revision)
	_, err := s.l.SaveEntry(e, revise, nil)
	check(t, err)
	m.texts[e.ID] = append(m.texts[e.ID], e.Sections[0].Text)
}

// supervise makes one change to the board; one that the board refuses is none.
func (s *side) supervise(t *rapid.T, m *joined) {
	id := m.newID()
	b := s.l.Board()
	var op supervision.Op
	items, held := b.Items(nil), b.Sessions(nil)
	session := func() supervision.Session { return rapid.SampledFrom(held).Draw(t, "session") }
	item := func() supervision.AgendaItem { return rapid.SampledFrom(items).Draw(t, "item") }
	switch what := rapid.IntRange(0, 14).Draw(t, "op"); {
	case what == 0 || len(items) == 0:
		op = supervision.AddItem(supervision.AgendaItem{ID: id, Title: fmt.Sprint(s.name, " item ", id), Words: "Words."})
	case what == 1 || len(held) == 0:
		op = supervision.PlanSession(supervision.Session{ID: id, Kind: supervision.AdHoc, Start: s.at.Add(time.Hour), Minutes: 60})
	case what == 2:
		op = supervision.AddRelationship(supervision.Relationship{ID: id, Name: fmt.Sprint("Ruth ", id), Kind: supervision.RelationshipKinds()[0]})
	case what == 3:
		op = supervision.AddAction(supervision.Action{ID: id, Text: "Ring.", Owner: supervision.Me, Item: item().ID})
	case what == 4:
		it := item()
		it.Words = fmt.Sprint("As ", s.name, " put it at ", s.at.Format(time.RFC3339Nano))
		op = supervision.EditItem(it)
	case what < 8:
		op = supervision.PutOnAgenda(session().ID, item().ID)
	case what == 8:
		op = supervision.OpenSession(session().ID, s.at)
	case what == 9:
		op = supervision.Discuss(item().ID, supervision.Outcome{Kind: supervision.Decision, Text: "Agreed."})
	case what == 10:
		op = supervision.CloseSession(session().ID, s.at.Add(time.Hour))
	case what == 11:
		op = supervision.CancelSession(session().ID, "Ill.")
	case what == 12:
		op = supervision.Withdraw(item().ID)
	case what == 13:
		op = supervision.TakeOff(item().ID)
	default:
		c, err := s.l.Change(supervision.AddItem(supervision.AgendaItem{ID: id, Title: "Undone"}))
		check(t, err)
		for range rapid.IntRange(1, 2).Draw(t, "undo, and perhaps redo") {
			c = c.Inverse()
			_, err = s.l.Change(c.Op())
			check(t, err)
		}
		return
	}
	_, _ = s.l.Change(op) // most are refused for some state
}

// bring brings what other holds to s.
func (s *side) bring(t *rapid.T, other *side) {
	there, err := other.l.Content(ctx)
	check(t, err)
	_, err = s.l.Bring(ctx, there)
	check(t, err)
}

// Two computers that share a journal by a stick come together: whatever is edited on
// the two, once each has been brought to the other they hold the same, no text that
// was ever saved is lost, what was purged stays away, and what is open shows what
// the file holds.
func TestBring_two_copies_come_together(t *testing.T) {
	fresh := sides(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := fresh(t)
		m := &joined{texts: map[journal.ID][]string{}, purged: map[journal.ID]bool{}}
		for range rapid.IntRange(1, 4).Draw(t, "meetings") {
			for range rapid.IntRange(0, 12).Draw(t, "edits") {
				rapid.SampledFrom([]*side{a, b}).Draw(t, "where").edit(t, m)
			}
			if rapid.Bool().Draw(t, "one way") {
				b.bring(t, a)
				continue
			}
			a.bring(t, b)
			b.bring(t, a)
			a.wantSame(t, b, m)
		}
		b.bring(t, a)
		a.bring(t, b)
		a.wantSame(t, b, m)
	})
}

func (s *side) wantSame(t *rapid.T, other *side, m *joined) {
	mine, theirs := s.told(t), other.told(t)
	for name, is := range mine {
		if theirs[name] != is {
			t.Fatalf("%s differs:\n%s\n%s", name, is, theirs[name])
		}
	}
	if len(mine) != len(theirs) {
		t.Fatalf("%d here, %d there", len(mine), len(theirs))
	}
	if odd := s.l.Board().Odd(); len(odd) > 0 {
		t.Fatalf("don't go together: %v", odd)
	}
	all := strings.Join(slices.Collect(maps.Values(mine)), "\n")
	for id, texts := range m.texts {
		for _, text := range texts {
			if strings.Contains(all, text) == m.purged[id] {
				t.Fatalf("purged: %v, and yet %q", m.purged[id], text)
			}
		}
	}
	if none, err := s.l.WouldBring(ctx, Content{}); err != nil || !none.None() {
		t.Fatalf("nothing brings %+v", none)
	}
}

// told gives everything that the open library and its file hold, by name.
func (s *side) told(t *rapid.T) map[string]string {
	c, err := s.l.Content(ctx)
	check(t, err)
	all := map[string]string{"gone": fmt.Sprint(c.Gone), "listed": fmt.Sprint(len(s.l.overviews), len(s.l.order))}
	for _, r := range c.Entries {
		var texts []string
		for _, v := range r.Earlier {
			texts = append(texts, string(v.texts()))
		}
		all[r.id().String()] = string(r.Head) + string(r.texts()) + strings.Join(texts, "|")
		listed, err := encode(s.l.overviews[r.id()])
		check(t, err)
		e, err := r.Entry()
		check(t, err)
		if now, _ := encode(e.Overview()); string(now) != string(listed) {
			t.Fatalf("lists show %s\nfor %s", listed, now)
		}
	}
	for _, o := range c.Objects {
		name := o.Kind + o.ID.String()
		if o.Kind == "people" {
			name = o.Kind
		}
		all[name] = o.At.UTC().String() + string(o.Body)
	}
	for _, r := range s.l.Board().Records() {
		raw, err := encode(r)
		check(t, err)
		all["board "+r.Key().ID.String()] = string(raw)
	}
	return all
}
