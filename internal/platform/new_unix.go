//go:build unix

package platform

import (
	"errors"
	"io/fs"
	"os"
)

// linkNew gives the temporary file a second name, unless that is taken, and the
// caller takes the first away; without links it writes anew.
func linkNew(file *os.File, path string, content []byte) error {
	err := os.Link(file.Name(), path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return writeExclusive(path, content)
}
