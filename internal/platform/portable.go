package platform

import (
	"os"
	"path/filepath"
)

// Names beside the program: the file that makes it portable, and the folder that
// then holds everything.
const (
	portableFile   = "portable"
	portableFolder = "data"
)

// PortableFolder returns the folder that holds all that the program keeps where a
// file named "portable" stands beside it, as on a stick: "data", beside it too. It
// is "" elsewhere. It is not made.
func PortableFolder() string {
	program, err := os.Executable()
	if err != nil {
		return ""
	}
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	return portableBeside(program)
}

func portableBeside(program string) string {
	dir := filepath.Dir(program)
	if info, err := os.Stat(filepath.Join(dir, portableFile)); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	return filepath.Join(dir, portableFolder)
}
