package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
)

// runRun opens the program with the arguments given. Without a screen it takes
// the tour on a hidden one and says where the pictures are.
func runRun(ctx context.Context, p project, args []string) error {
	hidden := !hasScreen(runtime.GOOS, os.Getenv)
	why := forBuilding
	if hidden {
		why = forTesting
	}
	if err := setUp(ctx, p, why); err != nil {
		return err
	}
	if err := p.buildPrograms(ctx); err != nil {
		return err
	}
	if hidden {
		fmt.Println("no screen here: walking through the program on a hidden one")
		return p.takeShots(ctx, "")
	}
	program := exec.CommandContext(ctx, p.program("aftershift"), args...)
	program.Cancel = func() error { return program.Process.Signal(os.Interrupt) }
	program.Stdin, program.Stdout, program.Stderr = os.Stdin, os.Stdout, os.Stderr
	if program.Run() != nil && ctx.Err() == nil {
		return errReported
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
