package vault

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/vault/anchor"
	"aftershift/internal/vault/sqlfile"
)

// strace makes a system call fail, or the last one of a process.
const strace = "strace"

// injections are what happens to the nth call of each kind: it fails, or it is
// the last of the process.
var injections = []string{
	"pwrite64:error=ENOSPC", "write:error=ENOSPC", "fsync:error=EIO", "ftruncate:error=EIO", "unlink:error=EACCES",
	"unlinkat:error=EACCES", "renameat:error=EACCES", "pread64:error=EIO",
	"pwrite64:signal=KILL", "fsync:signal=KILL", "ftruncate:signal=KILL", "unlink:signal=KILL", "unlinkat:signal=KILL",
	"renameat:signal=KILL",
}

// eachInjection plays the part on the desk's vault as it is now, once for each
// call of each kind (a usual run: for some), and then calls judge with what the
// process said.
func (d *desk) eachInjection(t *testing.T, part string, judge func(what, said string)) {
	t.Helper()
	before := map[string][]byte{}
	for _, path := range []string{d.path, d.anchorFile(t), anchor.PlaceOf(d.options.AnchorDir, d.path)} {
		before[path] = readAll(t, path)
	}
	stride, injected := 37, 0
	if *thorough {
		stride = 1
	}
	for _, injection := range injections {
		told := map[string]int{}
		for n := 1; ; n += stride {
			for path, content := range before {
				must(t, os.WriteFile(path, content, 0o600))
			}
			_ = os.Remove(sqlfile.JournalOf(d.path))
			said, calls := d.inject(t, part, injection, n)
			if n > calls {
				break // there are fewer calls than that
			}
			told[said]++
			injected++
			judge(fmt.Sprintf("%s at %d", injection, n), said)
		}
		t.Log(part, injection, told)
	}
	if injected < len(injections)/2 {
		t.Errorf("only %d calls were traced: is tracing forbidden here?", injected)
	}
	trials(t, injected, "system calls of "+part+" failed, or were the last")
}

// inject plays the part with one injection at the nth call, and gives what the
// process said and how many calls of that kind it made.
func (d *desk) inject(t *testing.T, part, injection string, n int) (said string, calls int) {
	t.Helper()
	call, _, _ := strings.Cut(injection, ":")
	log := filepath.Join(t.TempDir(), "log")
	out, _ := d.child(exec.Command(tool(t, strace), "-f", "-qq", "-o", log, "-e", "trace="+call,
		"-e", fmt.Sprintf("inject=%s:when=%d", injection, n), os.Args[0]), part).Output()
	return strings.ReplaceAll(strings.TrimSpace(string(out)), "\n", ", "), strings.Count(string(readAll(t, log)), call+"(")
}

// Whatever call of a save fails, what was said to be saved is there, and
// otherwise the old or the new state is.
func TestVault_Update_any_system_call_fails(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	v := d.create(t)
	entry(t, v, 1, "old", "old")
	must(t, v.Close())
	d.eachInjection(t, "save", func(what, said string) {
		v, err := open(d.path, d.options, d.unlock)
		if err != nil {
			t.Fatalf("%s (%s): %v", what, said, err)
		}
		got, err := v.Get(Details, 1)
		fresh := string(got) == string(textOf(399))
		if err != nil || !fresh && (string(got) != "old" || strings.HasPrefix(said, "done")) {
			t.Errorf("%s (%s): %v, new: %v", what, said, err, fresh)
		}
		wantSound(t, v, 2)
		must(t, v.Close())
	})
}

// Whatever call fails, exactly one of the old and the new passphrase opens.
func TestVault_ChangePassphrase_any_system_call_fails(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	must(t, v.Close())
	d.eachInjection(t, "passphrase", func(what, said string) {
		opens := map[bool]int{}
		for _, secret := range []Unlock{{Passphrase: pass}, {Passphrase: another}} {
			v, err := Open(d.path, secret, d.options)
			if err == nil {
				wantContent(t, v, Draft, 1, "draft")
				must(t, v.Close())
			}
			opens[err == nil]++
		}
		if opens[true] != 1 {
			t.Errorf("%s (%s): %d passphrases open", what, said, opens[true])
		}
	})
}

// Whatever call fails, the vault opens with its passphrase and is whole, the old
// recovery words open it unless the key is new, and then the holder has been told
// the new ones (or the process was killed before it could).
func TestVault_Rotate_any_system_call_fails(t *testing.T) {
	t.Parallel()
	d, v := many(t, 5)
	must(t, v.Close())
	d.eachInjection(t, "new key", func(what, said string) {
		v, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
		if err != nil {
			t.Fatalf("%s (%s): %v", what, said, err)
		}
		wantSound(t, v, 5)
		old := v.keys.vault.Equal(d.key)
		done := strings.HasPrefix(said, "done")
		told := done || strings.HasPrefix(said, "told")
		if v.CheckRecoveryWords(d.words) != old || done && old || said != "" && !old && !told {
			t.Errorf("%s (%s): old key %v", what, said, old)
		}
		must(t, v.Close())
	})
}

// Whatever call fails, the previous copy or the new one stands, whole.
func TestVault_Backup_any_system_call_fails(t *testing.T) {
	t.Parallel()
	d, v := many(t, 5)
	must(t, v.Close())
	copied := *d
	copied.path, copied.options = d.path+".copy", d.options.ofCopy()
	previous := readAll(t, d.path)
	v = d.open(t)
	put(t, v, Draft, 1, "changed since")
	must(t, v.Close())
	must(t, os.WriteFile(copied.path, previous, 0o600))
	d.eachInjection(t, "back up", func(what, said string) {
		c, err := open(copied.path, copied.options, copied.unlock)
		if err != nil {
			t.Fatalf("%s (%s): %v", what, said, err)
		}
		wantSound(t, c, 5)
		if got, _ := c.Get(Draft, 1); string(got) != "changed since" && (string(got) != "draft 1" || strings.HasPrefix(said, "done")) {
			t.Errorf("%s (%s): copy holds %q", what, said, got)
		}
		must(t, c.Close())
		must(t, os.WriteFile(copied.path, previous, 0o600))
	})
}
