// Package wine runs what is built for Windows under wine: tests of the rooms that
// touch the system, the command line, and the window on a hidden screen.
package wine

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"aftershift/cmd/dev/packaging"
	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// Test builds programs and tests for Windows, runs the tests under wine, killing
// processes as often as kills says, installs and removes the packages, and walks through
// the window. It prints a line for each, and gives an error where one fails or wine
// doesn't start. only names one room, "install" or "window"; "" is all of it.
func Test(ctx context.Context, p project.Project, kills int, only string) error {
	if !slices.Contains(parts(), only) && only != "" {
		return fmt.Errorf("%q isn't tried under wine: %s", only, strings.Join(parts(), ", "))
	}
	if err := p.SetUp(ctx, project.ForWine); err != nil {
		return err
	}
	w := prefix{Project: p, folder: p.Path("out/wine"), built: p.Path("out/windows"), kills: kills, only: only}
	if err := w.begin(ctx); err != nil {
		return fmt.Errorf("wine: %w", err)
	}
	defer w.end()
	return errors.Join(w.testRooms(ctx), w.programs(ctx))
}

// What is done with the programs, by the names that Test takes.
const (
	installing = "install"
	walking    = "window"
)

// parts are the names that Test takes.
func parts() []string {
	names := []string{installing, walking}
	for _, r := range rooms {
		names = append(names, r.room)
	}
	return names
}

// wanted tells whether a part is to be tried.
func (w prefix) wanted(part string) bool { return w.only == "" || w.only == part }

// programs builds the programs, installs them and walks through their window.
func (w prefix) programs(ctx context.Context) error {
	if !w.wanted(installing) && !w.wanted(walking) {
		return nil
	}
	if err := packaging.BuildWindows(ctx, w.Project, w.built); err != nil {
		return err
	}
	var failed error
	if w.wanted(installing) {
		failed = w.install(ctx)
	}
	if w.wanted(walking) {
		failed = errors.Join(failed, w.walk(ctx))
	}
	return failed
}

// A prefix is a Windows of the project's own: its folder, and what was built for it.
// Nothing of the person's is touched.
type prefix struct {
	project.Project
	folder, built string
	kills         int
	only          string
}

// rooms are those whose own tests are run there.
var rooms = []struct {
	room, run string
	kills     bool
}{
	{room: "internal/platform", run: "."},
	{room: "internal/platform/desktop", run: "."},
	{room: "internal/vault/sqlfile", run: "."},
	{room: "internal/vault", run: "^(TestVault_killed_at_any_moment|TestOpen_every_tampering_shows|TestOpen_any_tampering_with_rows_shows|TestOpen_old_whole_file_shows|TestAnchor_.*|TestOpen_second_process_is_refused|TestOpen_stale_journal_shows|TestVectors.*)$", kills: true},
	{room: "cmd/aftershift-cli", run: "^(TestScripts|TestKilled_.*)$", kills: true},
}

// environment is what wine gets beside a screen.
func (w prefix) environment() []string {
	return []string{"WINEPREFIX=" + w.folder, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml="}
}

// random is the source of a library that an old wine lacks.
//
//go:embed bcryptprimitives.c.txt
var random []byte

// begin makes the prefix where there is none, and gives it the library.
func (w prefix) begin(ctx context.Context) error {
	if err := os.MkdirAll(w.built, 0o755); err != nil {
		return err
	}
	if err := w.Patiently(ctx, "starting wine", append(w.environment(), "DISPLAY="), "wineboot", "-u"); err != nil {
		return err
	}
	library := filepath.Join(w.folder, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(library); err == nil {
		return nil
	}
	source := filepath.Join(w.built, "bcryptprimitives.c")
	if err := os.WriteFile(source, random, 0o600); err != nil {
		return err
	}
	return w.Patiently(ctx, "random bytes for wine", nil, "x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s", "-o", library, source, "-ladvapi32")
}

// end stops this prefix's server, and with it whatever is left running there.
func (w prefix) end() {
	_ = w.server("-k").Run() // it may have ended by itself
}

func (w prefix) server(arg string) *exec.Cmd {
	stop := exec.Command("wineserver", arg)
	stop.Env = append(os.Environ(), w.environment()...)
	return stop
}

// testRooms tests one room after the other. A window that is never shown needs a screen,
// too.
func (w prefix) testRooms(ctx context.Context) (failed error) {
	screen, err := tour.StartDisplay(ctx, 800, 600)
	if err != nil {
		return err
	}
	defer screen.Close()
	overlay, err := w.overlay(ctx)
	if err != nil {
		return err
	}
	for _, r := range rooms {
		if !w.wanted(r.room) {
			continue
		}
		started := time.Now()
		program := filepath.Join(w.built, strings.ReplaceAll(r.room, "/", "-")+".test.exe")
		if err := packaging.BuildWindowsTest(ctx, w.Project, program, r.room, "-overlay", overlay); err != nil {
			failed = errors.Join(failed, err)
			continue
		}
		args := []string{"-C", w.Path(r.room), "wine", program, "-test.v", "-test.timeout=60m", "-test.run=" + r.run}
		if r.kills {
			args = append(args, "-kills="+strconv.Itoa(w.kills))
		}
		out, err := w.tested(ctx, screen.Env(w.environment()), r.room, args)
		verdict := "ok  "
		if err != nil {
			verdict, failed = "FAIL", errors.Join(failed, fmt.Errorf("%s under wine: %w", r.room, err))
		}
		fmt.Printf("%s %-24s %3d tests, %d left out, %s\n", verdict, r.room, strings.Count(out, "--- PASS"), strings.Count(out, "--- SKIP"), project.Clock(time.Since(started)))
		fmt.Print(telling(out))
	}
	return failed
}

// tested runs a test program and gives all that it said.
func (w prefix) tested(ctx context.Context, env []string, room string, args []string) (string, error) {
	report := project.StartProgress(os.Stderr, func(elapsed time.Duration) string { return room + " under wine: " + project.Clock(elapsed) })
	defer report.Stop()
	return w.OutputOn(ctx, env, "env", args...)
}

// telling gives the lines of a test's output that say how often something was tried,
// and what failed or was left out.
func telling(out string) string {
	var kept strings.Builder
	for _, line := range project.Lines(out) {
		for _, mark := range []string{"=== ATTR", "--- FAIL", "--- SKIP"} {
			if strings.Contains(line, mark) {
				kept.WriteString("       " + strings.TrimSpace(strings.TrimPrefix(line, "=== ATTR")) + "\n")
				break
			}
		}
	}
	return kept.String()
}
