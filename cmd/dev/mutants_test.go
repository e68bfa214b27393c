package main

import (
	"os"
	"path/filepath"
	"testing"

	"aftershift/cmd/dev/project"
)

// The rooms below a room count with it, also those without a test of their own.
func TestCoverageOf_countsTheRoomsBelow(t *testing.T) {
	p := project.Project{Root: t.TempDir()}
	for file, text := range map[string]string{
		"go.mod":              "module toy\n\ngo 1.26\n",
		"room/room.go":        "package room\n\nimport \"toy/room/below\"\n\nfunc Two() int { return below.One() + 1 }\n",
		"room/room_test.go":   "package room\n\nimport \"testing\"\n\nfunc TestTwo(t *testing.T) { Two() }\n",
		"room/below/below.go": "package below\n\nfunc One() int { return 1 }\n\nfunc Zero() int { return 0 }\n",
		"room/alone/alone.go": "package alone\n\nfunc One() int { return 1 }\n",
	} {
		if err := os.MkdirAll(filepath.Dir(p.Path(file)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p.Path(file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	share, out, err := coverageOf(t.Context(), p, "./room/...", filepath.Join(t.TempDir(), "profile"))
	if err != nil || share != 50 {
		t.Errorf("%v %%, want 50: %v\n%s", share, err, out)
	}
}
