//go:build unix

package platform

import "os"

// removeHeld takes the name away while the lock is held, so that nobody can
// take the lock in between.
func removeHeld(path string) { _ = os.Remove(path) }

func removeFreed(string) {}
