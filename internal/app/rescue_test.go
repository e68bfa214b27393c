package app_test

import (
	"context"
	"errors"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
)

// ended is a context that has ended: nothing is waited for.
func ended() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

func TestDesk_Rescue_keepsWhatIsHeldBesideAStuckJob(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	stuck := make(chan struct{})
	t.Cleanup(func() { close(stuck) })
	d.Do(func() error { <-stuck; return nil }, func(error) {})
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"I stayed", "I stayed too long."} {
		e.Sections[0].Text = text
		kept := e.Clone()
		d.Hold("entry", func() error { return d.SaveDraft(kept) })
	}
	d.Hold("settings", func() error { t.Error("what waits no longer is kept"); return nil })
	d.Hold("settings", nil)
	if err := d.Rescue(ended()); err != nil {
		t.Fatal(err)
	}
	if err := d.SetSettings(func(*app.Settings) {}); !errors.Is(err, fault.Locked) {
		t.Errorf("the journal is not closed: %v", err)
	}
	if err := d.Rescue(ended()); err != nil {
		t.Errorf("a second time: %v", err)
	}
	again, err := apptest.AppOf(d).Unlock(t.Context(), apptest.Passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got, err := again.Entry(e.ID); err != nil || got.Text() != "I stayed too long." || len(again.Recovered()) != 1 {
		t.Errorf("kept %q, %d recovered, %v", got.Text(), len(again.Recovered()), err)
	}
}

func TestDesk_Rescue_staysOpenWithWhatCannotBeKept(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	refuse := fault.New(fault.DiskFull, "save draft")
	tries := 0
	d.Hold("entry", func() error { tries++; return refuse })
	for range 2 {
		if err := d.Rescue(ended()); fault.KindOf(err) != fault.DiskFull {
			t.Fatalf("gives %v", err)
		}
	}
	if err := d.SetSettings(func(*app.Settings) {}); err != nil || tries != 2 {
		t.Errorf("closed with words unkept (%v), %d tries", err, tries)
	}
}

func TestDesk_Rescue_afterClosing(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	e, err := d.NewEntry()
	if err != nil {
		t.Fatal(err)
	}
	d.Hold("entry", func() error { return d.SaveDraft(journal.New(e.ID, journal.QuickNote, d.Now())) })
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.Rescue(ended()); err != nil {
		t.Errorf("gives %v", err)
	}
}
