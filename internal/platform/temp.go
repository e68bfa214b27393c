package platform

import (
	"os"
	"path/filepath"
	"strings"

	"aftershift/internal/fault"
)

// Temporary files and folders are named so that they are known when left behind;
// SQLite's own names stand beside them. Whoever made one holds it until it is
// done, so that the abandoned are told from those in use.
const (
	tempEnd     = ".tmp"
	tempPattern = ".aftershift-*" + tempEnd
)

// createTemp makes a file in dir that is held until it is closed. O_EXCL with
// 0600 never follows a link, whatever the umask is.
func createTemp(dir string) (*os.File, error) {
	file, err := os.CreateTemp(dir, tempPattern)
	if err != nil {
		return nil, Fault("create temporary file", err)
	}
	holdFile(file)
	protect(file.Name())
	return file, nil
}

// TempFolder is a private folder for a while.
type TempFolder struct {
	path string
	held *os.File
}

// MakeTempFolder makes a private folder in dir. It gives the kinds of Fault.
func MakeTempFolder(dir string) (*TempFolder, error) {
	path, err := os.MkdirTemp(dir, tempPattern)
	if err != nil {
		return nil, Fault("make folder", err)
	}
	protect(path)
	return &TempFolder{path, holdFolder(path)}, nil
}

// Path is where the folder stands.
func (f *TempFolder) Path() string { return f.path }

// Remove takes the folder away with all that is in it.
func (f *TempFolder) Remove() {
	if f.held != nil {
		_ = f.held.Close()
	}
	_ = os.RemoveAll(f.path)
}

// Rename gives the folder its name, where nothing may stand, once it is whole. It
// gives fault.Conflict where something does, and the kinds of Fault.
func (f *TempFolder) Rename(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Conflict, "name folder")
	}
	if err := os.Rename(f.path, path); err != nil {
		return Fault("name folder", err)
	}
	if f.held != nil {
		_ = f.held.Close()
	}
	f.path = path + tempEnd // nothing stands there for Remove
	return SyncFolder(filepath.Dir(path))
}

// Left gives the paths of temporary files and folders in dir, of programs that
// ended and of those at work. A folder that can't be read holds none.
func Left(dir string) (all []string) {
	names, _ := os.ReadDir(dir)
	for _, e := range names {
		if known, _ := filepath.Match(tempPattern+"*", e.Name()); known {
			all = append(all, filepath.Join(dir, e.Name()))
		}
	}
	return all
}

// Tidy removes what programs that ended in the middle of their work left in the
// folder: whole journals, copies and readable files under a temporary name. What
// a running program holds stays.
func Tidy(dir string) {
	for _, path := range Left(dir) {
		at := strings.LastIndex(path, tempEnd)
		if !inUse(path[:at+len(tempEnd)]) {
			_ = os.RemoveAll(path)
		}
	}
}

// Note notes in the folder notes that something is made in dir, until done is
// called or the program ends: TidyNoted tells the two apart. It gives the kinds of
// Fault.
func Note(notes, dir string) (done func(), err error) {
	if err := MakePrivate(notes); err != nil {
		return nil, err
	}
	note, err := written(notes, []byte(dir))
	if err != nil {
		return nil, err
	}
	return func() {
		_ = note.Close()
		_ = os.Remove(note.Name())
	}, nil
}

// longestNote bounds what is read of a note, in bytes.
const longestNote = 1 << 16

// TidyNoted tidies every folder that the notes of programs that ended name, and
// takes the notes away where the folder could be read.
func TidyNoted(notes string) {
	for _, path := range Left(notes) {
		if inUse(path) {
			continue
		}
		raw, err := ReadStart(path, longestNote)
		if dir := string(raw); err == nil && filepath.IsAbs(dir) {
			if _, err := os.Stat(filepath.Dir(dir)); err != nil {
				continue // such as a stick that isn't there now
			}
			Tidy(dir)
		}
		_ = os.Remove(path)
	}
}
