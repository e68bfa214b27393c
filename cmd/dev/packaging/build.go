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

// BuildWindowsTest builds the tests of a room for Windows into a program; flags are
// further ones of the go command.
func BuildWindowsTest(ctx context.Context, p project.Project, program, room string, flags ...string) error {
	args := append([]string{"test", "-c", "-o", program}, flags...)
	return p.Patiently(ctx, "building the tests of "+room+" for windows", windowsTarget.environment, "go", append(args, "./"+room)...)
}
