//go:build linux

package shell

import (
	"bufio"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/godbus/dbus/v5"

	"aftershift/internal/app"
	"aftershift/internal/app/input"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/platform/desktop"
	"aftershift/internal/ui/unlock"
)

const (
	patience = time.Minute // for what takes a moment on a calm machine
	typed    = "Six contacts, nothing closed, and I stayed too long."
	opening  = "quiet water after the shift"
)

// sitting is a window with real pages over a real journal, with a main goroutine
// of its own: the test's.
type sitting struct {
	*Shell
	t       *testing.T
	seconds atomic.Int64 // on the clock, since evening
	posted  chan func()
	again   bool // the program was started afresh
	system  *dbus.Conn
	session *dbus.Conn
}

func sit(t *testing.T) *sitting {
	t.Helper()
	s := &sitting{t: t, posted: make(chan func(), 1<<12)}
	s.system = bus(t, "DBUS_SYSTEM_BUS_ADDRESS")
	s.session = bus(t, "DBUS_SESSION_BUS_ADDRESS")
	if _, err := s.system.RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	a, err := app.New(s.config(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	s.Shell = newShell(test.NewTempApp(t), Options{
		App: a, Version: "1",
		Replace: func(string, bool) error { s.again = true; return nil },
		Absence: func() Absence { return desktop.WatchAbsence() },
	})
	s.post = func(fn func()) { s.posted <- fn }
	s.rescue.after = func(time.Duration, func()) func() { return func() {} }
	desk, _, err := a.Create(t.Context(), opening)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = desk.Close() })
	s.enter(unlock.Opened{Desk: desk})
	return s
}

// clock is read on other goroutines too.
func (s *sitting) clock() time.Time {
	return evening.Add(time.Duration(s.seconds.Load()) * time.Second)
}

func (s *sitting) config(folder string) app.Config {
	c := app.Config{DataFolder: folder, StateFolder: folder, ConfigFolder: folder, Now: s.clock}
	c.Vault.Params.MemoryKiB, c.Vault.Params.Passes, c.Vault.Params.Lanes = 19<<10, 1, 1 // what it guards is made up
	return c
}

// bus starts a bus of the test's own, makes it that of the variable, and
// connects to it.
func bus(t *testing.T, variable string) *dbus.Conn {
	t.Helper()
	daemon := exec.CommandContext(t.Context(), "dbus-daemon", "--session", "--nofork", "--print-address=1")
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatalf("no dbus-daemon (%v); type: go run ./cmd/dev setup", err)
	}
	t.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	t.Setenv(variable, address)
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// until runs what is to run on the main goroutine until ok.
func (s *sitting) until(what string, ok func() bool) {
	s.t.Helper()
	for late := time.After(patience); !ok(); {
		select {
		case fn := <-s.posted:
			fn()
		case <-time.After(10 * time.Millisecond):
		case <-late:
			s.t.Fatalf("never: %s", what)
		}
	}
}

// causes are the ways in which somebody goes away. Each is tried again and again,
// for the window may not listen yet.
var causes = map[string]func(*sitting){
	"sleep": func(s *sitting) {
		_ = s.system.Emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", true)
	},
	"sessionLock": func(s *sitting) {
		_ = s.system.Emit("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session.Lock")
	},
	"screenLock": func(s *sitting) {
		_ = s.session.Emit("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", true)
	},
	"gnomeScreenLock": func(s *sitting) {
		_ = s.session.Emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true)
	},
	"clockGap": func(s *sitting) {
		s.seconds.Add(31)
		s.tick()
	},
	"idle": func(s *sitting) {
		for range 6 * 60 {
			s.seconds.Add(1)
			s.tick()
		}
	},
}

