package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// runShots builds the programs before it takes the pictures, so that none shows an
// older build. -only leaves one variant; a name that isn't one is an error.
func runShots(ctx context.Context, p project.Project, args []string) error {
	flags := flag.NewFlagSet("shots", flag.ContinueOnError)
	only := flags.String("only", "", "one `variant`: light, dark, contrast, text-150, small")
	if err := flags.Parse(args); err != nil {
		return project.ErrReported
	}
	if err := p.SetUp(ctx, project.ForTesting); err != nil {
		return err
	}
	if err := p.BuildPrograms(ctx); err != nil {
		return err
	}
	return takeShots(ctx, p, *only)
}

// takeShots walks every variant, or the one named, and says where the pictures
// are.
func takeShots(ctx context.Context, p project.Project, only string) error {
	if runtime.GOOS != "linux" {
		return errors.New("pictures are taken on Linux, where a window can be driven on a hidden screen")
	}
	known := false
	var failed error
	for _, v := range tour.Variants {
		if only != "" && v.Name != only {
			continue
		}
		known = true
		if err := shootVariant(ctx, p, v); err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", v.Name, err))
		}
	}
	if !known {
		return fmt.Errorf("no variant %q", only)
	}
	return failed
}

// shootVariant starts the program afresh, with a home folder of its own that
// stays beside the pictures, so that the files it exported can be read.
func shootVariant(ctx context.Context, p project.Project, v tour.Variant) error {
	started := time.Now()
	folder := p.Path("out/shots/" + v.Name)
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	home := filepath.Join(folder, "home")
	env, err := tour.Home(os.Environ(), home)
	if err != nil {
		return err
	}
	screen, err := tour.StartDisplay(ctx, v.Width, v.Height)
	if err != nil {
		return err
	}
	defer screen.Close()
	window, err := tour.Start(ctx, screen, env, p.Program("aftershift"), v.Args...)
	if err != nil {
		return err
	}
	walked := errors.Join(tour.Walk(ctx, window, tour.Steps, folder), window.Close())
	if walked != nil {
		return walked
	}
	pictures, err := filepath.Glob(filepath.Join(folder, "*.png"))
	fmt.Printf("%-9s %d pictures in %s, exported files below %s (%s)\n",
		v.Name, len(pictures), p.Rel(folder), p.Rel(home), project.Clock(time.Since(started)))
	return err
}
