package present

import (
	"errors"
	"maps"
	"testing"
	"time"
)

var errFull = errors.New("disk full")

func newAutosave() (*desk, *Autosave[string, string]) {
	d := &desk{}
	a := &Autosave[string, string]{Soon: Soon{After: d.after, Pause: time.Second, Latest: 2 * time.Second}}
	a.Do = func() { d.done = append(d.done, d.now) }
	return d, a
}

// holds checks what is outstanding of it all, and what waits to be sent again.
func holds(t *testing.T, a *Autosave[string, string], all, again map[string]string) {
	t.Helper()
	if got := a.Outstanding(); !maps.Equal(got, all) {
		t.Errorf("outstanding %v, want %v", got, all)
	}
	if got := a.Unsent(true); !maps.Equal(got, again) {
		t.Errorf("to be sent again %v, want %v", got, again)
	}
}

func TestAutosave_Write_waits_until_it_is_sent_and_arrives(t *testing.T) {
	d, a := newAutosave()
	a.Write("a", "one")
	holds(t, a, map[string]string{"a": "one"}, map[string]string{"a": "one"})
	d.pass(time.Second, nil)
	if len(d.done) != 1 {
		t.Fatalf("its turn came %d times", len(d.done))
	}
	n := a.Sent("a", "one")
	holds(t, a, map[string]string{"a": "one"}, nil)
	if !a.Arrived("a", n, nil) {
		t.Error("it was not the newest")
	}
	holds(t, a, nil, nil)
}

func TestAutosave_Arrived_of_older_words_decides_nothing(t *testing.T) {
	_, a := newAutosave()
	first := a.Sent("a", "one")
	second := a.Sent("a", "another")
	third := a.Sent("a", "one")
	if a.Arrived("a", first, nil) || a.Arrived("a", second, nil) {
		t.Error("older words were taken for the newest")
	}
	if !a.Arrived("a", third, errFull) || a.Failed("a") != errFull || a.Trouble() != errFull {
		t.Errorf("failed %v", a.Trouble())
	}
	holds(t, a, map[string]string{"a": "one"}, map[string]string{"a": "one"})
}

func TestAutosave_words_written_meanwhile_outlive_what_arrives(t *testing.T) {
	for _, err := range []error{nil, errFull} {
		_, a := newAutosave()
		n := a.Sent("a", "one")
		a.Write("a", "one two")
		a.Arrived("a", n, err)
		holds(t, a, map[string]string{"a": "one two"}, map[string]string{"a": "one two"})
		if a.Trouble() != nil {
			t.Errorf("trouble of words that were replaced: %v", a.Trouble())
		}
	}
}

func TestAutosave_what_failed_stays_while_something_else_is_kept(t *testing.T) {
	_, a := newAutosave()
	first, other := a.Sent("a", "one"), a.Sent("b", "two")
	a.Arrived("a", first, errFull)
	a.Arrived("b", other, nil)
	holds(t, a, map[string]string{"a": "one"}, map[string]string{"a": "one"})
	if len(a.Unsent(false)) != 0 {
		t.Error("what failed is sent again though nobody asked for it")
	}
	again := a.Sent("a", "one")
	if a.Trouble() != nil {
		t.Error("trouble of what is on its way again")
	}
	a.Arrived("a", again, nil)
	holds(t, a, nil, nil)
}

func TestAutosave_Kept_forgets(t *testing.T) {
	_, a := newAutosave()
	n := a.Sent("a", "one")
	a.Write("b", "two")
	a.Kept("a")
	if _, is := a.Of("a"); is || a.Arrived("a", n, errFull) {
		t.Error("what was forgotten is back")
	}
	a.AllKept()
	holds(t, a, nil, nil)
}
