package vault

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/vault/sqlfile"
)

// everyByte names every file below dir with what it holds, its permissions and
// its time.
func everyByte(dir string) (string, error) {
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(path)
		fmt.Fprintln(&all, path, info.Mode(), info.ModTime().UnixNano(), sha256.Sum256(raw))
		return err
	})
	return all.String(), err
}

// looks are the ways to look at a vault and at a copy of it.
func looks(path, copied string, o Options) map[string]func() error {
	read := o
	read.ReadOnly = true
	asCopy := o
	asCopy.Copy = true
	u := Unlock{Passphrase: pass}
	return map[string]func() error{
		"open": func() error {
			v, err := Open(path, u, read)
			if err != nil {
				return err
			}
			defer v.Close()
			if _, err := v.Get(Draft, 1); err != nil {
				return err
			}
			report, err := v.Verify(context.Background(), nil)
			return errors.Join(err, report.Fault())
		},
		"verify": func() error {
			report, err := VerifyFile(context.Background(), path, u, o, nil)
			return errors.Join(err, report.Fault())
		},
		"verify a copy": func() error {
			report, err := VerifyFile(context.Background(), copied, u, asCopy, nil)
			report.Older = false // as a copy is
			return errors.Join(err, report.Fault())
		},
		"mark of a copy": func() error { _, err := MarkOf(copied); return err },
	}
}

// manyCopied gives a vault of many records that is closed, and a copy beside it.
func manyCopied(t *testing.T) (d *desk, copied string) {
	t.Helper()
	d, v := many(t, 20)
	copied = filepath.Join(filepath.Dir(d.path), "copy")
	must(t, v.Backup(context.Background(), copied, nil))
	must(t, v.Close())
	return d, copied
}

// Looking changes no byte where a crash left half a change, where somebody
// planted the journal of one beside a copy, or where all is well.
func TestLook_changes_no_byte(t *testing.T) {
	t.Parallel()
	d, copied := manyCopied(t)
	whole := readAll(t, d.path)
	hot, half := d.hotJournal(t)
	must(t, os.WriteFile(d.path, whole, 0o600))
	d.options.Scratch = t.TempDir()
	d.options.Restored = true // a change that is taken back may be one that was closed
	tried := 0
	for name, plant := range map[string]func(){
		"at rest": func() {},
		"after a crash": func() {
			must(t, os.WriteFile(d.path, half, 0o600))
			must(t, os.WriteFile(sqlfile.JournalOf(d.path), hot, 0o600))
		},
		"planted": func() {
			_ = os.Remove(sqlfile.JournalOf(copied))
			must(t, os.WriteFile(sqlfile.JournalOf(copied), hot, 0o600))
		},
		"planted noise": func() {
			_ = os.Remove(sqlfile.JournalOf(copied))
			must(t, os.WriteFile(sqlfile.JournalOf(copied), []byte("noise"), 0o600))
		},
		"planted a link": func() {
			_ = os.Remove(sqlfile.JournalOf(copied))
			must(t, os.Symlink(d.path, sqlfile.JournalOf(copied)))
		},
		"planted a log": func() { must(t, os.WriteFile(copied+"-wal", hot, 0o600)) },
	} {
		plant()
		before, err := everyByte(filepath.Dir(filepath.Dir(d.path)))
		must(t, err)
		for way, look := range looks(d.path, copied, d.options) {
			if err := look(); err != nil {
				t.Errorf("%s, %s: %v", name, way, err)
			}
			after, err := everyByte(filepath.Dir(filepath.Dir(d.path)))
			must(t, err)
			if after != before {
				t.Errorf("%s, %s: something changed\n%s\nwas\n%s", name, way, after, before)
			}
			tried++
		}
	}
	if left := platform.Left(d.options.Scratch); len(left) > 0 {
		t.Errorf("copies left: %v", left)
	}
	trials(t, tried, "looks beside journals of a crash and planted ones, no byte changed")
}

// Looking works on media that can't be written to, and in a folder that one may
// only read.
func TestLook_where_nothing_can_be_written(t *testing.T) {
	t.Parallel()
	d, _ := manyCopied(t)
	n := 0
	for _, part := range []string{"read-only folder", "read-only disk"} {
		c := d.child(exec.Command(os.Args[0]), part)
		if part == "read-only disk" {
			c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
			if os.Geteuid() != 0 {
				c = d.onSmallDisk(part, syscall.CLONE_NEWNS|syscall.CLONE_NEWUSER)
			}
		}
		out, err := c.CombinedOutput()
		if part == "read-only disk" && (err != nil && len(out) == 0 || strings.HasPrefix(string(out), notPermitted)) {
			t.Log("this computer permits no disk to be mounted read-only")
			continue
		}
		if err != nil {
			t.Errorf("%s: %v\n%s", part, err, out)
		}
		n += strings.Count(string(out), "\n")
	}
	trials(t, n, "looks on a read-only disk and in a read-only folder")
}

// lookAround is the part of a process that looks where it can't write.
func lookAround(path string) {
	o := Options{AnchorDir: os.Getenv(anchorsAt)}
	before, err := everyByte(filepath.Dir(path))
	check(err, "read")
	if err := os.WriteFile(path+".probe", nil, 0o600); err == nil {
		check(fault.New(fault.Internal, "forbid writing"), "a folder that can be written to")
	}
	for way, look := range looks(path, filepath.Join(filepath.Dir(path), "copy"), o) {
		check(look(), way)
		fmt.Println(way)
	}
	after, err := everyByte(filepath.Dir(path))
	check(err, "read")
	if after != before {
		check(fault.New(fault.Tampered, "compare"), "looking")
	}
}

func init() {
	roles["read-only folder"] = func(path string) {
		if os.Getenv(plainUser) == "" {
			runtime.LockOSThread()
			for _, may := range []uintptr{unix.CAP_DAC_OVERRIDE, unix.CAP_DAC_READ_SEARCH} {
				_ = unix.Prctl(unix.PR_CAPBSET_DROP, may, 0, 0, 0)
			}
			check(syscall.Exec(os.Args[0], os.Args, append(os.Environ(), plainUser+"=yes")), "start again")
		}
		check(os.Chmod(filepath.Dir(path), 0o500), "chmod")
		lookAround(path)
		check(os.Chmod(filepath.Dir(path), 0o700), "chmod")
	}
	roles["read-only disk"] = func(path string) {
		dir := filepath.Dir(path)
		check(syscall.Mount("", "/", "", syscall.MS_PRIVATE|syscall.MS_REC, ""), notPermitted)
		check(syscall.Mount(dir, dir, "", syscall.MS_BIND, ""), notPermitted)
		check(syscall.Mount("", dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""), notPermitted)
		lookAround(path)
	}
}
