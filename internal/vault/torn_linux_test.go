package vault

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"aftershift/internal/vault/anchor"
)

const mostBytes = "AFTERSHIFT_TEST_MOST"

// limitFiles lets no file of this process grow beyond the size in the
// environment, so that the write that would is cut short and the next one fails
// (setrlimit(2), RLIMIT_FSIZE).
func limitFiles() {
	most, err := strconv.ParseUint(os.Getenv(mostBytes), 10, 64)
	if err != nil {
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: most, Max: most}); err != nil {
		fmt.Println("not limited:", err)
	}
}

// A save, a backup and a change of key whose writes are cut short at any byte
// leave the old state or the new one, and say which.
func TestVault_writes_cut_short(t *testing.T) {
	t.Parallel()
	stride := 32768 - 511
	if *thorough {
		stride = 1024 - 1
	}
	trials(t, cutShort(t, stride), "sizes at which writes were cut short")
}

// cutShort tries sizes so many bytes apart and gives how many that were.
func cutShort(t *testing.T, stride int) (tried int) {
	t.Helper()
	done := 0
	for _, part := range []string{"save", "back up", "new key"} {
		d := newDesk(t)
		v := d.create(t)
		entry(t, v, 1, "old", "old")
		must(t, v.Update(func(tx *Tx) error { return tx.Put(Object, 2, []byte(strings.Repeat("long ", 9000))) }))
		must(t, v.Close())
		whole, anchored := readAll(t, d.path), readAll(t, d.anchorFile(t))
		for most := 0; most < len(whole)+2*stride; most += stride {
			must(t, os.WriteFile(d.path, whole, 0o600))
			must(t, os.WriteFile(d.anchorFile(t), anchored, 0o600))
			must(t, os.WriteFile(anchor.PlaceOf(d.options.AnchorDir, d.path), anchored, 0o600))
			c := d.child(exec.Command(os.Args[0]), part)
			c.Env = append(c.Env, fmt.Sprint(mostBytes, "=", most))
			out, err := c.Output()
			if err != nil || len(out) == 0 {
				t.Fatalf("%s with at most %d bytes: %q (%v)", part, most, out, err)
			}
			if strings.HasPrefix(string(out), "done") {
				done++
			}
			d.judgeCut(t, fmt.Sprintf("%s, %d bytes: %q", part, most, out), strings.HasPrefix(string(out), "done"))
			tried++
		}
	}
	if done == 0 || done == tried {
		t.Errorf("%d of %d were done", done, tried)
	}
	return tried
}

// judgeCut looks at the vault after what was tried was done, or said not to be.
func (d *desk) judgeCut(t *testing.T, what string, done bool) {
	t.Helper()
	v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	wantSound(t, v, 3)
	got, err := v.Get(Details, 1)
	fresh := string(got) == string(textOf(399))
	if saving := strings.HasPrefix(what, "save"); err != nil || saving && done != fresh || !fresh && string(got) != "old" {
		t.Errorf("%s: %v, new: %v", what, err, fresh)
	}
	if strings.HasPrefix(what, "new key") && v.keys.vault.Equal(d.key) == done {
		t.Errorf("%s: the other key", what)
	}
	must(t, v.Close())
}
