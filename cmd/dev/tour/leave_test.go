//go:build linux

package tour

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// leaving is how long it may take to lock or to quit, whatever the window does.
const leaving = 2 * time.Second

// TestLeavesAtOnce locks and quits right after a paste of one megabyte, and looks
// whether what was written before it is there.
func TestLeavesAtOnce(t *testing.T) {
	long := strings.Repeat("We talked about the orchard wall for a long time. ", 1<<20/50)
	for name, leave := range map[string]func(w *Window) error{
		"quit by key":   func(w *Window) error { return w.Key("ctrl+q") },
		"told to end":   func(w *Window) error { return w.program.Process.Signal(syscall.SIGTERM) },
		"terminal gone": func(w *Window) error { return w.program.Process.Signal(syscall.SIGHUP) },
		"locked by key": func(w *Window) error { return w.Key("ctrl+l") },
	} {
		t.Run(name, func(t *testing.T) {
			p := newWorker(t)
			p.tell("init")
			p.unlock()
			p.write("Zanderquill stood by the gate. ")
			if err := p.w.Copy(long); err != nil {
				t.Fatal(err)
			}
			id, err := p.w.find(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			gone := p.w.Ended
			if name == "locked by key" {
				gone = func() bool { return p.w.command("getwindowgeometry", id).Run() != nil }
			}
			if err := p.w.Key("ctrl+v"); err != nil {
				t.Fatal(err)
			}
			from := time.Now()
			if err := leave(p.w); err != nil {
				t.Fatal(err)
			}
			for !gone() {
				if time.Since(from) > 4*leaving {
					t.Fatalf("still there after %v", 4*leaving)
				}
				time.Sleep(pollPause / 6)
			}
			took := time.Since(from)
			t.Logf("%s after a paste of 1 MB: %v", name, took.Round(10*time.Millisecond))
			if took > leaving {
				t.Errorf("took %v", took)
			}
			if name == "locked by key" {
				if err := p.w.Close(); err != nil {
					t.Fatal(err)
				}
			}
			list := objects[struct{ ID string }](p, p.tell("list", "--json"))
			if len(list) != 1 {
				t.Fatalf("%d entries", len(list))
			}
			text := p.tell("show", list[0].ID)
			if !strings.Contains(text, "Zanderquill") {
				t.Error("the text is gone")
			}
			t.Logf("%d bytes are there", len(text))
		})
	}
}
