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

// The person's own profile is known after it, also to the process that takes this one's
// place.
func TestConfine(t *testing.T) {
	home, data := t.TempDir(), t.TempDir()
	for _, name := range []string{"HOME", "USERPROFILE"} {
		t.Setenv(name, home)
	}
	for _, name := range []string{profileVariable, "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, "")
	}
	if err := Confine(""); err != nil || os.Getenv(profileVariable) != "" {
		t.Errorf("not portable: %v", err)
	}
	for range 2 {
		if err := Confine(data); err != nil {
			t.Fatal(err)
		}
		if got := os.Getenv(profileVariable); got != home {
			t.Errorf("profile %q, want %q", got, home)
		}
	}
	for _, find := range []func() (string, error){os.UserConfigDir, os.UserCacheDir} {
		if got, err := find(); err != nil || !within(got, data) {
			t.Errorf("%q, %v: outside", got, err)
		}
	}
}
