//go:build unix

package platform

import "syscall"

// replace keeps the process id: the window system sees the same client.
func replace(program string, argv, env []string) error { return syscall.Exec(program, argv, env) }
