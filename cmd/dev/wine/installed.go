package wine

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// What is written in the journal that has to outlive an installation.
const (
	passphrase = "copper lantern quiet river moss"
	sentence   = "Written before the upgrade."
)

// cli runs the command line's program with the passphrase, and text as what it reads.
func (t trial) cli(ctx context.Context, program, text string, args ...string) (string, error) {
	secret, typed := filepath.Join(t.built, "passphrase"), filepath.Join(t.built, "typed")
	if err := errors.Join(os.WriteFile(secret, []byte(passphrase), 0o600), os.WriteFile(typed, []byte(text), 0o600)); err != nil {
		return "", err
	}
	env := append(t.env, "AFTERSHIFT_PASSPHRASE_FILE="+named(secret))
	return t.OutputOn(ctx, env, "sh", append([]string{"-c", `typed=$1; shift; exec wine "$0" "$@" <"$typed"`, program, typed}, args...)...)
}

// keep makes a journal with the program that is installed, where it stands by itself.
func (t trial) keep(ctx context.Context) error {
	program := filepath.Join(t.folderOf(), "aftershift-cli.exe")
	if _, err := t.cli(ctx, program, "", "init"); err != nil {
		return err
	}
	_, err := t.cli(ctx, program, sentence, "add")
	return err
}

// kept reads that journal, with a program that no installer put there.
func (t trial) kept(ctx context.Context) error {
	said, err := t.cli(ctx, filepath.Join(t.built, "aftershift-cli.exe"), "", "list")
	if err == nil && strings.Count(said, sentence) != 1 {
		err = fmt.Errorf("the journal holds %q", said)
	}
	return err
}

// open starts the program that is installed and unlocks the journal in its window.
func (t trial) open(ctx context.Context, screen *tour.Display, pictures string) error {
	window, err := tour.Start(ctx, screen, append(os.Environ(), t.environment()...), "sh", "-c", untilAll, filepath.Join(t.folderOf(), "aftershift.exe"))
	if err != nil {
		return err
	}
	walked := tour.Walk(ctx, window, []tour.Step{
		{Name: "unlock", Acts: []tour.Act{tour.Rest()}},
		{Name: "journal", Acts: []tour.Act{tour.Write(passphrase), tour.Turn("Return"), tour.Rest()}},
	}, pictures)
	t.end()
	return walked
}

// takeAway removes the program: its folder, its place in the menu and in the list are
// gone, and the journal is there.
func (t trial) takeAway(ctx context.Context) error {
	if _, err := t.run(ctx, versions[1], t.away); err != nil {
		return err
	}
	if left := t.folderOf(); left != "" {
		return errors.New("it left " + left)
	}
	err := filepath.WalkDir(filepath.Join(t.folder, "drive_c"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Name() == "Aftershift.lnk" {
			err = errors.New("it left " + path)
		}
		return err
	})
	return errors.Join(err, t.listedAs(""), t.kept(ctx))
}

// portable walks through the window of what was unpacked, and looks for what that
// leaves outside its folder.
func (w prefix) portable(ctx context.Context) error {
	started, stick := time.Now(), filepath.Join(w.folder, "drive_c", "stick")
	if err := w.forget(stick); err != nil {
		return err
	}
	archive, err := zip.OpenReader(filepath.Join(w.packages(versions[0]), "aftershift-"+versions[0]+"-windows-x64-portable.zip"))
	if err != nil {
		return err
	}
	defer archive.Close()
	if err := os.CopyFS(stick, archive); err != nil {
		return err
	}
	before, err := listing(w.folder)
	if err != nil {
		return err
	}
	look := tour.Variant{Name: "portable", Width: 1280, Height: 760}
	if err := w.walkLook(ctx, look, filepath.Join(stick, "Aftershift", "aftershift.exe")); err != nil {
		return err
	}
	after, err := listing(w.folder)
	if err != nil {
		return err
	}
	inside, outside := written(before, after)
	for _, name := range inside {
		fmt.Println("       " + name)
	}
	if len(inside) == 0 || len(outside) > 0 {
		return fmt.Errorf("portable: %d files written in its folder, and outside: %q", len(inside), outside)
	}
	fmt.Printf("ok   portable: %d files written, all in its folder, %s\n", len(inside), project.Clock(time.Since(started)))
	return nil
}

// listing gives every file below a folder, with its size and when it was changed.
func listing(folder string) (map[string]string, error) {
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if files[name] = "folder"; !entry.IsDir() {
			files[name] = fmt.Sprint(info.Size(), " ", info.ModTime())
		}
		return err
	})
	return files, err
}

// ofWine tells of a file whether wine itself writes it, whatever runs: its registry, and
// the names of this machine's serial ports.
func ofWine(name string) bool {
	return strings.HasPrefix(filepath.ToSlash(name), "dosdevices/com") || slices.Contains([]string{"system.reg", "user.reg", "userdef.reg"}, name)
}

// written gives what is new or changed between two listings, in the portable folder
// and outside it.
func written(before, after map[string]string) (inside, outside []string) {
	for name, state := range after {
		switch {
		case before[name] == state || ofWine(name):
		case strings.HasPrefix(filepath.ToSlash(name), "drive_c/stick/"):
			inside = append(inside, name)
		default:
			outside = append(outside, name)
		}
	}
	slices.Sort(inside)
	slices.Sort(outside)
	return inside, outside
}
