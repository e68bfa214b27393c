package platform

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// holdAlone opens a file as a scanner does: nobody may rename or replace it.
func holdAlone(t *testing.T, path string) windows.Handle {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	held, err := windows.CreateFile(name, windows.GENERIC_READ, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return held
}

// What somebody holds for a moment is replaced when they let go.
func TestWriteAtomic_waitsForWhoHoldsTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kept")
	if err := WriteAtomic(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	held := holdAlone(t, path)
	let := time.AfterFunc(50*time.Millisecond, func() { _ = windows.CloseHandle(held) })
	defer let.Stop()
	if err := WriteAtomic(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if raw, err := os.ReadFile(path); string(raw) != "new" {
		t.Errorf("%q, %v", raw, err)
	}
}

// What stays held keeps what it was, and nothing is left beside it.
func TestWriteAtomic_leavesWhatIsHeldForLong(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "kept")
	if err := WriteAtomic(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	held := holdAlone(t, path)
	err := WriteAtomic(path, []byte("new"))
	_ = windows.CloseHandle(held)
	if err == nil {
		t.Error("replaced a file that is held")
	}
	if raw, _ := os.ReadFile(path); string(raw) != "old" {
		t.Errorf("holds %q", raw)
	}
	if left := Left(dir); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}
