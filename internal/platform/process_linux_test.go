package platform

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"aftershift/internal/fault"
)

// part names what a child of this test program is to do.
const part = "AFTERSHIFT_TEST_PART"

func TestMain(m *testing.M) {
	switch os.Getenv(part) {
	case "":
		os.Exit(m.Run())
	case "again":
		err := Reexec([]string{"one", "two words"}, []string{part + "=done", "EXTRA=x=y"})
		os.Stdout.WriteString("still here: " + err.Error())
	case "done":
		os.Stdout.WriteString(strings.Join(os.Args[1:], "|") + "|" + os.Getenv("EXTRA") + "|" + os.Getenv("KEPT"))
	case "harden":
		harden()
	case "crash":
		crash(os.Args[1])
	case "hold":
		hold(os.Args[1])
	}
}

// child gives a run of this test program as the part.
func child(name string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), part+"="+name, "KEPT=k")
	return c
}

func TestReexec_keeps_environment_and_takes_arguments(t *testing.T) {
	out, err := child("again", "first").Output()
	if err != nil || string(out) != "one|two words|x=y|k" {
		t.Errorf("%q (%v)", out, err)
	}
}

func harden() {
	if err := Harden(); err != nil {
		os.Stdout.WriteString(err.Error())
		return
	}
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &limit); err != nil || limit.Cur != 0 || limit.Max != 0 {
		os.Stdout.WriteString("core files")
		return
	}
	if dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0); err != nil || dumpable != 0 {
		os.Stdout.WriteString("dumpable")
		return
	}
	os.Stdout.WriteString("hard")
}

func TestHarden_forbids_dumps(t *testing.T) {
	if out, err := child("harden").Output(); err != nil || string(out) != "hard" {
		t.Errorf("%q (%v)", out, err)
	}
}

// hold takes the lock, says so, and keeps it until its input ends.
func hold(path string) {
	_, err := Lock(path)
	if err != nil {
		os.Stdout.WriteString("refused: " + fault.KindOf(err).String())
		return
	}
	os.Stdout.WriteString("held")
	_, _ = os.Stdin.Read(make([]byte, 1))
}

func TestLock_one_holder_across_processes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	holder := child("hold", path)
	in, _ := holder.StdinPipe()
	out, _ := holder.StdoutPipe()
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 4)
	if _, err := out.Read(said); err != nil || string(said) != "held" {
		t.Fatalf("%q (%v)", said, err)
	}
	if _, err := Lock(path); !errors.Is(err, fault.InUse) {
		t.Errorf("second holder: %v", err)
	}
	if err := holder.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = holder.Wait()
	in.Close()
	lock, err := Lock(path)
	if err != nil {
		t.Fatalf("after the holder was killed: %v", err)
	}
	if second, err := child("hold", path).Output(); err != nil || string(second) != "refused: in use" {
		t.Errorf("%q (%v)", second, err)
	}
	if err := lock.Release(); err != nil {
		t.Fatal(err)
	}
	if err := lock.Release(); err != nil {
		t.Errorf("second release: %v", err)
	}
	if _, err := os.Lstat(path); !os.IsNotExist(err) {
		t.Errorf("lock file left: %v", err)
	}
}

func TestLock_release_leaves_a_newer_lock_file(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	first, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	second, err := Lock(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	if _, err := Lock(path); !errors.Is(err, fault.InUse) {
		t.Errorf("the newer lock binds nobody: %v", err)
	}
	if err := second.Release(); err != nil {
		t.Fatal(err)
	}
}

func TestLock_missing_folder(t *testing.T) {
	if _, err := Lock(filepath.Join(t.TempDir(), "no", "lock")); !errors.Is(err, fault.NotFound) {
		t.Errorf("missing folder: %v", err)
	}
}

func TestFolders_follow_xdg(t *testing.T) {
	t.Setenv("HOME", "/home/ada")
	for _, c := range []struct {
		variable, value string
		folder          func() (string, error)
		want            string
	}{
		{"XDG_DATA_HOME", "", DataFolder, "/home/ada/.local/share/aftershift"},
		{"XDG_DATA_HOME", "/data", DataFolder, "/data/aftershift"},
		{"XDG_DATA_HOME", "relative", DataFolder, "/home/ada/.local/share/aftershift"},
		{"XDG_STATE_HOME", "", StateFolder, "/home/ada/.local/state/aftershift"},
		{"XDG_STATE_HOME", "/state", StateFolder, "/state/aftershift"},
		{"XDG_CONFIG_HOME", "", ConfigFolder, "/home/ada/.config/aftershift"},
		{"XDG_CONFIG_HOME", "/config", ConfigFolder, "/config/aftershift"},
	} {
		t.Setenv(c.variable, c.value)
		if got, err := c.folder(); err != nil || got != c.want {
			t.Errorf("%s=%q gives %q (%v), want %q", c.variable, c.value, got, err, c.want)
		}
	}
	t.Setenv("HOME", "")
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("XDG_CONFIG_HOME", "")
	if _, err := DataFolder(); !errors.Is(err, fault.NotFound) {
		t.Errorf("no home: %v", err)
	}
	if _, err := ConfigFolder(); !errors.Is(err, fault.NotFound) {
		t.Errorf("no home for settings: %v", err)
	}
}
