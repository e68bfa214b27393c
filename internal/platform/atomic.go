package platform

import (
	"io/fs"
	"os"
	"path/filepath"

	"aftershift/internal/fault"
)

// PrivateFile and PrivateFolder are the permissions of everything made here.
const (
	PrivateFile   fs.FileMode = 0o600
	PrivateFolder fs.FileMode = 0o700
)

// tempPattern names temporary files so that they are known when left behind.
const tempPattern = ".aftershift-*.tmp"

// AtomicFile is a file that takes its name when it is whole: it is written under
// a temporary name in the same folder, with permission 0600, and Commit syncs
// and renames it. It is not safe for concurrent use.
type AtomicFile struct {
	file *os.File
	path string
}

// CreateAtomic begins a file that will stand at path. It gives fault.Permission
// where something other than a plain file stands there already, and the kinds
// of Fault.
func CreateAtomic(path string) (*AtomicFile, error) {
	if err := Replaceable(path); err != nil {
		return nil, err
	}
	// O_CREATE|O_EXCL with 0600: never follows a link, whatever the umask is.
	file, err := os.CreateTemp(filepath.Dir(path), tempPattern)
	if err != nil {
		return nil, Fault("create temporary file", err)
	}
	return &AtomicFile{file, path}, nil
}

// Write appends to the file. It gives the kinds of Fault.
func (f *AtomicFile) Write(b []byte) (int, error) {
	n, err := f.file.Write(b)
	return n, Fault("write file", err)
}

// TempPath is where the bytes stand until Commit, for writers that need a name.
func (f *AtomicFile) TempPath() string { return f.file.Name() }

// Commit syncs the bytes, gives the file its name and syncs the folder. After an
// error nothing is left of the temporary file, and what stood at the path is as
// it was (or, if only the folder's sync failed, is the new file).
func (f *AtomicFile) Commit() error {
	if err := f.file.Sync(); err != nil {
		f.Abort()
		return Fault("sync file", err)
	}
	if err := f.file.Close(); err != nil {
		f.Abort()
		return Fault("close file", err)
	}
	return Rename(f.file.Name(), f.path)
}

// Abort removes the temporary file. After Commit it does nothing.
func (f *AtomicFile) Abort() {
	_ = f.file.Close()
	_ = os.Remove(f.file.Name())
}

// WriteAtomic writes content to path, whole or not at all. It gives what
// CreateAtomic and Commit give.
func WriteAtomic(path string, content []byte) error {
	f, err := CreateAtomic(path)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(content); err != nil {
		return err
	}
	return f.Commit()
}

// Rename gives a finished and synced temporary file its name, replacing a plain
// file, and syncs the folder. If that fails it removes the temporary file.
func Rename(temp, path string) error {
	err := Replaceable(path)
	if err == nil {
		err = Fault("rename file", os.Rename(temp, path))
	}
	if err != nil {
		_ = os.Remove(temp)
		return err
	}
	return SyncFolder(filepath.Dir(path))
}

// SyncFile brings what was written to the file at path to the disk.
func SyncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR|noFollow, 0)
	if err != nil {
		return Fault("open file", err)
	}
	defer file.Close()
	return Fault("sync file", file.Sync())
}

// Replaceable gives nil where nothing or a plain file with a single name stands
// at path, and fault.Permission for a link, a second name, a pipe or a folder.
func Replaceable(path string) error {
	if err := Plain(path); fault.KindOf(err) != fault.NotFound {
		return err
	}
	return nil
}

// Plain gives nil where a plain file with a single name stands at path,
// fault.NotFound where nothing does, and fault.Permission for anything else.
func Plain(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return Fault("look at file", err)
	}
	if !info.Mode().IsRegular() || names(info) > 1 {
		return fault.New(fault.Permission, "refuse link or special file")
	}
	return nil
}
