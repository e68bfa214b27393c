package unlock

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/uitest"
	"aftershift/internal/vault"
)

// fakeOpener opens with every secret, or fails as told.
type fakeOpener struct {
	fails    error         // opening
	costs    *app.Cost     // of whatever derives a key
	broken   error         // verifying
	mendless error         // restoring and salvaging
	found    app.Condition // by verifying
	did      []string
}

func (f *fakeOpener) note(what string, k app.Key) {
	secret := "passphrase " + k.Passphrase
	if k.Passphrase == "" {
		secret = "words " + k.Words
	}
	if k.Costly {
		secret += " at any cost"
	}
	f.did = append(f.did, what+" "+secret)
}

// cost refuses what is costly, as app.App does.
func (f *fakeOpener) cost(k app.Key) error {
	if f.costs == nil || k.Costly {
		return nil
	}
	return fault.As(fault.Conflict, "derive key", *f.costs)
}

func (f *fakeOpener) Open(_ context.Context, k app.Key, how app.Opening) (*app.Desk, error) {
	f.note([]string{"open", "restored", "read-only"}[how], k)
	if err := f.cost(k); err != nil {
		return nil, err
	}
	if f.fails != nil && how == app.AsUsual {
		return nil, f.fails
	}
	return &app.Desk{}, nil
}

func (f *fakeOpener) Verify(_ context.Context, k app.Key) (app.Condition, error) {
	f.note("verify", k)
	if err := f.cost(k); err != nil {
		return app.Condition{}, err
	}
	return f.found, f.broken
}

func (f *fakeOpener) Backups() ([]app.Backup, error) { return []app.Backup{{Path: "b"}}, nil }

func (f *fakeOpener) RestoreFile(_ context.Context, path string, k app.Key) (string, error) {
	f.note("restore "+path, k)
	return "kept", cmp.Or(f.cost(k), f.mendless)
}

func (f *fakeOpener) Salvage(_ context.Context, from, to string, k app.Key) (app.Condition, error) {
	f.note("salvage "+from+" "+to, k)
	return f.found, f.mendless
}

func (f *fakeOpener) UseJournal(path string) error {
	f.did = append(f.did, "use "+path)
	return nil
}

func (f *fakeOpener) Journal() string { return "j" }

type doorScene struct {
	door   *door
	keys   *fakeOpener
	pump   *uitest.Jobs
	opened []Opened
}

func newDoorScene() *doorScene {
	s := &doorScene{keys: &fakeOpener{}, pump: &uitest.Jobs{}}
	s.door = &door{
		keys: s.keys, background: s.pump.Add, do: func(fn func()) { fn() },
		show: func(doorState) {}, opened: func(how Opened) { s.opened = append(s.opened, how) },
	}
	return s
}

// broken gives a scene whose file doesn't open, after a try.
func broken(err error) *doorScene {
	s := newDoorScene()
	s.keys.fails = fault.Wrap("open journal", err)
	s.door.try("secret")
	s.pump.Run()
	s.keys.did = nil
	return s
}

func (s *doorScene) wantDid(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(s.keys.did, want) {
		t.Errorf("did %q, want %q", s.keys.did, want)
	}
}

func TestDoor_try_opensOnceWhileBusy(t *testing.T) {
	s := newDoorScene()
	s.door.try("right")
	if !s.door.state.Busy {
		t.Error("not busy while the key is derived")
	}
	s.door.try("right")
	s.door.by(true)
	s.pump.Run()
	s.wantDid(t, "open passphrase right")
	if len(s.opened) != 1 || s.opened[0].ByWords {
		t.Errorf("opened %+v", s.opened)
	}
	if s.door.state.Busy || s.door.state.Trouble || s.door.key != (app.Key{}) {
		t.Errorf("state %+v after opening", s.door.state)
	}
}

func TestDoor_try_nothingTyped(t *testing.T) {
	s := newDoorScene()
	s.door.try("")
	s.pump.Run()
	if len(s.keys.did) != 0 || s.door.state.Busy {
		t.Errorf("did %q, busy %v", s.keys.did, s.door.state.Busy)
	}
}

