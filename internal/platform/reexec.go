package platform

import (
	"os"
	"strings"
)

// Reexec replaces this process by a fresh one of the same program, with args
// after the program's name and the environment plus env ("NAME=value", which
// wins over a value that is there). It returns only when that fails, with the
// kinds of Fault. Nothing deferred runs: close files first.
func Reexec(args, env []string) error {
	program, err := os.Executable()
	if err != nil {
		return Fault("find program", err)
	}
	argv := append([]string{os.Args[0]}, args...)
	return Fault("start program anew", replace(program, argv, merge(os.Environ(), env)))
}

func merge(environ, env []string) []string {
	own := map[string]bool{}
	for _, entry := range env {
		key, _, _ := strings.Cut(entry, "=")
		own[key] = true
	}
	var out []string
	for _, entry := range environ {
		if key, _, _ := strings.Cut(entry, "="); !own[key] {
			out = append(out, entry)
		}
	}
	return append(out, env...)
}
