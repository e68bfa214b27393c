package platform

import (
	"io"
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
	file, err := createTemp(filepath.Dir(path))
	if err != nil {
		return nil, err
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
// it was (or, if only the folder's sync failed, is the new file). Kinds: those of
// CreateAtomic.
func (f *AtomicFile) Commit() error {
	if err := f.file.Sync(); err != nil {
		f.Abort()
		return Fault("sync file", err)
	}
	return renameOpen(f.file, f.path)
}

// Abort removes the temporary file. After Commit it does nothing.
func (f *AtomicFile) Abort() {
	_ = f.file.Close()
	_ = os.Remove(f.file.Name())
}

// WriteAtomic writes content to path, whole or not at all. Kinds: those of
// CreateAtomic.
func WriteAtomic(path string, content []byte) error {
	if err := Replaceable(path); err != nil {
		return err
	}
	file, err := written(filepath.Dir(path), content)
	if err != nil {
		return err
	}
	return renameOpen(file, path)
}

// WriteNew writes content to path, where nothing may stand, whole or not at all:
// it never replaces what was put there meanwhile, and gives fault.Conflict then.
// Where the system has files without a name, nothing of it can be read under
// another name even if the program is killed. Other kinds are those of Fault.
func WriteNew(path string, content []byte) error {
	dir := filepath.Dir(path)
	if done, err := writeUnnamed(dir, content, path); done {
		return err
	}
	file, err := written(dir, content)
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	defer file.Close()
	if err := nameNew(file, path, content); err != nil {
		return Fault("name file", err)
	}
	return SyncFolder(dir)
}

// written gives a temporary file in the folder that holds content, synced.
func written(dir string, content []byte) (*os.File, error) {
	file, err := createTemp(dir)
	if err != nil {
		return nil, err
	}
	if _, err = file.Write(content); err == nil {
		err = file.Sync()
	}
	if err != nil {
		_ = file.Close()
		_ = os.Remove(file.Name())
		return nil, Fault("write file", err)
	}
	return file, nil
}

// writeExclusive writes content to a file that it makes, for file systems that
// can neither link nor rename without replacing.
func writeExclusive(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL|noFollow, PrivateFile)
	if err != nil {
		return err
	}
	if _, err = file.Write(content); err == nil {
		err = file.Sync()
	}
	if shut := file.Close(); err == nil {
		err = shut
	}
	if err != nil {
		_ = os.Remove(path)
	}
	return err
}

// rename gives a finished and synced temporary file its name, replacing a plain
// file, and syncs the folder. If that fails it removes the temporary file.
func rename(temp, path string) error {
	err := Replaceable(path)
	if err == nil {
		err = Fault("rename file", replaceFile(temp, path))
	}
	if err != nil {
		_ = os.Remove(temp)
		return err
	}
	return SyncFolder(filepath.Dir(path))
}

// SyncFile brings what was written to the file at path to the disk. It gives the
// kinds of Fault.
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

// ReadStart gives up to most bytes that a plain file begins with, and what was read
// before an error too. It gives the kinds of Plain and of Fault.
func ReadStart(path string, most int64) ([]byte, error) {
	if err := Plain(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, Fault("open file", err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, most))
	return raw, Fault("read file", err)
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
