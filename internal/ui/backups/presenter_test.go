package backups

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// fakeJournal does what the test says, and writes down what was asked of it.
type fakeJournal struct {
	asked   []string
	fails   error
	closes  bool
	missing int
	during  func(*atomic.Int64)
	checkup app.Checkup
	found   app.Findings
	back    int
}

func (j *fakeJournal) ask(what string, progress *atomic.Int64) error {
	j.asked = append(j.asked, what)
	if j.during != nil && progress != nil {
		j.during(progress)
	}
	return j.fails
}

func (j *fakeJournal) Backups() ([]app.Backup, error) { return []app.Backup{{Path: "b"}}, nil }
func (j *fakeJournal) Records() int                   { return 4 }
func (j *fakeJournal) Checkup() app.Checkup           { return j.checkup }
func (j *fakeJournal) BackupTrouble() error           { return nil }
func (j *fakeJournal) Unkept() bool                   { return true }
func (j *fakeJournal) AwayDue() bool                  { return true }
func (j *fakeJournal) Settings() app.Settings         { return app.Settings{} }

func (j *fakeJournal) Findings() app.Findings { return j.found }
func (j *fakeJournal) SeeLosses() error {
	j.found.Losses = nil
	return j.ask("see losses", nil)
}

func (j *fakeJournal) Recover(context.Context) (int, error) {
	return j.back, j.ask("recover", nil)
}

func (j *fakeJournal) BackUp(_ context.Context, n *atomic.Int64) (app.Backup, error) {
	return app.Backup{}, j.ask("back up", n)
}

func (j *fakeJournal) CopyAway(_ context.Context, to string, n *atomic.Int64) (app.Backup, error) {
	return app.Backup{Path: to + "/copy"}, j.ask("copy", n)
}

func (j *fakeJournal) VerifyNow(_ context.Context, n *atomic.Int64) (app.Checkup, error) {
	return j.checkup, j.ask("verify", n)
}

func (j *fakeJournal) PreviewBackup(_ context.Context, path string, n *atomic.Int64) (app.Preview, error) {
	return app.Preview{Entries: 3}, j.ask("try "+path, n)
}

func (j *fakeJournal) AddMissing(_ context.Context, path string) (app.Brought, error) {
	return app.Brought{Records: j.missing}, j.ask("add "+path, nil)
}

func (j *fakeJournal) ReplaceBy(_ context.Context, path string, n *atomic.Int64) (string, bool, error) {
	return "aside", j.closes, j.ask("replace "+path, n)
}

func (j *fakeJournal) ExportAll(_ context.Context, w app.Whole, n *atomic.Int64) (string, error) {
	return w.Folder + "/whole", j.ask(strings.TrimSpace("export with "+w.Passphrase+" "+w.Lock), n)
}

func (j *fakeJournal) PreviewAll(_ context.Context, at app.WholeAt, n *atomic.Int64) (app.Brought, error) {
	return app.Brought{Records: 2}, j.ask(strings.TrimSpace("look into "+at.Path+" "+at.Passphrase), n)
}

func (j *fakeJournal) AddAll(_ context.Context, at app.WholeAt, n *atomic.Int64) (app.Brought, error) {
	return app.Brought{Records: 2}, j.ask(strings.TrimSpace("bring in "+at.Path+" "+at.Passphrase), n)
}

func (j *fakeJournal) LookInto(_ context.Context, path string, n *atomic.Int64) (*app.Incoming, error) {
	return &app.Incoming{}, j.ask("look into notes "+path, n)
}

func (j *fakeJournal) PeopleIn(context.Context, *app.Incoming) ([]app.FoundPerson, error) {
	return nil, nil
}

func (j *fakeJournal) TakeIn(_ context.Context, _ *app.Incoming, _ app.Taking, n *atomic.Int64) (int, error) {
	return 3, j.ask("take in", n)
}

func (j *fakeJournal) Today() app.Day { return "2026-03-12" }

func (j *fakeJournal) Rotate(_ context.Context, secret string, n *atomic.Int64) ([]string, error) {
	return []string{"new"}, j.ask("rekey "+secret, n)
}

// scene is a presenter whose background work waits until it is pumped.
type scene struct {
	*presenter
	journal  *fakeJournal
	queue    []func()
	ticks    []func()
	shares   []float64
	heard    []string
	failures []error
}

func newScene() *scene {
	s := &scene{journal: &fakeJournal{}}
	push := func(fn func()) { s.queue = append(s.queue, fn) }
	s.presenter = &presenter{
		journal: s.journal, background: push, do: push,
		after: func(_ time.Duration, fn func()) func() { s.ticks = append(s.ticks, fn); return func() {} },
		voice: voice{
			show:   func(st State) { s.shares = append(s.shares, st.Share) },
			added:  func(b app.Brought) { s.heard = append(s.heard, "added") },
			said:   func(w Work, where string) { s.heard = append(s.heard, "said "+where) },
			failed: func(err error) { s.failures = append(s.failures, err) },
			tried:  func(path string, p app.Preview) { s.heard = append(s.heard, "tried "+path) },
			looked: func(at app.WholeAt, b app.Brought) { s.heard = append(s.heard, "looked into "+at.Path) },
			incoming: func(in *app.Incoming, _ []app.FoundPerson, today app.Day) {
				s.heard = append(s.heard, "incoming "+string(today))
			},
			taken:    func(n int) { s.heard = append(s.heard, "taken") },
			replaced: func() { s.heard = append(s.heard, "replaced") },
		},
	}
	return s
}

