package packaging

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"aftershift/cmd/dev/project"
)

// winres writes icon, manifest and version of a program for Windows.
const winres = "github.com/tc-hib/go-winres@v0.3.3"

// windowsIcon is assets/icon.png in the sizes that Windows shows.
const windowsIcon = "cmd/dev/packaging/windows/aftershift.ico"

// windows makes the portable archive and both installers.
func (k *packer) windows(ctx context.Context) error {
	folder := filepath.Join(k.work, "windows", "Aftershift")
	if err := k.buildWithIcons(ctx, folder); err != nil {
		return err
	}
	for _, name := range project.Programs {
		if err := k.signProgram(ctx, filepath.Join(folder, name+".exe")); err != nil {
			return err
		}
	}
	return k.wrapWindows(ctx, folder)
}

// wrapWindows makes the packages of the programs in a folder, with what is to be read
// beside them.
func (k *packer) wrapWindows(ctx context.Context, folder string) error {
	if err := place(k.Path("README.md"), filepath.Join(folder, "README.md"), 0o644); err != nil {
		return err
	}
	if err := place(k.licences(), filepath.Join(folder, "licences.txt"), 0o644); err != nil {
		return err
	}
	if err := k.installers(ctx, folder); err != nil {
		return err
	}
	if err := k.portable(folder); err != nil {
		return err
	}
	return k.compatibility(folder)
}

// buildWithIcons builds the programs with what Windows reads of each: the go
// command takes it from beside the source alone, where it stands for as long as
// that.
func (k *packer) buildWithIcons(ctx context.Context, folder string) error {
	const icon = "aftershift.ico" // read from where the form stands
	if err := place(k.Path(windowsIcon), filepath.Join(k.work, icon), 0o644); err != nil {
		return err
	}
	for name, about := range map[string]string{
		"aftershift":     "Aftershift, a private journal",
		"aftershift-cli": "Aftershift from the command line",
	} {
		form := filepath.Join(k.work, name+".json")
		if err := k.fill("windows/winres.json", form, map[string]string{
			"Name": name, "About": strconv.Quote(about), "Version": k.version, "Commit": k.commit, "Icon": strconv.Quote(icon),
		}); err != nil {
			return err
		}
		object := filepath.Join(k.Path("cmd/"+name), "rsrc")
		defer os.Remove(object + "_windows_amd64.syso")
		if err := k.Patiently(ctx, "icon and manifest of "+name, nil, "go", "run", winres, "make", "--in", form, "--out", object, "--arch", "amd64"); err != nil {
			return err
		}
	}
	return k.buildFor(ctx, windowsTarget, folder)
}

// installers makes both of the folder. Their makers read the icon from there
// alone.
func (k *packer) installers(ctx context.Context, folder string) error {
	icon := filepath.Join(folder, filepath.Base(windowsIcon))
	if err := place(k.Path(windowsIcon), icon, 0o644); err != nil {
		return err
	}
	defer os.Remove(icon)
	if err := k.msi(ctx, folder); err != nil {
		return err
	}
	return k.nsis(ctx, folder)
}

// msi makes the installer for everybody on a computer.
func (k *packer) msi(ctx context.Context, folder string) error {
	form := filepath.Join(folder, "aftershift.wxs")
	if err := k.fill("windows/aftershift.wxs", form, map[string]string{"Version": k.version}); err != nil {
		return err
	}
	defer os.Remove(form)
	to := k.product("windows-x64.msi")
	line := "cd " + shellQuoted(folder) + " && exec wixl -a x64 -o " + shellQuoted(to) + " aftershift.wxs"
	if err := k.Patiently(ctx, "installer for everybody", nil, "sh", "-c", line); err != nil {
		return err
	}
	if err := k.signProgram(ctx, to); err != nil {
		return err
	}
	return k.tell(to)
}

// nsis makes the installer for one person.
func (k *packer) nsis(ctx context.Context, folder string) error {
	form, to := filepath.Join(folder, "aftershift.nsi"), k.product("windows-x64-setup.exe")
	values := map[string]string{"Version": k.version, "Commit": k.commit, "Out": to}
	if err := k.fill("windows/aftershift.nsi", form, values); err != nil {
		return err
	}
	defer os.Remove(form)
	args := []string{"-V2", form}
	if k.quick {
		args = slices.Insert(args, 0, "-XSetCompressor /FINAL zlib")
	}
	if err := k.Patiently(ctx, "installer for one person", nil, "makensis", args...); err != nil {
		return err
	}
	if err := k.signProgram(ctx, to); err != nil {
		return err
	}
	return k.tell(to)
}

// portable packs the programs with the file that keeps everything beside them.
func (k *packer) portable(folder string) error {
	const about = "While this file stands here, Aftershift keeps its journal, backups and settings in the folder \"data\" beside it.\r\n"
	if err := placeText(about, filepath.Join(folder, "portable"), 0o644); err != nil {
		return err
	}
	to := k.product("windows-x64-portable.zip")
	if err := writeZip(to, filepath.Dir(folder), k.made); err != nil {
		return err
	}
	return k.tell(to)
}

// compatibility packs what is portable with the OpenGL that was asked for, which
// Windows finds beside the program before its own.
func (k *packer) compatibility(folder string) error {
	if k.opengl == "" {
		return nil
	}
	files, err := contents(k.opengl)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := place(f.from, filepath.Join(folder, filepath.FromSlash(f.name)), f.mode); err != nil {
			return err
		}
	}
	to := k.product("windows-x64-compatibility.zip")
	if err := writeZip(to, filepath.Dir(folder), k.made); err != nil {
		return err
	}
	return k.tell(to)
}

// shellQuoted puts a word between quotes for sh.
func shellQuoted(word string) string {
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
