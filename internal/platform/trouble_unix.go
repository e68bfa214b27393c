//go:build unix

package platform

import (
	"errors"
	"syscall"
)

// noFollow refuses a symbolic link as the last part of a path.
const noFollow = syscall.O_NOFOLLOW

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
