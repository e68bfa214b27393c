package shell

import (
	"os"
	"path/filepath"
	"testing"
)

func TestShell_tellCrash_deletedOrKept(t *testing.T) {
	s := newScene(t)
	s.tellCrash()
	if s.window.Canvas().Overlays().Top() != nil {
		t.Fatal("tells of nothing")
	}
	leave := func() {
		if err := os.MkdirAll(filepath.Dir(s.app.CrashFile()), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(s.app.CrashFile(), []byte("panic of type string"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	leave()
	s.start()
	s.tap(t.Context(), s.t_("shell.later"))
	if s.app.Crash() == "" {
		t.Error("gone although it was put off")
	}
	s.tellCrash()
	s.tap(t.Context(), s.t_("shell.crash.delete"))
	if s.app.Crash() != "" {
		t.Error("still there")
	}
	leave()
	home := t.TempDir()
	t.Setenv("HOME", home)
	s.tellCrash()
	s.tap(t.Context(), s.t_("shell.crash.save"))
	s.tap(t.Context(), s.t_("shell.crash.take"))
	if raw, err := os.ReadFile(filepath.Join(home, "aftershift-crash.txt")); err != nil || string(raw) != "panic of type string" {
		t.Errorf("saved %q, %v", raw, err)
	}
}
