package wine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"aftershift/cmd/dev/packaging"
	"aftershift/cmd/dev/project"
	"aftershift/cmd/dev/tour"
)

// versions are those that are installed, the second over the first.
var versions = []string{"0.0.1", "0.0.2"}

// An installer is one way to have the program on a Windows, and to be rid of it again.
type installer struct {
	name, file string // its package: "windows-x64.msi"
	place      string // where it puts the programs, below drive_c
	put        []string
	away       []string // what stands for its package or place is filled in
}

var installers = []installer{
	{
		name: "for everybody", file: "windows-x64.msi", place: "Program Files/Aftershift",
		put: []string{"msiexec", "/i", "FILE", "/qn"}, away: []string{"msiexec", "/x", "FILE", "/qn"},
	},
	{
		name: "for one person", file: "windows-x64-setup.exe", place: "users/*/AppData/Local/Programs/Aftershift",
		put: []string{"FILE", "/S"}, away: []string{`PLACE\uninstall.exe`, "/S"},
	},
}

// installed are the files that either puts there.
var installed = []string{"README.md", "aftershift-cli.exe", "aftershift.exe", "licences.txt"}

// install tries both installers: put in, put a newer version over it, start, take away.
// The journal that was written meanwhile has to be there all along.
func (w prefix) install(ctx context.Context) error {
	for _, version := range versions {
		if err := packaging.WrapWindows(ctx, w.Project, w.built, w.packages(version), version); err != nil {
			return err
		}
	}
	var failed error
	for _, i := range installers {
		if err := w.tryInstaller(ctx, i); err != nil {
			failed = errors.Join(failed, fmt.Errorf("installer %s: %w", i.name, err))
		}
	}
	return errors.Join(failed, w.portable(ctx))
}

func (w prefix) packages(version string) string { return filepath.Join(w.built, "packages", version) }

func (w prefix) tryInstaller(ctx context.Context, i installer) error {
	started, pictures := time.Now(), w.Path("out/shots/wine-"+i.file)
	if err := w.forget(pictures); err != nil {
		return err
	}
	screen, err := tour.StartDisplay(ctx, 1280, 760)
	if err != nil {
		return err
	}
	defer screen.Close()
	t := trial{prefix: w, installer: i, env: screen.Env(w.environment())}
	if err := errors.Join(t.putIn(ctx, 0), t.keep(ctx), t.putIn(ctx, 1)); err != nil {
		return err
	}
	if err := t.open(ctx, screen, pictures); err != nil {
		return err
	}
	if err := t.takeAway(ctx); err != nil {
		return err
	}
	fmt.Printf("ok   installer %-15s installed, upgraded, opened, removed; journal kept, %s\n", i.name, project.Clock(time.Since(started)))
	return nil
}

// A trial is what happens with one installer, on one screen.
type trial struct {
	prefix
	installer
	env []string
}

// run runs a program of Windows, with what stands for the package or the place filled
// in, and waits for that and whatever it starts.
func (t trial) run(ctx context.Context, version string, args []string) (string, error) {
	places := strings.NewReplacer("FILE", named(filepath.Join(t.packages(version), "aftershift-"+version+"-"+t.file)), "PLACE", named(t.folderOf()))
	line := []string{"-c", `wine "$0" "$@" && exec wineserver -w`}
	for _, arg := range args {
		line = append(line, places.Replace(arg))
	}
	return t.OutputOn(ctx, t.env, "sh", line...)
}

// named gives a path of this machine as wine names it.
func named(path string) string { return "Z:" + strings.ReplaceAll(path, "/", `\`) }

// folderOf is where the programs are, or "" where there is no such folder.
func (t trial) folderOf() string {
	found, _ := filepath.Glob(filepath.Join(t.folder, "drive_c", filepath.FromSlash(t.place))) // the pattern is ours
	return strings.Join(found, " and ")
}

// putIn installs a version and looks at what stands there then.
func (t trial) putIn(ctx context.Context, nth int) error {
	if _, err := t.run(ctx, versions[nth], t.put); err != nil {
		return err
	}
	for _, name := range installed {
		if _, err := os.Stat(filepath.Join(t.folderOf(), name)); err != nil {
			return err
		}
	}
	return t.listedAs(versions[nth])
}

// listedAs looks whether Windows lists the program once, as a version; "" means not at
// all.
func (t trial) listedAs(version string) error {
	var versions []string
	for _, name := range []string{"system.reg", "user.reg"} {
		raw, err := os.ReadFile(filepath.Join(t.folder, name))
		if err != nil {
			return err
		}
		versions = append(versions, listed(string(raw))...)
	}
	if got := strings.Join(versions, " and "); got != version {
		return fmt.Errorf("listed as %q, want %q", got, version)
	}
	return nil
}

// listed gives the versions under which a registry of wine lists the program among
// what can be removed.
func listed(registry string) (versions []string) {
	for section := range strings.SplitSeq(registry, "\n\n") {
		lines := strings.Split(section, "\n")
		if !strings.Contains(lines[0], `\\Uninstall\\`) || !slices.Contains(lines, `"DisplayName"="Aftershift"`) {
			continue
		}
		for _, line := range lines {
			if version, ok := strings.CutPrefix(line, `"DisplayVersion"=`); ok {
				versions = append(versions, strings.Trim(version, `"`))
			}
		}
	}
	return versions
}
