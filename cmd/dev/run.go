package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"

	"aftershift/cmd/dev/project"
)

// runRun opens the program with the arguments given. Without a screen it takes
// the tour on a hidden one and says where the pictures are.
func runRun(ctx context.Context, p project.Project, args []string) error {
	hidden := !hasScreen(runtime.GOOS, os.Getenv)
	why := project.ForBuilding
	if hidden {
		why = project.ForTesting
	}
	if err := p.SetUp(ctx, why); err != nil {
		return err
	}
	if err := p.BuildPrograms(ctx); err != nil {
		return err
	}
	if hidden {
		fmt.Println("no screen here: walking through the program on a hidden one")
		return takeShots(ctx, p, "")
	}
	program := exec.CommandContext(ctx, p.Program("aftershift"), args...)
	program.Cancel = func() error { return program.Process.Signal(os.Interrupt) }
	program.Stdin, program.Stdout, program.Stderr = os.Stdin, os.Stdout, os.Stderr
	if program.Run() != nil && ctx.Err() == nil {
		return project.ErrReported
	}
	return nil
}

// hasScreen tells whether a window can open: always on macOS and Windows,
// elsewhere where a display is named.
func hasScreen(system string, env func(string) string) bool {
	if system == "darwin" || system == "windows" {
		return true
	}
	return env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != ""
}
