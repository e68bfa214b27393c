package desktop

import (
	"testing"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

const patience = time.Minute

var sendMessage = user32.NewProc("SendMessageW")

// window waits for the window of the class, or for none.
func window(t *testing.T, there bool) uintptr {
	t.Helper()
	name, err := windows.UTF16PtrFromString(className)
	if err != nil {
		t.Fatal(err)
	}
	for range int(patience / time.Millisecond) {
		found, _, _ := findWindow.Call(uintptr(unsafe.Pointer(name)), 0)
		if (found != 0) == there {
			return found
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatalf("window there: %t", !there)
	return 0
}

// The lock, sleep and the end of the session are told, what else happens isn't.
func TestAbsence_hears_windows(t *testing.T) {
	a := WatchAbsence()
	at := window(t, true)
	for name, m := range map[string]struct {
		id, wParam uintptr
		told       bool
	}{
		"lock":         {msgSession, sessionLock, true},
		"unlock":       {msgSession, 0x8, false},
		"disconnected": {msgSession, sessionRemoteDisconnected, true},
		"sleep":        {msgPower, powerSuspend, true},
		"power":        {msgPower, 0xA, false},
		"logging off":  {msgQueryEndSession, 0, true},
	} {
		answered := make(chan uintptr)
		go func() {
			said, _, _ := sendMessage.Call(at, m.id, m.wParam, 0)
			answered <- said
		}()
		if m.told {
			select {
			case <-a.Gone():
			case <-time.After(patience):
				t.Fatalf("%s isn't told", name)
			}
			a.Settled()
		}
		if said := <-answered; m.id == msgQueryEndSession && said != 1 {
			t.Errorf("%s is refused", name)
		}
		select {
		case <-a.Gone():
			t.Errorf("%s is told", name)
		default:
		}
	}
	a.Close()
	window(t, false)
	a.Close()
}

// One that is closed at once leaves no window behind.
func TestAbsence_closed_at_once(t *testing.T) {
	for range 20 {
		WatchAbsence().Close()
	}
	window(t, false)
}
