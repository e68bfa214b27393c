package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/platform"
	"aftershift/internal/seal"
	"aftershift/internal/vault"
)

// newPortable returns the program with everything below dir.
func newPortable(t *testing.T, dir string) *app.App {
	t.Helper()
	a, err := app.New(app.Config{
		Portable: filepath.Join(dir, "data"), Now: time.Now,
		Vault: vault.Options{Params: seal.Params{MemoryKiB: seal.MinMemoryKiB, Passes: 1, Lanes: 1}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestApp_portable_keepsAllInItsFolderAndFindsItElsewhere(t *testing.T) {
	home, stick := t.TempDir(), t.TempDir()
	for _, variable := range []string{"HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"} {
		t.Setenv(variable, home)
	}
	a := newPortable(t, stick)
	other := filepath.Join(stick, "data", "other.aftershift")
	if err := a.UseJournal(other); err != nil {
		t.Fatal(err)
	}
	d, _, err := a.Create(context.Background(), apptest.Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(home)
	if err != nil || len(left) > 0 {
		t.Errorf("outside the folder: %v, %v", left, err)
	}
	moved := filepath.Join(t.TempDir(), "another letter")
	if err := os.Rename(stick, moved); err != nil {
		t.Fatal(err)
	}
	a = newPortable(t, moved)
	if want := filepath.Join(moved, "data", "other.aftershift"); a.Journal() != want {
		t.Errorf("the journal is looked for at %q, want %q", a.Journal(), want)
	}
	if d, err = a.Unlock(context.Background(), apptest.Passphrase); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestApp_portable_opensAnOlderCopyWithoutAWord(t *testing.T) {
	a := newPortable(t, t.TempDir())
	if !a.Portable() || a.Config().Vault.AnchorDir != "" {
		t.Fatalf("portable %v, anchors in %q", a.Portable(), a.Config().Vault.AnchorDir)
	}
	d, _, err := a.Create(context.Background(), apptest.Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	older, err := os.ReadFile(a.Journal())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if d, err = a.Unlock(context.Background(), apptest.Passphrase); err != nil {
			t.Fatal(err)
		}
		if _, err := d.NewEntry(); err != nil {
			t.Fatal(err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		if err := platform.WriteAtomic(a.Journal(), older); err != nil {
			t.Fatal(err)
		}
	}
}
