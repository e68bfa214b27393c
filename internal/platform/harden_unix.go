//go:build unix && !linux

package platform

import "golang.org/x/sys/unix"

// Harden keeps the process's memory out of core files: core limit 0. It gives
// the kinds of Fault; the program can go on.
func Harden() error {
	return Fault("limit core files", unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}))
}
