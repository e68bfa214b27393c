package packaging

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// projectLicence is the SPDX expression of the project's own terms, for packages
// that ask for one: assets/licenses/project.txt says that none is chosen yet.
const projectLicence = "LicenseRef-proprietary"

// licences is where writeLicences writes.
func (k *packer) licences() string { return filepath.Join(k.work, "licences.txt") }

// writeLicences writes the terms of everything in the program in one file, the
// project's own first.
func (k *packer) writeLicences() error {
	root := os.DirFS(k.Path("assets/licenses"))
	paths := []string{"project.txt", "README.md"}
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && path != paths[0] && path != paths[1] {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	var text strings.Builder
	for _, path := range paths {
		raw, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		text.WriteString("== " + path + "\n\n" + strings.TrimSpace(string(raw)) + "\n\n")
	}
	return placeText(text.String(), k.licences(), 0o644)
}
