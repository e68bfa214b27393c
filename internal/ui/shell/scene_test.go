package shell

import (
	"context"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"aftershift/internal/app"
	"aftershift/internal/journal"
	"aftershift/internal/ui/unlock"
)

// fakePage writes down what the window asks of it.
type fakePage struct {
	name     string
	calls    *[]string
	content  fyne.CanvasObject
	fails    error
	takes    string // the command that is this page's
	showsID  journal.ID
	commands []string
	hangs    chan struct{} // Flush waits for it; nil: it doesn't
	hung     atomic.Bool
}

func (p *fakePage) note(call string)           { *p.calls = append(*p.calls, p.name+" "+call) }
func (p *fakePage) Content() fyne.CanvasObject { return p.content }
func (p *fakePage) Show(id journal.ID)         { p.showsID = id; p.note("show") }
func (p *fakePage) Hide()                      { p.note("hide") }
func (p *fakePage) Flush() error {
	p.note("flush")
	if p.hangs != nil {
		p.hung.Store(true)
		<-p.hangs
	}
	return p.fails
}
func (p *fakePage) Close() { p.note("close") }
func (p *fakePage) Command(name string) bool {
	p.commands = append(p.commands, name)
	return name == p.takes
}

// scene is a window with an open fictional journal and pages that only write
// down what happens.
type scene struct {
	*Shell
	t        *testing.T
	passed   atomic.Int64 // nanoseconds since evening; other goroutines read the clock too
	calls    []string
	pages    map[string]*fakePage
	replaced []string
	repair   bool // the last time it was to repair

	posted turns // by other goroutines
}

// newScene gives a window before a journal is open, with pages that only write
// down what happens.
func newScene(t *testing.T) *scene {
	t.Helper()
	s := &scene{t: t, pages: map[string]*fakePage{}}
	usual := pageSpecs
	t.Cleanup(func() { pageSpecs = usual })
	pageSpecs = nil
	for _, spec := range usual {
		spec.build = func(*room) page {
			p := &fakePage{name: spec.name, calls: &s.calls, content: canvas.NewRectangle(nil)}
			s.pages[spec.name] = p
			return p
		}
		pageSpecs = append(pageSpecs, spec)
	}
	return s.begin()
}

// newPlay gives a window before a journal is open, with the pages of the program.
func newPlay(t *testing.T) *scene {
	t.Helper()
	return (&scene{t: t}).begin()
}

func (s *scene) begin() *scene {
	t := s.t
	t.Helper()
	config := app.Config{
		DataFolder: t.TempDir(), StateFolder: t.TempDir(), ConfigFolder: t.TempDir(), Now: s.clock,
	}
	config.Vault.Params.MemoryKiB, config.Vault.Params.Passes, config.Vault.Params.Lanes = 19<<10, 1, 1 // what it guards is made up
	a, err := app.New(config)
	if err != nil {
		t.Fatal(err)
	}
	s.Shell = newShell(test.NewTempApp(t), Options{App: a, Version: "1", Replace: func(j string, repair bool) error {
		s.repair = repair
		s.replaced = append(s.replaced, j)
		return nil
	}})
	s.rescue.after = func(time.Duration, func()) func() { return func() {} }
	s.rescue.exit = func(code int) { t.Errorf("ended with %d", code) }
	test := goroutine()
	s.elsewhere = func(fn func()) { fn() }
	s.post = func(fn func()) {
		if goroutine() == test {
			s.runPosted() // came before
			fn()
			return
		}
		s.posted.add(fn)
	}
	s.start()
	return s
}

// goroutine names the one that runs: Fyne's test driver runs what is posted
// where it is posted, and two that lay out text at once break it.
func goroutine() string {
	head := make([]byte, 40)
	return strings.Fields(string(head[:runtime.Stack(head, false)]))[1]
}

// runPosted runs what other goroutines have posted.
func (s *scene) runPosted() { s.posted.run() }

// inSample gives a scene in the fictional journal.
func inSample(t *testing.T) *scene {
	t.Helper()
	s := newScene(t)
	s.enterSample()
	return s
}

// enterSample opens the fictional journal.
func (s *scene) enterSample() *app.Desk {
	s.t.Helper()
	desk := s.openSample()
	s.enter(unlock.Opened{Desk: desk})
	return desk
}

// openSample opens the fictional journal behind the door.
func (s *scene) openSample() *app.Desk {
	s.t.Helper()
	desk, err := s.app.OpenSample(context.Background())
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = desk.Close() })
	return desk
}

// wantMarked wants a page to be the marked one in the navigation.
func (s *scene) wantMarked(page string) {
	s.t.Helper()
	if got := s.room.nav.Selected(); got != page {
		s.t.Errorf("%q is marked, want %q", got, page)
	}
}

// evening is when the tests' clock begins.
var evening = time.Date(2026, 5, 4, 18, 0, 0, 0, time.UTC)

func (s *scene) clock() time.Time { return evening.Add(time.Duration(s.passed.Load())) }

// pass lets time pass at once.
func (s *scene) pass(d time.Duration) { s.passed.Add(int64(d)) }

// wait lets time pass for the idle clock, second by second.
func (s *scene) wait(d time.Duration) {
	for ; d > 0; d -= time.Second {
		s.pass(time.Second)
		s.runPosted()
		s.tick()
	}
}
