package app

import (
	"context"
	"testing"

	"aftershift/internal/journal"
)

var ctx = context.Background()

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, d *Desk, id journal.ID) journal.Entry {
	t.Helper()
	e, err := d.Entry(id)
	must(t, err)
	return e
}

// reopened closes the journal and opens it again, to see what is really kept.
func reopened(t *testing.T, d *Desk) *Desk {
	t.Helper()
	must(t, d.Close())
	again, err := d.app.Unlock(ctx, passphrase)
	must(t, err)
	t.Cleanup(func() { _ = again.Close() })
	return again
}

func backups(t *testing.T, d *Desk) []Backup {
	t.Helper()
	all, err := d.Backups()
	must(t, err)
	return all
}
