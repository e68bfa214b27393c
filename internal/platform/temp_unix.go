//go:build unix

package platform

import (
	"errors"
	"os"
	"syscall"
)

// holdFile takes the file for as long as it is open. On a file system without locks
// it does nothing.
func holdFile(file *os.File) { _ = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }

func holdFolder(path string) *os.File {
	folder, err := os.Open(path)
	if err != nil {
		return nil
	}
	holdFile(folder)
	return folder
}

// inUse reports whether somebody holds the file or folder at path.
func inUse(path string) bool {
	file, err := os.OpenFile(path, os.O_RDONLY|noFollow|syscall.O_NONBLOCK, 0)
	if err != nil {
		return false
	}
	defer file.Close()
	return errors.Is(syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

// renameOpen renames the file while it is held, so that it is never taken for
// abandoned.
func renameOpen(file *os.File, path string) error {
	defer file.Close()
	return rename(file.Name(), path)
}
