//go:build unix && !linux && !darwin

package platform

// TotalMemory is this computer's memory in bytes, or 0 where it is unknown.
func TotalMemory() uint64 { return 0 }
