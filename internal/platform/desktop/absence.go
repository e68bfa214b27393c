// Package desktop is what the desktop around the program tells: that whoever sits
// there may have gone, and how dates are written there.
package desktop

// Absence tells when whoever sits at this computer may have gone: the computer
// is about to sleep, or its screen is locked. Make it with WatchAbsence. It is
// safe for concurrent use.
//
// On Linux it listens to the buses of the desktop, over Unix sockets alone:
// logind's PrepareForSleep and Lock
// (https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html)
// and the screen savers' ActiveChanged. On Windows it has a window of its own that is
// never shown, which hears of the lock, of sleep and of logging off. Where there is no
// bus, and on other systems, it never speaks.
type Absence struct {
	gone chan struct{}
	watch
}

// Gone gives the channel that holds a value each time somebody may have gone.
// Several such moments before it is read count as one. It is never closed.
func (a *Absence) Gone() <-chan struct{} { return a.gone }

// tell leaves a value in the channel, if none waits there.
func (a *Absence) tell() {
	select {
	case a.gone <- struct{}{}:
	default:
	}
}