func TestDoor_try_saysEachKind(t *testing.T) {
	for _, kind := range []fault.Kind{
		fault.CannotUnlock, fault.Damaged, fault.Tampered, fault.InUse, fault.NewerFormat,
		fault.Permission, fault.NotFound, fault.Invalid,
	} {
		s := broken(fault.New(kind, "open vault"))
		ways := kind == fault.Damaged || kind == fault.Tampered || kind == fault.Invalid
		got := s.door.state
		if !got.Trouble || got.Busy || got.Kind != kind || got.Ways != ways || (got.Found != nil) != ways || got.Older {
			t.Errorf("%v: state %+v", kind, got)
		}
		if len(s.opened) != 0 {
			t.Errorf("%v: opened", kind)
		}
		if (s.door.key != app.Key{}) != ways {
			t.Errorf("%v: keeps the secret: %v", kind, s.door.key != app.Key{})
		}
	}
}

func TestDoor_tryAs_takesTheSameSecret(t *testing.T) {
	for how, want := range map[app.Opening]string{app.AsRestored: "restored", app.ReadOnly: "read-only"} {
		for _, byWords := range []bool{false, true} {
			s := newDoorScene()
			s.door.by(byWords)
			s.keys.fails = fault.As(fault.Tampered, "open vault", vault.ErrRolledBack)
			s.door.try("secret")
			s.pump.Run()
			if !s.door.state.Older || !s.door.state.Ways {
				t.Fatalf("state %+v", s.door.state)
			}
			s.keys.did = nil
			s.door.tryAs(how)
			s.pump.Run()
			secret := " passphrase secret"
			if byWords {
				secret = " words secret"
			}
			s.wantDid(t, want+secret)
			if len(s.opened) != 1 || s.opened[0].ByWords != byWords || s.door.key != (app.Key{}) {
				t.Errorf("opened %+v, secret kept: %v", s.opened, s.door.key != app.Key{})
			}
		}
	}
}

func TestDoor_tryAs_onlyWhenOffered(t *testing.T) {
	s := newDoorScene()
	s.door.tryAs(app.AsRestored)
	s.door.restore("b")
	s.door.salvage("new")
	if err := s.door.openRescued(); err != nil {
		t.Error(err)
	}
	s.pump.Run()
	s.wantDid(t)
	s = broken(fault.New(fault.Tampered, "open vault"))
	s.door.by(true)
	s.door.tryAs(app.AsRestored)
	s.pump.Run()
	s.wantDid(t)
}

func TestDoor_look_uncountedStillOffersWays(t *testing.T) {
	s := newDoorScene()
	s.keys.fails, s.keys.broken = fault.New(fault.Damaged, "open"), fault.New(fault.CannotUnlock, "verify")
	s.door.try("secret")
	s.pump.Run()
	if got := s.door.state; !got.Ways || got.Found != nil || len(got.Backups) != 1 {
		t.Errorf("state %+v", got)
	}
}

func TestDoor_repair_looksAndOpensNothing(t *testing.T) {
	s := newDoorScene()
	s.door.repair()
	s.keys.found = app.Condition{Intact: 7, Complete: true}
	s.door.try("secret")
	s.pump.Run()
	s.wantDid(t, "verify passphrase secret")
	if got := s.door.state; !got.Ways || got.Found == nil || got.Found.Intact != 7 || len(s.opened) != 0 {
		t.Errorf("state %+v", got)
	}
	s.door.repair()
	s.keys.broken = fault.New(fault.CannotUnlock, "verify")
	s.door.try("wrong")
	s.pump.Run()
	if got := s.door.state; got.Ways || got.Kind != fault.CannotUnlock || !got.Repair || s.door.key != (app.Key{}) {
		t.Errorf("a wrong secret: %+v", got)
	}
}

func TestDoor_restore_opensWhatWasRestored(t *testing.T) {
	s := broken(fault.New(fault.Damaged, "open"))
	s.door.restore("b")
	s.door.restore("b") // one at a time
	s.pump.Run()
	s.wantDid(t, "restore b passphrase secret", "restored passphrase secret")
	if len(s.opened) != 1 {
		t.Error("not opened")
	}
}

