package project

import (
	"slices"
	"strings"
	"testing"
)

// without gives a machine that has everything but the tools, headers and libraries
// named.
func without(names ...string) probe {
	all := func(wanted []string) bool {
		return !slices.ContainsFunc(wanted, func(one string) bool { return slices.Contains(names, one) })
	}
	return probe{tool: func(name string) bool { return all([]string{name}) }, headers: all, python: all}
}

func TestProbe_Missing(t *testing.T) {
	cases := []struct {
		name    string
		machine probe
		why     Purpose
		want    string // packages
	}{
		{"nothing", without(), ForTesting, ""},
		{"no header", without("GL/gl.h"), ForBuilding, "libgl1-mesa-dev"},
		{"one of several headers", without("X11/extensions/Xrandr.h"), ForBuilding, "xorg-dev"},
		{"tools are for tests", without("Xvfb", "pdftotext"), ForBuilding, ""},
		{"tests need them", without("Xvfb", "xdotool"), ForTesting, "libgl1-mesa-dri xauth xdotool xvfb"},
		{"another compiler will do", without("gcc"), ForBuilding, ""},
		{"a second reader needs its libraries", without("nacl"), ForTesting, "python3 python3-argon2 python3-cryptography python3-nacl"},
		{"each package once", without("pdftotext", "pdftoppm"), ForTesting, "poppler-utils"},
		{
			"no compiler, so no header can be seen", without("gcc", "cc"), ForBuilding,
			"gcc libc6-dev libgl1-mesa-dev libwayland-dev libxkbcommon-dev xorg-dev",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := strings.Join(debianPackages(c.machine.missing(c.why)), " ")
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHasHeaders_asksTheCompiler(t *testing.T) {
	if !hasHeaders([]string{"stdlib.h", "stdio.h"}) {
		t.Error("no standard headers; type: go run ./cmd/dev setup")
	}
	if hasHeaders([]string{"stdlib.h", "no/such/header.h"}) {
		t.Error("found a header that is nowhere")
	}
}

func TestHasPython_asksForTheLibraries(t *testing.T) {
	if !hasPython([]string{"sqlite3", "json"}) {
		t.Error("no standard libraries; type: go run ./cmd/dev setup")
	}
	if hasPython([]string{"sqlite3", "nowhere_to_be_found"}) {
		t.Error("found a library that is nowhere")
	}
}

func TestAsRoot(t *testing.T) {
	update := []string{"apt-get", "update"}
	if line, err := asRoot(update, true, true); err != nil || line[0] != "apt-get" {
		t.Errorf("root: %v, %v", line, err)
	}
	if line, err := asRoot(update, false, true); err != nil || strings.Join(line, " ") != "sudo apt-get update" {
		t.Errorf("sudo: %v, %v", line, err)
	}
	if _, err := asRoot(update, false, false); err == nil || !strings.Contains(err.Error(), "apt-get update") {
		t.Errorf("neither: %v", err)
	}
}

// While something else installs, the installation waits for it.
func TestAptCommands_wait(t *testing.T) {
	commands := aptCommands([]need{{debian: []string{"wixl"}}})
	line := strings.Join(commands[len(commands)-1], " ")
	if !strings.Contains(line, "DPkg::Lock::Timeout=") || !strings.HasSuffix(line, " wixl") {
		t.Error(line)
	}
}

func TestAdvice_isACommand(t *testing.T) {
	only := func(tool string) func(string) bool { return func(name string) bool { return name == tool } }
	for tool, want := range map[string]string{"dnf": "sudo dnf install", "pacman": "sudo pacman -S", "": "libgl1-mesa-dev"} {
		if got := otherAdvice(only(tool)); !strings.Contains(got, want) {
			t.Errorf("%q: %s", tool, got)
		}
	}
	if !strings.Contains(compilerAdvice("darwin"), "xcode-select") || !strings.Contains(compilerAdvice("windows"), "pacman") {
		t.Error("no command for macOS or Windows")
	}
}
