package shell

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// loop is a main goroutine without a window library: what was posted waits in
// posted, what is to be posted later in later.
type loop struct {
	t      *testing.T
	rest   *rest
	posted []func()
	later  []func()
	pauses []time.Duration
	now    time.Time
	waits  int
	woken  bool
	tidied int
	event  func() // happens during the next wait
}

func newLoop(t *testing.T) *loop {
	l := &loop{t: t, now: time.Unix(0, 0)}
	l.rest = &rest{
		wait: l.wait, wake: func() { l.woken = true },
		post:  func(f func()) { l.posted = append(l.posted, f) },
		after: func(d time.Duration, f func()) { l.pauses, l.later = append(l.pauses, d), append(l.later, f) },
		now:   func() time.Time { return l.now },
		tidy:  func() { l.tidied++ },
	}
	l.rest.begin()
	return l
}

func (l *loop) wait(d time.Duration) {
	l.waits++
	if l.event != nil {
		event := l.event
		l.event = nil
		event()
		return
	}
	l.now = l.now.Add(d)
}

// round lets what is due in time come, and the main goroutine do what was posted.
// It gives the pause that came before.
func (l *loop) round() time.Duration {
	l.t.Helper()
	if len(l.later) != 1 {
		l.t.Fatalf("%d turns wait, want one", len(l.later))
	}
	pause, f := l.pauses[len(l.pauses)-1], l.later[0]
	l.later = nil
	f()
	posted := l.posted
	l.posted = nil
	for _, f := range posted {
		f()
	}
	return pause
}

func TestRest_restsWhileNothingHappens(t *testing.T) {
	l := newLoop(t)
	pauses := []time.Duration{l.round(), l.round(), l.round()}
	if want := []time.Duration{awakeTime, turnTime, turnTime}; !slices.Equal(pauses, want) {
		t.Errorf("Fyne's loop went on for %v between rests, want %v", pauses, want)
	}
	if l.waits != 3 || l.woken {
		t.Errorf("%d rests, woken: %v, want 3, false", l.waits, l.woken)
	}
}

func TestRest_anEventLetsTheLoopGoOn(t *testing.T) {
	l := newLoop(t)
	l.event = func() { l.now = l.now.Add(restTime / 2) }
	l.round()
	if pause := l.round(); pause != awakeTime {
		t.Errorf("the loop went on for %v after an event, want %v", pause, awakeTime)
	}
	if pause := l.round(); pause != turnTime {
		t.Errorf("the loop went on for %v after a rest, want %v", pause, turnTime)
	}
}

// Memory goes back soon in a long rest, more and more seldom while that lasts, and soon
// again in the next.
func TestRest_tidiesMoreSeldomTheLongerNothingHappens(t *testing.T) {
	l := newLoop(t)
	for long := 1; long <= 3; long++ {
		var after []int
		for rest := range 7 * restsToTidy {
			before := l.tidied
			if l.round(); l.tidied > before {
				after = append(after, rest+1)
			}
		}
		if want := []int{restsToTidy, 2 * restsToTidy, 4 * restsToTidy}; !slices.Equal(after, want) {
			t.Fatalf("in long rest %d tidied after %v rests, want %v", long, after, want)
		}
		l.event = func() { l.now = l.now.Add(restTime / 2) }
		l.round()
	}
}

func TestRest_do_endsARest(t *testing.T) {
	l := newLoop(t)
	done := false
	l.event = func() {
		l.rest.do(func() { done = true })
		if !l.woken {
			t.Error("what was posted during a rest didn't end it")
		}
	}
	l.round()
	if pause := l.round(); !done || pause != awakeTime {
		t.Errorf("done: %v, and the loop went on for %v, want %v", done, pause, awakeTime)
	}
}

func TestRest_do_putsOffTheNextRest(t *testing.T) {
	l := newLoop(t)
	l.rest.do(func() {})
	if l.woken {
		t.Error("woken where nothing rests")
	}
	l.round()
	if l.waits != 0 {
		t.Error("rested right after something was posted")
	}
	l.round()
	if l.waits != 1 {
		t.Error("no rest after nothing happened any more")
	}
}

// TestRest_doesNotRestBesideTheMainGoroutine is about the end of the program:
// Fyne runs at once what is posted after its loop.
func TestRest_doesNotRestBesideTheMainGoroutine(t *testing.T) {
	l := newLoop(t)
	l.rest.post = func(f func()) { f() }
	l.round()
	if l.waits != 0 {
		t.Error("rested on the goroutine that posted")
	}
}

// TestRest_isOfTheLibraryThatFyneUses would fail where another version of Fyne
// opened its windows with another library: to wait in this one would do nothing.
func TestRest_isOfTheLibraryThatFyneUses(t *testing.T) {
	const library = "github.com/go-gl/glfw/v3.4/glfw"
	for _, user := range []string{"fyne.io/fyne/v2/internal/driver/glfw", "."} {
		imports, err := exec.Command("go", "list", "-f", "{{.Imports}}", user).Output()
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(strings.Fields(strings.Trim(string(imports), "[]\n")), library) {
			t.Errorf("%s doesn't use %s", user, library)
		}
	}
}
