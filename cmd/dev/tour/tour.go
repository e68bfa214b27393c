package tour

import (
	"context"
	"fmt"
	"path/filepath"
	"time"
)

// A Variant is one look of the program: a screen size in pixels and the flags
// that choose theme and text size.
type Variant struct {
	Name          string // folder of its pictures
	Width, Height int
	Args          []string
}

// Variants are the looks that a page must stand: the small laptop in light,
// dark and high contrast, large text, and the smallest screen.
var Variants = []Variant{
	{Name: "light", Width: 1280, Height: 760, Args: []string{"-theme", "light"}},
	{Name: "dark", Width: 1280, Height: 760, Args: []string{"-theme", "dark"}},
	{Name: "contrast", Width: 1280, Height: 760, Args: []string{"-theme", "contrast"}},
	{Name: "text-150", Width: 1280, Height: 760, Args: []string{"-theme", "light", "-text", "150"}},
	{Name: "small", Width: 1024, Height: 700, Args: []string{"-theme", "light"}},
}

// An Act is one thing that a person does at the window.
type Act func(ctx context.Context, w *Window) error

// A Step is a few acts and the picture that is taken after them.
type Step struct {
	Name string // file name of the picture; "" takes none
	Acts []Act
}

// Press gives the act of pressing keys one after the other.
func Press(keys ...string) Act {
	return func(_ context.Context, w *Window) error { return w.Key(keys...) }
}

// Write gives the act of typing ASCII text.
func Write(text string) Act {
	return func(_ context.Context, w *Window) error { return w.Type(text) }
}

// Rest gives the act of waiting until the screen stands still.
func Rest() Act {
	return func(ctx context.Context, w *Window) error {
		_, err := w.WaitStable(ctx)
		return err
	}
}

// Wait gives the act of letting time pass, as for the idle clock.
func Wait(d time.Duration) Act {
	return func(ctx context.Context, _ *Window) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(d):
			return nil
		}
	}
}

// Turn gives the act of pressing keys and waiting until another page stands in
// the window, as after a key was derived.
func Turn(keys ...string) Act {
	return func(ctx context.Context, w *Window) error {
		return w.Turn(ctx, func() error { return w.Key(keys...) })
	}
}

// Relock gives the act of locking by pressing keys, up to the window that the
// program opens in place of the one that knew the journal.
func Relock(keys ...string) Act {
	return func(ctx context.Context, w *Window) error {
		return w.Relock(ctx, func() error { return w.Key(keys...) })
	}
}

// Walk goes the steps in order and writes folder/NN-name.png for each. A step
// that fails is named in the error; the picture of that moment is kept as
// folder/failed.png.
func Walk(ctx context.Context, w *Window, steps []Step, folder string) error {
	for i, step := range steps {
		if err := walkStep(ctx, w, step, folder, i+1); err != nil {
			w.Shot(ctx, filepath.Join(folder, "failed.png")) // best effort: the step's error matters
			return fmt.Errorf("step %d %s: %w", i+1, step.Name, err)
		}
	}
	return nil
}

// walkStep does the step's acts up to the first that fails, then takes its picture.
// number counts from 1 and puts the pictures in order by their names.
func walkStep(ctx context.Context, w *Window, step Step, folder string, number int) error {
	for _, act := range step.Acts {
		if err := act(ctx, w); err != nil {
			return err
		}
	}
	if step.Name == "" {
		return nil
	}
	return w.Shot(ctx, filepath.Join(folder, fmt.Sprintf("%02d-%s.png", number, step.Name)))
}
