package project

import (
	"os/exec"
	"slices"
	"strings"
)

// A need is something from outside the module that a task can't do without.
type need struct {
	what    string   // what it is, in words
	headers []string // C headers that must compile
	tool    string   // or the program that must be there
	python  []string // or the libraries that Debian's Python must find
	debian  []string // the packages that bring it
}

// Purpose is what a machine is set up for by SetUp.
type Purpose int

// The purposes, each with what it needs beside a compiler.
const (
	ForBuilding Purpose = iota // the programs, for this system
	ForTesting                 // and driving them, and reading what they wrote
	ForWindows                 // building for it, and its installers
	ForWine                    // building for it, and running that here
)

// The window library is compiled from C; its build files name these headers:
// https://docs.fyne.io/started/ and go-gl/glfw's build_cgo_*.go.
var buildNeeds = []need{
	{what: "C headers", headers: []string{"stdlib.h"}, debian: []string{"libc6-dev"}},
	{what: "pkg-config", tool: "pkg-config", debian: []string{"pkg-config"}},
	{what: "OpenGL headers", headers: []string{"GL/gl.h"}, debian: []string{"libgl1-mesa-dev"}},
	{
		what: "X11 headers",
		headers: []string{
			"X11/Xlib.h", "X11/Xcursor/Xcursor.h", "X11/extensions/Xrandr.h",
			"X11/extensions/Xinerama.h", "X11/extensions/XInput2.h", "X11/extensions/xf86vmode.h",
		},
		debian: []string{"xorg-dev"},
	},
	{
		what:    "Wayland headers",
		headers: []string{"wayland-client.h", "wayland-cursor.h", "wayland-egl.h"},
		debian:  []string{"libwayland-dev"},
	},
	{what: "keyboard headers", headers: []string{"xkbcommon/xkbcommon.h"}, debian: []string{"libxkbcommon-dev"}},
}

// compilerNeed comes first: without it no header can be looked for.
var compilerNeed = need{what: "C compiler", tool: "gcc", debian: []string{"gcc", "libc6-dev"}}

// Tests drive the real window on a screen of their own, read finished documents
// and journals with a second reader, let system calls fail and look at them, and
// play the desktop that says that the screen was locked.
var testNeeds = []need{
	{what: "virtual screen", tool: "Xvfb", debian: []string{"xvfb", "xauth", "libgl1-mesa-dri"}},
	{what: "keyboard driver", tool: "xdotool", debian: []string{"xdotool"}},
	{what: "key listener", tool: "xev", debian: []string{"x11-utils"}},
	{what: "clipboard reader", tool: "xclip", debian: []string{"xclip"}},
	{what: "PDF text reader", tool: "pdftotext", debian: []string{"poppler-utils"}},
	{what: "PDF painter", tool: "pdftoppm", debian: []string{"poppler-utils"}},
	{what: "system call tracer", tool: "strace", debian: []string{"strace"}},
	{what: "message bus", tool: "dbus-daemon", debian: []string{"dbus-daemon"}},
	{
		what:   "libraries of the journal's second reader",
		python: []string{"argon2", "nacl", "cryptography"},
		debian: []string{"python3", "python3-argon2", "python3-nacl", "python3-cryptography"},
	},
}

// Programs for Windows are built and wrapped on Linux.
var windowsNeeds = []need{
	{what: "C compiler for Windows", tool: "x86_64-w64-mingw32-gcc", debian: []string{"gcc-mingw-w64-x86-64"}},
	{what: "MSI maker", tool: "wixl", debian: []string{"wixl"}},
	{what: "installer maker", tool: "makensis", debian: []string{"nsis"}},
}

// What is built for Windows runs here under wine, on a screen of its own.
var wineNeeds = append(slices.Clone(windowsNeeds), testNeeds[0], testNeeds[1],
	need{what: "Windows on Linux", tool: "wine", debian: []string{"wine", "wine64"}})

// debianPython is the interpreter that finds Debian's libraries; another one may
// come first on PATH.
const debianPython = "/usr/bin/python3"

// probe looks at the machine. Tests put their own in its place.
type probe struct {
	tool    func(name string) bool
	headers func(names []string) bool
	python  func(libraries []string) bool
}

// machine is the probe of the real machine.
var machine = probe{tool: HasTool, headers: hasHeaders, python: hasPython}

// HasTool reports whether a program of that name is on PATH.
func HasTool(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// hasHeaders asks the C compiler to read the headers without compiling.
func hasHeaders(names []string) bool {
	compiler := "gcc"
	if !HasTool(compiler) {
		compiler = "cc"
	}
	cmd := exec.Command(compiler, "-E", "-x", "c", "-")
	var source strings.Builder
	for _, name := range names {
		source.WriteString("#include <" + name + ">\n")
	}
	cmd.Stdin = strings.NewReader(source.String())
	return cmd.Run() == nil
}

// hasPython asks Debian's Python to load the libraries.
func hasPython(libraries []string) bool {
	return exec.Command(debianPython, "-c", "import "+strings.Join(libraries, ", ")).Run() == nil
}

// lacks tells whether the machine, with a compiler or without, lacks the need.
func (m probe) lacks(n need, compiler bool) bool {
	return n.tool != "" && !m.tool(n.tool) ||
		n.headers != nil && !(compiler && m.headers(n.headers)) ||
		n.python != nil && !m.python(n.python)
}

// missing gives the needs of the purpose that the machine lacks.
func (m probe) missing(why Purpose) []need {
	var lacking []need
	compiler := m.tool("gcc") || m.tool("cc")
	if !compiler {
		lacking = append(lacking, compilerNeed)
	}
	for _, n := range needsOf(why) {
		if m.lacks(n, compiler) {
			lacking = append(lacking, n)
		}
	}
	return lacking
}

// needsOf gives what a purpose needs beside a compiler.
func needsOf(why Purpose) []need {
	switch why {
	case ForTesting:
		return slices.Concat(buildNeeds, testNeeds)
	case ForWindows:
		return slices.Concat(buildNeeds, windowsNeeds)
	case ForWine:
		return slices.Concat(buildNeeds, wineNeeds)
	}
	return buildNeeds
}
