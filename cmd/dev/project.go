package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// buildFlags go to every go command, so that build, vet and test share one
// compiled copy of the window library, which takes minutes to compile.
const buildFlags = "-trimpath -tags=migrated_fynedo"

// programs are the main packages that build makes.
var programs = []string{"aftershift", "aftershift-cli"}

// A project is the module's folder.
type project struct{ root string }

// findProject gives the nearest folder above the working directory with the
// module's go.mod.
func findProject() (project, error) {
	at, err := os.Getwd()
	if err != nil {
		return project{}, err
	}
	return projectAbove(at)
}

func projectAbove(at string) (project, error) {
	for {
		mod, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil && bytes.HasPrefix(mod, []byte("module aftershift\n")) {
			return project{root: at}, nil
		}
		up := filepath.Dir(at)
		if up == at {
			return project{}, errors.New("no aftershift module here or above; run this inside the project")
		}
		at = up
	}
}

// path gives an absolute path from one below the root, with slashes.
func (p project) path(below string) string {
	return filepath.Join(p.root, filepath.FromSlash(below))
}

// rel gives path as seen from the root, with slashes, for messages.
func (p project) rel(path string) string {
	below, err := filepath.Rel(p.root, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(below)
}

// program gives where a built program stands.
func (p project) program(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return p.path("out/bin/" + name)
}

// command prepares a program that runs in the root and ends with ctx.
func (p project) command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = p.root
	cmd.Env = append(os.Environ(), "GOFLAGS="+goFlags(os.Getenv("GOFLAGS")))
	return cmd
}

// goFlags adds buildFlags to what the person already set.
func goFlags(set string) string { return strings.TrimSpace(set + " " + buildFlags) }

// output runs a program and gives what it printed; where it fails, the error
// holds the last lines it complained with.
func (p project) output(ctx context.Context, name string, args ...string) (string, error) {
	return p.outputOn(ctx, nil, name, args...)
}

// outputOn is output with a changed environment.
func (p project) outputOn(ctx context.Context, env []string, name string, args ...string) (string, error) {
	cmd := p.command(ctx, name, args...)
	cmd.Env = append(cmd.Env, env...)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		// go test complains on its standard output.
		return out.String(), fmt.Errorf("%s %s: %w\n%s\n%s", name, args[0], err, tail(out.String(), 20), tail(complaint.String(), 20))
	}
	return out.String(), nil
}

// tail gives the last n lines of text.
func tail(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}
