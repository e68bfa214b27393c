package desktop

import (
	"runtime"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"

	"aftershift/internal/platform"
)

// What Windows says to a window
// (https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change,
// .../power/wm-powerbroadcast, .../shutdown/wm-queryendsession).
const (
	msgDestroy         = 0x0002
	msgClose           = 0x0010
	msgQueryEndSession = 0x0011
	msgPower           = 0x0218
	msgSession         = 0x02B1

	powerSuspend = 0x4

	sessionDisconnected       = 0x2 // from the screen, as when users are switched
	sessionRemoteDisconnected = 0x4
	sessionLogoff             = 0x6
	sessionLock               = 0x7
)

// mostDelay is how long the computer waits before it sleeps, or somebody is logged off:
// Windows gives a program about 2 s to prepare for sleep, and 5 s to end.
const mostDelay = 1800 * time.Millisecond

var (
	user32   = windows.NewLazySystemDLL("user32.dll")
	wtsapi32 = windows.NewLazySystemDLL("wtsapi32.dll")

	registerClass  = user32.NewProc("RegisterClassExW")
	createWindow   = user32.NewProc("CreateWindowExW")
	defaultAnswer  = user32.NewProc("DefWindowProcW")
	getMessage     = user32.NewProc("GetMessageW")
	dispatch       = user32.NewProc("DispatchMessageW")
	postMessage    = user32.NewProc("PostMessageW")
	postQuit       = user32.NewProc("PostQuitMessage")
	notifySessions = wtsapi32.NewProc("WTSRegisterSessionNotification")
)

// windowClass and message are WNDCLASSEXW and MSG.
type windowClass struct {
	size, style                        uint32
	answer                             uintptr
	classExtra, windowExtra            int32
	instance, icon, cursor, background windows.Handle
	menu, name                         *uint16
	smallIcon                          windows.Handle
}

type message struct {
	window         uintptr
	id             uint32
	wParam, lParam uintptr
	time           uint32
	x, y           int32
}

// className is that of the window which is never shown and hears for Absence.
const className = "AftershiftAbsence"

// watch is what Absence holds of its window.
type watch struct {
	settled chan struct{}

	mu     sync.Mutex
	over   bool    // closed
	window uintptr // 0: not made yet, or gone
}

// WatchAbsence begins to listen, in the background: it returns at once and never
// fails. Until Settled or Close the computer waits before it sleeps or logs off, at
// most 1.8 s.
func WatchAbsence() *Absence {
	a := &Absence{gone: make(chan struct{}, 1), watch: watch{settled: make(chan struct{}, 1)}}
	go a.listen()
	return a
}

// Settled lets the computer sleep: whatever had to be done before is done.
func (w *watch) Settled() {
	select {
	case w.settled <- struct{}{}:
	default:
	}
}

// Close ends listening and lets the computer sleep. It may be called twice.
func (w *watch) Close() {
	w.Settled()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.over = true
	if w.window != 0 {
		_, _, _ = postMessage.Call(w.window, msgClose, 0, 0) // it is gone where that fails
	}
}

// listeners are those who listen, by their windows.
var listeners sync.Map

// class registers the window's class, once. It may have failed: then no window is made.
var class = sync.OnceFunc(func() {
	name, err := windows.UTF16PtrFromString(className)
	if err != nil {
		return
	}
	c := windowClass{name: name, answer: windows.NewCallback(answer)}
	c.size = uint32(unsafe.Sizeof(c))
	_, _, _ = registerClass.Call(uintptr(unsafe.Pointer(&c)))
})

// listen makes the window and hears what it is told until it is closed. Where it can't
// be made the idle clock locks all the same.
func (a *Absence) listen() {
	defer platform.Catch()
	runtime.LockOSThread() // a window belongs to the thread that made it
	class()
	name, err := windows.UTF16PtrFromString(className)
	if err != nil {
		return
	}
	window, _, _ := createWindow.Call(0, uintptr(unsafe.Pointer(name)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	if window == 0 {
		return
	}
	listeners.Store(window, a)
	defer listeners.Delete(window)
	_, _, _ = notifySessions.Call(window, 0) // this session; a system without sessions locks none
	a.mu.Lock()
	if a.window = window; a.over {
		_, _, _ = postMessage.Call(window, msgClose, 0, 0)
	}
	a.mu.Unlock()
	var m message
	for {
		more, _, _ := getMessage.Call(uintptr(unsafe.Pointer(&m)), 0, 0, 0)
		if int32(more) <= 0 {
			return
		}
		_, _, _ = dispatch.Call(uintptr(unsafe.Pointer(&m)))
	}
}

// answer is called with what the system says to a window of the class.
func answer(window uintptr, id uint32, wParam, lParam uintptr) uintptr {
	a, ours := listeners.Load(window)
	switch {
	case id == msgDestroy:
		_, _, _ = postQuit.Call(0)
	case ours && id == msgSession:
		switch wParam {
		case sessionLock, sessionLogoff, sessionDisconnected, sessionRemoteDisconnected:
			a.(*Absence).tell()
		}
	case ours && (id == msgPower && wParam == powerSuspend || id == msgQueryEndSession):
		a.(*Absence).await()
		return 1 // it may sleep, or end
	}
	said, _, _ := defaultAnswer.Call(window, uintptr(id), wParam, lParam)
	return said
}

// await tells that somebody goes, and waits until what has to be done is done.
func (a *Absence) await() {
	select {
	case <-a.settled: // of a time before
	default:
	}
	a.tell()
	select {
	case <-a.settled:
	case <-time.After(mostDelay):
	}
}
