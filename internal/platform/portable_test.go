package platform

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPortableBeside(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "aftershift")
	if got := portableBeside(program); got != "" {
		t.Errorf("without the file: %q", got)
	}
	file := filepath.Join(dir, "portable")
	if err := os.Mkdir(file, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := portableBeside(program); got != "" {
		t.Errorf("with a folder of that name: %q", got)
	}
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if got, want := portableBeside(program), filepath.Join(dir, "data"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
