package main

import (
	"context"
	"io/fs"
	"strings"

	"aftershift/internal/fault"
)

// licenseTexts prints the terms of everything in the program.
type licenseTexts struct{}

func (licenseTexts) run(_ context.Context, c *call) error {
	files := c.app.Licences()
	err := fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		raw, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		return c.print("== " + path + "\n\n" + strings.TrimSpace(string(raw)) + "\n")
	})
	return fault.Wrap("print licences", err)
}