func (s *scene) pump() {
	for len(s.queue) > 0 {
		fn := s.queue[0]
		s.queue = s.queue[1:]
		fn()
	}
}

func TestPresenter_works_one_at_a_time(t *testing.T) {
	s := newScene()
	s.BackUp()
	s.Verify() // not now
	if s.state.Work != BackingUp {
		t.Fatalf("work %v", s.state.Work)
	}
	s.pump()
	s.CopyTo("stick")
	s.pump()
	s.Try("b")
	s.pump()
	s.Add("b")
	s.pump()
	if want := []string{"back up", "copy", "try b", "add b"}; !slices.Equal(s.journal.asked, want) {
		t.Errorf("asked %q", s.journal.asked)
	}
	if want := []string{"said ", "said stick/copy", "tried b", "added"}; !slices.Equal(s.heard, want) {
		t.Errorf("heard %q", s.heard)
	}
	if s.state.Work != Idle || len(s.state.Backups) != 1 || !s.state.AwayDue {
		t.Errorf("state %+v", s.state)
	}
}

func TestPresenter_shows_progress(t *testing.T) {
	s := newScene()
	s.journal.during = func(n *atomic.Int64) {
		n.Add(3)
		s.ticks[0]()
	}
	s.Verify()
	s.pump()
	if !slices.Contains(s.shares, 0.75) || s.shares[len(s.shares)-1] != 0 {
		t.Errorf("shares %v", s.shares)
	}
	for _, tick := range s.ticks {
		tick() // after the end nothing moves
	}
	if s.state.Work != Idle {
		t.Error("work goes on")
	}
}

func TestPresenter_Replace_leaves_only_when_closed(t *testing.T) {
	for _, c := range []struct {
		name   string
		fails  error
		closes bool
		want   []string
		failed int
	}{
		{"done", nil, true, []string{"replaced"}, 0},
		{"refused", fault.New(fault.Damaged, "restore"), false, nil, 1},
		{"closed and failed", fault.New(fault.DiskFull, "restore"), true, []string{"replaced"}, 1},
	} {
		s := newScene()
		s.journal.fails, s.journal.closes = c.fails, c.closes
		s.Replace("b")
		s.pump()
		if !slices.Equal(s.heard, c.want) || len(s.failures) != c.failed {
			t.Errorf("%s: heard %q, failures %v", c.name, s.heard, s.failures)
		}
	}
}

func TestPresenter_Verify_shows_damage_on_the_page(t *testing.T) {
	s := newScene()
	s.journal.fails = fault.New(fault.Damaged, "verify")
	s.Verify()
	s.pump()
	s.journal.fails = fault.New(fault.Locked, "verify")
	s.Verify()
	s.pump()
	if len(s.failures) != 1 || fault.KindOf(s.failures[0]) != fault.Locked {
		t.Errorf("failures %v", s.failures)
	}
}

func TestPresenter_Cancel_ends_the_context(t *testing.T) {
	s := newScene()
	s.Cancel() // nothing is under way
	var ended error
	s.start(Trying, func(ctx context.Context, _ *atomic.Int64) error {
		s.Cancel()
		ended = ctx.Err()
		return fault.As(fault.Cancelled, "try", ended)
	}, func() { t.Error("done although it was cancelled") })
	s.pump()
	if ended == nil {
		t.Error("the context goes on")
	}
}

// The whole journal goes out and comes in as work like any other, one at a time.
func TestPresenter_whole_journal_out_and_in(t *testing.T) {
	s := newScene()
	s.Export(app.Whole{Passphrase: "secret", Folder: "stick"})
	if s.state.Work != Exporting {
		t.Fatalf("work %v", s.state.Work)
	}
	s.pump()
	s.Look(app.WholeAt{Path: "stick/whole", Passphrase: "lock"})
	s.pump()
	s.BringIn(app.WholeAt{Path: "stick/whole", Passphrase: "lock"})
	s.pump()
	s.LookInto("notes")
	s.pump()
	s.TakeIn(&app.Incoming{}, app.Taking{})
	s.pump()
	if want := []string{"export with secret", "look into stick/whole lock", "bring in stick/whole lock", "look into notes notes", "take in"}; !slices.Equal(s.journal.asked, want) {
		t.Errorf("asked %v", s.journal.asked)
	}
	if want := []string{"said stick/whole", "looked into stick/whole", "added", "incoming 2026-03-12", "taken"}; !slices.Equal(s.heard, want) {
		t.Errorf("heard %v", s.heard)
	}
}

// A passphrase that doesn't open a locked export is told as such, not as a backup of
// another journal.
func TestPresenter_Look_with_another_passphrase(t *testing.T) {
	s := newScene()
	s.journal.fails = fault.New(fault.CannotUnlock, "open locked export")
	s.Look(app.WholeAt{Path: "stick/whole", Passphrase: "another"})
	s.pump()
	if want := []string{"said "}; !slices.Equal(s.heard, want) {
		t.Errorf("heard %v", s.heard)
	}
}
