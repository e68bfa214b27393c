package platform

import "golang.org/x/sys/unix"

// TotalMemory is this computer's memory in bytes, or 0 where it is unknown.
func TotalMemory() uint64 {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	return uint64(info.Totalram) * uint64(info.Unit)
}
