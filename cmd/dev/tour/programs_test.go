//go:build linux

package tour

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// module is where the programs are built from, seen from this folder.
const module = "../../.."

// journalName is the journal's usual place below a home folder.
const journalName = ".local/share/aftershift/journal.aftershift"

var (
	buildOnce   sync.Once
	buildFolder string
	buildErr    error
)

func TestMain(m *testing.M) {
	code := m.Run()
	if buildFolder != "" {
		os.RemoveAll(buildFolder)
	}
	os.Exit(code)
}

// program builds both programs once and gives where the named one stands.
func program(t *testing.T, name string) string {
	t.Helper()
	buildOnce.Do(func() {
		if buildFolder, buildErr = os.MkdirTemp("", "programs"); buildErr != nil {
			return
		}
		build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo",
			"-o", buildFolder+string(filepath.Separator), "./cmd/aftershift", "./cmd/aftershift-cli")
		build.Dir = module
		if out, err := build.CombinedOutput(); err != nil {
			buildErr = fmt.Errorf("build: %w\n%s", err, out)
		}
	})
	if buildErr != nil {
		t.Fatal(buildErr)
	}
	return filepath.Join(buildFolder, name)
}

// A worker is somebody at a screen of their own, with a home of their own. Every
// step that can't be taken ends the test and leaves a picture.
type worker struct {
	*testing.T
	screen *Display
	home   string
	env    []string
	w      *Window
}

func newWorker(t *testing.T) *worker {
	t.Helper()
	home := t.TempDir()
	env, err := Home(os.Environ(), home)
	if err != nil {
		t.Fatal(err)
	}
	temporary := filepath.Join(home, "tmp")
	secretFile := filepath.Join(t.TempDir(), "secret")
	if err := errors.Join(os.Mkdir(temporary, 0o700), os.WriteFile(secretFile, []byte(secret+"\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	env = append(env, "TMPDIR="+temporary, "AFTERSHIFT_PASSPHRASE_FILE="+secretFile)
	// not the test's context: that has ended when a picture of its end is taken
	d, err := StartDisplay(context.Background(), 1280, 760)
	if err != nil {
		t.Fatal(err)
	}
	p := &worker{T: t, screen: d, home: home, env: env}
	t.Cleanup(p.end)
	return p
}

// end ends the program, and keeps a picture of where a test failed.
func (p *worker) end() {
	defer p.screen.Close()
	if p.w == nil {
		return
	}
	if p.Failed() {
		picture := filepath.Join(module, "out/journey", p.Name()+".png")
		p.Logf("picture: %v %v", picture, p.w.Shot(context.Background(), picture))
	}
	if err := p.w.Close(); err != nil {
		p.Error(err)
	}
}

// open starts the program.
func (p *worker) open() {
	p.Helper()
	w, err := Start(context.Background(), p.screen, p.env, program(p.T, "aftershift"), "-theme", "light")
	if err != nil {
		p.Fatal(err)
	}
	p.w = w
	p.rest()
}

// quit ends the program by its key, within that long.
func (p *worker) quit(within time.Duration) {
	p.Helper()
	if err := p.w.Key("ctrl+q"); err != nil {
		p.Fatal(err)
	}
	select {
	case <-p.w.ended:
	case <-time.After(within):
		p.Fatal("it did not end on Ctrl+Q")
	}
}

// do takes acts in order, and waits for a calm screen after them.
func (p *worker) do(acts ...Act) {
	p.Helper()
	for _, act := range acts {
		if err := act(p.Context(), p.w); err != nil {
			p.Fatal(err)
		}
	}
	p.rest()
}

// press presses keys one after the other.
func (p *worker) press(keys ...string) { p.Helper(); p.do(Press(keys...)) }

func (p *worker) write(text string) { p.Helper(); p.do(Write(text)) }

// rest waits until what was asked for is drawn: a busy machine begins late.
func (p *worker) rest() {
	p.Helper()
	time.Sleep(120 * time.Millisecond)
	if _, err := p.w.WaitStable(p.Context()); err != nil {
		p.Fatal(err)
	}
}

// clipboard gives what is on the screen's clipboard, "" for nothing.
func (p *worker) clipboard() string {
	paste := exec.Command("timeout", "5", "xclip", "-selection", "clipboard", "-out")
	paste.Env = p.screen.Env(os.Environ())
	out, _ := paste.Output() // it fails where nobody owns the clipboard
	return string(out)
}

func (p *worker) journal() string { return filepath.Join(p.home, journalName) }

// journalBytes gives what the journal's file holds.
func (p *worker) journalBytes() []byte {
	p.Helper()
	raw, err := os.ReadFile(p.journal())
	if err != nil {
		p.Fatal(err)
	}
	return raw
}

// cli runs the command line program on the journal and gives what it said, its
// exit code, and the processor time it took.
func (p *worker) cli(args ...string) (out, complaint string, code int, used time.Duration) {
	p.Helper()
	var said, complained bytes.Buffer
	cmd := exec.CommandContext(p.Context(), program(p.T, "aftershift-cli"), args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = p.env, &said, &complained
	err := cmd.Run()
	var ended *exec.ExitError
	if err != nil && !errors.As(err, &ended) {
		p.Fatal(err)
	}
	state := cmd.ProcessState
	return said.String(), complained.String(), state.ExitCode(), state.UserTime() + state.SystemTime()
}

// tell is cli for a command that has to succeed.
func (p *worker) tell(args ...string) string {
	p.Helper()
	out, complaint, code, _ := p.cli(args...)
	if code != 0 {
		p.Fatalf("%s: exit code %d, %s", args[0], code, complaint)
	}
	return out
}

// objects reads one JSON object a line.
func objects[T any](p *worker, lines string) (all []T) {
	p.Helper()
	for line := range strings.Lines(lines) {
		var one T
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			p.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}
