package shell

import (
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/fault"
	"aftershift/internal/ui/unlock"
)

// hanging is a window over a real journal whose main goroutine hangs as soon as
// it is asked to keep what is written; the test decides when its time is up.
type hanging struct {
	*scene
	desk  *app.Desk
	entry app.Entry
	hang  chan struct{}
	up    func() // the window's time is up; nil: nobody waits
	codes []int
}

const openingWords = "copper lantern quiet river"

func newHanging(t *testing.T) *hanging {
	t.Helper()
	h := &hanging{scene: newScene(t), hang: make(chan struct{})}
	h.rescue.after = func(d time.Duration, fn func()) func() {
		if d+rescueTime >= 2*time.Second {
			t.Errorf("%v for the window and %v after it", d, rescueTime)
		}
		h.up = fn
		return func() { h.up = nil }
	}
	h.rescue.exit = func(code int) { h.codes = append(h.codes, code) }
	desk, _, err := h.app.Create(t.Context(), openingWords)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	h.desk = desk
	h.enter(unlock.Opened{Desk: desk})
	if h.entry, err = desk.NewEntry(); err != nil {
		t.Fatal(err)
	}
	h.entry.Sections[0].Text = "Six contacts, and I stayed too long."
	desk.Hold("entry", func() error { return desk.SaveDraft(h.entry) })
	h.pages[journalPage].hangs = h.hang
	return h
}

// onMain runs fn where it may hang, and waits until it has returned once the test
// is over.
func (h *hanging) onMain(fn func()) {
	h.t.Helper()
	var over sync.WaitGroup
	over.Go(fn)
	h.t.Cleanup(func() { close(h.hang); over.Wait() })
	for !h.pages[journalPage].hung.Load() {
		time.Sleep(time.Millisecond)
	}
}

// wantKept opens the journal again and looks for the words.
func (h *hanging) wantKept() {
	h.t.Helper()
	if err := h.desk.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		h.t.Fatalf("the journal is not closed: %v", err)
	}
	again, err := h.app.Unlock(h.t.Context(), openingWords)
	if err != nil {
		h.t.Fatal(err)
	}
	defer again.Close()
	if e, err := again.Entry(h.entry.ID); err != nil || e.Text() != h.entry.Text() {
		h.t.Errorf("kept %q, %v", e.Text(), err)
	}
}

func TestRescue_locksAWindowThatHangs(t *testing.T) {
	h := newHanging(t)
	h.onMain(h.lock)
	h.up()
	h.wantKept()
	if !slices.Equal(h.replaced, []string{h.app.Journal()}) || len(h.codes) != 0 {
		t.Errorf("started afresh at %q, ended with %v", h.replaced, h.codes)
	}
}

func TestRescue_quitsAWindowThatHangs(t *testing.T) {
	for name, ask := range map[string]func(h *hanging){
		"asked by key":        func(h *hanging) { h.onMain(h.quit) },
		"asked by the system": func(h *hanging) { h.rescue.expect(quitting) },
		"asked while locking": func(h *hanging) { h.onMain(h.lock); h.rescue.expect(quitting) },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHanging(t)
			ask(h)
			h.up()
			h.wantKept()
			if !slices.Equal(h.codes, []int{0}) || len(h.replaced) != 0 {
				t.Errorf("ended with %v, started afresh at %q", h.codes, h.replaced)
			}
		})
	}
}

func TestRescue_locksByItselfWhileTheWindowHangs(t *testing.T) {
	h := newHanging(t)
	h.post = func(func()) {} // nothing runs on the main goroutine any more
	for range h.desk.IdleLimit()/time.Second - 1 {
		h.pass(time.Second)
		h.tick()
	}
	if h.up != nil {
		t.Fatal("locks too early")
	}
	h.pass(time.Second)
	h.tick()
	h.up()
	h.wantKept()
	if len(h.replaced) != 1 {
		t.Errorf("started afresh at %q", h.replaced)
	}
}

func TestRescue_leavesAWindowThatAnswers(t *testing.T) {
	h := newHanging(t)
	h.pages[journalPage].hangs = nil
	h.desk.Hold("entry", nil)
	h.lock()
	if h.up != nil || len(h.replaced) != 1 {
		t.Error("closes again what is locked")
	}
}

func TestRescue_whatCannotBeKept(t *testing.T) {
	h := newHanging(t)
	h.desk.Hold("entry", func() error { return fault.New(fault.DiskFull, "save draft") })
	h.rescue.expect(locking)
	h.up()
	if err := h.desk.SetSettings(func(*app.Settings) {}); err != nil || len(h.replaced) != 0 {
		t.Fatalf("locked with words unkept: %v", err)
	}
	h.pages[journalPage].hangs, h.pages[journalPage].fails = nil, fault.New(fault.DiskFull, "save draft")
	h.up = nil
	h.lock()
	if h.up != nil || !h.asking {
		t.Error("a window that asks is not left alone")
	}
	h.rescue.expect(quitting)
	h.up()
	if !slices.Equal(h.codes, []int{exitUnkept}) {
		t.Errorf("ended with %v", h.codes)
	}
}
