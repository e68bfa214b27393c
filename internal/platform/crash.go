package platform

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
)

// exitCrashed is the exit code of a program that Catch ended, which is also that
// of one that Go itself ends.
const exitCrashed = 2

// crashes is where this process writes why it crashed; nil: nowhere.
var crashes atomic.Pointer[crashFile]

type crashFile struct{ path, version string }

// KeepCrashes makes Catch write to the file at path, and names the program's
// version in it. It holds for the whole process.
func KeepCrashes(path, version string) { crashes.Store(&crashFile{path, version}) }

// Catch is deferred at the top of a goroutine. Where that panics it says where,
// to the standard error and to the file of KeepCrashes, and ends the process. It
// tells the panic's type and the functions that were running, and no values:
// they may be somebody's words.
func Catch() {
	v := recover()
	if v == nil {
		return
	}
	report := describe(v)
	fmt.Fprint(os.Stderr, report)
	if file := crashes.Load(); file != nil {
		file.write(report)
	}
	os.Exit(exitCrashed)
}

// write keeps the report. Nothing can be done where that fails.
func (c *crashFile) write(report string) {
	text := fmt.Sprintf("Aftershift %s, %s, %s/%s\n%s", c.version, runtime.Version(), runtime.GOOS, runtime.GOARCH, report)
	_ = MakePrivate(filepath.Dir(c.path))
	_ = WriteAtomic(c.path, []byte(text))
}

// mostFrames is how deep a stack is written down.
const mostFrames = 64

// describe gives the type of a panic and the stack that it is on. It is called by
// Catch alone: the frames above that are left out.
func describe(v any) string {
	var b strings.Builder
	fmt.Fprintf(&b, "panic of type %T\n", v)
	pcs := make([]uintptr, mostFrames)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for {
		frame, more := frames.Next()
		fmt.Fprintf(&b, "%s\n\t%s:%d\n", frame.Function, below(frame.File), frame.Line)
		if !more {
			return b.String()
		}
	}
}

// below gives the last parts of a source file's path: where it was built is
// nobody's business.
func below(path string) string {
	parts := strings.Split(path, "/")
	return strings.Join(parts[max(0, len(parts)-3):], "/")
}

// maxCrash bounds what ReadCrash gives, in bytes.
const maxCrash = 1 << 16

// ReadCrash gives what an earlier process wrote to the file of KeepCrashes. It
// gives fault.NotFound where there is none, and the kinds of Fault.
func ReadCrash(path string) (string, error) {
	if err := Plain(path); err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", Fault("read crash report", err)
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, maxCrash))
	return strings.ToValidUTF8(string(raw), ""), Fault("read crash report", err)
}
