package platform

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// memoryStatus is MEMORYSTATUSEX of sysinfoapi.h.
type memoryStatus struct {
	length, load            uint32
	total, free             uint64
	totalPage, freePage     uint64
	totalVirtual, freeVirt  uint64
	freeExtendedVirtualZero uint64
}

// TotalMemory is this computer's memory in bytes, or 0 where it is unknown.
func TotalMemory() uint64 {
	var status memoryStatus
	status.length = uint32(unsafe.Sizeof(status))
	call := windows.NewLazySystemDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx")
	if ok, _, _ := call.Call(uintptr(unsafe.Pointer(&status))); ok == 0 {
		return 0
	}
	return status.total
}
