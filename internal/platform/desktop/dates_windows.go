package desktop

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

// shortDate is LOCALE_SSHORTDATE, such as "dd/MM/yyyy"
// (https://learn.microsoft.com/windows/win32/intl/locale-sshortdate).
const shortDate = 0x1F

var getLocale = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetLocaleInfoEx")

// dateOrder reports whether the person's own setting writes the month before the day,
// and whether there is one that tells.
func dateOrder() (monthFirst, told bool) {
	var text [80]uint16 // the longest that the setting may be
	size, _, _ := getLocale.Call(0, shortDate, uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)))
	if size == 0 {
		return false, false
	}
	return orderOf(windows.UTF16ToString(text[:]))
}

// orderOf reads the order out of a pattern of Windows. One that begins with the year is
// written in the order of ISO 8601 and tells nothing about the others.
func orderOf(pattern string) (monthFirst, told bool) {
	year, month, day := strings.Index(pattern, "y"), strings.Index(pattern, "M"), strings.Index(pattern, "d")
	if month < 0 || day < 0 || year >= 0 && year < min(month, day) {
		return false, false
	}
	return month < day, true
}
