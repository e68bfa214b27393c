package platform

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"aftershift/internal/fault"
)

// crash panics with words on another goroutine.
func crash(path string) {
	KeepCrashes(path, "9.9")
	go func() {
		defer Catch()
		fallOver("the words of a client")
	}()
	select {}
}

func fallOver(words string) { panic(errors.New(words)) }

func TestCatch_tellsWhereAndNoWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not yet there", "crash.txt")
	c := child("crash", path)
	var said bytes.Buffer
	c.Stderr = &said
	var ended *exec.ExitError
	if err := c.Run(); !errors.As(err, &ended) || ended.ExitCode() != exitCrashed {
		t.Fatalf("ended with %v", err)
	}
	report, err := ReadCrash(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Aftershift 9.9", "panic of type *errors.errorString", "platform.fallOver", "platform/crash_linux_test.go:"} {
		if !strings.Contains(report, want) {
			t.Errorf("no %q in\n%s", want, report)
		}
	}
	home, _ := os.Getwd()
	for _, words := range []string{"client", home, "0xc0"} {
		if strings.Contains(report, words) || strings.Contains(said.String(), words) {
			t.Errorf("it tells %q:\n%s\n%s", words, report, said.String())
		}
	}
	if !strings.Contains(said.String(), "platform.fallOver") {
		t.Errorf("said %q", said.String())
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != PrivateFile {
		t.Errorf("%v, %v", info, err)
	}
}

func TestCatch_withoutAPanicDoesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "crash.txt")
	KeepCrashes(path, "9.9")
	func() { defer Catch() }()
	if _, err := ReadCrash(path); !errors.Is(err, fault.NotFound) {
		t.Errorf("a report of nothing: %v", err)
	}
	if err := os.Symlink("/etc/hostname", path); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadCrash(path); !errors.Is(err, fault.Permission) {
		t.Errorf("follows a link: %v", err)
	}
}
