package platform

import (
	"os"

	"golang.org/x/sys/windows"
)

// holdFile does nothing: an open file can't be removed here.
func holdFile(*os.File) {}

func holdFolder(string) *os.File { return nil }

func inUse(string) bool { return false }

// renameOpen closes the file first: an open one can't be renamed here.
func renameOpen(file *os.File, path string) error {
	if err := file.Close(); err != nil {
		_ = os.Remove(file.Name())
		return Fault("close file", err)
	}
	return rename(file.Name(), path)
}

// writeUnnamed is never done: there are no files without a name here.
func writeUnnamed(string, []byte, string) (bool, error) { return false, nil }

// nameNew gives the temporary file its name unless that is taken.
func nameNew(file *os.File, path string, _ []byte) error {
	if err := file.Close(); err != nil {
		return err
	}
	return move(file.Name(), path, windows.MOVEFILE_WRITE_THROUGH) // without replacing
}
