//go:build linux

package tour

import (
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// screen starts a display for one test; a machine without Xvfb fails it, and
// the error says what to type.
func screen(t *testing.T, width, height int) *Display {
	t.Helper()
	d, err := StartDisplay(t.Context(), width, height)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// listener opens xev, which prints the keys that reach its window.
func listener(t *testing.T, d *Display) *Window {
	t.Helper()
	w, err := Start(t.Context(), d, os.Environ(), "xev", "-event", "keyboard", "-event", "button")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestDisplay_Frame_hasTheSizeAskedFor(t *testing.T) {
	for _, size := range []image.Point{{X: 1280, Y: 760}, {X: 1024, Y: 700}} {
		picture, err := screen(t, size.X, size.Y).Frame()
		if err != nil {
			t.Fatal(err)
		}
		if got := picture.Bounds().Size(); got != size {
			t.Errorf("frame %v, want %v", got, size)
		}
	}
}

func TestDisplay_Close_leavesNothing(t *testing.T) {
	d, err := StartDisplay(t.Context(), 320, 200)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(d.folder); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the screen's folder is still there: %v", err)
	}
	if _, err := d.Frame(); err == nil {
		t.Error("a closed screen gave a picture")
	}
}

func TestDisplay_Env_replacesTheOldScreen(t *testing.T) {
	env := (&Display{Name: ":7"}).Env([]string{"DISPLAY=:0", "WAYLAND_DISPLAY=wayland-0", "LC_ALL=C", "PATH=/bin"})
	for _, want := range []string{"DISPLAY=:7", "PATH=/bin", "LIBGL_ALWAYS_SOFTWARE=1"} {
		if !slices.Contains(env, want) {
			t.Errorf("no %s in %v", want, env)
		}
	}
	if slices.Contains(env, "DISPLAY=:0") || slices.Contains(env, "WAYLAND_DISPLAY=wayland-0") {
		t.Errorf("the old screen stayed: %v", env)
	}
}

func TestHome_keepsThePersonsFoldersAway(t *testing.T) {
	home := t.TempDir()
	env, err := Home([]string{"HOME=/home/me", "XDG_DATA_HOME=/home/me/data", "PATH=/bin"}, home)
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(env, func(pair string) bool { return strings.Contains(pair, "/home/me") }) {
		t.Errorf("a folder of the person's stayed: %v", env)
	}
	if _, err := os.Stat(filepath.Join(home, "Documents")); err != nil {
		t.Error(err)
	}
	if !slices.Contains(env, "HOME="+home) || !slices.Contains(env, "PATH=/bin") {
		t.Errorf("got %v", env)
	}
}

func TestWindow_Key_reachesTheProgram(t *testing.T) {
	w := listener(t, screen(t, 640, 480))
	for _, do := range []func() error{
		func() error { return w.Key("ctrl+n", "Tab") },
		func() error { return w.Type("day") },
		func() error { return w.Click(20, 20) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.WaitStable(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Control_L", "keysym 0x6e, n", "Tab", "keysym 0x64, d", "keysym 0x79, y", "ButtonPress"} {
		if !strings.Contains(w.Said(), want) {
			t.Errorf("%q did not arrive", want)
		}
	}
}

func TestWindow_Start_programThatEnds(t *testing.T) {
	d := screen(t, 320, 200)
	if _, err := Start(t.Context(), d, os.Environ(), "false"); err == nil || !strings.Contains(err.Error(), "ended") {
		t.Errorf("got %v", err)
	}
	if _, err := Start(t.Context(), d, os.Environ(), "no-such-program"); err == nil {
		t.Error("started nothing")
	}
}

func TestWalk_takesAPictureAStep(t *testing.T) {
	w, folder := listener(t, screen(t, 640, 480)), t.TempDir()
	defer w.Close()
	steps := []Step{
		{Name: "first"},
		{Acts: []Act{Press("a"), Write("b"), Rest(), func(ctx context.Context, w *Window) error { return w.Focus(ctx) }}},
		{Name: "last", Acts: []Act{Press("Tab")}},
	}
	if err := Walk(t.Context(), w, steps, folder); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"01-first.png", "03-last.png"} {
		if got := pictureSize(t, filepath.Join(folder, name)); got != image.Pt(640, 480) {
			t.Errorf("%s: %v", name, got)
		}
	}
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) != 2 {
		t.Errorf("%v, %v", names, err)
	}
}

func TestWalk_namesTheStepThatFails(t *testing.T) {
	w, folder := listener(t, screen(t, 320, 200)), t.TempDir()
	defer w.Close()
	stuck := func(context.Context, *Window) error { return errors.New("stuck") }
	err := Walk(t.Context(), w, []Step{{Name: "first"}, {Name: "second", Acts: []Act{stuck}}}, folder)
	if err == nil || !strings.Contains(err.Error(), "step 2 second: stuck") {
		t.Errorf("got %v", err)
	}
	pictureSize(t, filepath.Join(folder, "failed.png"))
}

func TestDiffering_countsPixels(t *testing.T) {
	a, b := image.NewRGBA(image.Rect(0, 0, 4, 4)), image.NewRGBA(image.Rect(0, 0, 4, 4))
	if n := differing(a, b); n != 0 {
		t.Errorf("same pictures: %d", n)
	}
	b.Pix[0], b.Pix[1], b.Pix[63] = 1, 1, 1
	if n := differing(a, b); n != 2 {
		t.Errorf("two pixels changed: %d", n)
	}
	if n := differing(a, image.NewRGBA(image.Rect(0, 0, 2, 2))); n == 0 {
		t.Error("other sizes count as the same")
	}
}

func pictureSize(t *testing.T, path string) image.Point {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	picture, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return picture.Bounds().Size()
}

func TestBetween_paintersWorkSideBySide(t *testing.T) {
	before := map[string]thread{"main": {false, 50}, "a": {true, 10}, "b": {true, 10}}
	after := map[string]thread{"main": {false, 80}, "a": {true, 30}, "b": {true, 60}, "new": {false, 5}}
	if got, want := between(before, after), (Spent{All: 105, Path: 85}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestReadThread_cases(t *testing.T) {
	const line = "17 (llvmpipe-1 (x) y) S 1 2 3 4 5 6 7 8 9 10 11 12 0 0"
	got, err := readThread(line)
	if want := (thread{true, 230 * time.Millisecond}); err != nil || got != want {
		t.Errorf("%+v, %v", got, err)
	}
	for _, bad := range []string{"", "17 (main) S 1 2", "17 (main) S 1 2 3 4 5 6 7 8 9 10 x 12"} {
		if _, err := readThread(bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
