package unlock

import (
	"context"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/fault"
)

// fakeKeys opens with one passphrase and one set of words, or fails as told.
type fakeKeys struct {
	fails error
	tried []string
}

func (k *fakeKeys) answer(way, secret string) (*app.Desk, error) {
	k.tried = append(k.tried, way+" "+secret)
	if k.fails != nil {
		return nil, k.fails
	}
	return &app.Desk{}, nil
}

func (k *fakeKeys) Unlock(_ context.Context, s string) (*app.Desk, error) {
	return k.answer("passphrase", s)
}

func (k *fakeKeys) UnlockWithWords(_ context.Context, s string) (*app.Desk, error) {
	return k.answer("words", s)
}

func (k *fakeKeys) UnlockRestored(_ context.Context, s string) (*app.Desk, error) {
	return k.answer("restored passphrase", s)
}

func (k *fakeKeys) UnlockRestoredWithWords(_ context.Context, s string) (*app.Desk, error) {
	return k.answer("restored words", s)
}

// pump holds what was begun elsewhere until it is run.
type pump struct{ jobs []func() }

func (p *pump) add(job func()) { p.jobs = append(p.jobs, job) }

func (p *pump) run() {
	for len(p.jobs) > 0 {
		job := p.jobs[0]
		p.jobs = p.jobs[1:]
		job()
	}
}

type doorScene struct {
	door   *door
	keys   *fakeKeys
	pump   *pump
	opened []Opened
}

func newDoorScene() *doorScene {
	s := &doorScene{keys: &fakeKeys{}, pump: &pump{}}
	s.door = &door{
		keys: s.keys, background: s.pump.add, do: func(fn func()) { fn() },
		show: func(doorState) {}, opened: func(how Opened) { s.opened = append(s.opened, how) },
	}
	return s
}

func TestDoor_try_opensOnceWhileBusy(t *testing.T) {
	s := newDoorScene()
	s.door.try("right")
	if !s.door.state.Busy {
		t.Error("not busy while the key is derived")
	}
	s.door.try("right")
	s.door.by(true)
	s.pump.run()
	if len(s.keys.tried) != 1 || s.keys.tried[0] != "passphrase right" {
		t.Errorf("tried %q", s.keys.tried)
	}
	if len(s.opened) != 1 || s.opened[0].ByWords {
		t.Errorf("opened %+v", s.opened)
	}
	if s.door.state != (doorState{}) {
		t.Errorf("state %+v after opening", s.door.state)
	}
}

func TestDoor_try_nothingTyped(t *testing.T) {
	s := newDoorScene()
	s.door.try("")
	s.pump.run()
	if len(s.keys.tried) != 0 || s.door.state.Busy {
		t.Errorf("tried %q, busy %v", s.keys.tried, s.door.state.Busy)
	}
}

func TestDoor_try_saysEachKind(t *testing.T) {
	for _, kind := range []fault.Kind{
		fault.CannotUnlock, fault.Damaged, fault.Tampered, fault.InUse, fault.NewerFormat,
		fault.Permission, fault.NotFound, fault.Invalid,
	} {
		s := newDoorScene()
		s.keys.fails = fault.Wrap("open journal", fault.New(kind, "open vault"))
		s.door.try("secret")
		s.pump.run()
		want := doorState{Trouble: true, Kind: kind, CanRestore: kind == fault.Tampered}
		if s.door.state != want {
			t.Errorf("%v: state %+v, want %+v", kind, s.door.state, want)
		}
		if len(s.opened) != 0 {
			t.Errorf("%v: opened", kind)
		}
		if (s.door.secret != "") != want.CanRestore {
			t.Errorf("%v: keeps the secret: %v", kind, s.door.secret != "")
		}
	}
}

func TestDoor_tryRestored_takesTheSameSecret(t *testing.T) {
	for _, byWords := range []bool{false, true} {
		s := newDoorScene()
		s.door.by(byWords)
		s.keys.fails = fault.New(fault.Tampered, "open vault")
		s.door.try("secret")
		s.pump.run()
		s.keys.fails = nil
		s.door.tryRestored()
		s.pump.run()
		want := "restored passphrase secret"
		if byWords {
			want = "restored words secret"
		}
		if last := s.keys.tried[len(s.keys.tried)-1]; last != want {
			t.Errorf("tried %q, want %q", last, want)
		}
		if len(s.opened) != 1 || s.opened[0].ByWords != byWords || s.door.secret != "" {
			t.Errorf("opened %+v, secret kept: %v", s.opened, s.door.secret != "")
		}
	}
}

func TestDoor_tryRestored_onlyWhenOffered(t *testing.T) {
	s := newDoorScene()
	s.door.tryRestored()
	s.keys.fails = fault.New(fault.Tampered, "open vault")
	s.door.try("secret")
	s.pump.run()
	s.door.by(true)
	s.door.tryRestored()
	s.pump.run()
	if len(s.keys.tried) != 1 {
		t.Errorf("tried %q", s.keys.tried)
	}
}
