// Package platform is what the operating system gives: files that are written
// whole or not at all, a lock that lets one process in, private folders, limits
// on dumps, replacing the process, and what kind of trouble a system error is.
//
// Functions are safe for concurrent use; the types say so where they are not.
package platform

import (
	"errors"
	"io/fs"
	"os"
	"runtime/debug"

	"aftershift/internal/fault"
)

// Fault gives err the operation that failed and the kind that the system's
// error stands for: fault.DiskFull, Permission, NotFound, Conflict (it exists
// already), or the kind that err has. It drops file names, which a system error
// carries and a log should not. It gives nil for nil.
func Fault(op string, err error) error {
	if err == nil {
		return nil
	}
	return fault.As(kindOf(err), op, bare(err))
}

func kindOf(err error) fault.Kind {
	switch {
	case isDiskFull(err):
		return fault.DiskFull
	case errors.Is(err, fs.ErrPermission), isReadOnly(err):
		return fault.Permission
	case errors.Is(err, fs.ErrNotExist):
		return fault.NotFound
	case errors.Is(err, fs.ErrExist):
		return fault.Conflict
	}
	return fault.KindOf(err)
}

// bare takes the file names out of a system error.
func bare(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// giveBackOfC has the C library give back what is free, where that can be asked of it.
var giveBackOfC = func() {}

// GiveBack gives memory that is free again back to the system: Go's, and the C library's,
// in which the drawing of pages leaves holes. It takes some tens of milliseconds. It is
// safe for concurrent use.
func GiveBack() {
	debug.FreeOSMemory()
	giveBackOfC()
}
