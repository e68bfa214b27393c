package wine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// looks are the variants in which the window is walked through.
var looks = []string{"light", "dark", "text-150"}

// walk goes through the window, each look with a new journal.
func (w prefix) walk(ctx context.Context) (failed error) {
	for _, name := range looks {
		at := slices.IndexFunc(tour.Variants, func(v tour.Variant) bool { return v.Name == name })
		if err := w.walkLook(ctx, tour.Variants[at], filepath.Join(w.built, "aftershift.exe")); err != nil {
			failed = errors.Join(failed, fmt.Errorf("window under wine, %s: %w", name, err))
		}
	}
	return failed
}

// untilAll starts a program and waits for every one of the prefix: locking replaces
// the process.
const untilAll = `wine "$0" "$@"; exec wineserver -w`

func (w prefix) walkLook(ctx context.Context, v tour.Variant, program string) error {
	started := time.Now()
	folder := w.Path("out/shots/wine-" + v.Name)
	if err := w.forget(folder); err != nil {
		return err
	}
	screen, err := tour.StartDisplay(ctx, v.Width, v.Height)
	if err != nil {
		return err
	}
	defer screen.Close()
	args := append([]string{"-c", untilAll, program}, v.Args...)
	window, err := tour.Start(ctx, screen, append(os.Environ(), w.environment()...), "sh", args...)
	if err != nil {
		return err
	}
	walked := tour.Walk(ctx, window, tour.FirstHour, folder)
	w.end()
	if walked != nil {
		return walked
	}
	pictures, err := filepath.Glob(filepath.Join(folder, "*.png"))
	fmt.Printf("ok   window, %-16s %3d pictures in %s, %s\n", v.Name, len(pictures), w.Rel(folder), project.Clock(time.Since(started)))
	return err
}

// forget takes away the pictures of before, and what the program keeps in the prefix.
func (w prefix) forget(pictures string) error {
	for _, name := range []string{"aftershift*", "fyne"} {
		kept, err := filepath.Glob(filepath.Join(w.folder, "drive_c", "users", "*", "AppData", "*", name))
		if err != nil {
			return err
		}
		for _, path := range append(kept, pictures) {
			if err := os.RemoveAll(path); err != nil {
				return err
			}
		}
	}
	return nil
}
