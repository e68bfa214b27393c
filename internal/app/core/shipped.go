package core

import (
	"io/fs"
	"path"
)

// Shipped returns what parse makes of the files that ship in a folder and below it, by
// name. One that it refuses is left out: a test reads each.
func Shipped[T any](folder fs.FS, parse func([]byte) (T, error)) (all []T) {
	_ = fs.WalkDir(folder, ".", func(name string, f fs.DirEntry, err error) error {
		if err != nil || f.IsDir() || path.Ext(name) == "" {
			return err
		}
		raw, err := fs.ReadFile(folder, name)
		if v, wrong := parse(raw); err == nil && wrong == nil {
			all = append(all, v)
		}
		return nil
	})
	return all
}
