package desktop

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"golang.org/x/sys/unix"

	"aftershift/internal/platform"
)

// patience is how long a test waits for what happens at once on a calm machine.
const patience = time.Minute

// startBus starts a bus of the test's own and gives its address.
func startBus(t *testing.T) string {
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
	return strings.TrimSpace(address)
}

// fakeLogin stands in for logind: it gives out delays and knows two sessions.
type fakeLogin struct {
	conn  *dbus.Conn
	asked chan *os.File // the reading end of each delay: it ends when the delay does
}

func startLogin(t *testing.T, address string) *fakeLogin {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	l := &fakeLogin{conn: conn, asked: make(chan *os.File, 8)}
	for _, err := range []error{
		conn.Export(l, loginPath, loginManager),
		conn.Export(owned(uint32(os.Getuid())), loginPath+"/session/own", "org.freedesktop.DBus.Properties"),
		conn.Export(owned(uint32(os.Getuid())+1), loginPath+"/session/other", "org.freedesktop.DBus.Properties"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := conn.RequestName(login, dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return l
}

// Inhibit is called over the bus.
func (l *fakeLogin) Inhibit(what, _, _, mode string) (dbus.UnixFD, *dbus.Error) {
	if what != "sleep" || mode != "delay" {
		return 0, dbus.MakeFailedError(os.ErrInvalid)
	}
	var ends [2]int
	if err := unix.Pipe2(ends[:], unix.O_CLOEXEC|unix.O_NONBLOCK); err != nil {
		return 0, dbus.MakeFailedError(err)
	}
	l.asked <- os.NewFile(uintptr(ends[0]), "delay")
	time.AfterFunc(3*time.Second, func() { _ = unix.Close(ends[1]) }) // after it was sent
	return dbus.UnixFD(ends[1]), nil
}

// owned is a session of a user id.
type owned uint32

// Get is called over the bus.
func (o owned) Get(string, string) (dbus.Variant, *dbus.Error) {
	return dbus.MakeVariant(struct {
		UID  uint32
		Path dbus.ObjectPath
	}{uint32(o), "/user"}), nil
}

func (l *fakeLogin) emit(t *testing.T, path, name string, values ...any) {
	t.Helper()
	if err := l.conn.Emit(dbus.ObjectPath(path), name, values...); err != nil {
		t.Fatal(err)
	}
}

// delay waits until a delay was asked for.
func (l *fakeLogin) delay(t *testing.T) *os.File {
	t.Helper()
	select {
	case held := <-l.asked:
		t.Cleanup(func() { _ = held.Close() })
		return held
	case <-time.After(patience):
		t.Fatal("the computer is not asked to wait")
		return nil
	}
}

// released waits until a delay was given back.
func released(t *testing.T, delay *os.File) {
	t.Helper()
	if err := delay.SetReadDeadline(time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	if _, err := delay.Read(make([]byte, 1)); err == nil || os.IsTimeout(err) {
		t.Errorf("the computer still waits: %v", err)
	}
}

// scene starts both buses, logind, and an Absence that listens to them.
func scene(t *testing.T) (*Absence, *fakeLogin, *fakeLogin) {
	t.Helper()
	system, session := startBus(t), startBus(t)
	t.Setenv(systemVariable, system)
	t.Setenv(sessionVariable, session)
	onSystem := startLogin(t, system)
	desktop := startLogin(t, session)
	a := WatchAbsence()
	t.Cleanup(a.Close)
	return a, onSystem, desktop
}

func wantGone(t *testing.T, a *Absence, what string) {
	t.Helper()
	select {
	case <-a.Gone():
	case <-time.After(patience):
		t.Fatalf("%s is not told", what)
	}
}

func TestAbsence_Gone_sleep(t *testing.T) {
	a, login, _ := scene(t)
	first := login.delay(t)
	login.emit(t, loginPath, loginManager+".PrepareForSleep", true)
	wantGone(t, a, "sleep")
	a.Settled()
	released(t, first)
	login.emit(t, loginPath, loginManager+".PrepareForSleep", false)
	second := login.delay(t)
	a.Close()
	a.Close()
	released(t, second)
}

func TestAbsence_Gone_lockOfOwnSessionAlone(t *testing.T) {
	a, login, _ := scene(t)
	login.delay(t)
	login.emit(t, loginPath+"/session/own", loginSession+".Lock")
	wantGone(t, a, "the lock of the session")
	login.emit(t, loginPath+"/session/unknown", loginSession+".Lock")
	wantGone(t, a, "the lock of a session that says nothing")
	login.emit(t, loginPath+"/session/other", loginSession+".Lock")
	login.emit(t, loginPath, loginManager+".PrepareForSleep", false)
	login.delay(t) // all that was sent before has been heard
	select {
	case <-a.Gone():
		t.Error("somebody else's session counts")
	default:
	}
}

func TestAbsence_Gone_screenLocked(t *testing.T) {
	a, _, desktop := scene(t)
	var heard atomic.Bool
	for _, saver := range screenSavers {
		for range 100 { // until it listens
			desktop.emit(t, "/", saver+".ActiveChanged", true)
			select {
			case <-a.Gone():
				heard.Store(true)
			case <-time.After(100 * time.Millisecond):
				continue
			}
			break
		}
		if !heard.Swap(false) {
			t.Fatalf("%s is not heard", saver)
		}
	}
	desktop.emit(t, "/", screenSavers[0]+".ActiveChanged", false)
	desktop.emit(t, "/", screenSavers[0]+".ActiveChanged")
	desktop.emit(t, "/", screenSavers[1]+".ActiveChanged", true)
	wantGone(t, a, "the second")
	select {
	case <-a.Gone():
		t.Error("an unlocked screen counts")
	default:
	}
}

func TestAbsence_quietWithoutABus(t *testing.T) {
	for _, address := range []string{"unix:path=/nowhere/bus", "tcp:host=127.0.0.1,port=1", "disabled:", "nonsense"} {
		t.Setenv(systemVariable, address)
		t.Setenv(sessionVariable, address)
		a := WatchAbsence()
		a.Settled()
		select {
		case <-a.Gone():
			t.Errorf("%s: somebody is said to have gone", address)
		case <-time.After(20 * time.Millisecond):
		}
		a.Close()
	}
}

func TestKeepBusesLocal(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	for _, c := range []struct{ given, session, system string }{
		{"", noBus, usualSystemBus},
		{"unix:path=/a", "unix:path=/a", "unix:path=/a"},
		{"tcp:host=10.0.0.1,port=7", noBus, noBus},
		{"tcp:host=10.0.0.1,port=7;unix:path=/b", "unix:path=/b", "unix:path=/b"},
		{"autolaunch:", noBus, noBus},
	} {
		t.Setenv(sessionVariable, c.given)
		t.Setenv(systemVariable, c.given)
		if err := KeepBusesLocal(); err != nil {
			t.Fatal(err)
		}
		if got := os.Getenv(sessionVariable); got != c.session {
			t.Errorf("%q: session %q, want %q", c.given, got, c.session)
		}
		if got := os.Getenv(systemVariable); got != c.system {
			t.Errorf("%q: system %q, want %q", c.given, got, c.system)
		}
	}
}

func TestSessionBus_ofTheRuntimeFolder(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv(sessionVariable, "")
	if got := sessionBus(); got != "" {
		t.Errorf("%q where there is none", got)
	}
	if err := os.WriteFile(dir+"/bus", nil, platform.PrivateFile); err != nil {
		t.Fatal(err)
	}
	if got := sessionBus(); got != "unix:path="+dir+"/bus" {
		t.Errorf("got %q", got)
	}
}
