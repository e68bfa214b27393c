// Package tour drives the program's real window by keyboard on a screen of its
// own, and takes pictures of it.
//
// Display is the screen (Xvfb), Window the program on it (driven by xdotool),
// Steps the way through the program's pages. Linux only. The pictures task and
// the keyboard test both go this way. Nothing here is safe for concurrent use;
// several displays may be used at the same time.
package tour

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// A Display is a virtual X screen that nobody sees. Make it with StartDisplay.
type Display struct {
	Name          string // what DISPLAY is set to, ":93"
	Width, Height int    // pixels
	folder        string // holds the frame file
	server        *exec.Cmd
}

// StartDisplay starts Xvfb with a screen of the size in pixels, on a display
// number that Xvfb finds free. The screen ends with ctx or Close. It gives an
// error that says what to type when Xvfb isn't installed.
func StartDisplay(ctx context.Context, width, height int) (*Display, error) {
	if _, err := exec.LookPath("Xvfb"); err != nil {
		return nil, errors.New("no Xvfb; type: go run ./cmd/dev setup")
	}
	folder, err := os.MkdirTemp("", "screen")
	if err != nil {
		return nil, err
	}
	d := &Display{Width: width, Height: height, folder: folder}
	if err := d.serve(ctx); err != nil {
		os.RemoveAll(folder)
		return nil, fmt.Errorf("start Xvfb: %w", err)
	}
	return d, nil
}

// serve starts the server and reads the number it tells once it takes clients.
// Keys don't repeat (-r): on a busy machine a key may stay down for long before
// the next step lets it go.
func (d *Display) serve(ctx context.Context) error {
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	d.server = exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-noreset", "-r",
		"-fbdir", d.folder, "-screen", "0", fmt.Sprintf("%dx%dx24", d.Width, d.Height))
	d.server.ExtraFiles = []*os.File{write}
	d.server.Cancel = func() error { return d.server.Process.Signal(syscall.SIGTERM) }
	err = d.server.Start()
	write.Close()
	if err != nil {
		return err
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return errors.Join(errors.New("it ended at once"), d.server.Wait())
	}
	d.Name = ":" + strings.TrimSpace(number)
	return d.answers(ctx)
}

// answers waits until the server takes a client: on a busy machine it may tell
// its number before it does. Without -noreset it would also refuse clients for a
// moment whenever the last one has left.
func (d *Display) answers(ctx context.Context) error {
	var err error
	for range 50 {
		ask := exec.CommandContext(ctx, "xdotool", "getdisplaygeometry")
		ask.Env = d.Env(os.Environ())
		if err = ask.Run(); err == nil || errors.Is(err, exec.ErrNotFound) {
			return err
		}
		time.Sleep(pollPause)
	}
	return errors.Join(errors.New("it takes no client"), err, d.Close())
}

// Env gives environ changed so that a program opens its window here: X11
// rather than Wayland, and drawing without a graphics card.
func (d *Display) Env(environ []string) []string {
	env := []string{"DISPLAY=" + d.Name, "LIBGL_ALWAYS_SOFTWARE=1", "LANG=en_US.UTF-8"}
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		switch name {
		case "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "LIBGL_ALWAYS_SOFTWARE", "LANG", "LC_ALL":
		default:
			env = append(env, pair)
		}
	}
	return env
}

// Frame gives what the screen shows now.
func (d *Display) Frame() (*image.RGBA, error) {
	dump, err := os.Open(filepath.Join(d.folder, "Xvfb_screen0"))
	if err != nil {
		return nil, fmt.Errorf("read the screen: %w", err)
	}
	defer dump.Close()
	return DecodeXWD(io.Reader(dump))
}

// Close ends the screen and every window on it.
func (d *Display) Close() error {
	err := d.server.Process.Signal(syscall.SIGTERM)
	d.server.Wait() // its exit status says only that it was told to end
	return errors.Join(err, os.RemoveAll(d.folder))
}

// Home gives environ changed so that a program finds its settings, files and
// documents below home and nowhere else, and makes the folders that a person's
// home has.
func Home(environ []string, home string) ([]string, error) {
	own := []string{"HOME=" + home}
	for name, below := range map[string]string{
		"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
		"XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": ".run", "XDG_DOCUMENTS_DIR": "Documents",
	} {
		folder := filepath.Join(home, filepath.FromSlash(below))
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return nil, err
		}
		own = append(own, name+"="+folder)
	}
	env := make([]string, 0, len(environ)+len(own))
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		if name != "HOME" && name != "DBUS_SESSION_BUS_ADDRESS" && !strings.HasPrefix(name, "XDG_") {
			env = append(env, pair)
		}
	}
	return append(env, own...), nil
}
