package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

func TestApp_Crash_savedOrDropped(t *testing.T) {
	a, _ := newApp(t)
	if a.Crash() != "" || a.DropCrash() != nil {
		t.Error("a report of nothing")
	}
	leave := func() {
		must(t, platform.MakePrivate(filepath.Dir(a.CrashFile())))
		must(t, platform.WriteAtomic(a.CrashFile(), []byte("panic of type string")))
	}
	leave()
	if a.Crash() != "panic of type string" {
		t.Errorf("report %q", a.Crash())
	}
	to := filepath.Join(t.TempDir(), "report.txt")
	must(t, a.SaveCrash(to))
	if raw, err := os.ReadFile(to); err != nil || string(raw) != "panic of type string" || a.Crash() != "" {
		t.Errorf("saved %q, %v", raw, err)
	}
	if err := a.SaveCrash(filepath.Join(t.TempDir(), "second.txt")); !errors.Is(err, fault.NotFound) {
		t.Errorf("a second time: %v", err)
	}
	leave()
	if err := a.SaveCrash(to); !errors.Is(err, fault.Conflict) || a.Crash() == "" {
		t.Errorf("over a file: %v", err)
	}
	must(t, a.DropCrash())
	if a.Crash() != "" {
		t.Error("still there")
	}
}

func TestGo_runs(t *testing.T) {
	done := make(chan struct{})
	Go(func() { close(done) })
	<-done
}
