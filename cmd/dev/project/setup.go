package project

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// SetUp installs what the purpose needs, and is silent where nothing is missing.
// Where it can't install, its error says what is missing and what to type.
// Outside Linux only the C compiler is looked for: headers come with it, and
// the tests that drive a window run on Linux.
func (p Project) SetUp(ctx context.Context, why Purpose) error {
	if runtime.GOOS != "linux" {
		if HasTool("gcc") || HasTool("cc") || HasTool("clang") {
			return nil
		}
		return errors.New("no C compiler: " + compilerAdvice(runtime.GOOS))
	}
	lacking := machine.missing(why)
	if len(lacking) == 0 {
		return nil
	}
	if !HasTool("apt-get") {
		return errors.New("missing: " + inWords(lacking) + "\n" + otherAdvice(HasTool))
	}
	if err := aptInstall(ctx, p, lacking); err != nil {
		return err
	}
	if still := machine.missing(why); len(still) > 0 {
		return errors.New("still missing after the installation: " + inWords(still))
	}
	return nil
}

// aptInstall says what is missing and installs it, through sudo where the
// person is not root.
func aptInstall(ctx context.Context, p Project, lacking []need) error {
	fmt.Fprintln(os.Stderr, "missing:", inWords(lacking))
	for _, command := range aptCommands(lacking) {
		line, err := asRoot(command, os.Geteuid() == 0, HasTool("sudo"))
		if err != nil {
			return err
		}
		if err := quietly(ctx, p, line); err != nil {
			return err
		}
	}
	return nil
}

// aptCommands returns what installs the needs. Another installation may be under
// way, as the one that a computer starts by itself: it is waited for.
func aptCommands(lacking []need) [][]string {
	apt := []string{"env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=600"}
	install := append(apt, "install", "-y", "--no-install-recommends")
	return [][]string{{"apt-get", "update", "-q"}, append(install, debianPackages(lacking)...)}
}

// quietly says the command and runs it with a line of progress; what it prints
// is shown only where it fails. sudo asks for the password on the terminal.
func quietly(ctx context.Context, p Project, line []string) error {
	fmt.Fprintln(os.Stderr, "$", strings.Join(line, " "))
	report := StartProgress(os.Stderr, func(elapsed time.Duration) string {
		return "installing: " + Clock(elapsed)
	})
	defer report.Stop()
	_, err := p.Output(ctx, line[0], line[1:]...)
	return err
}

// asRoot puts sudo before a command where it is needed and there.
func asRoot(command []string, root, sudo bool) ([]string, error) {
	switch {
	case root:
		return command, nil
	case sudo:
		return append([]string{"sudo"}, command...), nil
	}
	return nil, errors.New("not root and no sudo; as root, type: " + strings.Join(command, " "))
}

// debianPackages gives the packages of the needs, each once, in name order.
func debianPackages(lacking []need) []string {
	var names []string
	for _, n := range lacking {
		names = append(names, n.debian...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func inWords(lacking []need) string {
	var names []string
	for _, n := range lacking {
		names = append(names, n.what)
	}
	return strings.Join(names, ", ")
}

// compilerAdvice says how to get a C compiler on other systems.
func compilerAdvice(system string) string {
	if system == "darwin" {
		return "type xcode-select --install"
	}
	return "install MSYS2 (https://www.msys2.org), then type pacman -S mingw-w64-ucrt-x86_64-gcc and put its bin folder on PATH"
}

// otherAdvice gives the command to type on a Linux without apt-get.
func otherAdvice(has func(tool string) bool) string {
	switch {
	case has("dnf"):
		return "type: sudo dnf install gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel " +
			"libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel xorg-x11-server-Xvfb xdotool xev xclip poppler-utils " +
			"strace dbus-daemon python3-argon2-cffi python3-pynacl python3-cryptography"
	case has("pacman"):
		return "type: sudo pacman -S gcc pkgconf libgl libx11 libxcursor libxrandr libxinerama libxi libxxf86vm wayland " +
			"libxkbcommon xorg-server-xvfb xdotool xorg-xev xclip poppler strace dbus python-argon2-cffi python-pynacl python-cryptography"
	}
	return "install them with this system's package tool (Debian's names: " +
		strings.Join(debianPackages(slices.Concat([]need{compilerNeed}, buildNeeds, testNeeds)), " ") + ")"
}
