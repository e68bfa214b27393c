package platform

import "runtime/debug"

// GiveBack gives memory that is free again back to the system: Go's, and where that can
// be asked of it the C library's, in which the drawing of pages leaves holes. It takes
// some tens of milliseconds. It is safe for concurrent use.
func GiveBack() {
	debug.FreeOSMemory()
	giveBackOfC()
}
