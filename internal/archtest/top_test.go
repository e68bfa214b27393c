package archtest

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The top level holds these folders and no other but hidden ones and out, which is
// built.
func TestTop_holds_what_is_fixed(t *testing.T) {
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() && !strings.HasPrefix(name, ".") && !slices.Contains([]string{"assets", "cmd", "internal", "out"}, name) {
			t.Errorf("%s has no place at the top", name)
		}
	}
}
