//go:build !windows

package desktop

// Forward does nothing and is false: desktops here let no program bring the window of
// another process to the front.
func Forward(string) bool { return false }
