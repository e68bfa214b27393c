package people

import (
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/uitest"
)

// refusing is a journal on a disk that can be full.
type refusing struct {
	*app.Desk
	full bool
}

func (r *refusing) SavePerson(p app.Person) (app.Person, error) {
	if r.full {
		return p, fault.New(fault.DiskFull, "write")
	}
	return r.Desk.SavePerson(p)
}

// bench is a presenter on a real journal, without a window.
type bench struct {
	uitest.Queue
	*presenter
	desk *refusing
	told []string // what was said, and what stands against it
	errs []error
}

func newBench(t *testing.T) *bench {
	_, d := apptest.Make(t, func() time.Time { return time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC) })
	b := &bench{Queue: uitest.NewQueue(), desk: &refusing{Desk: d}}
	tell := func(key, name string) { b.told = append(b.told, key+" "+name) }
	b.presenter = newPresenter(b.desk, b.Queue.Do, voice{
		show: func(State) {}, said: tell, refused: tell, failed: func(err error) { b.errs = append(b.errs, err) },
	})
	d.Subscribe(func(app.Event) { b.Queue.Do(b.Refresh) })
	return b
}

func (b *bench) settle() { b.Queue.Settle(b.desk, b.busy) }

func TestPresenter_a_person_comes_is_changed_and_goes(t *testing.T) {
	b := newBench(t)
	b.Save(person("parent", "", "Leanne Mottram"))
	b.settle()
	if len(b.state.People) != 1 || b.state.People[0].Role != "parent" {
		t.Fatalf("people %+v", b.state.People)
	}
	who := b.state.People[0]
	who.Role = "grandparent"
	b.Save(who)
	b.settle()
	if b.state.People[0].Role != "grandparent" {
		t.Errorf("role %q", b.state.People[0].Role)
	}
	b.Remove(who.ID)
	b.settle()
	if len(b.state.People) != 0 || len(b.errs) > 0 {
		t.Errorf("people %+v, failed %v", b.state.People, b.errs)
	}
	want := []string{"people.done.added Leanne Mottram", "people.done.changed Leanne Mottram", "people.done.removed Leanne Mottram"}
	if !slices.Equal(b.told, want) {
		t.Errorf("said %q", b.told)
	}
}

func TestPresenter_somebody_with_a_planned_session_is_not_put_away(t *testing.T) {
	b := newBench(t)
	b.SaveSupport(supervision.Relationship{Name: "Ruth Adeyemi", Kind: supervision.ClinicalSupervisor}, func(journal.ID) {})
	b.settle()
	ruth := b.state.Support[0].Relationship
	session, err := b.desk.PlanSession(app.Plan{Start: b.desk.Now().AddDate(0, 0, 4), Minutes: 60, Name: ruth.Name})
	apptest.Must(t, err)
	b.PutAway(ruth, true)
	b.settle()
	apptest.Must(t, b.desk.CancelSession(session, "Illness"))
	b.PutAway(ruth, true)
	b.settle()
	b.PutAway(ruth, false)
	b.settle()
	want := []string{
		"people.done.added Ruth Adeyemi", "people.wrong.planned Ruth Adeyemi",
		"people.done.put_away Ruth Adeyemi", "people.done.taken_back Ruth Adeyemi",
	}
	if !slices.Equal(b.told, want) || len(b.errs) > 0 {
		t.Errorf("said %q, failed %v", b.told, b.errs)
	}
}

func TestPresenter_what_fails_is_told(t *testing.T) {
	b := newBench(t)
	b.desk.full = true
	b.Save(person("parent", "", "Leanne Mottram"))
	b.settle()
	if len(b.errs) != 1 || fault.KindOf(b.errs[0]) != fault.DiskFull || len(b.told) != 0 {
		t.Errorf("failed %v, said %q", b.errs, b.told)
	}
}

// busy reports whether anything is being read.
func (p *presenter) busy() bool {
	return p.reading.Busy() || p.counting.Busy() || p.shown.Busy() || p.looked != nil
}
