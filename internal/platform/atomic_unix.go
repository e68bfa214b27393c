//go:build unix

package platform

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// names gives how many names (hard links) the file has.
func names(info fs.FileInfo) int {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return int(stat.Nlink)
	}
	return 1
}

// SyncFolder brings the names in a folder to the disk. File systems that can't
// sync a folder (EINVAL) are taken as they are. It gives the kinds of Fault.
func SyncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return Fault("open folder", err)
	}
	defer folder.Close()
	if err := folder.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return Fault("sync folder", err)
	}
	return nil
}

// replaceFile gives a file another name and replaces what has it.
func replaceFile(from, to string) error { return os.Rename(from, to) }

// linkNew gives the temporary file a second name, unless that is taken, and the
// caller takes the first away; without links it writes anew.
func linkNew(file *os.File, path string, content []byte) error {
	err := os.Link(file.Name(), path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return writeExclusive(path, content)
}

// protect does nothing: what is made here is private by its permissions.
func protect(string) {}
