package input

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"aftershift/internal/platform"
)

// maxPaths bounds what CompletePath gives.
const maxPaths = 8

// CompletePath gives the folders, and the files whose names end in one of the suffixes,
// that begin like what is typed so far, folders with a separator at the end. Names that
// begin with a dot are left out unless a dot was typed. Without a suffix it gives
// folders alone. A folder that can't be read gives none.
func CompletePath(typed string, suffixes ...string) []string {
	folder, begun := filepath.Split(typed)
	if !filepath.IsAbs(folder) {
		return nil
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var paths []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case !strings.HasPrefix(strings.ToLower(name), strings.ToLower(begun)), strings.HasPrefix(name, ".") && begun == "":
		case e.IsDir():
			paths = append(paths, filepath.Join(folder, name)+string(filepath.Separator))
		case ends(name, suffixes):
			paths = append(paths, filepath.Join(folder, name))
		}
		if len(paths) == maxPaths {
			break
		}
	}
	return paths
}

// Inside gives the whole paths of the folders in a folder, with a separator at their
// end, and then of the files whose names end in one of suffixes; "" takes every
// file. Names that begin with a dot are left out. A folder that can't be read gives
// none.
func Inside(folder string, suffixes ...string) (paths []string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var files []string
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		switch info, err := os.Stat(path); {
		case err != nil || strings.HasPrefix(e.Name(), "."):
		case info.IsDir():
			paths = append(paths, path+string(filepath.Separator))
		case ends(e.Name(), suffixes):
			files = append(files, path)
		}
	}
	return append(paths, files...)
}

func ends(name string, suffixes []string) bool {
	return slices.ContainsFunc(suffixes, func(end string) bool { return strings.HasSuffix(name, end) })
}

// Nearest gives the folder that a typed path names, or else the nearest above it
// that is there; where none is named, Documents.
func Nearest(typed string) string {
	for path := filepath.Clean(strings.TrimSpace(typed)); filepath.IsAbs(path); path = filepath.Dir(path) {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return path
		}
	}
	return Documents()
}

// MakeFolder makes a folder in another and returns its path; false where there is
// something of that name, the name is of no single folder, or the system forbids it.
func MakeFolder(in, name string) (string, bool) {
	path := filepath.Join(in, name)
	if !filepath.IsAbs(in) || name == "" || name != filepath.Base(path) {
		return "", false
	}
	return path, os.Mkdir(path, 0o750) == nil
}

// IsFile tells whether a file, or a link to one, stands at path.
func IsFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// Documents gives the folder where a person keeps files: Documents below the
// home folder where there is one, else the home folder, else "". A portable program's
// home is the one that it was started from, and not its own folder.
func Documents() string {
	home := platform.Profile()
	if home == "" {
		return ""
	}
	if info, err := os.Stat(filepath.Join(home, "Documents")); err == nil && info.IsDir() {
		return filepath.Join(home, "Documents")
	}
	return home
}

// IsName reports whether a file can have this name wherever it is carried: on Windows too,
// where some signs, some names, and a dot or a space at the end can't be.
func IsName(name string) bool {
	if name == "" || strings.ContainsAny(name, "<>:\"/\\|?*") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	for _, r := range name {
		if r < ' ' || r == 0x7f {
			return false
		}
	}
	before, _, _ := strings.Cut(name, ".")
	return !devices[strings.ToUpper(strings.TrimRight(before, " "))]
}

// devices are the names that Windows keeps for itself, also before a dot.
// Source: learn.microsoft.com/windows/win32/fileio/naming-a-file, "Naming conventions".
var devices = func() map[string]bool {
	all := map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true}
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"} {
		all["COM"+n], all["LPT"+n] = true, true
	}
	return all
}()
