package actions

import (
	"slices"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/supervision"
	"aftershift/internal/ui/present"
	"aftershift/internal/ui/uitest"
)

// refusing is a journal on a disk that can be full.
type refusing struct {
	*app.Desk
	full bool
}

func (r *refusing) SaveAction(a supervision.Action) (journal.ID, error) {
	if r.full {
		return 0, fault.New(fault.DiskFull, "write")
	}
	return r.Desk.SaveAction(a)
}

// bench is a presenter on a real journal, without a window.
type bench struct {
	uitest.Queue
	*presenter
	desk *refusing
	told []string
	errs []error
}

func newBench(t *testing.T) *bench {
	_, d := apptest.Make(t, func() time.Time { return time.Date(2026, 11, 22, 18, 30, 0, 0, time.UTC) })
	b := &bench{Queue: uitest.NewQueue(), desk: &refusing{Desk: d}}
	b.presenter = newPresenter(b.desk, b.Queue.Do, present.Voice[State]{
		Show: func(State) {}, Said: func(key string) { b.told = append(b.told, key) },
		Failed: func(err error) { b.errs = append(b.errs, err) },
	})
	d.Subscribe(func(app.Event) { b.Queue.Do(b.Refresh) })
	return b
}

func (b *bench) settle() { b.Queue.Settle(b.desk, b.Busy) }

// only gives the name of the one group, and its one action.
func (b *bench) only(t *testing.T) (string, app.Deed) {
	t.Helper()
	if len(b.State.Groups) != 1 || len(b.State.Groups[0].Deeds) != 1 {
		t.Fatalf("groups %+v", b.State.Groups)
	}
	return b.State.Groups[0].Name, b.State.Groups[0].Deeds[0]
}

func TestPresenter_an_action_goes_its_way(t *testing.T) {
	b := newBench(t)
	b.Save(supervision.Action{Text: "Ring the school", Owner: supervision.Me, Due: "2026-11-20"})
	b.settle()
	name, deed := b.only(t)
	if name != "overdue" {
		t.Fatalf("stands under %q", name)
	}
	for _, step := range []struct {
		do   func()
		name string
	}{
		{func() { b.SetDone(deed.ID, true) }, "done"},
		{func() { b.Worked(deed.ID, supervision.ItWorked) }, "done"},
		{func() { b.SetDone(deed.ID, false) }, "overdue"},
		{func() { b.GiveUp(deed.ID, "Nobody waits for it") }, "dropped"},
	} {
		step.do()
		b.settle()
		if name, _ := b.only(t); name != step.name {
			t.Errorf("stands under %q, want %q", name, step.name)
		}
	}
	want := []string{"actions.said.added", "actions.said.done", "actions.said.noted", "actions.said.reopened", "actions.said.dropped"}
	if !slices.Equal(b.told, want) || len(b.errs) > 0 {
		t.Errorf("said %v, failed %v", b.told, b.errs)
	}
}

func TestPresenter_what_fails_is_told_and_read_again(t *testing.T) {
	b := newBench(t)
	b.Save(supervision.Action{Text: "Ring the school", Owner: supervision.Me})
	b.settle()
	_, deed := b.only(t)
	b.desk.full = true
	changed := deed.Action
	changed.Text = "Write to the school"
	b.State.Groups = nil // as a page that shows what was typed
	b.Save(changed)
	b.settle()
	if len(b.errs) != 1 || fault.KindOf(b.errs[0]) != fault.DiskFull || len(b.told) != 1 {
		t.Errorf("failed %v, said %v", b.errs, b.told)
	}
	if _, now := b.only(t); now.Text != "Ring the school" {
		t.Errorf("shows %q", now.Text)
	}
}
