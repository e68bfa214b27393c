package platform

import (
	"errors"
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

// profileVariable names, while Confine holds, where the person's own profile is.
const profileVariable = "AFTERSHIFT_PROFILE"

// Profile returns the person's own folder, also while Confine holds; "" where there is
// none.
func Profile() string {
	if own := os.Getenv(profileVariable); own != "" {
		return own
	}
	home, _ := os.UserHomeDir() // without one, nobody's files are proposed
	return home
}

// Confine has the window's library, which makes folders of its own in the person's
// profile, make them in the portable folder instead; "" changes nothing. It goes by
// environment variables, so it stands before the library is used, and for the programs
// that this one starts. It gives the kinds of Fault.
func Confine(portable string) error {
	if portable == "" {
		return nil
	}
	failed := os.Setenv(profileVariable, Profile())
	window := filepath.Join(portable, "window")
	for _, name := range []string{"USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		failed = errors.Join(failed, os.Setenv(name, window))
	}
	return Fault("keep all in one folder", failed)
}
