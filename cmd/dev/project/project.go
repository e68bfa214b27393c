// Package project is what every task stands on: where the module is, running
// commands in it, building its programs, what a machine needs for that, and
// telling how far a long step is.
package project

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
)

// Programs are the main packages that BuildPrograms makes, the window's first.
// Nothing changes it.
var Programs = []string{"aftershift", "aftershift-cli"}

// ErrReported is a failure whose output the person has already read, so that
// nothing more is printed of it.
var ErrReported = errors.New("reported")

// A Project is the module's folder. Its methods run whatever they start in Root
// and may be called concurrently.
type Project struct {
	Root string // an absolute path
}

// Find returns the project of the nearest folder, from the working directory up,
// that holds the module's go.mod; it gives an error outside any.
func Find() (Project, error) {
	at, err := os.Getwd()
	if err != nil {
		return Project{}, err
	}
	return projectAbove(at)
}

// projectAbove looks in at, an absolute path, and then in each folder above it. It goes
// on above the go.mod of another module.
func projectAbove(at string) (Project, error) {
	for {
		mod, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil && bytes.HasPrefix(mod, []byte("module aftershift\n")) {
			return Project{Root: at}, nil
		}
		up := filepath.Dir(at)
		if up == at {
			return Project{}, errors.New("no aftershift module here or above; run this inside the project")
		}
		at = up
	}
}

// Path returns the absolute path of one below the root that is written with
// slashes.
func (p Project) Path(below string) string {
	return filepath.Join(p.Root, filepath.FromSlash(below))
}

// Rel returns an absolute path as seen from the root, with slashes, for messages.
func (p Project) Rel(path string) string {
	below, err := filepath.Rel(p.Root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(below)
}

// Program returns the path where BuildPrograms puts one of Programs.
func (p Project) Program(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return p.Path("out/bin/" + name)
}
