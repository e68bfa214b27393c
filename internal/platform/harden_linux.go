package platform

import (
	"golang.org/x/sys/unix"
)

// Harden keeps the process's memory out of core files and away from debuggers
// of the same account: core limit 0 and not dumpable (prctl(2),
// PR_SET_DUMPABLE). It gives the kinds of Fault; the program can go on.
func Harden() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return Fault("limit core files", err)
	}
	return Fault("forbid dumps", unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0))
}
