//go:build unix

package vault

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"aftershift/internal/fault"
	"aftershift/internal/platform"
	"aftershift/internal/vault/sqlfile"
)

func TestCreate_permissions_whatever_the_umask(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	d := newDesk(t)
	v := d.create(t)
	put(t, v, Draft, 1, "draft")
	for path, want := range map[string]fs.FileMode{
		d.path: platform.PrivateFile, sqlfile.JournalOf(d.path): platform.PrivateFile, lockOf(d.path): platform.PrivateFile,
		filepath.Dir(d.path): platform.PrivateFolder, d.options.AnchorDir: platform.PrivateFolder,
		d.anchorFile(t): platform.PrivateFile,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has %v (%v)", filepath.Base(path), info.Mode(), err)
		}
	}
}

// Names planted where a vault and its companions stand are refused, and what
// they lead to is not touched.
func TestOpen_refuses_planted_names(t *testing.T) {
	d := newDesk(t)
	must(t, d.create(t).Close())
	dir := filepath.Dir(d.path)
	target := filepath.Join(dir, "target")
	must(t, os.Rename(d.path, target))
	before := readAll(t, target)
	for name, plant := range map[string]func() error{
		"symlink":   func() error { return os.Symlink(target, d.path) },
		"hard link": func() error { return os.Link(target, d.path) },
		"pipe":      func() error { return syscall.Mkfifo(d.path, 0o600) },
		"folder":    func() error { return os.Mkdir(d.path, 0o700) },
	} {
		must(t, plant())
		_, err := Open(d.path, Unlock{Passphrase: pass}, d.options)
		if fault.KindOf(err) != fault.Permission {
			t.Errorf("%s: %v", name, err)
		}
		if err := Check(d.path); fault.KindOf(err) != fault.Permission {
			t.Errorf("%s checked: %v", name, err)
		}
		must(t, os.Remove(d.path))
	}
	must(t, os.Rename(target, d.path))
	victim := filepath.Join(dir, "victim")
	must(t, os.WriteFile(victim, []byte("precious"), 0o600))
	for _, beside := range []string{sqlfile.JournalOf(d.path), lockOf(d.path)} {
		must(t, os.Symlink(victim, beside))
		_, err := open(d.path, d.options, d.unlock)
		wantKind(t, err, fault.Permission)
		must(t, os.Remove(beside))
	}
	must(t, os.WriteFile(d.path+"-wal", nil, 0o600))
	_, err := open(d.path, d.options, d.unlock)
	wantKind(t, err, fault.Tampered)
	must(t, os.Remove(d.path+"-wal"))
	if string(readAll(t, victim)) != "precious" || string(readAll(t, d.path)) != string(before) {
		t.Error("something was touched")
	}
	must(t, d.open(t).Close())
}
