package platform

import (
	"errors"
	"io/fs"
	"time"

	"golang.org/x/sys/windows"
)

// A scanner or an indexer opens what was just written, for moments, and nobody can
// rename it meanwhile. It is tried again after patience, twice that, and so on.
const (
	patience    = 5 * time.Millisecond
	renameTries = 8 // 0.6 s in all
)

// replaceFile gives a file another name, replaces what has it, and returns once the
// disk has that.
func replaceFile(from, to string) error {
	return move(from, to, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

func move(from, to string, how uint32) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	wait := patience
	for range renameTries - 1 {
		if err = windows.MoveFileEx(source, target, how); err == nil || !isHeld(err) {
			return err
		}
		time.Sleep(wait)
		wait *= 2
	}
	return windows.MoveFileEx(source, target, how)
}

// isHeld reports whether an error may be that of a file that somebody else has open.
func isHeld(err error) bool {
	return errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION) ||
		errors.Is(err, windows.ERROR_ACCESS_DENIED)
}

// names is 1: the file information here doesn't tell.
func names(fs.FileInfo) int { return 1 }

// SyncFolder does nothing: NTFS journals its names, and a folder can't be synced.
func SyncFolder(string) error { return nil }
