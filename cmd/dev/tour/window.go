package tour

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// How long to wait, wide enough for a busy machine, and when a screen stands still.
const (
	openTimeout   = 60 * time.Second // a first start draws its fonts in software
	stableTimeout = 15 * time.Second
	closeTimeout  = 10 * time.Second
	pollPause     = 60 * time.Millisecond
	keyDelay      = "12" // milliseconds between typed letters
	// caretPixels is how much may change between two frames that count as the
	// same: a blinking caret is all that still moves.
	caretPixels = 160
	// steadyFrames is how many frames in a row must be the same.
	steadyFrames = 4
)

// A Window is a running program on a Display. Make it with Start.
type Window struct {
	display *Display
	program *exec.Cmd
	said    *transcript
	ended   chan struct{}
}

// Start runs program with args on the display, in environment env (Display.Env
// is applied to it), and waits until its window is there, fills the screen and
// has the keyboard. The program ends with ctx or Close.
func Start(ctx context.Context, d *Display, env []string, program string, args ...string) (*Window, error) {
	w := &Window{
		display: d, said: &transcript{}, ended: make(chan struct{}),
		program: exec.CommandContext(ctx, program, args...),
	}
	w.program.Env = d.Env(env)
	w.program.Stdout, w.program.Stderr = w.said, w.said
	w.program.Cancel = func() error { return w.program.Process.Signal(syscall.SIGTERM) }
	if err := w.program.Start(); err != nil {
		return nil, err
	}
	go func() {
		w.program.Wait()
		close(w.ended)
	}()
	if err := w.fill(ctx); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// fill gives the window the whole screen, which no window manager does here,
// and moves the pointer out of sight.
func (w *Window) fill(ctx context.Context) error {
	id, err := w.find(ctx)
	if err != nil {
		return err
	}
	width, height := strconv.Itoa(w.display.Width), strconv.Itoa(w.display.Height)
	if err := w.xdotool("windowmove", id, "0", "0", "windowsize", id, width, height,
		"mousemove", width, height); err != nil {
		return err
	}
	return w.Focus(ctx)
}

// find gives the X id of the program's visible window, waiting for it.
func (w *Window) find(ctx context.Context) (string, error) {
	deadline := time.Now().Add(openTimeout)
	for time.Now().Before(deadline) {
		search := w.command("search", "--onlyvisible", "--name", ".")
		out, _ := search.Output() // it fails while there is no window yet
		if ids := strings.Fields(string(out)); len(ids) > 0 {
			return ids[len(ids)-1], nil
		}
		if err := w.pause(ctx); err != nil {
			return "", err
		}
	}
	return "", errors.New("no window after " + openTimeout.String() + "\n" + w.Said())
}

// pause waits a little and fails when the program or ctx ended meanwhile.
func (w *Window) pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-w.ended:
		return errors.New("the program ended\n" + w.Said())
	case <-time.After(pollPause):
		return nil
	}
}

// Focus gives the window the keyboard and moves the pointer out of sight. It
// looks for the window anew, since a program may have opened another one in place
// of its first.
func (w *Window) Focus(ctx context.Context) error {
	id, err := w.find(ctx)
	if err != nil {
		return err
	}
	width, height := strconv.Itoa(w.display.Width), strconv.Itoa(w.display.Height)
	return w.xdotool("windowfocus", "--sync", id, "mousemove", width, height)
}

// Relock does act, which locks the journal, waits until the program has replaced
// its window by another one, and gives that the keyboard. It fails where the
// window stays for 60 s.
func (w *Window) Relock(ctx context.Context, act func() error) error {
	id, err := w.find(ctx)
	if err != nil {
		return err
	}
	if err := act(); err != nil {
		return err
	}
	for deadline := time.Now().Add(openTimeout); time.Now().Before(deadline); {
		if w.command("getwindowgeometry", id).Run() != nil {
			return w.Focus(ctx)
		}
		if err := w.pause(ctx); err != nil {
			return err
		}
	}
	return errors.New("the window was not replaced")
}

// Key presses keys one after the other: "ctrl+n", "Tab", "Return".
func (w *Window) Key(keys ...string) error {
	return w.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "40"}, keys...)...)
}

// Type types text, which must be ASCII: other letters go by Paste.
func (w *Window) Type(text string) error {
	return w.xdotool("type", "--delay", keyDelay, "--", text)
}

