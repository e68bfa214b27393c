package main

import (
	"context"
	"errors"
	"fmt"

	"aftershift/cmd/dev/project"
)

// runSetup installs what building and testing need. What makes packages for Windows,
// and wine, come with the tasks that need them.
func runSetup(ctx context.Context, p project.Project, args []string) error {
	if len(args) > 0 {
		return errors.New("setup takes no arguments")
	}
	if err := p.SetUp(ctx, project.ForTesting); err != nil {
		return err
	}
	fmt.Println("ready: nothing is missing")
	return nil
}

// runBuild sets up no more than building needs, and prints where each program is, from
// the root. Where the compiler complained, the error is project.ErrReported.
func runBuild(ctx context.Context, p project.Project, args []string) error {
	if len(args) > 0 {
		return errors.New("build takes no arguments")
	}
	if err := p.SetUp(ctx, project.ForBuilding); err != nil {
		return err
	}
	if err := p.BuildPrograms(ctx); err != nil {
		return err
	}
	for _, name := range project.Programs {
		fmt.Println(p.Rel(p.Program(name)))
	}
	return nil
}
