package wine

import (
	"slices"
	"testing"

	"aftershift/cmd/dev/tour"
)

// Of a long output the lines stay that say how often, what failed and what was left
// out.
func TestTelling(t *testing.T) {
	const said = "=== RUN   TestA\n=== ATTR  TestA kills 200\n    a.go:1: noise\n--- PASS: TestA (1s)\n    --- FAIL: TestB/x (0s)\n--- SKIP: TestC (0s)\n"
	if got, want := telling(said), "       TestA kills 200\n       --- FAIL: TestB/x (0s)\n       --- SKIP: TestC (0s)\n"; got != want {
		t.Errorf("tells %q", got)
	}
}

// What is listed to be removed counts, whatever else stands in the registry.
func TestListed(t *testing.T) {
	const raw = "WINE REGISTRY Version 2\n\n" +
		"[Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\{1}] 1\n#time=1\n\"DisplayName\"=\"Aftershift\"\n\"DisplayVersion\"=\"0.0.2\"\n\n" +
		"[Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\{2}] 1\n\"DisplayName\"=\"Other\"\n\"DisplayVersion\"=\"9\"\n\n" +
		"[Software\\\\Else] 1\n\"DisplayName\"=\"Aftershift\"\n\"DisplayVersion\"=\"8\"\n"
	if got := listed(raw); !slices.Equal(got, []string{"0.0.2"}) {
		t.Errorf("lists %q", got)
	}
}

// What is new or changed is told, inside and outside, but for what wine writes.
func TestWritten(t *testing.T) {
	before := map[string]string{"system.reg": "1", "drive_c": "folder", "drive_c/kept": "1", "drive_c/grown": "1", "drive_c/stick/a": "1"}
	after := map[string]string{"system.reg": "2", "drive_c": "folder", "drive_c/kept": "1", "drive_c/grown": "2", "drive_c/stick/a": "1", "drive_c/stick/data": "folder", "drive_c/stick2": "1"}
	inside, outside := written(before, after)
	if !slices.Equal(inside, []string{"drive_c/stick/data"}) || !slices.Equal(outside, []string{"drive_c/grown", "drive_c/stick2"}) {
		t.Errorf("inside %q, outside %q", inside, outside)
	}
}

// The looks that are walked through are looks that the tour knows.
func TestLooks(t *testing.T) {
	for _, name := range looks {
		if !slices.ContainsFunc(tour.Variants, func(v tour.Variant) bool { return v.Name == name }) {
			t.Errorf("no look %q", name)
		}
	}
}
