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
