package desktop

import (
	"context"
	"os"
	"slices"
	"sync"

	"github.com/godbus/dbus/v5"

	"aftershift/internal/platform"
)

// Names on the system's bus.
const (
	login        = "org.freedesktop.login1"
	loginManager = login + ".Manager"
	loginSession = login + ".Session"
	loginPath    = "/org/freedesktop/login1"
)

// screenSavers are the interfaces that say that the screen was locked.
var screenSavers = []string{
	"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
}

// watch is what Absence holds of the buses.
type watch struct {
	stop context.CancelFunc

	mu    sync.Mutex
	over  bool     // closed
	delay *os.File // while it is open the computer waits before it sleeps
}

// WatchAbsence begins to listen, in the background: it returns at once and never
// fails. Until Settled or Close the computer waits before it sleeps, at most as
// long as logind lets a program delay it, which is usually 5 s.
func WatchAbsence() *Absence {
	ctx, stop := context.WithCancel(context.Background())
	a := &Absence{gone: make(chan struct{}, 1), watch: watch{stop: stop}}
	go a.listen(ctx, systemBus(), a.beginSystem, a.fromSystem)
	go a.listen(ctx, sessionBus(), a.beginSession, a.fromSession)
	return a
}

// Settled lets the computer sleep: whatever had to be done before is done. It
// waits again before the next sleep.
func (w *watch) Settled() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.letSleep()
}

// Close ends listening and lets the computer sleep. It may be called twice.
func (w *watch) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = true
	w.letSleep()
	w.stop()
}

func (w *watch) letSleep() {
	if w.delay != nil {
		_ = w.delay.Close() // a descriptor that was only held
		w.delay = nil
	}
}

// listen hands every signal of a bus to hear until ctx ends. Without a bus it
// ends at once: the idle clock locks all the same.
func (a *Absence) listen(ctx context.Context, address string,
	begin func(context.Context, *dbus.Conn) error, hear func(context.Context, *dbus.Conn, *dbus.Signal),
) {
	defer platform.Catch()
	if address == "" {
		return
	}
	conn, err := dbus.Connect(address) // closed below and by nobody else: an answer on its way may hold a descriptor
	if err != nil {
		return
	}
	defer conn.Close()
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	if begin(ctx, conn) != nil {
		return
	}
	for {
		select {
		case <-ctx.Done():
			return
		case signal, open := <-signals:
			if !open {
				return
			}
			hear(ctx, conn, signal)
		}
	}
}

func (a *Absence) beginSystem(ctx context.Context, conn *dbus.Conn) error {
	for _, signal := range [][2]string{{loginManager, "PrepareForSleep"}, {loginSession, "Lock"}} {
		err := conn.AddMatchSignalContext(ctx, dbus.WithMatchSender(login),
			dbus.WithMatchInterface(signal[0]), dbus.WithMatchMember(signal[1]))
		if err != nil {
			return err
		}
	}
	a.awaitSleep(conn)
	return nil
}

// awaitSleep asks logind to wait before the computer sleeps. A system without
// logind doesn't, and then the gap in the clock locks after it woke. It waits for
// the answer even after Close: a descriptor that nobody takes delays sleep.
func (a *Absence) awaitSleep(conn *dbus.Conn) {
	var fd dbus.UnixFD
	err := conn.Object(login, loginPath).Call(loginManager+".Inhibit", 0,
		"sleep", "Aftershift", "The journal is locked first", "delay").Store(&fd)
	if err != nil {
		return
	}
	held := os.NewFile(uintptr(fd), "sleep delay")
	a.mu.Lock()
	defer a.mu.Unlock()
	a.letSleep()
	if a.delay = held; a.over {
		a.letSleep()
	}
}

func (a *Absence) fromSystem(ctx context.Context, conn *dbus.Conn, signal *dbus.Signal) {
	switch signal.Name {
	case loginManager + ".PrepareForSleep":
		if begins(signal) {
			a.tell()
			return
		}
		a.awaitSleep(conn) // it has woken
	case loginSession + ".Lock":
		if ours(ctx, conn, signal.Path) {
			a.tell()
		}
	}
}

// ours tells whether a session is of this account. One that says nothing of
// itself counts as ours: locking once too often harms nobody.
func ours(ctx context.Context, conn *dbus.Conn, session dbus.ObjectPath) bool {
	var user dbus.Variant
	err := conn.Object(login, session).CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0,
		loginSession, "User").Store(&user)
	if err != nil {
		return true
	}
	fields, is := user.Value().([]any)
	if !is || len(fields) == 0 {
		return true
	}
	uid, is := fields[0].(uint32)
	return !is || int(uid) == os.Getuid()
}

func (a *Absence) beginSession(ctx context.Context, conn *dbus.Conn) error {
	for _, saver := range screenSavers {
		err := conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(saver), dbus.WithMatchMember("ActiveChanged"))
		if err != nil {
			return err
		}
	}
	return nil
}

func (a *Absence) fromSession(_ context.Context, _ *dbus.Conn, signal *dbus.Signal) {
	if slices.ContainsFunc(screenSavers, func(s string) bool { return signal.Name == s+".ActiveChanged" }) && begins(signal) {
		a.tell()
	}
}

// begins tells whether a signal says that something begins, not that it is over.
func begins(signal *dbus.Signal) bool {
	if len(signal.Body) == 0 {
		return false
	}
	begun, is := signal.Body[0].(bool)
	return is && begun
}
