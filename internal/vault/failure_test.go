package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

// breakAt makes statements of the vault's own connection fail.
func breakAt(t testing.TB, v *Vault, statement string) (mend func()) {
	t.Helper()
	must(t, v.file.Exec("CREATE TEMP TRIGGER breakage BEFORE "+statement+" BEGIN SELECT RAISE(ABORT, 'broken'); END"))
	return func() { must(t, v.file.Exec("DROP TRIGGER breakage")) }
}

// Whichever statement of a save fails, the vault stands as it stood, and the next
// save goes through.
func TestVault_Update_any_statement_fails(t *testing.T) {
	for _, statement := range []string{
		"INSERT ON main.vault WHEN NEW.part = 2", "INSERT ON main.overview", "INSERT ON main.details", "DELETE ON main.draft",
	} {
		v := newDesk(t).create(t)
		entry(t, v, 7, "overview", "details")
		put(t, v, Draft, 7, "draft")
		mend := breakAt(t, v, statement)
		change := func(tx *Tx) error {
			return errors.Join(tx.PutEntry(7, []byte("new"), []byte("new")), tx.PutEntry(8, nil, nil), tx.Delete(Draft, 7))
		}
		if err := v.Update(change); err == nil || strings.Contains(err.Error(), "broken") {
			t.Errorf("%s: %v", statement, err)
		}
		mend()
		wantContent(t, v, Details, 7, "details")
		wantContent(t, v, Draft, 7, "draft")
		if v.Generation() != 3 {
			t.Errorf("%s: generation %d", statement, v.Generation())
		}
		wantSound(t, v, 3)
		must(t, v.Update(change))
		wantContent(t, v, Details, 7, "new")
		wantSound(t, v, 4)
	}
}

// A save that failed leaves no trace in what the next one vouches for, in
// whichever table that is.
func TestVault_Update_failed_then_another_table(t *testing.T) {
	d, v := many(t, 3)
	mend := breakAt(t, v, "INSERT ON main.vault WHEN NEW.part = 2")
	for _, change := range []func(tx *Tx) error{
		func(tx *Tx) error { return tx.Put(Draft, 9, []byte("never")) },
		func(tx *Tx) error { return tx.Put(Draft, 2, []byte("never")) },
		func(tx *Tx) error { return tx.Delete(Draft, 3) },
	} {
		if err := v.Update(change); err == nil {
			t.Fatal("saved although the manifest was not written")
		}
	}
	mend()
	put(t, v, Object, 1, "saved")
	wantSound(t, v, 4)
	must(t, v.Close())
	v = d.open(t)
	wantContent(t, v, Draft, 2, "draft 2")
	wantSound(t, v, 4)
}

func TestVault_Update_commit_refused(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	// a row that points nowhere is found when the transaction ends
	must(t, v.file.Exec("PRAGMA foreign_keys=ON; CREATE TEMP TABLE a(x INTEGER PRIMARY KEY);"+
		"CREATE TEMP TABLE b(y REFERENCES a DEFERRABLE INITIALLY DEFERRED);"+
		"CREATE TEMP TRIGGER breakage AFTER INSERT ON main.vault BEGIN INSERT INTO b VALUES(1); END"))
	if err := v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, []byte("new")) }); err == nil {
		t.Fatal("saved without a commit")
	}
	if v.file.Changing() {
		t.Error("the transaction goes on")
	}
	must(t, v.file.Exec("DROP TRIGGER breakage"))
	wantContent(t, v, Draft, 1, "draft")
	put(t, v, Draft, 1, "newer")
	must(t, v.Close())
	wantContent(t, d.open(t), Draft, 1, "newer")
}

func TestVault_ChangePassphrase_any_statement_fails(t *testing.T) {
	for part := partManifest; part <= partRecovery; part++ {
		d := newDesk(t)
		v := d.create(t)
		put(t, v, Draft, 1, "draft")
		mend := breakAt(t, v, fmt.Sprintf("INSERT ON main.vault WHEN NEW.part = %d", part))
		if err := v.ChangePassphrase(pass, another); err == nil {
			t.Errorf("part %d not written, but changed", part)
		}
		mend()
		must(t, v.CheckPassphrase(pass))
		must(t, v.Close())
		wantShut(t, d, Unlock{Passphrase: another})
		wantOpens(t, d, Unlock{Passphrase: pass})
	}
}

// What can't be built leaves nothing behind.
func TestBuild_any_failure_leaves_nothing(t *testing.T) {
	d, v := many(t, 3)
	next, _, err := v.successor(pass)
	must(t, err)
	stop := errors.New("stop")
	next.rows = func(put func(sealedRow) error) error { return stop }
	if _, err := build(d.path, next); !errors.Is(err, stop) {
		t.Errorf("error %v", err)
	}
	next.rows = func(put func(sealedRow) error) error {
		return put(sealedRow{Draft, 1, make([]byte, recordLeast)})
	}
	made, err := build(d.path, next)
	must(t, err)
	if err := prove(context.Background(), made.file.TempPath(), next.keys.vault, d.options, nil); fault.KindOf(err) != fault.Damaged {
		t.Errorf("proved what doesn't open: %v", err)
	}
	made.file.Abort()
	must(t, v.Close())
	if got := files(t, filepath.Dir(d.path)); len(got) != 1 {
		t.Errorf("left: %v", got)
	}
}

func TestOpen_by_sqlite_damage(t *testing.T) {
	d, v := many(t, 200)
	must(t, v.Close())
	b := readAll(t, d.path)
	copy(b[len(b)-3*4096:], strings.Repeat("\xff", 4096))
	must(t, os.WriteFile(d.path, b, 0o600))
	_, err := open(d.path, d.options, d.unlock)
	wantKind(t, err, fault.Damaged)
	if Table(9).String() != "unknown" || Overview.String() != "overview" {
		t.Error("table names")
	}
}
