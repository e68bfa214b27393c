package sqlfile

import (
	"database/sql/driver"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"aftershift/internal/fault"
)

func TestFault_kinds(t *testing.T) {
	full := syscall.ENOSPC
	if runtime.GOOS == "windows" {
		full = 112 // ERROR_DISK_FULL
	}
	for _, c := range []struct {
		err  error
		kind fault.Kind
	}{
		{sqlite3.Error{Code: sqlite3.ErrBusy}, fault.InUse},
		{sqlite3.Error{Code: sqlite3.ErrFull}, fault.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrReadonly}, fault.Permission},
		{sqlite3.Error{Code: sqlite3.ErrCorrupt}, fault.Damaged},
		{sqlite3.Error{Code: sqlite3.ErrNotADB}, fault.Damaged},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, SystemErrno: full}, fault.DiskFull},
		{sqlite3.Error{Code: sqlite3.ErrIoErr, ExtendedCode: sqlite3.ErrIoErrRead}, fault.Damaged},
		{sqlite3.Error{Code: sqlite3.ErrIoErr}, fault.Internal},
		{driver.ErrBadConn, fault.Internal},
	} {
		if err := Fault("read file", c.err); fault.KindOf(err) != c.kind {
			t.Errorf("%v gives %v", c.err, err)
		}
	}
	if Fault("read file", nil) != nil {
		t.Error("nil must stay nil")
	}
}

func TestAddress_drive(t *testing.T) {
	if got := address("C:/Users/ada/journal", immutable); got != "file:///C:/Users/ada/journal?mode=ro&immutable=1" {
		t.Errorf("address %s", got)
	}
}

// A cell that says it is longer than the file is none, and nothing is allocated
// for it.
func TestLeaves_cell_longer_than_the_file(t *testing.T) {
	page := make([]byte, smallestPage)
	copy(page, "\xff\xff\xff\xff\xff\xff\x7f\x01")
	p := Leaves{From: strings.NewReader(string(page)), Size: smallestPage, Page: smallestPage, Largest: 1 << 30}
	if c, ok := p.cell(page, 0); ok {
		t.Errorf("%d bytes taken", len(c.Blob))
	}
}

func TestVarint(t *testing.T) {
	for _, c := range []struct {
		bytes string
		value uint64
		n     int
	}{
		{"\x00", 0, 1},
		{"\x7f", 127, 1},
		{"\x81\x00", 128, 2},
		{"\xff\x7f", 16383, 2},
		{"\x80\x80\x80\x80\x80\x80\x80\x80\x05", 5, 9},
		{"\xff\xff\xff\xff\xff\xff\xff\xff\xff", 1<<64 - 1, 9},
		{"", 0, 0},
		{"\xff", 0, 0},
		{"\xff\xff\xff\xff\xff\xff\xff\xff", 0, 0},
	} {
		if value, n := varint([]byte(c.bytes)); value != c.value || n != c.n {
			t.Errorf("%x is %d in %d bytes, want %d in %d", c.bytes, value, n, c.value, c.n)
		}
	}
}
