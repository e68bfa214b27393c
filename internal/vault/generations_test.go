package vault

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"aftershift/internal/fault"
)

// generations is how many backups are kept: 7 daily, 4 weekly, 12 monthly.
const generations = 7 + 4 + 12

// Every backup that was kept comes back whole; one that is broken is refused, and
// the present journal stays.
func TestVault_RestoreCopy_every_generation(t *testing.T) {
	t.Parallel()
	d, v := many(t, 5)
	dir := t.TempDir()
	at := func(what string, n int) string { return filepath.Join(dir, fmt.Sprint(what, n)) }
	said := func(n int) string { return fmt.Sprint("as of backup ", n) }
	for n := range generations {
		put(t, v, Draft, 1, said(n))
		put(t, v, Revision, ID(n+1), said(n))
		must(t, v.Backup(context.Background(), at("backup", n), nil))
	}
	for n := range generations {
		d.refuseBroken(t, v, at("backup", n), at("kept", n))
		must(t, v.Close())
		v = d.restore(t, at("backup", n), at("aside", n))
		wantContent(t, v, Draft, 1, said(n))
		wantContent(t, v, Revision, ID(n+1), said(n))
		wantSound(t, v, 5+n+1)
	}
	trials(t, 2*generations, "backups restored, and refused once they were broken")
}

// refuseBroken breaks a copy of the backup and tries to restore it.
func (d *desk) refuseBroken(t *testing.T, v *Vault, backup, kept string) {
	t.Helper()
	before, err := v.Get(Draft, 1)
	must(t, err)
	broken := backup + ".broken"
	must(t, os.WriteFile(broken, flipped(readAll(t, backup)), 0o600))
	closed, err := v.RestoreCopy(context.Background(), broken, kept, nil)
	if kind := fault.KindOf(err); err == nil || closed || kind != fault.Damaged && kind != fault.Tampered {
		t.Errorf("a broken backup: closed %v, %v", closed, err)
	}
	if _, err := os.Lstat(kept); err == nil {
		t.Error("something was put aside for a broken backup")
	}
	wantContent(t, v, Draft, 1, string(before))
}

// restore puts the backup in the journal's place and opens it.
func (d *desk) restore(t *testing.T, backup, aside string) *Vault {
	t.Helper()
	v := d.open(t)
	closed, err := v.RestoreCopy(context.Background(), backup, aside, nil)
	if err != nil || !closed {
		t.Fatalf("restore: closed %v, %v", closed, err)
	}
	return d.open(t)
}
