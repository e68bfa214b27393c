package desktop

import "unsafe"

// https://learn.microsoft.com/windows/win32/api/winuser/ns-winuser-highcontrastw
const (
	getHighContrast = 0x0042 // SPI_GETHIGHCONTRAST
	highContrastOn  = 0x1
)

var systemParameters = user32.NewProc("SystemParametersInfoW")

type highContrast struct {
	size, flags uint32
	scheme      *uint16
}

// HighContrast reports whether the system is set to strong contrasts. Where it doesn't
// tell, it is false.
func HighContrast() bool {
	var set highContrast
	set.size = uint32(unsafe.Sizeof(set))
	told, _, _ := systemParameters.Call(getHighContrast, uintptr(set.size), uintptr(unsafe.Pointer(&set)), 0)
	return told != 0 && set.flags&highContrastOn != 0
}
