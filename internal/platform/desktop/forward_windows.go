package desktop

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// windowOfLibrary is the class of every window of the program (GLFW 3.4,
// src/win32_init.c).
const windowOfLibrary = "GLFW30"

const restoreWindow = 9 // SW_RESTORE

var (
	findWindow    = user32.NewProc("FindWindowW")
	isIconic      = user32.NewProc("IsIconic")
	showWindow    = user32.NewProc("ShowWindow")
	setForeground = user32.NewProc("SetForegroundWindow")
)

// Forward brings the program's window of that title to the front, where one is open
// on this desktop, and reports whether it did.
func Forward(title string) bool {
	class, err := windows.UTF16PtrFromString(windowOfLibrary)
	if err != nil {
		return false
	}
	name, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return false
	}
	window, _, _ := findWindow.Call(uintptr(unsafe.Pointer(class)), uintptr(unsafe.Pointer(name)))
	if window == 0 {
		return false
	}
	if small, _, _ := isIconic.Call(window); small != 0 {
		_, _, _ = showWindow.Call(window, restoreWindow)
	}
	_, _, _ = setForeground.Call(window) // refused while somebody types elsewhere: it blinks then
	return true
}
