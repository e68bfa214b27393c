//go:build unix && !linux

package platform

import "os"

// writeUnnamed is never done: there are no files without a name here.
func writeUnnamed(string, []byte, string) (bool, error) { return false, nil }

// nameNew gives the temporary file its name unless that is taken.
func nameNew(file *os.File, path string, content []byte) error { return linkNew(file, path, content) }
