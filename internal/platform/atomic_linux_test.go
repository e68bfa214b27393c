package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"aftershift/internal/fault"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func count(t *testing.T, dir string) int {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return len(entries)
}

func TestWriteAtomic_new_and_replaced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list")
	for _, content := range []string{"one", "", "three"} {
		if err := WriteAtomic(path, []byte(content)); err != nil || read(t, path) != content {
			t.Fatalf("wrote %q (%v)", content, err)
		}
	}
	info, _ := os.Stat(path)
	if info.Mode().Perm() != PrivateFile || count(t, dir) != 1 {
		t.Errorf("permission %v, %d names", info.Mode(), count(t, dir))
	}
}

func TestAtomicFile_Abort_leaves_what_was_there(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list")
	if err := WriteAtomic(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	f, err := CreateAtomic(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte("new")); err != nil || read(t, f.TempPath()) != "new" {
		t.Fatal(err)
	}
	f.Abort()
	if read(t, path) != "old" || count(t, dir) != 1 {
		t.Error("abort left traces")
	}
	if err := f.Commit(); err == nil || read(t, path) != "old" {
		t.Errorf("commit after abort: %v", err)
	}
}

func TestCreateAtomic_refuses_planted_names(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "target")
	if err := os.WriteFile(target, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	plant := map[string]func(string) error{
		"symlink":   func(p string) error { return os.Symlink(target, p) },
		"dangling":  func(p string) error { return os.Symlink(filepath.Join(dir, "nowhere"), p) },
		"hard link": func(p string) error { return os.Link(target, p) },
		"pipe":      func(p string) error { return syscall.Mkfifo(p, 0o600) },
		"folder":    func(p string) error { return os.Mkdir(p, 0o700) },
	}
	for name, make := range plant {
		path := filepath.Join(dir, name)
		if err := make(path); err != nil {
			t.Fatal(err)
		}
		if err := WriteAtomic(path, []byte("x")); !errors.Is(err, fault.Permission) {
			t.Errorf("%s: %v", name, err)
		}
		if err := Plain(path); !errors.Is(err, fault.Permission) {
			t.Errorf("%s is plain: %v", name, err)
		}
		if _, err := Lock(path); !errors.Is(err, fault.Permission) {
			t.Errorf("%s locked: %v", name, err)
		}
	}
	if read(t, target) != "precious" {
		t.Error("target touched")
	}
}

func TestRename_onto_planted_link_removes_temporary(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list")
	f, err := CreateAtomic(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "target"), path); err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(); !errors.Is(err, fault.Permission) || count(t, dir) != 1 {
		t.Errorf("%v, %d names", err, count(t, dir))
	}
}

func TestCreateAtomic_ignores_umask(t *testing.T) {
	old := syscall.Umask(0)
	defer syscall.Umask(old)
	dir := filepath.Join(t.TempDir(), "a", "b")
	if err := MakePrivate(dir); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "list")
	if err := WriteAtomic(path, nil); err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string]fs.FileMode{path: PrivateFile, dir: PrivateFolder, filepath.Dir(dir): PrivateFolder} {
		if info, err := os.Stat(p); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has %v", filepath.Base(p), info.Mode())
		}
	}
}

func TestMakePrivate_keeps_a_folder_and_refuses_a_file(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := MakePrivate(dir); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(dir); info.Mode().Perm() != 0o755 {
		t.Errorf("folder got %v", info.Mode())
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := MakePrivate(file); !errors.Is(err, fault.Permission) {
		t.Errorf("file: %v", err)
	}
}

func TestSync_missing_is_not_found(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "list")
	for name, err := range map[string]error{
		"file": SyncFile(path), "folder": SyncFolder(path), "plain": Plain(path), "temporary": WriteAtomic(filepath.Join(path, "x"), nil),
		"rename": rename(path, filepath.Join(dir, "other")),
	} {
		if !errors.Is(err, fault.NotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := WriteAtomic(path, nil); err != nil {
		t.Fatal(err)
	}
	if err := SyncFile(path); err != nil {
		t.Error(err)
	}
}

func TestWriteAtomic_full_disk(t *testing.T) {
	// /dev/full is where Linux lets a write fail as a full disk does.
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	f := &AtomicFile{full, filepath.Join(t.TempDir(), "list")}
	if _, err := f.Write([]byte("x")); !errors.Is(err, fault.DiskFull) {
		t.Errorf("full disk: %v", err)
	}
}

// However a new file is given its name, one that is there is never replaced, and
// of two that try one wins.
func TestWriteNew_never_replaces(t *testing.T) {
	dir := t.TempDir()
	ways := map[string]func(path string, content []byte) error{
		"as ever": WriteNew,
		"without unnamed files": func(path string, content []byte) error {
			file, err := written(dir, content)
			if err != nil {
				return err
			}
			defer os.Remove(file.Name())
			defer file.Close()
			return nameNew(file, path, content)
		},
		"by a link": func(path string, content []byte) error {
			file, err := written(dir, content)
			if err != nil {
				return err
			}
			defer os.Remove(file.Name())
			defer file.Close()
			return linkNew(file, path, content)
		},
		"without links": writeExclusive,
	}
	tried := 0
	for name, write := range ways {
		for i := range 25 {
			path := filepath.Join(dir, fmt.Sprint(name, i))
			theirs := make(chan error)
			go func() { theirs <- writeExclusive(path, []byte("precious")) }()
			err := write(path, []byte("redacted"))
			other := <-theirs
			want := "redacted"
			if other == nil {
				want = "precious"
			}
			if (err == nil) == (other == nil) || read(t, path) != want {
				t.Errorf("%s: %v and %v, holds %q", name, err, other, read(t, path))
			}
			tried++
		}
	}
	if left := Left(dir); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	t.Attr("trials", fmt.Sprint(tried, " races for a new name, nothing replaced"))
}
