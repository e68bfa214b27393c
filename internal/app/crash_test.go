package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/platform"
)

func TestApp_Crash_savedOrDropped(t *testing.T) {
	a, _ := apptest.NewApp(t)
	if a.Crash() != "" || a.DropCrash() != nil {
		t.Error("a report of nothing")
	}
	leave := func() {
		apptest.Must(t, platform.MakePrivate(filepath.Dir(a.CrashFile())))
		apptest.Must(t, platform.WriteAtomic(a.CrashFile(), []byte("panic of type string")))
	}
	leave()
	if a.Crash() != "panic of type string" {
		t.Errorf("report %q", a.Crash())
	}
	to := filepath.Join(t.TempDir(), "report.txt")
	apptest.Must(t, a.SaveCrash(to))
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
	apptest.Must(t, a.DropCrash())
	if a.Crash() != "" {
		t.Error("still there")
	}
}

func TestGo_runs(t *testing.T) {
	done := make(chan struct{})
	app.Go(func() { close(done) })
	<-done
}
