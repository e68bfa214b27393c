package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
)

func TestApp_SalvagePath_is_free_and_beside_the_journal(t *testing.T) {
	a, _ := apptest.NewApp(t)
	apptest.Must(t, os.MkdirAll(a.Config().DataFolder, 0o700))
	for _, want := range []string{"journal-rescued", "journal-rescued-again", "journal-rescued-again-again"} {
		got := a.SalvagePath()
		if got != filepath.Join(a.Config().DataFolder, want+app.JournalSuffix) {
			t.Fatalf("got %q, want %s", got, want)
		}
		apptest.Must(t, os.WriteFile(got, nil, 0o600))
	}
}

func TestDesk_Do_after_Close_runs_nothing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	ran := make(chan error, 1)
	want := errors.New("what the job gave")
	if !d.Do(func() error { return want }, func(err error) { ran <- err }) || !errors.Is(<-ran, want) {
		t.Fatal("an open desk does not run a job")
	}
	apptest.Must(t, d.Close())
	touched := false
	touch := func(error) { touched = true }
	if d.Do(func() error { touched = true; return nil }, touch) || touched {
		t.Error("a closed desk took a job")
	}
}

func TestDesk_SetSettings_from_two_goroutines_loses_neither(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	const steps = 20
	var both sync.WaitGroup
	for _, change := range []func(*app.Settings){
		func(s *app.Settings) { s.Author += "a" },
		func(s *app.Settings) { s.Contact += "c" },
	} {
		both.Go(func() {
			for range steps {
				if err := d.SetSettings(change); err != nil {
					t.Error(err)
				}
				_ = d.Settings()
			}
		})
	}
	both.Wait()
	for _, d := range []*app.Desk{d, apptest.Reopened(t, d)} {
		if s := d.Settings(); len(s.Author) != steps || len(s.Contact) != steps {
			t.Errorf("%d and %d of %d changes are kept", len(s.Author), len(s.Contact), steps)
		}
	}
}

func TestDesk_SetSettings_on_a_closed_journal_is_refused(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Must(t, d.Close())
	if err := d.SetSettings(func(s *app.Settings) { s.Author = "x" }); !errors.Is(err, fault.Locked) {
		t.Errorf("got %v", err)
	}
	if d.Settings().Author != "" {
		t.Error("what could not be kept is shown")
	}
}

func TestNew_needs_a_clock(t *testing.T) {
	folder := t.TempDir()
	if _, err := app.New(app.Config{DataFolder: folder, StateFolder: folder, ConfigFolder: folder}); !errors.Is(err, fault.Internal) {
		t.Errorf("got %v", err)
	}
}
