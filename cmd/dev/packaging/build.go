package packaging

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"aftershift/cmd/dev/project"
)

// buildTarget is a system to build for: its variables of the go command, and what
// its linker needs for the window's program alone.
type buildTarget struct {
	name, ending string
	environment  []string
	window       string
}

// The systems that packages are made for, each with its C compiler: the window's
// library is C. Both are built on Linux. With -H=windowsgui the window has no console.
var (
	linuxTarget   = buildTarget{name: "linux", environment: []string{"GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=1", "CC=gcc"}}
	windowsTarget = buildTarget{
		name: "windows", ending: ".exe", window: " -H=windowsgui",
		environment: []string{"GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=1", "CC=x86_64-w64-mingw32-gcc"},
	}
)

// buildFor builds both programs for a system into a folder. No path, time or
// build number of this machine gets into them.
func (k *packer) buildFor(ctx context.Context, t buildTarget, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, name := range project.Programs {
		link := "-s -w -buildid= -X=main.version=" + k.version
		if name == project.Programs[0] {
			link += t.window
		}
		args := []string{"build", "-buildvcs=false", "-ldflags=" + link, "-o", filepath.Join(folder, name+t.ending)}
		if err := k.Patiently(ctx, "building "+name+" for "+t.name, t.environment, "go", append(args, "./cmd/"+name)...); err != nil {
			return err
		}
		if err := k.tell(filepath.Join(folder, name+t.ending)); err != nil {
			return err
		}
	}
	return nil
}

// BuildWindows builds both programs for Windows into a folder.
func BuildWindows(ctx context.Context, p project.Project, folder string) error {
	k := packer{Project: p, release: release{version: "0.0.0"}, said: time.Now()}
	return k.buildFor(ctx, windowsTarget, folder)
}

// WrapWindows makes installers and portable archive of the programs that BuildWindows
// put into a folder, as a version of their own ("0.0.2"), in another folder, which it
// empties first: for a trial, so the installers are packed loosely. It gives the errors
// of the files and of the tools.
func WrapWindows(ctx context.Context, p project.Project, programs, to, version string) error {
	made := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	k := packer{Project: p, release: release{version: version, commit: "none", made: made}, out: to, work: filepath.Join(to, "work"), quick: true, said: time.Now()}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	folder := filepath.Join(k.work, "windows", "Aftershift")
	for _, name := range project.Programs {
		if err := place(filepath.Join(programs, name+".exe"), filepath.Join(folder, name+".exe"), 0o755); err != nil {
			return err
		}
	}
	if err := k.writeLicences(); err != nil {
		return err
	}
	if err := k.wrapWindows(ctx, folder); err != nil {
		return err
	}
	return os.RemoveAll(k.work)
}

// BuildWindowsTest builds the tests of a room for Windows into a program; flags are
// further ones of the go command.
func BuildWindowsTest(ctx context.Context, p project.Project, program, room string, flags ...string) error {
	args := append([]string{"test", "-c", "-o", program}, flags...)
	return p.Patiently(ctx, "building the tests of "+room+" for windows", windowsTarget.environment, "go", append(args, "./"+room)...)
}
