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

// The looks that are walked through are looks that the tour knows.
func TestLooks(t *testing.T) {
	for _, name := range looks {
		if !slices.ContainsFunc(tour.Variants, func(v tour.Variant) bool { return v.Name == name }) {
			t.Errorf("no look %q", name)
		}
	}
}
