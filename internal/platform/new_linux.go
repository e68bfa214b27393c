package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// writeUnnamed writes content to a file without a name and links it to path: of
// one that is killed nothing stays, and a name that is taken is never replaced
// (open(2), O_TMPFILE). It is not done where the file system has no such files.
func writeUnnamed(dir string, content []byte, path string) (done bool, err error) {
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, uint32(PrivateFile))
	if err != nil {
		return false, nil // with a name the reason is told, where it still holds
	}
	file := os.NewFile(uintptr(fd), filepath.Base(path))
	defer file.Close()
	if _, err := file.Write(content); err != nil {
		return true, Fault("write file", err)
	}
	if err := file.Sync(); err != nil {
		return true, Fault("sync file", err)
	}
	err = unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", fd), unix.AT_FDCWD, path, unix.AT_SYMLINK_FOLLOW)
	switch {
	case errors.Is(err, fs.ErrExist):
		return true, Fault("name file", err)
	case err != nil:
		return false, nil
	}
	return true, SyncFolder(dir)
}

// nameNew gives the temporary file its name unless that is taken (rename(2),
// RENAME_NOREPLACE).
func nameNew(file *os.File, path string, content []byte) error {
	err := unix.Renameat2(unix.AT_FDCWD, file.Name(), unix.AT_FDCWD, path, unix.RENAME_NOREPLACE)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return linkNew(file, path, content)
}