// activities are what somebody may be in the middle of.
var activities = map[string]func(*sitting){
	"typing": func(*sitting) {},
	"saving": func(s *sitting) { s.room.pages[journalPage].Command("save") },
	"exporting": func(s *sitting) {
		s.room.pages[journalPage].Command("save")
		entry := s.desk().List(app.Filter{})
		s.until("saved", func() bool { entry = s.desk().List(app.Filter{}); return len(entry) == 1 })
		copied, err := s.desk().Copy(app.CopyOf{Paper: app.EntriesPaper{Entries: []journal.ID{entry[0].ID}, Private: true}})
		if err != nil {
			s.t.Fatal(err)
		}
		copied.Review.MaskAll()
		desk, path := s.desk(), filepath.Join(s.t.TempDir(), "copy.pdf")
		desk.Do(func() error {
			_, err := desk.SaveCopy(copied, app.Formats()[0], path, false)
			return err
		}, func(err error) {
			if err != nil || !input.IsFile(path) {
				s.t.Errorf("the copy under way: %v", err)
			}
		})
	},
}

func TestLocks_whateverHappens_keepsWhatIsTyped(t *testing.T) {
	n := 0
	for cause, happen := range causes {
		for activity, begin := range activities {
			t.Run(cause+"/"+activity, func(t *testing.T) {
				s := sit(t)
				s.room.pages[journalPage].Command("new")
				test.Type(s.window.Canvas().Focused(), typed)
				begin(s)
				from := time.Now()
				s.until("locked", func() bool {
					if s.desk() != nil {
						happen(s)
					}
					return s.again
				})
				t.Logf("locked after %v", time.Since(from).Round(time.Millisecond))
				s.checkKept()
			})
			n++
		}
	}
	t.Logf("proved T22 N=%d ways to be interrupted", n)
}

// checkKept opens the journal anew and looks for what was typed.
func (s *sitting) checkKept() {
	s.t.Helper()
	if s.window.Content() == nil || s.alive.content.Objects[0] != s.door.Content() {
		s.t.Error("the window does not stand at the door")
	}
	desk, err := s.app.Unlock(s.t.Context(), opening)
	if err != nil {
		s.t.Fatal(err)
	}
	defer desk.Close()
	list := desk.List(app.Filter{})
	if len(list) != 1 {
		s.t.Fatalf("%d entries", len(list))
	}
	e, err := desk.Entry(list[0].ID)
	if err != nil || e.Sections[0].Text != typed {
		s.t.Errorf("kept %q, %v", e.Sections[0].Text, err)
	}
}

// fakeAbsence writes down what is asked of it.
type fakeAbsence struct {
	gone    chan struct{}
	settled chan string
}

func (f *fakeAbsence) Gone() <-chan struct{} { return f.gone }
func (f *fakeAbsence) Settled()              { f.settled <- "settled" }
func (f *fakeAbsence) Close()                { f.settled <- "closed" }

func TestLocks_theComputerSleepsOnceClosed(t *testing.T) {
	s := newScene(t)
	f := &fakeAbsence{gone: make(chan struct{}), settled: make(chan string, 4)}
	s.options.Absence = func() Absence { return f }
	posted := make(chan func(), 8)
	s.post = func(fn func()) { posted <- fn }
	desk := s.enterSample()
	s.pages[journalPage].fails = fault.New(fault.DiskFull, "save draft")
	f.gone <- struct{}{}
	(<-posted)()
	if got := <-f.settled; got != "settled" || s.desk() == nil || !s.asking {
		t.Fatalf("%s, although words can't be kept; asking %v", got, s.asking)
	}
	f.gone <- struct{}{} // a second time nothing is asked twice
	(<-posted)()
	<-f.settled
	if n := len(s.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d questions", n)
	}
	s.pages[journalPage].fails = nil
	s.tap(t.Context(), s.Shell.t("shell.unkept.again"))
	if got := <-f.settled; got != "closed" {
		t.Errorf("%s after closing", got)
	}
	if err := desk.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		t.Errorf("the computer sleeps before the journal is closed: %v", err)
	}
}
