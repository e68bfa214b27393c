package unlock

import (
	"context"
	"errors"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/uitest"
)

type fakeMaker struct {
	fails error
	made  []string
}

func (m *fakeMaker) Create(_ context.Context, passphrase string) (*app.Desk, []string, error) {
	m.made = append(m.made, passphrase)
	return &app.Desk{}, []string{"one", "two"}, m.fails
}

func (m *fakeMaker) OpenSample(context.Context) (*app.Desk, error) {
	m.made = append(m.made, "sample")
	return &app.Desk{}, m.fails
}

func newWelcomeScene(m *fakeMaker) (w *welcome, p *uitest.Jobs, opened *[]Opened, failed *[]error) {
	p, opened, failed = &uitest.Jobs{}, &[]Opened{}, &[]error{}
	w = &welcome{
		maker: m, background: p.Add, do: func(fn func()) { fn() }, show: func(welcomeState) {},
		opened: func(how Opened) { *opened = append(*opened, how) },
		failed: func(err error) { *failed = append(*failed, err) },
	}
	return w, p, opened, failed
}

func TestWelcome_create_handsOverTheWords(t *testing.T) {
	m := &fakeMaker{}
	w, p, opened, _ := newWelcomeScene(m)
	w.create("a passphrase")
	w.create("a passphrase")
	w.lookAround()
	if !w.state.Making {
		t.Error("does not say that it is making")
	}
	p.Run()
	if len(m.made) != 1 || len(*opened) != 1 || len((*opened)[0].NewWords) != 2 {
		t.Errorf("made %q, opened %+v", m.made, *opened)
	}
	if w.state != (welcomeState{}) {
		t.Errorf("still busy: %+v", w.state)
	}
}

func TestWelcome_lookAround_hasNoWords(t *testing.T) {
	m := &fakeMaker{}
	w, p, opened, _ := newWelcomeScene(m)
	w.lookAround()
	p.Run()
	if len(*opened) != 1 || (*opened)[0].NewWords != nil || m.made[0] != "sample" {
		t.Errorf("made %q, opened %+v", m.made, *opened)
	}
}

func TestWelcome_create_failed(t *testing.T) {
	m := &fakeMaker{fails: fault.New(fault.DiskFull, "make journal")}
	w, p, opened, failed := newWelcomeScene(m)
	w.create("a passphrase")
	p.Run()
	if len(*opened) != 0 || len(*failed) != 1 || !errors.Is((*failed)[0], fault.DiskFull) {
		t.Errorf("opened %+v, failed %v", *opened, *failed)
	}
	w.create("a passphrase")
	if !w.state.Making {
		t.Error("can't be tried again")
	}
}
