package platform

import (
	"os"
	"path/filepath"
	"strings"
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
