package platform

import (
	"errors"

	"golang.org/x/sys/windows"
)

// noFollow has no counterpart here: making a symbolic link needs a privilege.
const noFollow = 0

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }
