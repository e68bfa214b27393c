package platform

import "golang.org/x/sys/unix"

// TotalMemory is this computer's memory in bytes, or 0 where it is unknown.
func TotalMemory() uint64 {
	size, err := unix.SysctlUint64("hw.memsize")
	if err != nil {
		return 0
	}
	return size
}