// Click presses the left button at a point of the screen in pixels.
func (w *Window) Click(x, y int) error {
	return w.xdotool("mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
}

// Copy puts text on the screen's clipboard.
func (w *Window) Copy(text string) error {
	copying := exec.Command("xclip", "-selection", "clipboard", "-in")
	copying.Env = w.display.Env(os.Environ())
	copying.Stdin = strings.NewReader(text)
	if err := copying.Run(); err != nil {
		return fmt.Errorf("put text on the clipboard: %w", err)
	}
	return nil
}

// Paste puts text on the screen's clipboard and presses Ctrl+V.
func (w *Window) Paste(text string) error {
	if err := w.Copy(text); err != nil {
		return err
	}
	return w.Key("ctrl+v")
}

// WaitStable waits until the screen shows something and stands still but for a
// caret, and gives the picture. A screen that still moves after 15 s is an error.
func (w *Window) WaitStable(ctx context.Context) (*image.RGBA, error) {
	last, err := w.display.Frame()
	if err != nil {
		return nil, err
	}
	deadline := time.Now().Add(stableTimeout)
	for same := 0; same < steadyFrames; {
		if time.Now().After(deadline) {
			return nil, errors.New("the screen does not come to rest")
		}
		if err := w.pause(ctx); err != nil {
			return nil, err
		}
		next, err := w.display.Frame()
		if err != nil {
			return nil, err
		}
		same++
		if differing(last, next) > caretPixels || blank(next) {
			same = 0
		}
		last = next
	}
	return last, nil
}

// turned is the share of a screen, as one part of so many, that another page
// changes at least.
const turned = 11

// Turn does act and waits until the screen shows another page than before. It
// fails where none comes within 60 s.
func (w *Window) Turn(ctx context.Context, act func() error) error {
	before, err := w.display.Frame()
	if err != nil {
		return err
	}
	if err := act(); err != nil {
		return err
	}
	for deadline := time.Now().Add(openTimeout); time.Now().Before(deadline); {
		now, err := w.display.Frame()
		if err != nil {
			return err
		}
		if differing(before, now) > len(now.Pix)/4/turned {
			return nil
		}
		if err := w.pause(ctx); err != nil {
			return err
		}
	}
	return errors.New("no other page came")
}

// Shot waits for a steady screen and writes it to path as a PNG.
func (w *Window) Shot(ctx context.Context, path string) error {
	picture, err := w.WaitStable(ctx)
	if err != nil {
		return err
	}
	var raw bytes.Buffer
	if err := png.Encode(&raw, picture); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, raw.Bytes(), 0o644)
}

// Said gives what the program has printed so far.
func (w *Window) Said() string { return w.said.String() }

// Ended tells whether the program has ended by itself.
func (w *Window) Ended() bool {
	select {
	case <-w.ended:
		return true
	default:
		return false
	}
}

// Close asks the program to end and waits; after 10 s it is killed, which is
// an error.
func (w *Window) Close() error {
	w.program.Process.Signal(syscall.SIGTERM) // fails only where it ended already
	select {
	case <-w.ended:
		return nil
	case <-time.After(closeTimeout):
		w.program.Process.Kill()
		<-w.ended
		return errors.New("the program did not end when asked")
	}
}

// command prepares xdotool on the window's display, whatever DISPLAY is here. No
// context ends it.
func (w *Window) command(args ...string) *exec.Cmd {
	cmd := exec.Command("xdotool", args...)
	cmd.Env = w.display.Env(os.Environ())
	return cmd
}

// xdotool runs what command prepares and waits for it. args begin with the word that
// the error names, beside what xdotool printed.
func (w *Window) xdotool(args ...string) error {
	if out, err := w.command(args...).CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool %s: %w %s", args[0], err, out)
	}
	return nil
}

// differing counts the pixels that are not the same in both pictures.
func differing(a, b *image.RGBA) int {
	if a.Bounds() != b.Bounds() {
		return len(a.Pix)
	}
	count := 0
	for i := 0; i+3 < len(a.Pix); i += 4 {
		if [4]byte(a.Pix[i:i+4]) != [4]byte(b.Pix[i:i+4]) {
			count++
		}
	}
	return count
}

// blank tells whether the picture is of one colour: nothing was drawn yet.
func blank(picture *image.RGBA) bool {
	return len(picture.Pix) > 4 && bytes.Equal(picture.Pix[4:], picture.Pix[:len(picture.Pix)-4])
}

// transcript keeps what a program prints. Safe for concurrent use.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write keeps b.
func (t *transcript) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.Write(b)
}

// String gives everything kept.
func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}
