//go:build unix

package platform

import "os"

// replaceFile gives a file another name and replaces what has it.
func replaceFile(from, to string) error { return os.Rename(from, to) }
