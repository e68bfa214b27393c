//go:build !windows

package desktop

// HighContrast is false: these desktops have no one place that tells.
func HighContrast() bool { return false }
