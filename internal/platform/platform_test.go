package platform

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"aftershift/internal/fault"
)

func TestFault_kinds_of_system_errors(t *testing.T) {
	for _, c := range []struct {
		err  error
		kind fault.Kind
	}{
		{&fs.PathError{Op: "open", Path: "/home/ada/secret", Err: syscall.ENOENT}, fault.NotFound},
		{&fs.PathError{Op: "open", Path: "/home/ada/secret", Err: syscall.EACCES}, fault.Permission},
		{&fs.PathError{Op: "open", Path: "/home/ada/secret", Err: syscall.EEXIST}, fault.Conflict},
		{&os.LinkError{Op: "rename", Old: "/home/ada/secret", New: "/home/ada/secret2", Err: syscall.EPERM}, fault.Permission},
		{io.ErrUnexpectedEOF, fault.Internal},
		{fault.New(fault.Damaged, "read"), fault.Damaged},
	} {
		err := Fault("save file", c.err)
		if fault.KindOf(err) != c.kind || strings.Contains(err.Error(), "ada") || !strings.HasPrefix(err.Error(), "save file: ") {
			t.Errorf("%v gives %v, kind %v", c.err, err, fault.KindOf(err))
		}
	}
	if Fault("save file", nil) != nil {
		t.Error("nil must stay nil")
	}
}

func TestTotalMemory_is_plausible(t *testing.T) {
	if m := TotalMemory(); m < 64<<20 || m > 1<<46 {
		t.Errorf("%d bytes", m)
	}
}

func TestMerge_own_values_win(t *testing.T) {
	got := strings.Join(merge([]string{"A=1", "B=2", "C=3"}, []string{"B=9", "D=4"}), " ")
	if got != "A=1 C=3 B=9 D=4" {
		t.Errorf("merged %q", got)
	}
}

func TestFault_wraps_the_cause(t *testing.T) {
	if err := Fault("save", &fs.PathError{Op: "w", Path: "p", Err: syscall.EACCES}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("cause lost: %v", err)
	}
}
