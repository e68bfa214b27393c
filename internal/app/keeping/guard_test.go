package keeping_test

import (
	"errors"
	"strings"
	"testing"

	"aftershift/internal/app"
	"aftershift/internal/app/apptest"
	"aftershift/internal/fault"
	"aftershift/internal/journal"
	"aftershift/internal/library"
	"aftershift/internal/vault"
)

// checked waits until the file was verified by itself, as it is after opening.
func checked(t *testing.T, d *app.Desk) app.Checkup {
	t.Helper()
	verified := make(chan struct{}, 1)
	defer d.Subscribe(func(e app.Event) {
		if e.Kind == app.Verified {
			select {
			case verified <- struct{}{}:
			default:
			}
		}
	})()
	for d.Checkup().At.IsZero() {
		<-verified
	}
	return d.Checkup()
}

func TestDesk_Checkup_tells_what_was_found_after_opening(t *testing.T) {
	d, c := apptest.NewTestDesk(t)
	e := apptest.Write(t, d, "text", "", "", journal.NoFlag)
	d = apptest.Reopened(t, d)
	if got := checked(t, d); got.Fault() != nil || got.Intact != d.Records() || got.Intact == 0 || !got.At.Equal(c.Now()) {
		t.Errorf("of %d records: %+v", d.Records(), got)
	}
	apptest.Must(t, d.Close())
	flip(t, apptest.AppOf(d).Journal(), place{vault.Details, vault.ID(e.ID)}, 40)
	d = apptest.Unlock(t, apptest.AppOf(d))
	if got := checked(t, d); got.Damaged != 1 || !errors.Is(got.Fault(), fault.Damaged) {
		t.Errorf("with a damaged text: %+v", got)
	}
}

func TestDesk_BackupAhead_after_an_older_file_was_put_back(t *testing.T) {
	d, _ := apptest.NewTestDesk(t)
	apptest.Write(t, d, "kept", "", "", journal.NoFlag)
	d = apptest.Reopened(t, d)
	if d.BackupAhead() {
		t.Error("the backup of the last sitting is said to be ahead")
	}
	a, _, _ := apptest.RolledBack(t, d)
	d = apptest.Open(t, a, app.AsRestored)
	if !d.BackupAhead() {
		t.Error("nobody is told that a backup holds more than the file")
	}
}

// Every reason has words of its own, and a kind that nobody knows has some too.
func TestApp_SayAside(t *testing.T) {
	a, _ := apptest.NewApp(t)
	kinds, whys := map[string]bool{}, map[string]bool{}
	for why := app.Damaged; why <= app.Rebuilt; why++ {
		kind, said := a.SayAside(app.Aside{Kind: library.OfEntry, Why: why})
		kinds[kind], whys[said] = true, true
		if said == "" || strings.HasPrefix(said, "aside.") {
			t.Errorf("reason %d is told as %q", why, said)
		}
	}
	if len(kinds) != 1 || len(whys) != int(app.Rebuilt) {
		t.Errorf("an entry is called %v, for the reasons %v", kinds, whys)
	}
	none, _ := a.SayAside(app.Aside{Why: app.Damaged})
	later, _ := a.SayAside(app.Aside{Kind: "hologram", Why: app.Newer})
	if none == "" || later != none || kinds[none] {
		t.Errorf("an unknown kind is called %q, and one of a later version %q", none, later)
	}
}
