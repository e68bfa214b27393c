//go:build linux

package tour

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// TestLocksWithTheScreen locks the desktop's screen while somebody types, and
// opens the journal again.
func TestLocksWithTheScreen(t *testing.T) {
	p := newWorker(t)
	desktop := p.desktopBus()
	p.tell("init")
	p.open()
	p.write(secret)
	p.do(Turn("Return"))
	p.press("ctrl+n")
	typing := make(chan error, 1)
	go func() { typing <- p.w.Type("Zanderquill said more than I could take in, and I went on and on and on.") }()
	time.Sleep(500 * time.Millisecond) // in the middle of it
	locked := time.Now()
	err := p.w.Relock(t.Context(), func() error {
		return desktop.Emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", true)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("another window after %v", time.Since(locked).Round(time.Millisecond))
	if err := <-typing; err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p.journal() + ".lock"); !os.IsNotExist(err) {
		t.Errorf("the journal is not closed: %v", err)
	}
	if list := p.tell("list"); !strings.Contains(list, "Zanderquill") {
		t.Errorf("what was typed before is gone: %s", list)
	}
}

// desktopBus starts a session bus that the program will find, and connects to it.
func (p *worker) desktopBus() *dbus.Conn {
	p.Helper()
	daemon := exec.CommandContext(p.Context(), tool(p.T, "dbus-daemon"), "--session", "--nofork", "--print-address=1")
	out, err := daemon.StdoutPipe()
	if err != nil {
		p.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { _ = daemon.Process.Kill(); _ = daemon.Wait() })
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		p.Fatal(err)
	}
	address = strings.TrimSpace(address)
	p.env = append(p.env, "DBUS_SESSION_BUS_ADDRESS="+address)
	conn, err := dbus.Connect(address)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { _ = conn.Close() })
	return conn
}
