package vault

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
)

var strace = flag.String("strace", "", "fail each system call of a save in turn, by this strace")

// breakAt makes statements of the vault's own connection fail.
func breakAt(t testing.TB, v *Vault, statement string) (mend func()) {
	t.Helper()
	must(t, v.file.exec("CREATE TEMP TRIGGER breakage BEFORE "+statement+" BEGIN SELECT RAISE(ABORT, 'broken'); END"))
	return func() { must(t, v.file.exec("DROP TRIGGER breakage")) }
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

func TestVault_Update_commit_refused(t *testing.T) {
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	v.file.conn.RegisterCommitHook(func() int { return 1 })
	if err := v.Update(func(tx *Tx) error { return tx.Put(Draft, 1, []byte("new")) }); err == nil {
		t.Fatal("saved without a commit")
	}
	v.file.conn.RegisterCommitHook(nil)
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
	wantKind(t, sqlFault("x", sqlite3.Error{Code: sqlite3.ErrNotADB}), fault.Damaged)
	if got := address("C:/Users/ada/journal"); got != "file:///C:/Users/ada/journal?mode=rw&_busy_timeout=0" {
		t.Errorf("address %s", got)
	}
	if Table(9).String() != "unknown" || Overview.String() != "overview" {
		t.Error("table names")
	}
}

// saveOnce opens, saves one entry, closes, and says how that went.
func saveOnce(path string) {
	v, err := Open(path, Unlock{Passphrase: pass}, Options{AnchorDir: os.Getenv("AFTERSHIFT_TEST_ANCHOR")})
	if err != nil {
		fmt.Println("not opened:", fault.KindOf(err))
		return
	}
	err = v.Update(func(tx *Tx) error { return tx.PutEntry(1, []byte("new"), textOf(399)) })
	if err != nil {
		fmt.Println("not saved:", fault.KindOf(err))
	} else {
		fmt.Println("saved")
	}
	if err := v.Close(); err != nil {
		fmt.Println("not closed:", fault.KindOf(err))
	}
}

// Each system call of a save fails in turn, or is the last of the process: what
// was said to be saved is there, and otherwise the old or the new state is.
func TestVault_Update_any_system_call_fails(t *testing.T) {
	if *strace == "" {
		return // another run's business: it needs strace and leave to trace
	}
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 1, "old", "old")
	must(t, v.Close())
	whole, anchored := readAll(t, d.path), readAll(t, d.anchorFile(t))
	anchorFile := d.anchorFile(t)
	for _, c := range []string{"pwrite64:error=ENOSPC", "write:error=ENOSPC", "fsync:error=EIO", "fdatasync:error=EIO",
		"ftruncate:error=EIO", "unlink:error=EACCES", "unlinkat:error=EACCES", "renameat:error=EACCES", "pread64:error=EIO",
		"pwrite64:signal=KILL", "fsync:signal=KILL", "fdatasync:signal=KILL", "unlink:signal=KILL", "renameat:signal=KILL",
	} {
		told := map[string]int{}
		for n := 1; n <= 60; n++ {
			must(t, os.WriteFile(d.path, whole, 0o600))
			must(t, os.WriteFile(anchorFile, anchored, 0o600))
			_ = os.Remove(journalOf(d.path))
			call, _, _ := strings.Cut(c, ":")
			log := filepath.Join(t.TempDir(), "log")
			child := exec.Command(*strace, "-f", "-qq", "-o", log, "-e", "trace="+call, "-e", fmt.Sprintf("inject=%s:when=%d", c, n), os.Args[0])
			child.Env = append(os.Environ(), "AFTERSHIFT_TEST_ONCE="+d.path, "AFTERSHIFT_TEST_ANCHOR="+d.options.AnchorDir)
			out, _ := child.Output()
			if n > strings.Count(string(readAll(t, log)), call+"(") {
				break // there are fewer calls than that
			}
			told[strings.ReplaceAll(strings.TrimSpace(string(out)), "\n", ", ")]++
			v, err := open(d.path, d.options, d.unlock)
			if err != nil {
				t.Fatalf("%s at %d (%s): %v", c, n, out, err)
			}
			got, err := v.Get(Details, 1)
			fresh := string(got) == string(textOf(399))
			if err != nil || !fresh && (string(got) != "old" || strings.HasPrefix(string(out), "saved")) {
				t.Errorf("%s at %d (%s): %v, new: %v", c, n, out, err, fresh)
			}
			wantSound(t, v, 2)
			must(t, v.Close())
		}
		t.Log(c, told)
	}
}