func TestDoor_restore_failureLeavesTheWays(t *testing.T) {
	s := broken(fault.New(fault.Damaged, "open"))
	s.keys.mendless = fault.New(fault.CannotUnlock, "open backup")
	s.door.restore("b")
	s.pump.Run()
	if got := s.door.state; !got.Ways || !got.Mending || got.Kind != fault.CannotUnlock || got.Busy {
		t.Errorf("state %+v", got)
	}
	s.keys.did, s.keys.mendless = nil, nil
	s.door.restore("c")
	s.pump.Run()
	s.wantDid(t, "restore c passphrase secret", "restored passphrase secret")
}

func TestDoor_salvage_saysAndOpens(t *testing.T) {
	s := broken(fault.New(fault.Damaged, "open"))
	s.keys.found = app.Condition{Intact: 3, Damaged: 1}
	s.door.salvage("new")
	s.pump.Run()
	made := s.door.state.Rescued
	if made == nil || made.Path != "new" || made.Condition.Intact != 3 || len(s.opened) != 0 {
		t.Fatalf("made %+v", made)
	}
	if err := s.door.openRescued(); err != nil {
		t.Fatal(err)
	}
	s.pump.Run()
	s.wantDid(t, "salvage j new passphrase secret", "use new", "restored passphrase secret")
	if len(s.opened) != 1 {
		t.Error("not opened")
	}
}

func TestDoor_costly_asksFirst(t *testing.T) {
	s := newDoorScene()
	s.keys.costs = &app.Cost{Memory: 1024, Of: 1500, Times: 32}
	s.door.try("secret")
	s.pump.Run()
	got := s.door.state
	if got.Costly == nil || *got.Costly != *s.keys.costs || got.Busy || got.Trouble || got.Ways || len(s.opened) != 0 {
		t.Fatalf("state %+v", got)
	}
	s.door.back()
	if got := s.door.state; got.Costly != nil || got.Ways || got.Trouble || s.door.key != (app.Key{}) {
		t.Errorf("gone back: %+v, keeps the secret: %v", got, s.door.key != app.Key{})
	}
	s.door.goOn() // of nothing
	s.door.repair()
	s.door.try("secret")
	s.pump.Run()
	s.door.goOn()
	s.pump.Run()
	s.wantDid(t, "open passphrase secret", "verify passphrase secret", "verify passphrase secret at any cost")
	if got := s.door.state; !got.Ways || !got.Repair || got.Costly != nil {
		t.Errorf("looked into: %+v", got)
	}
	s.keys.did = nil
	s.door.by(false)
	s.door.try("secret")
	s.pump.Run()
	s.door.goOn()
	s.pump.Run()
	s.wantDid(t, "verify passphrase secret", "verify passphrase secret at any cost")
}

func TestDoor_costly_opensAtAnyCost(t *testing.T) {
	s := newDoorScene()
	s.keys.costs = &app.Cost{Memory: 1024, Of: 1500, Times: 32}
	s.door.try("secret")
	s.pump.Run()
	s.door.goOn()
	s.door.goOn() // once
	s.pump.Run()
	s.wantDid(t, "open passphrase secret", "open passphrase secret at any cost")
	if len(s.opened) != 1 || s.door.state.Costly != nil {
		t.Errorf("opened %+v, state %+v", s.opened, s.door.state)
	}
}

// A backup that asks for more than the journal did.
func TestDoor_costly_backupLeavesTheWays(t *testing.T) {
	s := broken(fault.New(fault.Damaged, "open"))
	s.keys.costs = &app.Cost{Memory: 1024, Of: 1500, Times: 32}
	s.door.restore("b")
	s.pump.Run()
	if got := s.door.state; got.Costly == nil || !got.Ways || got.Busy || got.Mending {
		t.Fatalf("state %+v", got)
	}
	s.door.back()
	if got := s.door.state; got.Costly != nil || !got.Ways || s.door.key == (app.Key{}) {
		t.Errorf("gone back: %+v", got)
	}
	s.door.restore("b")
	s.pump.Run()
	s.door.goOn()
	s.pump.Run()
	s.wantDid(t, "restore b passphrase secret", "restore b passphrase secret",
		"restore b passphrase secret at any cost", "restored passphrase secret at any cost")
}
